"""Notices: two dates, the petitioner's deadline, and what ends it."""

from typing import Any

import pytest

from core.life import LATER, Life, names_day, plus
from core.steps import REFUSED, event, event_id, walk, words_of

RETURNED = "2026-02-02"
PRINTED = "2026-06-01"
GUIDE = ("30 to 60", "30–60", "30-60")


@pytest.fixture
def away(life: Life) -> Life:
    """A case whose petition went back to USCIS; its asking is open since March."""
    life.open(REFUSED, "--asked", "no", "--visa", "H-1B", "--petition", "yes")
    event(life, "petition_returned", RETURNED)
    return life


def answer(life: Life, day: str, notice: str = "noir") -> Any:
    """The deadline of the notice on that day, or nothing."""
    return life.deadlines(day).get(f"{notice}_response")


@pytest.mark.parametrize("notice", ["noir", "noid"])
@pytest.mark.parametrize(
    ("on", "due", "date", "estimate"),
    [
        ("2026-06-01", "2026-06-30", "2026-06-30", False),
        ("2026-06-01", "2026-07-31", "2026-07-31", False),
        ("2026-06-01", None, "2026-07-01", True),
        ("2027-01-30", None, "2027-03-01", True),
        ("2028-01-30", None, "2028-02-29", True),
    ],
)
def test_the_printed_date_counts_else_notice_date_plus_30_as_an_estimate(
    away: Life, notice: str, on: str, due: str | None, date: str, estimate: bool
) -> None:
    event(away, notice, on, *(("--due", due) if due else ()))
    row = answer(away, plus(on, 1), notice)
    assert (row["date"], row["estimate"], row["quiet"]) == (date, estimate, False)
    said = words_of(away.status(plus(on, 1)))
    assert "petitioner" in said
    assert any(figure in said for figure in GUIDE) or not estimate
    if estimate:
        assert "estimate" in words_of([row["because"], row["title"]])


@pytest.mark.parametrize(
    ("notice", "other"), [("noir", "noid_response"), ("noid", "noir_response")]
)
def test_each_notice_has_its_own_deadline(away: Life, notice: str, other: str) -> None:
    event(away, notice, PRINTED)
    assert other not in away.deadlines("2026-06-10")


def test_the_answer_must_have_arrived_by_the_date(away: Life) -> None:
    event(away, "noir", PRINTED, "--due", "2026-06-30")
    because = answer(away, "2026-06-02")["because"].casefold()
    assert "arriv" in because or "receiv" in because


def test_the_next_step_names_the_petitioner_and_the_date(away: Life) -> None:
    away("set", "petitioner=Acme Widgets", today=LATER)
    event(away, "noir", PRINTED, "--due", "2026-07-15")
    step = away.next_step("2026-06-20")
    assert step["kind"] == "notice"
    assert "Acme Widgets" in step["text"] or "petitioner" in step["text"].casefold()
    assert step["date"] == "2026-07-15"
    assert names_day(step["text"], "2026-07-15")


def test_what_was_learned_first_and_printed_later_gets_its_deadline(away: Life) -> None:
    away("event", "add", "noir", "--learned", "2026-06-12", today="2026-06-12")
    away("correct", event_id(away, "noir"), "on=2026-06-01", today=LATER)
    row = answer(away, "2026-06-20")
    assert (row["date"], row["estimate"]) == ("2026-07-01", True)
    away("correct", event_id(away, "noir"), "due=2026-07-03", today=LATER)
    row = answer(away, "2026-06-20")
    assert (row["date"], row["estimate"]) == ("2026-07-03", False)


def test_the_day_of_learning_is_today_unless_said_and_the_printed_day_has_no_default(
    away: Life,
) -> None:
    away("event", "add", "noir", "--learned", "2026-06-08", today="2026-06-09")
    away("event", "add", "noid", today="2026-06-10")
    rows = {row["kind"]: row for row in away("event", "list", "--json").json()}
    assert (rows["noir"]["on"], rows["noir"]["learned"]) == (None, "2026-06-08")
    assert (rows["noid"]["on"], rows["noid"]["learned"]) == (None, "2026-06-10")


