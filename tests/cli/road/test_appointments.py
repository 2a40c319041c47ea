"""The interview one was told of, and the dates that run on whoever holds the file."""

import pytest

from cli.conftest import Cli
from core.steps import REFUSED, event, walk

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
