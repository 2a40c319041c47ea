"""What each day did with one document: whether it went in, and whether it was owed after it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

import msgspec

from g221_tui.core.model import Document
from g221_tui.core.steps import COUNTED, Course, DocumentState, Step, begun, known_from


class Turn(msgspec.Struct, frozen=True):
    """What a day did with one document."""

    on: date
    """The day."""
    sent: bool
    """It went in."""
    then: bool
    """It was owed after that day's submissions: before what the post asked or waived that day."""
    after: bool
    """It is owed at the end of the day."""
    asked: bool
    """Slip or post asked for it that day."""


class Turned(NamedTuple):
    """A document that is on the list on some day, with what each day so far did with it."""

    document: Document
    """The document."""
    turns: tuple[Turn, ...]
    """Its days up to that one; the first stands for all days before."""
    since: date | None
    """The day from which it is on the list; none where it always was."""

    @property
    def asked(self) -> date | None:
        """The latest day so far on which slip or post asked for it."""
        return next((turn.on for turn in reversed(self.turns) if turn.asked), None)


def turned_on(documents: Iterable[Document], today: date) -> tuple[Turned, ...]:
    """The documents that were on the list on that day, with their turns."""
    found: list[Turned] = []
    for document in documents:
        if document.removed_at:
            continue
        since = known_from(document.in_order, document.requested_by)
        if since is None or since <= today:
            turned = tuple([turn for turn in turns(document) if turn.on <= today])
            found.append(Turned(document, turned, since))
    return tuple(found)


def turns(document: Document) -> Iterator[Turn]:
    """The days of a document, in order; the first stands for all days before."""
    steps, first = document.in_order, document.requested_by
    course = begun(first)
    since = known_from(steps, first)
    yield Turn(date.min, sent=False, then=False, after=since is None and course.owed, asked=False)
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
        yield Turn(on, sent=sent, then=not sent and (before or by_slip), after=owed, asked=asked)


def _goes_in(step: Step, course: Course) -> bool:
    """Whether it goes in by that step: a confirmation brings no day where the sending has one."""
    if step.state is DocumentState.RECEIVED:
        return course.submission is None
    return step.state is DocumentState.SUBMITTED


def of_round(turned: Sequence[Turn], start: date | None) -> bool:
    """Whether it was asked for in the round, or was still owed when the round began."""
    if start is None:
        return any(turn.asked or turn.after for turn in turned)
    before = [turn.after for turn in turned if turn.on < start]
    return before[-1] or any(turn.asked for turn in turned if turn.on >= start)


def sendings(document: Document, today: date) -> tuple[date, ...]:
    """The days up to that one on which it went in, for whichever request."""
    return tuple(turn.on for turn in turns(document) if turn.sent and turn.on <= today)
