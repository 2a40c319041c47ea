"""The dates that can be typed, and those that are refused with what was understood."""

import pytest

from cli.conftest import Cli

NOW = "2026-12-12"

READ = {
    "2026-12-01": "2026-12-01",
    "14 Nov 2026": "2026-11-14",
    "26/11/2026": "2026-11-26",
    "26.11.2026": "2026-11-26",
    "11/26/2026": "2026-11-26",
    "2026/11/26": "2026-11-26",
    "2026-12-1": "2026-12-01",
    "November 26, 2026": "2026-11-26",
    "26 November 2026": "2026-11-26",
    "today": "2026-12-12",
    "yesterday": "2026-12-11",
    "-3d": "2026-12-09",
    "-12d": "2026-11-30",
    "3 days ago": "2026-12-09",
    "14 Nov": "2026-11-14",
    "friday": "2026-12-11",
    "20261126": "2026-11-26",
    "\u0662\u0660\u0662\u0666\u20111\u0662\u2011\u0660\u0661": "2026-12-01",
    "2026\u5e7412\u67081\u65e5": "2026-12-01",
}

UNREADABLE = [
    "05/02/2026",
    "2026",
    "2026-01",
    "2026-W01-1",
    "05.10.2026",
    "26/10/26",
    "12-05-2026",
    "Nov 2026",
    "soon",
    "next friday",
    "3d",
    "2026-11-14T10:00",
    "",
]


@pytest.mark.parametrize(("typed", "day"), READ.items())
def test_a_date_is_read_in_each_of_its_forms(g221: Cli, typed: str, day: str) -> None:
    g221.open("2026-10-26", "--document", "Letter")
    g221("event", "add", "passport_requested", "--on", typed)
    g221("docs", "set", "Letter", "submitted", "--on", typed)
    g221("log", "ceac", "--on", typed)
    assert g221.status()["stage"]["since"] == day
    assert g221.documents()["Letter"]["submitted_on"] == day
    assert g221.contacts()[0]["on"] == day


@pytest.mark.parametrize("typed", ["2026-10-26", "26 Oct 2026", "-47d"])
def test_a_case_is_opened_on_a_date_in_each_form(g221: Cli, typed: str) -> None:
    g221("new", "--refused", typed)
    assert g221.status()["case"]["refused_on"] == "2026-10-26"


@pytest.mark.parametrize("typed", UNREADABLE)
def test_a_date_of_no_known_form_is_refused_in_one_line_that_repeats_it(
    g221: Cli, typed: str
) -> None:
    g221.open("2026-10-26", "--document", "Letter")
    before = g221.recorded()
    for words in (
        ("new", "--refused", typed),
        ("new", "--refused", "2026-10-26", "--interview", typed),
        ("event", "add", "visa_issued", "--on", typed),
        ("docs", "set", "Letter", "submitted", "--on", typed),
        ("docs", "add", "Chart", "--asked", typed),
        ("log", "ceac", "--on", typed),
        ("deadline", "add", "lease", typed),
    ):
        said = g221(*words, code=2)
        assert (said.out, len(said.lines)) == ("", 1), words
        assert typed in said.err
    assert g221.recorded() == before


@pytest.mark.parametrize("typed", [text for text in UNREADABLE if text])
def test_a_fact_and_the_clock_take_no_other_form(g221: Cli, typed: str) -> None:
    g221.open("2026-10-26")
    for words in (("set", f"passport_expires={typed}"), ("status", "--today", typed)):
        said = g221(*words, today=None if "--today" in words else NOW, code=2)
        assert (said.out, len(said.lines)) == ("", 1), words
        assert typed in said.err


@pytest.mark.parametrize("typed", ["2026-02-30", "2026-13-01", "31 Feb 2026", "2027-02-29"])
def test_a_day_that_no_calendar_has_is_refused_in_one_line(g221: Cli, typed: str) -> None:
    g221.open("2026-10-26")
    before = g221.recorded()
    said = g221("deadline", "add", "lease", typed, code=2)
    assert len(said.lines) == 1
    assert g221.recorded() == before


def test_a_deadline_may_lie_ahead_and_what_happened_may_not(g221: Cli) -> None:
    g221.open("2026-10-26")
    g221("deadline", "add", "lease", "2027-01-31")
    g221("set", "passport_expires=2030-01-31")
    g221("log", "ceac", "--on", "2026-12-13", code=1)
    g221("log", "ceac", "--on", "2026-12-12")


def test_the_day_of_today_is_where_an_option_is_left_out(g221: Cli) -> None:
    g221.open("2026-10-26", "--document", "Letter")
    g221("event", "add", "passport_requested", today="2026-11-30")
    g221("docs", "set", "Letter", "submitted", today="2026-12-01")
    g221("log", "ceac", today="2026-12-02")
    assert g221.status()["stage"]["since"] == "2026-11-30"
    assert g221.documents()["Letter"]["submitted_on"] == "2026-12-01"
    assert g221.contacts()[0]["on"] == "2026-12-02"


def test_a_date_is_shown_to_people_with_its_weekday(g221: Cli) -> None:
    g221.open("2026-10-26", "--asked", "no")
    assert "Fri 25 Dec 2026" in g221("next").out
