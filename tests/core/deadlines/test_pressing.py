"""On which days a deadline presses, counted at its edges."""

import pytest

from core.life import Life, plus

REFUSED = "2026-09-14"
OPENS = "2026-11-13"
"""Day 60: the first channel opens."""


@pytest.fixture
def waiting(life: Life) -> Life:
    """A case of which nothing was asked: nothing else presses."""
    life.open(REFUSED, "--asked", "no")
    return life


@pytest.mark.parametrize(("after", "presses"), [(0, True), (7, True), (8, False)])
def test_a_passed_expiry_presses_for_seven_days(waiting: Life, after: int, presses: bool) -> None:
    waiting("set", "offer_expires=2026-10-01")
    kind = waiting.next_step(plus("2026-10-01", after))["kind"]
    assert (kind == "deadline") is presses


@pytest.mark.parametrize(("before", "kind"), [(8, "expiry"), (7, "deadline"), (0, "deadline")])
def test_an_expiry_ahead_presses_from_seven_days_before(
    waiting: Life, before: int, kind: str
) -> None:
    waiting("set", "offer_expires=2026-10-30")
    assert waiting.next_step(plus("2026-10-30", -before))["kind"] == kind


@pytest.mark.parametrize(("after", "kind"), [(-1, "expiry"), (0, "wait"), (1, "wait")])
def test_an_expiry_is_the_next_step_only_where_it_falls_before_the_opening(
    waiting: Life, after: int, kind: str
) -> None:
    waiting("set", f"passport_expires={plus(OPENS, after)}")
    assert waiting.next_step(plus(OPENS, -30))["kind"] == kind


@pytest.mark.parametrize(
    ("left", "level"), [(31, None), (30, 30), (15, 30), (14, 14), (7, 7), (4, 7), (3, 3), (0, 3)]
)
def test_a_deadline_warns_at_30_14_7_and_3_days(
    waiting: Life, left: int, level: int | None
) -> None:
    waiting("deadline", "add", "Flight", "2027-03-01")
    (row,) = waiting.snapshot(plus("2027-03-01", -left)).deadlines
    assert row.level == level


def test_reinstatement_shows_on_the_first_anniversary_itself(life: Life) -> None:
    life.open("2026-01-05", "--visa", "IR1", "--document", "Police certificate")
    assert "reinstatement" not in life.deadlines("2027-01-04")
    assert life.deadlines("2027-01-05")["reinstatement"]["date"] == "2028-01-05"
