"""By when the papers must be in, day by day: the year, the letter's date, an earlier letter's."""

import pytest

from core.life import LATER, Life
from core.steps import REFUSED, event, event_id, walk, words_of

YEAR = "2027-01-04"
"""The last safe day of a refusal of 5 Jan 2026."""
SECOND = "2026-02-02"


def rows(life: Life, day: str) -> str:
    """The deadlines of papers on that day, each with its date; `q` where it is quiet."""
    first = event_id(life, "refused_221g")
    names = {"documents_one_year": "year", "letter_date": "letter"}
    found = []
    for row in life.status(day)["deadlines"]:
        if row["id"] == "reinstatement":
            continue
        identity = row["id"].replace(f"_{first}", "_first")
        name = names.get(identity, "earlier" if identity.startswith("letter_date_") else identity)
        found.append(f"{name}={row['date']}{'q' if row['quiet'] else ''}")
    return " ".join(found) or "-"


def sent(life: Life, name: str, state: str, on: str) -> None:
    """A step of a paper."""
    life("docs", "set", name, state, "--on", on, today=LATER)


YEARS = [
    ("2026-01-05", f"year={YEAR}"),
    ("2026-01-12", f"year={YEAR}"),
    ("2026-01-19", f"year={YEAR}q"),
    ("2026-02-01", f"year={YEAR}q"),
    ("2026-02-02", f"year={YEAR}q"),
    ("2026-02-09", "-"),
    ("2027-02-01", "-"),
]


@pytest.mark.parametrize(("day", "expected"), YEARS)
def test_the_year_is_loud_till_all_is_sent_quiet_till_all_is_confirmed(
    life: Life, day: str, expected: str
) -> None:
    life.open(REFUSED, "--document", "Letter", "Chart")
    sent(life, "Letter", "submitted", "2026-01-12")
    sent(life, "Chart", "submitted", "2026-01-19")
    sent(life, "Letter", "received", "2026-02-02")
    sent(life, "Chart", "waived", "2026-02-09")
    assert rows(life, day) == expected


@pytest.mark.parametrize(
    ("asked", "expected"), [("yes", f"year={YEAR}"), ("unknown", f"year={YEAR}"), ("no", "-")]
)
def test_the_year_runs_where_something_is_asked_or_may_be(
    life: Life, asked: str, expected: str
) -> None:
    life.open(REFUSED, "--asked", asked)
    assert rows(life, "2026-01-12") == expected


@pytest.mark.parametrize(("asked_on", "expected"), [(YEAR, f"year={YEAR}"), ("2027-01-05", "-")])
def test_what_was_first_asked_after_the_last_safe_day_has_no_year(
    life: Life, asked_on: str, expected: str
) -> None:
    life.open(REFUSED, "--asked", "no")
    life("docs", "add", "Chart", "--by", "post", "--asked", asked_on, today=LATER)
    assert rows(life, "2027-01-11") == expected
    told = "was asked for after mon 4 jan 2027" in words_of(life.status("2027-01-11"))
    assert told is (expected == "-")
    sent(life, "Chart", "submitted", "2027-01-12")
    assert rows(life, "2027-01-12") == (f"{expected}q" if expected != "-" else "-")


@pytest.mark.parametrize("word", ["--due", "letter_deadline"])
def test_the_date_of_the_letter_takes_the_place_of_the_year(life: Life, word: str) -> None:
    life.open(REFUSED, "--asked", "no")
    life("docs", "add", "Chart", "--asked", SECOND, today=LATER)
    if word == "--due":
        event(life, "refused_221g", SECOND, "--due", "2026-03-02")
    else:
        event(life, "refused_221g", SECOND)
        life("set", "letter_deadline=2026-03-02", today=LATER)
    found = {day: rows(life, day) for day in ("2026-02-01", SECOND, "2026-03-02", "2026-06-01")}
    late = "letter=2026-03-02"
    assert found == {"2026-02-01": "-", SECOND: late, "2026-03-02": late, "2026-06-01": late}


LETTERS = [
    ("2026-01-05", "letter=2026-04-06"),
    ("2026-02-01", "letter=2026-04-06"),
    ("2026-02-02", "letter=2026-03-02 earlier=2026-04-06"),
    ("2026-02-08", "letter=2026-03-02 earlier=2026-04-06"),
    ("2026-02-09", "letter=2026-03-02"),
    ("2026-02-16", "letter=2026-03-02q"),
    ("2026-02-23", "-"),
]


