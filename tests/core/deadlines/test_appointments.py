"""The interview one was told of, and the dates that run on whoever holds the file."""

import pytest

from core.life import LATER, Life
from core.steps import REFUSED, event, event_id, walk

TOLD, DUE = "2026-08-10", "2026-09-07"


@pytest.fixture
def reaffirmed(life: Life) -> Life:
    """A case whose petition came back reaffirmed."""
    life.open(REFUSED, "--asked", "no", "--visa", "H-1B", "--petition", "yes")
    walk(life, "petition_returned 2026-02-02 reaffirmed 2026-08-03")
    return life


def test_without_a_date_there_is_no_appointment_until_it_is_corrected(reaffirmed: Life) -> None:
    event(reaffirmed, "interview_scheduled", TOLD)
    assert reaffirmed.deadlines(TOLD) == {}
    assert reaffirmed.next_step(TOLD)["kind"] == "wait"
    scheduled = event_id(reaffirmed, "interview_scheduled")
    reaffirmed("correct", scheduled, f"due={DUE}", today=LATER)
    assert reaffirmed.deadlines(TOLD)["interview"]["date"] == DUE


def test_a_new_appointment_replaces_the_old_one(reaffirmed: Life) -> None:
    event(reaffirmed, "interview_scheduled", TOLD, "--due", DUE)
    event(reaffirmed, "interview_scheduled", "2026-08-24", "--due", "2026-10-05")
    rows = reaffirmed.status("2026-08-25")["deadlines"]
    assert [(row["id"], row["date"]) for row in rows] == [("interview", "2026-10-05")]
    assert reaffirmed.deadlines("2026-08-23")["interview"]["date"] == DUE


@pytest.mark.parametrize("kind", ["interview", "refused_221g", "visa_issued", "withdrawn"])
def test_what_came_of_it_ends_the_appointment(reaffirmed: Life, kind: str) -> None:
    event(reaffirmed, "interview_scheduled", TOLD, "--due", DUE)
    event(reaffirmed, kind, "2026-09-04")
    assert "interview" in reaffirmed.deadlines("2026-09-03")
    assert "interview" not in reaffirmed.deadlines("2026-09-04")
    assert reaffirmed.next_step("2026-09-20")["kind"] != "deadline"


@pytest.mark.parametrize("last", ["uscis_received", "noir", "response_sent"])
def test_what_expires_runs_on_wherever_the_file_is(life: Life, last: str) -> None:
    life.open(REFUSED, "--asked", "no")
    walk(life, f"petition_returned 2026-02-02 {last} 2026-04-01")
    life("set", "passport_expires=2026-06-20", today=LATER)
    assert life.deadlines("2026-06-01")["expiry_passport"]["days_left"] == 19
    assert life.deadlines("2026-06-21")["expiry_passport"]["days_left"] == -1


@pytest.mark.parametrize("on", ["2026-01-19", "2026-03-30"])
def test_a_corrected_day_moves_what_follows_from_it(life: Life, on: str) -> None:
    life.open(REFUSED, "--asked", "no")
    walk(life, "petition_returned 2026-02-02")
    life("correct", event_id(life, "petition_returned"), f"on={on}", today=LATER)
    shown = life.status("2026-04-05")["stage"]
    assert (shown["id"], shown["since"]) == ("returning", on)
    assert life.status("2026-01-18")["stage"]["id"] == "processing"
