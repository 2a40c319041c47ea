"""The papers on a day: each document's state, what is outstanding, when the set was complete.

Tasks count as papers do: done is submitted.
"""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from g221_tui.core.model import Document, YesNo
from g221_tui.core.progress.documents.turns import Turn, Turned, of_round
from g221_tui.core.progress.rounds import Listed, Round
from g221_tui.core.steps import WENT_IN, DocumentState, known_from


def state_on(document: Document, today: date) -> DocumentState:
    """How far the document had come on that day. An extra lies ready from the start."""
    return document.course(today).state


def submission(document: Document, today: date) -> date | None:
    """The day it went in by the latest request; only known to be received counts as well."""
    return document.course(today).submission


def lies_there(document: Document, today: date) -> bool:
    """Whether it went in and did not come back, whatever was asked since."""
    states = [step.state for step in document.in_order if step.on <= today]
    sent = [place for place, state in enumerate(states) if state in WENT_IN]
    return bool(sent) and DocumentState.RETURNED not in states[sent[-1] :]


def known_on(documents: Iterable[Document], today: date) -> tuple[Document, ...]:
    """The documents that were on the list on that day."""
    return tuple(d for d in documents if not d.removed_at and _is_known(d, today))


def _is_known(document: Document, today: date) -> bool:
    since = known_from(document.in_order, document.requested_by)
    return since is None or since <= today


class Papers(msgspec.Struct, frozen=True, kw_only=True):
    """The papers of a round on a day."""

    asked: YesNo
    """Whether anything was asked for in this round."""
    requested: tuple[Document, ...]
    """Asked for by slip or post in this round, or carried over into it."""
    outstanding: tuple[Document, ...]
    complete_on: date | None
    """The latest completing submission; none while anything is outstanding."""
    last_completed: date | None
    """The latest completing submission, also while a newer request is outstanding."""
    unlisted: bool = False
    """Whether a slip is known to ask for something, and nothing of it is listed yet."""
    was_complete: bool = False
    """Whether nothing that was asked for was outstanding on any day so far."""
    waived: bool = False
    """Whether a waiver completed the set, so that its day is that of the last submission."""

    @property
    def owed(self) -> bool:
        """Whether something asked for is outstanding, or known to be asked and not yet listed."""
        return bool(self.outstanding) or self.unlisted

    @property
    def due(self) -> bool:
        """Whether the post waits for papers, or it is unknown whether it does."""
        return self.owed or self.asked is YesNo.UNKNOWN


Span = tuple[date, date]
"""The first day of something, and the day on which it is over."""


def papers_on(papers: Iterable[Turned], current: Round, rests: Sequence[Span] = ()) -> Papers:
    """The papers on a day.

    Args:
        papers: The documents that are on the list on that day.
        current: The round with its slips on that day.
        rests: When papers for the post rest: what is sent then completes nothing.
    """
    round_start = current.later_since
    requested = [each for each in papers if of_round(each.turns, round_start)]
    found = _completed([each.turns for each in requested], round_start, rests)
    still_here = tuple(each.document for each in requested if each.turns[-1].after)
    days = [day for each in requested if (day := each.asked) is not None]
    its = Listed(some=bool(requested), latest=max(days, default=None))
    so_far = current.slips_so_far
    return Papers(
        asked=so_far.asks(its),
        requested=tuple(each.document for each in requested),
        outstanding=still_here,
        complete_on=None if still_here else found.on,
        last_completed=found.on,
        was_complete=found.ever,
        waived=found.waived,
        unlisted=so_far.unlisted(its),
    )


class _Found(msgspec.Struct):
    """When a set was complete."""

    on: date | None = None
    ever: bool = False
    waived: bool = False


def _completed(
    every: Iterable[Sequence[Turn]], round_start: date | None, rests: Sequence[Span]
) -> _Found:
    """The latest day on which a submission left nothing of these documents outstanding.

    A slip asks from the start of its day; what the post asks or waives on a day counts after that
    day's submissions. A waiver brings no day of its own: where it completes the set, the latest
    submission in it counts.
    """
    by_day: dict[date, list[tuple[int, Turn]]] = {}
    for number, turned in enumerate(every):
        for turn in turned:
            by_day.setdefault(turn.on, []).append((number, turn))
    found, last = _Found(), None
    owed: set[int] = set()
    for day in sorted(by_day):
        of_day = by_day[day]
        _owe(owed, ((number, turn.then) for number, turn in of_day))
        open_then = bool(owed)
        sent = any(turn.sent for _, turn in of_day)
        sent = sent and not any(first <= day < over for first, over in rests)
        _owe(owed, ((number, turn.after) for number, turn in of_day))
        if round_start is not None and day < round_start:
            continue
        last = day if sent else last
        if sent and not open_then:
            found = _Found(on=day, ever=True)
        elif open_then and not owed:
            found = _Found(on=last, ever=True, waived=True)
        found.ever = found.ever or (day > date.min and not owed)
    return found


def _owe(owed: set[int], now: Iterable[tuple[int, bool]]) -> None:
    """Note which of some documents are owed now."""
    for number, is_owed in now:
        if is_owed:
            owed.add(number)
        else:
            owed.discard(number)
