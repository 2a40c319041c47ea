"""The axis of the wait: one fixed scale from the refusal on, and the days it is marked with."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from g221_tui.core.fields.labels import IF_COMPLETE
from g221_tui.core.views import DeadlineView, Snapshot

NEAREST = 2
"""So many deadlines are marked at most."""
REACH = 3
"""A deadline is marked where it lies within so many times the days to the last unlock: one that is
years away would leave no room for the rest."""


ASKING = "ask"
"""The name of the day on which asking opens."""
YEAR_END = (12, 31)
"""Month and day of the last day of a year."""


class MarkKind(StrEnum):
    """What a mark stands for."""

    ASKING = "asking"
    """The wait is over: asking opens."""
    STATE = "state"
    """State's own figure, where that is another day."""
    DEADLINE = "deadline"
    """A date that must not be missed."""


class Mark(NamedTuple):
    """A day that matters."""

    day: date
    kind: MarkKind
    name: str
    """What it is, in a word or two."""


class Axis(NamedTuple):
    """The scale and its marks."""

    start: date
    """The refusal of this round, or the day the wait counts from, the earlier one."""
    end: date
    """The furthest mark; once today lies beyond it, the end of today's year."""
    today: date
    marks: tuple[Mark, ...]
    """In their order."""

    def share(self, day: date) -> float:
        """Where a day stands, from 0 at the start to 1 at the end."""
        whole = (self.end - self.start).days
        return (day - self.start).days / whole if whole else 1.0


def axis(snapshot: Snapshot) -> Axis | None:
    """The axis of a case; none where nothing waits.

    The scale is that of the marks, not of today: from one day to the next it stays, but where a
    record adds a mark or takes one away.
    """
    wait = snapshot.wait
    if wait.anchor is None or wait.wait_until is None:
        return None
    start = min(filter(None, (snapshot.case.refused_on, wait.anchor)))
    asking = IF_COMPLETE if snapshot.if_complete else ASKING
    marks = [Mark(wait.wait_until, MarkKind.ASKING, asking)]
    state = wait.state_department_day_180
    if state is not None and state != wait.wait_until:
        marks.append(Mark(state, MarkKind.STATE, f"day {(state - wait.anchor).days}"))
    reach = start + REACH * (max(mark.day for mark in marks) - start)
    if snapshot.if_complete:  # that day moves as the other does: one of them is enough
        del marks[1:]
    marks += _deadlines(snapshot.deadlines, start, reach)
    marks.sort(key=lambda mark: mark.day)
    end = marks[-1].day
    if snapshot.today > end:
        end = date(snapshot.today.year, *YEAR_END)
    return Axis(start, end, snapshot.today, tuple(marks))


def _deadlines(deadlines: tuple[DeadlineView, ...], start: date, reach: date) -> list[Mark]:
    """The nearest deadlines within reach; the rest stand in the list."""
    near = [d for d in deadlines if start <= d.date <= reach and not d.quiet]
    return [Mark(d.date, MarkKind.DEADLINE, d.title) for d in near[:NEAREST]]
