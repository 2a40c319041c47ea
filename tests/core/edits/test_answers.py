"""What quietens and ends the deadline of a notice: the answer, its arrival, the decision."""

from typing import Any

import pytest

from core.life import LATER, Life
from core.steps import REFUSED, event, letters, walk

RETURNED = "2026-02-02"
PRINTED = "2026-06-01"


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
def test_an_answer_on_its_way_makes_the_deadline_quiet_and_its_arrival_ends_it(
    away: Life, notice: str
) -> None:
    event(away, notice, PRINTED, "--due", "2026-06-30")
    walk(away, "response_sent 2026-06-20 response_received 2026-06-26")
    before = answer(away, "2026-06-19", notice)
    assert (before["quiet"], away.status("2026-06-19")["stage"]["id"]) == (False, "response_due")
    for day in ("2026-06-20", "2026-06-25"):
        row = answer(away, day, notice)
        assert (row["date"], row["quiet"]) == ("2026-06-30", True), day
        snapshot = away.status(day)
        assert snapshot["stage"]["id"] == "response_review"
        assert snapshot["next"]["kind"] not in ("deadline", "notice", "expiry")
    assert answer(away, "2026-06-26", notice) is None
    assert away.status("2026-06-26")["stage"]["since"] == "2026-06-20", "no change of stage"


def test_an_answer_on_its_way_presses_nobody_even_after_the_date(away: Life) -> None:
    event(away, "noir", PRINTED, "--due", "2026-06-30")
    event(away, "response_sent", "2026-06-20")
    row = answer(away, "2026-07-05")
    assert (row["quiet"], row["days_left"]) == (True, -5)
    assert away.next_step("2026-07-05")["kind"] not in ("deadline", "notice")


def test_an_answer_to_a_notice_without_a_date_ends_the_pressing(away: Life) -> None:
    away("event", "add", "noir", "--learned", "2026-06-12", today=LATER)
    event(away, "response_sent", "2026-06-20")
    assert away.next_step("2026-06-19")["kind"] == "notice"
    assert away.next_step("2026-06-20")["kind"] not in ("notice", "deadline")
    assert answer(away, "2026-06-20") is None


@pytest.mark.parametrize("end", ["reaffirmed", "revoked"])
def test_the_decision_leaves_no_deadline_that_presses(away: Life, end: str) -> None:
    event(away, "noir", PRINTED, "--due", "2026-06-30")
    event(away, end, "2026-06-26")
    for day in ("2026-06-26", "2026-07-10"):
        row = answer(away, day)
        assert row is None or row["quiet"], day
        assert away.next_step(day)["kind"] not in ("deadline", "notice")


def test_the_second_time_round_only_the_new_notice_counts(away: Life) -> None:
    event(away, "noir", PRINTED, "--due", "2026-06-30")
    walk(away, "response_sent 2026-06-20 response_received 2026-06-26 reaffirmed 2026-08-03")
    walk(away, "interview 2026-09-07 refused_221g 2026-09-07 petition_returned 2026-10-05")
    event(away, "noir", "2027-01-11")
    assert answer(away, "2026-10-05") is None
    row = answer(away, "2027-01-12")
    assert (row["date"], row["estimate"], row["quiet"]) == ("2027-02-10", True, False)
    assert letters(away.status("2027-01-12"))[:2] == "cc"


def test_an_answer_to_one_notice_does_not_answer_a_later_one(away: Life) -> None:
    event(away, "noir", PRINTED, "--due", "2026-07-03")
    event(away, "response_sent", "2026-06-20")
    event(away, "noid", "2026-06-24", "--due", "2026-07-24")
    snapshot = away.status("2026-06-25")
    assert snapshot["stage"]["id"] == "response_due"
    assert answer(away, "2026-06-25")["quiet"] is True
    assert answer(away, "2026-06-25", "noid")["quiet"] is False
    assert (snapshot["next"]["kind"], snapshot["next"]["date"]) == ("notice", "2026-07-24")
    event(away, "response_sent", "2026-07-01")
    assert answer(away, "2026-07-01", "noid")["quiet"] is True
    assert away.next_step("2026-07-01")["kind"] not in ("notice", "deadline")


def test_an_arrival_without_a_recorded_dispatch_ends_the_deadline(away: Life) -> None:
    event(away, "noir", PRINTED, "--due", "2026-07-03")
    event(away, "response_received", "2026-06-26")
    assert answer(away, "2026-06-25")["quiet"] is False
    assert answer(away, "2026-06-26") is None
    assert away.next_step("2026-06-26")["kind"] not in ("notice", "deadline")
    assert away.status("2026-06-26")["stage"]["id"] == "response_review", "it has been sent"


def test_evidence_for_uscis_is_the_petitioner_s_and_no_paper_for_the_post(away: Life) -> None:
    event(away, "noir", PRINTED, "--due", "2026-07-03")
    away("docs", "add", "Contract", "--by", "uscis", "--asked", PRINTED, today=LATER)
    snapshot = away.status("2026-06-10")
    assert snapshot["documents"]["outstanding"] == 0
    assert (snapshot["next"]["kind"], snapshot["wait"]["anchor"]) == ("notice", REFUSED)
    away("docs", "set", "Contract", "submitted", "--on", "2026-06-20", today=LATER)
    assert away.status("2026-06-21")["wait"]["anchor"] == REFUSED
    assert away.status("2026-06-21")["documents"]["complete_on"] is None
