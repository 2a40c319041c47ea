"""The dated steps of a document, and what they say of it on a day.

Every change of a document's state is a step, and a later one never rewrites an earlier one. What
is asked for again once it went in, or was waived, is a further request of the same document: the
steps from it on are those of the latest request.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise

import msgspec


class DocumentState(StrEnum):
    """How far a document has come; `waived` means the post no longer wants it."""

    REQUESTED = "requested"
    READY = "ready"
    SUBMITTED = "submitted"
    RECEIVED = "received"
    RETURNED = "returned"
    WAIVED = "waived"


class Requester(StrEnum):
    """Who asked for a document; only the slip's and the post's count for the wait."""

    SLIP = "slip"
    POST = "post"
    USCIS = "uscis"


COUNTED = (Requester.SLIP, Requester.POST)
"""Those who ask for what the wait depends on."""
STILL_HERE = (DocumentState.REQUESTED, DocumentState.READY)
"""The states in which a document is still with the applicant."""
WENT_IN = (DocumentState.SUBMITTED, DocumentState.RECEIVED)
"""The states in which the post has it."""
CHAIN = (
    DocumentState.REQUESTED,
    DocumentState.SUBMITTED,
    DocumentState.RECEIVED,
    DocumentState.RETURNED,
)
"""The states that follow each other in this order within one request."""


class Step(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One dated change of a document's state."""

    state: DocumentState
    """The state from that day on."""
    on: date
    """The day of the change."""
    by: Requester | None = None
    """Of a request: who asked, where it is another than who asked first."""


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """How far a document has come by some of its steps."""

    state: DocumentState
    """The state after the last of them."""
    asker: Requester | None
    """Who made the latest request; none for an extra."""
    asked: Step | None = None
    """The latest request; none where it has no date, or nobody asked."""
    run: tuple[Step, ...] = ()
    """The steps since then, the request included."""
    further: bool = False
    """Whether something had been asked for, and was done, before."""

    @property
    def here(self) -> bool:
        """Whether it is still with the applicant."""
        return self.state in STILL_HERE

    @property
    def owed(self) -> bool:
        """Whether it is asked for by slip or post and still with the applicant."""
        return self.here and self.asker in COUNTED

    def last(self, state: DocumentState) -> Step | None:
        """The last step of that state since the latest request; of requests the request itself."""
        if state is DocumentState.REQUESTED:
            return self.asked
        return next((step for step in reversed(self.run) if step.state is state), None)

    @property
    def submission(self) -> date | None:
        """The day it went in; what is only known to be received counts as submitted that day."""
        found = self.last(DocumentState.SUBMITTED) or self.last(DocumentState.RECEIVED)
        return found.on if found is not None else None

    def after(self, step: Step, first: Requester | None) -> "Course":
        """The course once that step is taken too.

        Args:
            step: The step.
            first: Who asked first; whoever made a request that names nobody.
        """
        state, run = step.state, (*self.run, step)
        if state is DocumentState.REQUESTED:
            asker = step.by or first
            if asker is None:
                state = DocumentState.READY
            if self.asked is None or not self.here or asker is not self.asker:
                further = self.further or not self.here
                return Course(state=state, asker=asker, asked=step, run=(step,), further=further)
        elif state is DocumentState.READY and self.state is DocumentState.WAIVED:
            run = (step,)
        elif state is DocumentState.READY and not self.here:
            state = self.state  # it was ready, and that tells nothing of where it is
        return Course(
            state=state, asker=self.asker, asked=self.asked, run=run, further=self.further
        )


def begun(first: Requester | None) -> Course:
    """A document before its first step: asked for, or an extra that lies ready from the start."""
    state = DocumentState.REQUESTED if first else DocumentState.READY
    return Course(state=state, asker=first)


def followed(steps: Iterable[Step], first: Requester | None) -> Course:
    """The course after these steps, as they are given."""
    found = begun(first)
    for step in steps:
        found = found.after(step, first)
    return found


def in_order(steps: Iterable[Step], first: Requester | None) -> tuple[Step, ...]:
    """The steps by their days; on one day what a slip asks comes first, then by order of entry."""
    steps = tuple(steps)
    if len(steps) < 2 or all(step.on < later.on for step, later in pairwise(steps)):
        return steps  # as nearly all are, and this is asked for very often
    return tuple(sorted(steps, key=lambda step: (step.on, not _by_slip(step, first))))


def _by_slip(step: Step, first: Requester | None) -> bool:
    return step.state is DocumentState.REQUESTED and (step.by or first) is Requester.SLIP


def known_from(steps: Sequence[Step], first: Requester | None) -> date | None:
    """The day from which the document is on the list; none where it always was.

    Args:
        steps: Its steps, in order.
        first: Who asked first.
    """
    for step in steps:
        if step.state is DocumentState.REQUESTED:
            return step.on if first is not None else None
        if step.state is not DocumentState.READY:
            break  # it was asked for before, on a day that is not recorded
    return None


def last_of(steps: Iterable[Step], state: DocumentState) -> Step | None:
    """The last step of that state, of whichever request."""
    return next((step for step in reversed(tuple(steps)) if step.state is state), None)


def requests(steps: Iterable[Step], first: Requester | None, day: date) -> tuple[date, ...]:
    """The days up to that one on which slip or post asked for it."""
    asked = [step for step in steps if step.state is DocumentState.REQUESTED and step.on <= day]
    return tuple([step.on for step in asked if (step.by or first) in COUNTED])
