"""Since when the papers were due, or no longer: for many days, each change gone through once."""

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

import msgspec

from g221_tui.core.model import YesNo
from g221_tui.core.progress.documents.turns import Turned
from g221_tui.core.progress.rounds import Listed, Round, SlipsSoFar

Due = Callable[[date], bool]
"""Tells of a day whether the post waited for papers, or it was unknown whether it did."""


def due_by(papers: Iterable[Turned], current: Round) -> Due:
    """Tells for any day, up to that of the turns, what `papers_on` says of it being due."""
    known, so_far = _Known(), SlipsSoFar()
    changes: dict[date, list[tuple[int, _State]]] = {date.min: []}
    for number, paper in enumerate(papers):
        for day, state in _states(paper, current.later_since):
            changes.setdefault(day, []).append((number, state))
    slips: dict[date, list[int]] = {}
    for place, slip in enumerate(current.slips):
        slips.setdefault(slip.day, []).append(place)
        changes.setdefault(slip.day, [])
    days, answers = sorted(changes), []
    for day in days:
        for number, state in changes[day]:
            known.now(number, state)
        for place in slips.get(day, ()):
            so_far = so_far.after(current.slips[place])
        answers.append(known.due(so_far))
    return lambda day: answers[bisect_right(days, day) - 1]


def runs(days: Sequence[date], due: Due) -> Iterator[tuple[bool, date]]:
    """Whether papers were due, and since when, each time that this changed; the last first.

    Args:
        days: The days on which it may have changed, the last first.
        due: Tells of each.
    """
    now, since = due(days[0]), days[0]
    for day in days[1:]:
        if due(day) != now:
            yield now, since
            now = not now
        since = day
    yield now, since


class _State(msgspec.Struct, frozen=True):
    """A document from some day on."""

    requested: bool = False
    """It is on the list, and of the round."""
    owed: bool = False
    """And still with the applicant."""
    asked: date | None = None
    """The latest day on which slip or post asked for it."""


class _Known:
    """What is on the list on a day, and counts of it."""

    def __init__(self) -> None:
        self._states: dict[int, _State] = {}
        self._owed = 0
        self._requested = 0
        self._asked: list[date] = []
        """The latest request of each that is on the list, sorted."""

    def now(self, number: int, state: _State) -> None:
        """Note what a document is from this day on."""
        self._count(self._states.get(number, _State()), -1)
        self._states[number] = state
        self._count(state, 1)

    def _count(self, state: _State, sign: int) -> None:
        self._requested += sign * state.requested
        self._owed += sign * (state.requested and state.owed)
        if state.requested and state.asked is not None:
            if sign > 0:
                insort(self._asked, state.asked)
            else:
                self._asked.pop(bisect_right(self._asked, state.asked) - 1)

    def due(self, slips: SlipsSoFar) -> bool:
        """Whether papers are due now, these slips being what was sent."""
        latest = self._asked[-1] if self._asked else None
        listed = Listed(some=self._requested > 0, latest=latest)
        return self._owed > 0 or slips.unlisted(listed) or slips.asks(listed) is YesNo.UNKNOWN


def _states(paper: Turned, start: date | None) -> Iterator[tuple[date, _State]]:
    """What becomes of a document for the round, with the days; they may be told more than once.

    Args:
        paper: The document.
        start: The day a further round began; none in the first.
    """
    since = paper.since or date.min
    requested, asked = False, None
    for turn in paper.turns:
        if start is not None and turn.on < start:
            requested = turn.after  # only what is owed when the round begins goes over into it
        else:
            requested = requested or turn.asked or (start is None and turn.after)
        asked = turn.on if turn.asked else asked
        yield max(turn.on, since), _State(requested=requested, owed=turn.after, asked=asked)
