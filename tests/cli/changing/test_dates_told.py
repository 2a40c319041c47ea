"""A date whose year was filled in is told in full, whatever the command."""

import pytest

from cli.conftest import Cli

REFUSED = "2026-10-26"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("new", "--refused", "26 Oct", "--interview", "19 Oct"), ["26 Oct 2026", "19 Oct 2026"]),
        (("docs", "add", "Chart", "--asked", "2 Nov", "--expires", "14 Mar"), ["2 Nov 2026"]),
        (("docs", "add", "Chart", "--asked", "2 Nov", "--expires", "14 Mar"), ["14 Mar 2027"]),
        (("docs", "set", "Letter", "submitted", "--on", "friday"), ["Fri 11 Dec 2026"]),
        (("docs", "set", "Letter", "--expires", "+14d"), ["Sat 26 Dec 2026"]),
        (("docs", "set", "Letter", "--asked", "2 Nov"), ["Mon 2 Nov 2026"]),
        (("event", "add", "passport_requested", "--on", "11 Dec", "--due", "11 Jan"), ["Jan 2027"]),
        (("event", "add", "noid", "--on", "1 Dec", "--learned", "monday"), ["Mon 7 Dec 2026"]),
        (("log", "ceac", "--on", "3 Dec"), ["Thu 3 Dec 2026"]),
        (("log", "ceac", "--page-created", "1 Oct"), ["Thu 1 Oct 2026"]),
        (("log", "ceac", "--page-updated", "2 Nov"), ["Mon 2 Nov 2026"]),
        (("deadline", "add", "Flight", "11 Apr"), ["Sun 11 Apr 2027"]),
        (("set", "passport_expires=14 Mar", "letter_deadline=monday"), ["Sun 14 Mar 2027"]),
        (("set", "passport_expires=14 Mar", "letter_deadline=monday"), ["Mon 14 Dec 2026"]),
        (("set", "emergency=1 Dec"), ["Tue 1 Dec 2026"]),
        (("correct", "Letter", "submitted=tuesday"), ["Tue 8 Dec 2026"]),
    ],
)
def test_the_sentence_tells_the_date_in_full(
    g221: Cli, words: tuple[str, ...], told: list[str]
) -> None:
    g221.open(REFUSED, "--document", "Letter", today=REFUSED)
    said = g221(*words)
    assert len(said.lines) == 1
    assert all(day in said.err for day in told), said.err


def test_a_date_that_was_typed_in_full_is_not_told_twice(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter", today=REFUSED)
    said = g221("docs", "set", "Letter", "--expires", "14 Mar 2027")
    assert "Understood" not in said.err
    assert g221("log", "ceac", "--on", "3 Dec").err.count("3 Dec 2026") == 1


def test_what_happened_lies_behind_and_what_is_due_ahead(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter", today=REFUSED)
    g221("docs", "set", "Letter", "submitted", "--on", "11 Dec", "--expires", "11 Dec")
    paper = g221.documents()["Letter"]
    assert (paper["submitted_on"], paper["expires_on"]) == ("2026-12-11", "2027-12-11")


def test_a_past_field_takes_no_coming_day_and_says_which_day_it_understood(g221: Cli) -> None:
    g221.open(REFUSED)
    for typed in ("tomorrow", "+3d", "in 3 days"):
        said = g221("log", "ceac", "--on", typed, code=1)
        assert "Dec 2026" in said.err


def test_the_day_of_today_may_be_given_without_its_year(g221: Cli) -> None:
    g221.open(REFUSED)
    assert g221.status(today="20 Dec")["today"].endswith("-12-20")


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0"])
@pytest.mark.parametrize(
    "words",
    [
        ("docs", "add", "Chart", "--expires"),
        ("docs", "set", "Letter", "--expires"),
        ("docs", "add", "Chart", "--asked"),
        ("docs", "set", "Letter", "submitted", "--on"),
        ("event", "add", "noid", "--learned"),
        ("event", "add", "passport_requested", "--due"),
        ("log", "ceac", "--page-created"),
        ("deadline", "add", "Flight"),
        ("new", "--refused", REFUSED, "--interview"),
    ],
)
def test_a_date_of_blanks_is_refused_with_nothing_done_or_left_empty_with_all_done(
    g221: Cli, words: tuple[str, ...], blank: str
) -> None:
    g221.open(REFUSED, "--document", "Letter")
    g221("docs", "set", "Letter", "--expires", "2027-03-14")
    before = g221.file.read_bytes()
    said = g221.ended(*words, blank)
    assert (said.code != 0) is (g221.file.read_bytes() == before), said
