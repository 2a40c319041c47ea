"""The papers on a day: each document's state, what is outstanding, when the set was complete."""

from collections.abc import Iterable
from datetime import date

import msgspec

from g221_tui.core.model import Document, DocumentState, Requester, YesNo
from g221_tui.core.progress.rounds import Round, asks, unlisted

STEPS = (
    (DocumentState.WAIVED, "waived_on"),
    (DocumentState.RETURNED, "returned_on"),
    (DocumentState.RECEIVED, "received_on"),
    (DocumentState.SUBMITTED, "submitted_on"),
    (DocumentState.READY, "ready_on"),
)
"""The steps of a document, the furthest first, each with the field that dates it."""

STILL_HERE = (DocumentState.REQUESTED, DocumentState.READY)
"""The states in which a document is still with the applicant."""


def dated(document: Document, field: str, today: date) -> date | None:
    """The date of a step, if it was taken on or before that day."""
    day: date | None = getattr(document, field)
    return day if day is not None and day <= today else None


def state_on(document: Document, today: date) -> DocumentState:
    """How far the document had come on that day. An extra lies ready from the start."""
    for state, field in STEPS:
        if dated(document, field, today) is not None:
            return state
    return DocumentState.REQUESTED if document.requested_by else DocumentState.READY


def submission(document: Document) -> date | None:
    """The day it went in; one only known to be received counts as submitted on that day."""
    return document.submitted_on or document.received_on


def counts(document: Document) -> bool:
    """Whether the wait depends on it: asked for by slip or post."""
    return document.requested_by in (Requester.SLIP, Requester.POST)


def known_on(documents: Iterable[Document], today: date) -> tuple[Document, ...]:
    """The documents that were on the list on that day."""
    return tuple(
        d for d in documents if not d.removed_at and (d.asked_on is None or d.asked_on <= today)
    )


def is_outstanding(document: Document, today: date) -> bool:
    """Whether it is asked for by slip or post and still with the applicant."""
    return counts(document) and state_on(document, today) in STILL_HERE


def outstanding(documents: Iterable[Document], today: date) -> tuple[Document, ...]:
    """What is asked for by slip or post and still with the applicant."""
    return tuple(d for d in known_on(documents, today) if is_outstanding(d, today))


def completed_on(documents: Iterable[Document], today: date) -> date | None:
    """The latest day on which a submission left no requested document outstanding.

    Requests and waivers dated on a day count after that day's submissions, so neither what is
    asked nor what is waived on the day of a submission changes what that submission completed.
    """
    listed = [d for d in known_on(documents, today) if counts(d)]
    days = {day for d in listed if (day := submission(d)) is not None and day <= today}
    for day in sorted(days, reverse=True):
        if not any(_was_open(d, day) for d in listed):
            return day
    return None


def _was_open(document: Document, day: date) -> bool:
    """Whether it was asked for before that day and not gone in or waived by its submissions."""
    if document.asked_on is not None and document.asked_on >= day:
        return False
    sent = submission(document)
    if sent is not None and sent <= day:
        return False
    return document.waived_on is None or document.waived_on >= day


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

    @property
    def owed(self) -> bool:
        """Whether something asked for is outstanding, or known to be asked and not yet listed."""
        return bool(self.outstanding) or self.unlisted

    @property
    def due(self) -> bool:
        """Whether the post waits for papers, or it is unknown whether it does."""
        return self.owed or self.asked is YesNo.UNKNOWN


def papers_on(documents: Iterable[Document], current: Round, today: date) -> Papers:
    """The papers on a day.

    Args:
        documents: All of the case.
        current: The round with its slips on that day.
        today: The day.
    """
    round_start = current.later_since
    listed = [d for d in known_on(documents, today) if counts(d)]
    requested = tuple(d for d in listed if round_start is None or _of_round(d, round_start))
    still_here = tuple(d for d in requested if is_outstanding(d, today))
    completed = completed_on(requested, today)
    return Papers(
        asked=asks(current, requested),
        requested=requested,
        outstanding=still_here,
        complete_on=None if still_here else completed,
        last_completed=completed,
        unlisted=unlisted(current, requested),
    )


def _of_round(document: Document, start: date) -> bool:
    """Whether it was asked for in the round, or was still open when the round began."""
    if document.asked_on is not None and document.asked_on >= start:
        return True
    ends = (submission(document), document.waived_on)
    return not any(day is not None and day < start for day in ends)
