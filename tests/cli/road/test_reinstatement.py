"""The second anniversary of an immigrant's refusal, and what an ended registration still may."""

import pytest

from cli.conftest import Cli, names_day
from core.steps import event, words_of

REFUSED = "2026-01-05"
FIRST, SECOND = "2027-01-05", "2028-01-05"


def open_immigrant(g221: Cli, refused: str = REFUSED, visa: str = "IR1") -> None:
    """An immigrant's case with a paper that was never sent."""
    g221.open(refused, "--visa", visa, "--document", "Police certificate")


@pytest.mark.parametrize(
    ("today", "kind", "left"),
    [
        ("2027-02-01", "ended", 338),
        ("2027-12-05", "ended", 31),
        ("2027-12-06", "deadline", 30),
        ("2027-12-29", "deadline", 7),
        ("2028-01-04", "deadline", 1),
        ("2028-01-05", "deadline", 0),
    ],
)
def test_an_ended_registration_has_only_its_end_until_30_days_before_that_date(
    g221: Cli, today: str, kind: str, left: int
) -> None:
    open_immigrant(g221)
    event(g221, "registration_terminated", "2027-02-01")
    snapshot = g221.status(today)
    assert (snapshot["stage"]["id"], snapshot["next"]["kind"]) == ("terminated", kind)
    row = g221.deadlines(today)["reinstatement"]
    assert (row["date"], row["days_left"]) == (SECOND, left)
    g221("next", "--check", today=today, code=4 if kind == "deadline" else 0)
    if kind == "deadline":
        assert snapshot["next"]["subject"] == "reinstatement"
        assert snapshot["next"]["date"] == SECOND or names_day(snapshot["next"]["text"], SECOND)
        assert "overdue" not in words_of(snapshot["next"])
    else:
        assert "reinstat" in words_of(snapshot["next"])
