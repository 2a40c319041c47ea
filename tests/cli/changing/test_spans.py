"""Dates that can't be meant: refused in one line with what was understood and what is accepted."""

import pytest

from cli.conftest import TODAY, Cli

REFUSED = "2026-10-26"

HAPPENED = [
    ("new", "--refused", "{}"),
    ("new", "--refused", REFUSED, "--interview", "{}"),
    ("event", "add", "passport_requested", "--on", "{}"),
    ("event", "add", "noir", "--learned", "{}"),
    ("docs", "add", "Chart", "--asked", "{}"),
    ("docs", "set", "Letter", "submitted", "--on", "{}"),
    ("log", "ceac", "--on", "{}"),
    ("log", "ceac", "--page-created", "{}"),
    ("log", "ceac", "--page-updated", "{}"),
    ("set", "refused={}"),
]

AHEAD = [
    ("event", "add", "interview_scheduled", "--due", "{}"),
    ("event", "add", "noir", "--on", "2026-12-01", "--due", "{}"),
    ("docs", "add", "Chart", "--expires", "{}"),
    ("docs", "set", "Letter", "--expires", "{}"),
    ("deadline", "add", "lease", "{}"),
    ("set", "passport_expires={}"),
    ("set", "letter_deadline={}"),
    ("set", "programme_starts={}"),
    ("set", "emergency={}"),
]


@pytest.fixture
def opened(g221: Cli) -> Cli:
    """A case with one paper."""
    g221.open(REFUSED, "--document", "Letter", today=TODAY)
    return g221


def refused(opened: Cli, line: tuple[str, ...], day: str) -> str:
    """What is said of a date that can't be; nothing is recorded."""
    before = opened.recorded()
    said = opened(*(word.format(day) for word in line), code=1)
    assert (said.out, len(said.lines)) == ("", 1), line
    assert "is accepted" in said.err, line
    assert opened.recorded() == before
    return said.err


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "1952-12-23"])
@pytest.mark.parametrize("line", HAPPENED, ids=" ".join)
def test_nothing_of_a_case_happened_before_there_was_a_section_221g(
    opened: Cli, line: tuple[str, ...], day: str
) -> None:
    said = refused(opened, line, day)
    assert str(int(day[:4])) in said, "the year that was understood"
    assert "Wed 24 Dec 1952" in said


@pytest.mark.parametrize("day", ["9999-12-31", "2056-12-13", "0206-01-01"])
@pytest.mark.parametrize("line", AHEAD, ids=" ".join)
def test_a_date_ahead_has_a_generous_bound(opened: Cli, line: tuple[str, ...], day: str) -> None:
    assert "Tue 12 Dec 2056" in refused(opened, line, day)


def test_dates_up_to_the_bound_are_taken(opened: Cli) -> None:
    opened("set", "passport_expires=2056-12-12", "offer_expires=2025-01-01")
    opened("deadline", "add", "lease", "2056-12-12")
    opened("event", "add", "interview_scheduled", "--due", "2056-12-12")


@pytest.mark.parametrize("day", ["1931-12-23", "2026-12-13", "9990-01-01"])
def test_a_child_was_born_within_the_life_of_the_act_and_not_in_the_future(
    opened: Cli, day: str
) -> None:
    refused(opened, ("set", "child_birthday={}"), day)
    opened("set", "child_birthday=2006-12-24")
    assert opened.deadlines()["expiry_child_21"]["date"] == "2027-12-24"


@pytest.mark.parametrize("day", ["1899-12-31", "2026-12-13", "9990-01-01"])
def test_an_applicant_was_born_within_living_memory_and_not_in_the_future(
    opened: Cli, day: str
) -> None:
    assert "Mon 1 Jan 1900" in refused(opened, ("set", "birth_date={}"), day)
    opened("set", "birth_date=1931-03-14")
    assert "1931-03-14" in opened.file.read_text(encoding="utf-8")


@pytest.mark.parametrize("field", ["on", "due"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_correction_has_the_same_bounds(opened: Cli, field: str, day: str) -> None:
    opened("event", "add", "interview_scheduled", "--due", "2027-01-05")
    record = opened("event", "list", "--json").json()[-1]["id"]
    refused(opened, ("correct", record, field + "={}"), day)


@pytest.mark.parametrize("day", ["0001-01-01", "1950-01-01", "9999-12-31"])
def test_today_is_a_day_of_our_time(opened: Cli, day: str) -> None:
    for command in ("status", "demo"):
        said = opened(command, today=day, code=1)
        assert (said.out, len(said.lines)) == ("", 1)
        assert "--today" in said.err


@pytest.mark.parametrize("day", ["2023-01-01", "2030-12-31", "2099-12-31"])
def test_today_may_be_years_away(opened: Cli, day: str) -> None:
    opened("status", today=day)


def test_an_older_record_bars_no_other_change(opened: Cli) -> None:
    """What a file holds already is not judged anew."""
    text = opened.file.read_text(encoding="utf-8")
    opened.file.write_text(text.replace(REFUSED, "1949-10-26"), encoding="utf-8")
    opened("set", "title=Mine")
    opened("docs", "set", "Letter", "--note", "found")
    assert opened.status()["case"]["refused_on"] == "1949-10-26"
