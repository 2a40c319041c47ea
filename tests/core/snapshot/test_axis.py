"""The days the axis of the wait is marked with, and how far it runs."""

from datetime import timedelta

from core.snapshot.kit import REFUSED, case, refused, snapshot
from g221_tui.core.snapshot.axis import Mark, length, marks
from g221_tui.core.views import WaitView


def waiting(days: int, wait: int | None = None, policy: str = "guide") -> WaitView:
    """The wait of a case in which nothing was asked for, so many days after the refusal."""
    found = case(refused(asked="no"), wait=wait, policy=policy)
    return snapshot(found, REFUSED + timedelta(days=days)).wait


def mark(days: int) -> Mark:
    """The mark so many days after the refusal."""
    return Mark(days, REFUSED + timedelta(days=days))


def test_the_end_of_the_wait_and_states_own_figure_are_marked() -> None:
    assert marks(waiting(47)) == (mark(60), mark(180))


def test_where_both_are_one_day_there_is_one_mark() -> None:
    assert marks(waiting(47, policy="state")) == (mark(180),)


def test_without_a_wait_nothing_is_marked() -> None:
    assert marks(waiting(-5)) == ()
    assert length(waiting(-5)) == 0


def test_the_axis_runs_to_the_end_of_the_wait_and_then_to_states_own_figure() -> None:
    assert [length(waiting(days)) for days in (0, 59, 60, 300)] == [60, 60, 180, 180]


def test_a_longer_wait_of_ones_own_is_the_longer_one() -> None:
    assert length(waiting(300, wait=200)) == 200
