"""The interview one was told of, and the dates that run on whoever holds the file."""

import pytest

from cli.conftest import LATER, Cli
from cli.road.steps import REFUSED, event, event_id, walk

TOLD, DUE = "2026-08-10", "2026-09-07"


@pytest.fixture
def reaffirmed(g221: Cli) -> Cli:
    """A case whose petition came back reaffirmed."""
    g221.open(REFUSED, "--asked", "no", "--visa", "H-1B", "--petition", "yes")
    walk(g221, "petition_returned 2026-02-02 reaffirmed 2026-08-03")
    return g221


@pytest.mark.parametrize(
    ("today", "left", "kind"),
    [
        ("2026-08-10", 28, "expiry"),
        ("2026-08-30", 8, "expiry"),
        ("2026-08-31", 7, "deadline"),
        ("2026-09-06", 1, "deadline"),
        ("2026-09-07", 0, "deadline"),
    ],
)
def test_the_appointment_is_a_deadline_from_the_day_one_was_told(
    reaffirmed: Cli, today: str, left: int, kind: str
) -> None:
    event(reaffirmed, "interview_scheduled", TOLD, "--due", DUE)
    row = reaffirmed.deadlines(today)["interview"]
    assert (row["date"], row["days_left"]) == (DUE, left)
    assert (row["estimate"], row["quiet"], row["before_opening"]) == (False, False, True)
    step = reaffirmed.next_step(today)
    assert (step["kind"], step["subject"], step["date"]) == (kind, "interview", DUE)
    reaffirmed("next", "--check", today=today, code=4)
    stage = reaffirmed.status(today)["stage"]
    assert (stage["id"], stage["since"]) == ("interview_scheduled", TOLD)
    assert "interview" not in reaffirmed.deadlines("2026-08-09")


def test_the_day_of_the_telling_is_today_unless_said_and_the_appointment_may_lie_ahead(
    reaffirmed: Cli,
) -> None:
    said = reaffirmed("event", "add", "interview_scheduled", "--due", DUE, today="2026-08-12")
    assert said.out == ""
    assert reaffirmed.status("2026-08-12")["stage"]["since"] == "2026-08-12"
    before = reaffirmed.recorded()
    reaffirmed("event", "add", "interview_scheduled", "--on", DUE, today="2026-08-12", code=1)
    assert reaffirmed.recorded() == before


def test_without_a_date_there_is_no_appointment_until_it_is_corrected(reaffirmed: Cli) -> None:
    event(reaffirmed, "interview_scheduled", TOLD)
    assert reaffirmed.deadlines(TOLD) == {}
    assert reaffirmed.next_step(TOLD)["kind"] == "wait"
    scheduled = event_id(reaffirmed, "interview_scheduled")
    reaffirmed("correct", scheduled, f"due={DUE}", today=LATER)
    assert reaffirmed.deadlines(TOLD)["interview"]["date"] == DUE


def test_a_new_appointment_replaces_the_old_one(reaffirmed: Cli) -> None:
    event(reaffirmed, "interview_scheduled", TOLD, "--due", DUE)
    event(reaffirmed, "interview_scheduled", "2026-08-24", "--due", "2026-10-05")
    rows = reaffirmed.status("2026-08-25")["deadlines"]
    assert [(row["id"], row["date"]) for row in rows] == [("interview", "2026-10-05")]
    assert reaffirmed.deadlines("2026-08-23")["interview"]["date"] == DUE


@pytest.mark.parametrize("kind", ["interview", "refused_221g", "visa_issued", "withdrawn"])
def test_what_came_of_it_ends_the_appointment(reaffirmed: Cli, kind: str) -> None:
    event(reaffirmed, "interview_scheduled", TOLD, "--due", DUE)
    event(reaffirmed, kind, "2026-09-04")
    assert "interview" in reaffirmed.deadlines("2026-09-03")
    assert "interview" not in reaffirmed.deadlines("2026-09-04")
    assert reaffirmed.next_step("2026-09-20")["kind"] != "deadline"


@pytest.mark.parametrize("last", ["uscis_received", "noir", "response_sent"])
def test_what_expires_runs_on_wherever_the_file_is(g221: Cli, last: str) -> None:
    g221.open(REFUSED, "--asked", "no")
    walk(g221, f"petition_returned 2026-02-02 {last} 2026-04-01")
    g221("set", "passport_expires=2026-06-20", today=LATER)
    assert g221.deadlines("2026-06-01")["expiry_passport"]["days_left"] == 19
    assert g221.deadlines("2026-06-21")["expiry_passport"]["days_left"] == -1


@pytest.mark.parametrize("on", ["2026-01-19", "2026-03-30"])
def test_a_corrected_day_moves_what_follows_from_it(g221: Cli, on: str) -> None:
    g221.open(REFUSED, "--asked", "no")
    walk(g221, "petition_returned 2026-02-02")
    g221("correct", event_id(g221, "petition_returned"), f"on={on}", today=LATER)
    shown = g221.status("2026-04-05")["stage"]
    assert (shown["id"], shown["since"]) == ("returning", on)
    assert g221.status("2026-01-18")["stage"]["id"] == "processing"
