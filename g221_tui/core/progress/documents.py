"""The papers on a day: each document's state, what is outstanding, when the set was complete.

Tasks count as papers do: done is submitted.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

import msgspec

from g221_tui.core.model import Document, YesNo
from g221_tui.core.progress.rounds import Round, asks, unlisted
from g221_tui.core.steps import (
    COUNTED,
    WENT_IN,
    Course,
    DocumentState,
    Step,
    begun,
    known_from,
)


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


def papers_on(
    documents: Iterable[Document], current: Round, today: date, rests: Sequence[Span] = ()
) -> Papers:
    """The papers on a day.

    Args:
        documents: All of the case.
        current: The round with its slips on that day.
        today: The day.
        rests: When papers for the post rest: what is sent then completes nothing.
    """
    round_start = current.later_since
    known = known_on(documents, today)
    turns = {d.id: [t for t in _turns(d) if t.on <= today] for d in known}
    requested = tuple(d for d in known if _of_round(turns[d.id], round_start))
    found = _completed([turns[d.id] for d in requested], round_start, rests)
    still_here = tuple(d for d in requested if turns[d.id][-1].after)
    return Papers(
        asked=asks(current, requested, today),
        requested=requested,
        outstanding=still_here,
        complete_on=None if still_here else found.on,
        last_completed=found.on,
        was_complete=found.ever,
        waived=found.waived,
        unlisted=unlisted(current, requested, today),
    )


def due_by(documents: Iterable[Document], current: Round) -> Callable[[date], bool]:
    """Tells for any day what `papers_on` says of it being due, each document gone through once."""
    every = [
        (known_from(d.in_order, d.requested_by), d, list(_turns(d)))
        for d in documents
        if not d.removed_at
    ]

    def due(day: date) -> bool:
        known = [(d, turns) for since, d, turns in every if since is None or since <= day]
        then = [(d, [turn for turn in turns if turn.on <= day]) for d, turns in known]
        asked = [(d, turns) for d, turns in then if _of_round(turns, current.later_since)]
        requested, so_far = [d for d, _ in asked], current.until(day)
        owed = any(turns[-1].after for _, turns in asked) or unlisted(so_far, requested, day)
        return owed or asks(so_far, requested, day) is YesNo.UNKNOWN

    return due


def sendings(document: Document, today: date) -> tuple[date, ...]:
    """The days up to that one on which it went in, for whichever request."""
    return tuple(turn.on for turn in _turns(document) if turn.sent and turn.on <= today)


class _Turn(msgspec.Struct, frozen=True):
    """What a day did with one document."""

    on: date
    sent: bool
    """It went in."""
    then: bool
    """It was owed after that day's submissions: before what the post asked or waived that day."""
    after: bool
    """It is owed at the end of the day."""
    asked: bool
    """Slip or post asked for it that day."""


def _turns(document: Document) -> Iterator[_Turn]:
    """The days of a document, in order; the first stands for all days before."""
    steps, first = document.in_order, document.requested_by
    course = begun(first)
    since = known_from(steps, first)
    yield _Turn(date.min, sent=False, then=False, after=since is None and course.owed, asked=False)
    owed = since is None and course.owed
    for on, several in groupby(steps, key=lambda step: step.on):
        before, sent, by_slip, asked = owed, False, False, False
        for step in several:
            sent = sent or (course.asker in COUNTED and _goes_in(step, course))
            course = course.after(step, first)
            if step.state is DocumentState.REQUESTED and course.asker in COUNTED:
                asked = True
                by_slip = by_slip or course.asker is COUNTED[0]
        owed = course.owed
        yield _Turn(on, sent=sent, then=not sent and (before or by_slip), after=owed, asked=asked)


def _goes_in(step: Step, course: Course) -> bool:
    """Whether it goes in by that step: a confirmation brings no day where the sending has one."""
    if step.state is DocumentState.RECEIVED:
        return course.submission is None
    return step.state is DocumentState.SUBMITTED


class _Found(msgspec.Struct):
    """When a set was complete."""

    on: date | None = None
    ever: bool = False
    waived: bool = False


def _completed(
    every: Iterable[list[_Turn]], round_start: date | None, rests: Sequence[Span]
) -> _Found:
    """The latest day on which a submission left nothing of these documents outstanding.

    A slip asks from the start of its day; what the post asks or waives on a day counts after that
    day's submissions. A waiver brings no day of its own: where it completes the set, the latest
    submission in it counts.
    """
    owed: dict[int, bool] = {}
    by_day: dict[date, list[tuple[int, _Turn]]] = {}
    for number, turns in enumerate(every):
        for turn in turns:
            by_day.setdefault(turn.on, []).append((number, turn))
    found, last = _Found(), None
    for day in sorted(by_day):
        for number, turn in by_day[day]:
            owed[number] = turn.then
        open_then = any(owed.values())
        sent = any(turn.sent for _, turn in by_day[day])
        sent = sent and not any(first <= day < over for first, over in rests)
        for number, turn in by_day[day]:
            owed[number] = turn.after
        if round_start is not None and day < round_start:
            continue
        last = day if sent else last
        if sent and not open_then:
            found = _Found(on=day, ever=True)
        elif open_then and not any(owed.values()):
            found = _Found(on=last, ever=True, waived=True)
        found.ever = found.ever or (day > date.min and not any(owed.values()))
    return found


def _of_round(turns: list[_Turn], start: date | None) -> bool:
    """Whether it was asked for in the round, or was still owed when the round began."""
    if start is None:
        return any(turn.asked or turn.after for turn in turns)
    before = [turn.after for turn in turns if turn.on < start]
    return before[-1] or any(turn.asked for turn in turns if turn.on >= start)
