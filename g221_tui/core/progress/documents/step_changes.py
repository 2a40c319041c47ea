"""Changes of a document's steps: one more, one moved to its right day, one taken back.

What comes of a change keeps the steps in the order in which they were meant, so that the checks
can tell a day that can't be; by their days they are put in order when they are read.
"""

from collections.abc import Mapping
from datetime import date

import msgspec

from g221_tui.core.model import Document
from g221_tui.core.steps import CHAIN, WENT_IN, DocumentState, Requester, Step, last_of

ASKER = "asker"
"""The attribute of who made the latest request."""
OF_STEPS = (*DocumentState, ASKER)
"""The attributes of a document that stand in its steps."""


def asked_again(document: Document, on: date, by: Requester) -> Document:
    """The document with a further request, the last of its steps."""
    other = None if by is document.requested_by else by
    return _with(
        document, (*document.in_order, Step(state=DocumentState.REQUESTED, on=on, by=other))
    )


def with_step(document: Document, state: DocumentState, on: date) -> Document:
    """The document with one more step of the latest request, at its day; the others stay.

    What the post only confirmed later, or returned, comes after it: so a submission may be filled
    in. Of the same day, what goes further was a slip of the hand and is taken back.
    """
    steps, run = document.in_order, document.course().run
    start = len(steps) - len(run)
    kept = [step for step in run if not (step.on == on and _further(step.state, state))]
    place = len(kept)
    while place and kept[place - 1].on > on and _passes(kept[place - 1].state, state):
        place -= 1
    if Step(state=state, on=on) not in kept:
        kept.insert(place, Step(state=state, on=on))
    return _with(document, (*steps[:start], *kept))


def without_submission(document: Document, on: date) -> Document:
    """The document without what went in on that day by its latest request."""
    steps, run = document.in_order, document.course().run
    start = len(steps) - len(run)
    kept = (step for step in run if step.on != on or step.state not in (*WENT_IN, CHAIN[-1]))
    return _with(document, (*steps[:start], *kept))


def without_later_ready(document: Document, on: date) -> Document:
    """The document without having been ready, by its latest request, later than that day."""
    steps, run = document.in_order, document.course().run
    start = len(steps) - len(run)
    kept = (step for step in run if step.state is not DocumentState.READY or step.on <= on)
    return _with(document, (*steps[:start], *kept))


def without(document: Document, step: Step) -> Document:
    """The document without that step, the last one of several alike."""
    steps = list(document.in_order)
    place = len(steps) - 1 - steps[::-1].index(step)
    return _with(document, (*steps[:place], *steps[place + 1 :]))


def with_day(document: Document, state: DocumentState, on: date | None) -> Document:
    """The document with its last step of that state on another day, or without that step.

    Where it has none, one is added. Of requests the latest one is meant.
    """
    course, steps = document.course(), document.in_order
    asks = state is DocumentState.REQUESTED
    old = course.asked if asks else last_of(steps, state)
    if old is None:
        if on is None:
            return document
        if asks:
            return _with(document, (Step(state=state, on=on), *steps))
        return with_step(document, state, on)
    if on is None:
        return without(document, old)
    place = len(steps) - 1 - steps[::-1].index(old)
    moved = msgspec.structs.replace(old, on=on)
    return _with(document, (*steps[:place], moved, *steps[place + 1 :]))


def with_asker(document: Document, by: Requester | None) -> Document:
    """The document with its latest request made by another."""
    asked = document.course().asked
    if asked is None or asked.by is None:
        return msgspec.structs.replace(document, requested_by=by)
    other = None if by is document.requested_by else by
    named = msgspec.structs.replace(asked, by=other)
    return _with(document, tuple(named if step is asked else step for step in document.steps))


def corrected(document: Document, values: Mapping[str, object]) -> Document:
    """The document with what of these values stands in its steps."""
    for state in DocumentState:
        if state in values:
            on = values[state]
            document = with_day(document, state, on if isinstance(on, date) else None)
    if ASKER in values:
        by = values[ASKER]
        document = with_asker(document, by if isinstance(by, Requester) else None)
    return document


def _further(state: DocumentState, than: DocumentState) -> bool:
    """Whether a state comes later within one request than another."""
    return state in CHAIN and than in CHAIN and CHAIN.index(state) > CHAIN.index(than)


def _passes(state: DocumentState, new: DocumentState) -> bool:
    """Whether a step of the new state may be filled in before one of that state."""
    if state is DocumentState.REQUESTED:
        return False
    return _further(state, new) or state not in CHAIN or new not in CHAIN


def _with(document: Document, steps: tuple[Step, ...]) -> Document:
    return msgspec.structs.replace(document, steps=steps)
