"""What each day did with one document: whether it went in, and whether it was owed after it."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

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