@pytest.mark.parametrize(("day", "expected"), LETTERS)
def test_an_earlier_letter_keeps_its_date_while_its_own_papers_are_out(
    life: Life, day: str, expected: str
) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("set", "letter_deadline=2026-04-06", today=LATER)
    event(life, "refused_221g", SECOND, "--due", "2026-03-02")
    life("docs", "add", "Chart", "--asked", SECOND, today=LATER)
    sent(life, "Letter", "submitted", "2026-02-09")
    sent(life, "Chart", "submitted", "2026-02-16")
    sent(life, "Letter", "received", "2026-02-23")
    sent(life, "Chart", "received", "2026-02-23")
    assert rows(life, day) == expected


def test_what_was_asked_between_two_slips_belongs_to_the_first(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", "letter_deadline=2026-04-06", today=LATER)
    life("docs", "add", "Chart", "--by", "post", "--asked", "2026-02-01", today=LATER)
    event(life, "refused_221g", SECOND, "--asked", "no")
    assert rows(life, SECOND) == f"earlier=2026-04-06 year={YEAR}"


def test_what_was_asked_with_the_second_slip_leaves_the_first_letter_s_date_alone(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", "letter_deadline=2026-04-06", today=LATER)
    event(life, "refused_221g", SECOND)
    life("docs", "add", "Chart", "--asked", SECOND, today=LATER)
    assert rows(life, SECOND) == f"year={YEAR}"


def test_what_the_first_slip_asked_and_the_second_asks_again_is_still_the_first_one_s(
    life: Life,
) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("set", "letter_deadline=2026-04-06", today=LATER)
    sent(life, "Letter", "submitted", "2026-01-12")
    event(life, "refused_221g", SECOND)
    life("docs", "set", "Letter", "requested", "--by", "slip", "--on", SECOND, today=LATER)
    assert rows(life, SECOND) == f"earlier=2026-04-06 year={YEAR}"


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-03-02", True), ("2026-03-08", True), ("2026-03-09", True), ("2026-03-10", False)],
)
def test_a_letter_that_asks_for_nothing_keeps_its_date_until_a_week_after_it(
    life: Life, day: str, expected: bool
) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", "letter_deadline=2026-03-02", today=LATER)
    assert rows(life, day) == ("letter=2026-03-02" if expected else "-")


@pytest.mark.parametrize("on", [YEAR, "2027-01-05"])
def test_papers_sent_on_the_last_safe_day_were_in_time_and_a_day_later_late(
    life: Life, on: str
) -> None:
    life.open(REFUSED, "--document", "Letter", "Chart")
    sent(life, "Letter", "submitted", "2026-01-12")
    sent(life, "Chart", "submitted", on)
    words = life.deadlines("2027-02-01")["documents_one_year"]["because"]
    assert ("was the last safe day" in words) is (on > YEAR)
    assert "Sent, not confirmed" in words


def test_no_limit_runs_while_papers_rest_nor_after_an_end_nor_once_reinstated(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter", "--visa", "IR1")
    walk(life, "registration_terminated 2027-01-18 reinstated 2027-03-01")
    assert rows(life, "2027-01-17") == f"year={YEAR}"
    assert rows(life, "2027-01-18") == "-"
    assert rows(life, "2027-03-01") == "-"


def test_the_limit_rests_from_the_return_until_the_reaffirmation(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter", "--visa", "H-1B")
    walk(life, "petition_returned 2026-02-02 centre_received 2026-03-02 reaffirmed 2026-06-01")
    days = ("2026-02-01", "2026-02-02", "2026-05-31", "2026-06-01")
    assert [rows(life, day) for day in days] == [f"year={YEAR}", "-", "-", f"year={YEAR}"]


def test_where_the_letter_prints_a_date_nothing_is_said_of_the_year_that_is_over(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "no")
    life("docs", "add", "Chart", "--by", "post", "--asked", "2027-01-05", today=LATER)
    life("set", "letter_deadline=2027-03-01", today=LATER)
    assert rows(life, "2027-01-11") == "letter=2027-03-01"
    assert "was asked for after" not in words_of(life.status("2027-01-11"))