def test_a_notice_takes_its_place_by_its_printed_date(away: Life) -> None:
    event(away, "noir", "2026-06-01", "--learned", "2026-06-20")
    event(away, "response_sent", "2026-06-10")
    snapshot = away.status("2026-06-25")
    assert snapshot["stage"]["id"] == "response_review"
    kinds = [row["kind"] for row in snapshot["timeline"] if row["origin"] == "recorded"]
    assert kinds[-2:] == ["noir", "response_sent"]


@pytest.mark.parametrize("option", ["--on", "--learned"])
def test_neither_date_of_a_notice_can_lie_ahead(away: Life, option: str) -> None:
    before = away.recorded()
    said = away("event", "add", "noir", option, "2026-06-11", today="2026-06-10", code=1)
    assert len(said.lines) == 1
    assert away.recorded() == before
    away("event", "add", "noir", "--on", PRINTED, "--due", "2026-07-15", today="2026-06-10")


def test_the_printed_deadline_counts_even_where_the_notice_s_own_date_is_unknown(
    away: Life,
) -> None:
    away("event", "add", "noir", "--due", "2026-07-10", today="2026-06-20")
    row = answer(away, "2026-06-25")
    assert (row["date"], row["estimate"]) == ("2026-07-10", False)
    assert "may already be running" not in away.next_step("2026-06-25")["text"]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        (("--due", "2026-07-04"), "2026-07-04"),
        (("--due", "2026-07-05"), "2026-07-05"),
        (("--on", "2026-06-04"), "2026-07-04"),
        (("--on", "2026-06-05"), "2026-07-05"),
    ],
    ids=["printed Saturday", "printed Sunday", "estimated Saturday", "estimated Sunday"],
)
def test_a_weekend_and_the_mail_are_mentioned_and_never_added(
    away: Life, words: tuple[str, ...], date: str
) -> None:
    away("event", "add", "noir", *(("--on", PRINTED) if "--due" in words else ()), *words)
    snapshot = away.status("2026-06-10")
    assert {row["id"]: row["date"] for row in snapshot["deadlines"]} == {"noir_response": date}
    said = words_of(snapshot)
    assert any(word in said for word in ("weekend", "saturday", "sunday", "business day"))
    assert "mail" in words_of([snapshot["deadlines"], snapshot["notes"], snapshot["next"]])


def test_a_deadline_before_the_next_opening_is_said_to_be_so(life: Life) -> None:
    life.open("2026-06-01", "--asked", "no", "--petition", "yes")
    walk(life, "petition_returned 2026-06-03")
    event(life, "noir", "2026-06-08", "--due", "2026-07-07")
    assert answer(life, "2026-06-10")["before_opening"] is True
    assert answer(life, "2026-08-10")["before_opening"] is False


def test_of_two_notices_of_a_kind_the_one_to_answer_first_counts(away: Life) -> None:
    event(away, "noir", "2026-06-01", "--due", "2026-07-01")
    event(away, "noir", "2026-06-03", "--due", "2026-07-15")
    assert away.deadlines("2026-06-05")["noir_response"]["date"] == "2026-07-01"


def test_a_notice_that_is_answered_comes_after_one_that_is_not(away: Life) -> None:
    event(away, "noir", "2026-06-01", "--due", "2026-07-01")
    event(away, "response_sent", "2026-06-10")
    event(away, "noir", "2026-06-15", "--due", "2026-07-15")
    row = away.deadlines("2026-06-16")["noir_response"]
    assert (row["date"], row["quiet"]) == ("2026-07-15", False)


def test_the_next_step_speaks_of_the_notice_that_came_last(away: Life) -> None:
    event(away, "noir", "2026-06-01", "--due", "2026-07-01")
    last = event(away, "noid", "2026-06-03", "--due", "2026-07-15").record
    step = away.next_step("2026-06-05")
    assert (step["kind"], step["subject"], step["date"]) == ("notice", last, "2026-07-15")
