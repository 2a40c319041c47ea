"""A deadline on a day on which the office may be closed says so; its date stays."""

from datetime import date, timedelta

import pytest

from core.life import LATER, Life, plus
from core.steps import event
from g221_tui.rules import load_rules

MAY = "the office may be closed"
UNKNOWN = "the post's own holidays are not known here"
HOLIDAYS = {"2026-07-03": "Independence Day (observed)", "2026-09-07": "Labor Day"}
"""Those of the days the sweeps look at."""


def is_off(day: str) -> bool:
    """Whether it is a weekend or one of the holidays, told without the rules."""
    return date.fromisoformat(day).weekday() > 4 or day in HOLIDAYS


@pytest.mark.parametrize("shift", range(14))
def test_a_printed_date_of_each_kind_says_so_on_such_a_day_alone(life: Life, shift: int) -> None:
    due = plus("2026-06-26", shift)
    life.open("2026-01-05", "--document", "Police certificate", "--petition", "yes")
    life("set", f"letter_deadline={due}", today=LATER)
    rows = {"letter_date": life.deadlines("2026-06-10")["letter_date"]}
    life.open("2026-01-05", "--asked", "no", "--visa", "H-1B", "--petition", "yes")
    for kind, on in (("petition_returned", "2026-02-02"), ("noir", "2026-06-01")):
        event(life, kind, on, *(("--due", due) if kind == "noir" else ()))
    rows["noir_response"] = life.deadlines("2026-06-10")["noir_response"]
    event(life, "reaffirmed", "2026-06-11")
    event(life, "interview_scheduled", "2026-06-12", "--due", due)
    rows["interview"] = life.deadlines("2026-06-13")["interview"]
    for name, row in rows.items():
        assert row["date"] == due, name
        assert row["because"].count(MAY) == is_off(due), name
        assert bool(row["closed"]) is is_off(due), name
        post = name != "noir_response"
        assert (UNKNOWN in row["because"]) is (post and is_off(due)), name


@pytest.mark.parametrize("shift", range(7))
def test_the_limits_of_a_year_and_of_two_say_so(life: Life, shift: int) -> None:
    refused = plus("2026-01-05", shift)
    life.open(refused, "--visa", "IR1", "--document", "Police certificate")
    limit = life.deadlines("2026-03-01")["documents_one_year"]
    second = life.deadlines("2027-06-01")["reinstatement"]
    for row in (limit, second):
        off = date.fromisoformat(row["date"]).weekday() > 4
        assert row["because"].count(MAY) == off
        assert (UNKNOWN in row["because"], bool(row["closed"])) == (off, off)


@pytest.mark.parametrize(
    ("on", "until", "words"),
    [
        ("2026-06-02", "2026-07-02", ""),
        ("2026-06-03", "2026-07-03", "Independence Day (observed), a US federal holiday"),
        ("2026-06-04", "2026-07-04", "a Saturday"),
        ("2026-06-05", "2026-07-05", "a Sunday"),
        ("2026-06-06", "2026-07-06", ""),
    ],
)
def test_an_estimate_says_it_once_with_what_the_law_makes_of_it(
    life: Life, on: str, until: str, words: str
) -> None:
    life.open("2026-01-05", "--asked", "no", "--visa", "H-1B", "--petition", "yes")
    event(life, "petition_returned", "2026-02-02")
    event(life, "noir", on)
    row = life.deadlines("2026-06-10")["noir_response"]
    assert (row["date"], row["estimate"], row["closed"]) == (until, True, words)
    assert row["because"].count("may be closed") == row["because"].count("8 CFR 1.2") == bool(words)
    assert f"It falls on {words}," in row["because"] or not words


def test_what_expires_and_what_the_user_named_has_no_office(life: Life) -> None:
    life.open("2026-01-05", "--document", "Police certificate")
    saturday = "2026-07-04"
    life("set", f"passport_expires={saturday}", today=LATER)
    life("set", "child_birthday=2005-07-04", today=LATER)
    life("docs", "set", "Police certificate", "requested", "--expires", saturday, today=LATER)
    life("deadline", "add", "Flight", saturday, today=LATER)
    rows = [row for row in life.status("2026-06-10")["deadlines"] if row["office"] == ""]
    assert {row["date"] for row in rows} == {saturday}
    assert len(rows) == 4
    for row in rows:
        assert row["closed"] == ""
        assert MAY not in row["because"]


def test_it_is_said_until_the_day_itself_and_no_longer_of_a_date_that_has_passed(
    life: Life,
) -> None:
    life.open("2026-01-05", "--document", "Police certificate")
    life("set", "letter_deadline=2026-07-04", today=LATER)
    for day, said in (("2026-06-01", 1), ("2026-07-04", 1), ("2026-07-05", 0)):
        row = life.deadlines(day)["letter_date"]
        assert row["because"].count("Sat 4 Jul 2026 is a Saturday: the office") == said, day
        assert row["closed"] == "a Saturday"


def test_the_titles_of_the_timeline_stay(life: Life) -> None:
    life.open("2026-01-05", "--document", "Police certificate")
    life("set", "letter_deadline=2026-07-04", today=LATER)
    rows = [row for row in life.status("2026-06-10")["timeline"] if row["kind"] == "deadline"]
    assert [(row["date"], row["title"]) for row in rows] == [
        ("2026-07-04", "Papers: date on your letter")
    ]


def test_each_deadline_where_an_office_must_act_names_it_and_no_expiry_does() -> None:
    rules = load_rules(None).deadlines
    offices = (rules.papers, rules.letter, rules.reinstatement, rules.interview, rules.notice)
    assert [each.office for each in offices] == ["post"] * 4 + ["uscis"]
    without = (*rules.expiries, rules.document, rules.named)
    assert {each.office for each in without} == {""}


def test_no_limit_is_moved_by_it(life: Life) -> None:
    start = date(2026, 1, 1)
    for shift in range(0, 366, 5):
        refused = (start + timedelta(days=shift)).isoformat()
        life.open(refused, "--document", "Police certificate")
        row = life.deadlines(plus(refused, 1))["documents_one_year"]
        assert row["days_left"] == 363
