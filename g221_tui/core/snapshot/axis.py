"""The axis of the wait: the days it is marked with, and how far it runs."""

from datetime import date
from typing import NamedTuple

from g221_tui.core.views import WaitView


class Mark(NamedTuple):
    """A day of the wait that matters."""

    days: int
    """Days since the wait began."""
    day: date


def marks(wait: WaitView) -> tuple[Mark, ...]:
    """The day the wait is over, and State's own figure where that is another day."""
    found = []
    if wait.wait_until is not None and wait.wait_days is not None:
        found.append(Mark(wait.wait_days, wait.wait_until))
    state = _state(wait)
    if state is not None and state.day != wait.wait_until:
        found.append(state)
    return tuple(found)


def length(wait: WaitView) -> int:
    """The days of the whole axis: the wait, and once that is over State's own figure."""
    days, state = wait.wait_days or 0, _state(wait)
    return days if wait.days_left or state is None else max(days, state.days)


def _state(wait: WaitView) -> Mark | None:
    """State's own figure."""
    day, anchor = wait.state_department_day_180, wait.anchor
    return Mark((day - anchor).days, day) if day is not None and anchor is not None else None
