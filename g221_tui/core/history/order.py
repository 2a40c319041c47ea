"""The order of the changes of all copies of a file: by their moments, whichever file they lie in.

A change counts for the moment it was written at, and never for one before a change that lay in the
file already: where a clock is behind, it counts for the moment of that one. So of two changes the
one that knew of the other is the later, and copies that hold the same changes order them alike.
"""

from collections.abc import Sequence
from typing import NamedTuple

from g221_tui.core.history.entries import HistoryEntry


class Moment(NamedTuple):
    """When a change counts as written."""

    at: str
    """A UTC timestamp, ISO 8601."""
    place: int
    """Which of the changes of that moment it is, from 1."""


NEVER = Moment("", 0)
"""Before all changes."""


def moments(entries: Sequence[HistoryEntry]) -> dict[int, Moment]:
    """The moment of each entry of a history, oldest first, by its number.

    An entry of a former version names no place: it follows those before it.
    """
    found: dict[int, Moment] = {}
    latest = NEVER
    for entry in entries:
        if entry.place:
            now = Moment(entry.moment or entry.at, entry.place)
        else:
            now = following(latest, entry.at)
        found[entry.n] = now
        latest = max(latest, now)
    return found


def following(latest: Moment, at: str) -> Moment:
    """The moment of what is written after another, when the clock says this."""
    return Moment(at, 1) if at > latest.at else Moment(latest.at, latest.place + 1)
