"""Changes of a document: tick it, set its state and details, take it off the list."""

from collections.abc import Mapping
from datetime import date

import msgspec

from g221_tui.core.edits.command import Command, Ids
from g221_tui.core.edits.document_checks import (
    check_document,
    find_document,
    never_sent,
    read_details,
    replace_document,
)
from g221_tui.core.edits.edit import Edit, happened, wait_note
from g221_tui.core.fields.values import apply
from g221_tui.core.model import Document, DocumentState
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents import STEPS, STILL_HERE, state_on
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.lookup import known
from g221_tui.errors import ChangedSince, NotUnderstood, Refused


class SetDocument(Command, frozen=True, kw_only=True):
    """Set a document's state on a day, and what is known about how it travelled.

    Without `on` another state is dated today, and the state it has keeps its date.
    """

    document: str
    """Its id or name, as typed."""
    state: str | None = None
    """The new state; none leaves it."""
    on: date | None = None
    """The day of it."""
    details: Mapping[str, str] = msgspec.field(default_factory=dict)
    """The texts of further fields, by the names of `DETAILS`."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with the document changed.

        Raises:
            NotUnderstood: for an unknown state or field, or when there is nothing to set.
            Refused: when no such document is listed, or the date can't be.
        """
        today = day.today
        document = find_document(day.case, self.document)
        when = happened(self.on or today, day, document.name)
        if self.state is None and not self.details:
            raise NotUnderstood(f"Say what to set: one of {', '.join(DocumentState)}, or a detail.")
        after = document
        said = []
        if self.state is not None:
            named = DocumentState(known(self.state, tuple(DocumentState), "state"))
            stands = None if self.on is not None else _stands_since(document, named, today)
            if stands is not None:
                said.append(f"{named} since {long_date(stands)} already, and that date stands")
            else:
                after = with_state(after, named, when)
                said.append(f"{named} on {long_date(when)}")
                said += _taken_back(document, after, named)
        if self.details:
            after = apply(after, read_details(self.details, day))
            said += [_noted(name, after) for name in self.details]
        check_document(after, today)
        changed = day.of(replace_document(day.case, after))
        return Edit(
            case=changed.case,
            done=f"{document.name}: {', '.join(said)}.",
            effect=wait_note(day, changed),
            on=when,
            record=document.id,
            warnings=never_sent(after, today),
        )


class TickDocument(Command, frozen=True, kw_only=True):
    """Mark a document as submitted today, or take that mark back to the former state."""

    document: str
    """Its id or name."""
    seen: str | None = None
    """The state in which it was shown; none where it was not."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with the document ticked or unticked.

        Raises:
            Refused: when the document has gone further than submitted.
            ChangedSince: when it is in another state than it was shown in, or off the list.
        """
        case, today = day.case, day.today
        if self.seen is not None and all(d.id != self.document for d in case.listed):
            raise ChangedSince(
                "That document was taken off the list meanwhile. Nothing was changed."
            )
        document = find_document(case, self.document)
        state = state_on(document, today)
        if self.seen is not None and state != self.seen:
            raise ChangedSince(_meanwhile(document, state, today))
        if state in STILL_HERE:
            return SetDocument(document=document.id, state=DocumentState.SUBMITTED).apply(day, ids)
        if state is not DocumentState.SUBMITTED:
            raise Refused(f"{document.name} is {state}; correct its record to change that.")
        after = msgspec.structs.replace(document, submitted_on=None)
        changed = day.of(replace_document(case, after))
        return Edit(
            case=changed.case,
            done=f"{document.name}: {state_on(after, today)} again, no longer submitted.",
            effect=wait_note(day, changed),
            on=today,
            record=document.id,
        )


class RemoveDocument(Command, frozen=True, kw_only=True):
    """Take a document off the list; the record stays in the file."""

    document: str
    """Its id or name, as typed."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with the document off its list."""
        document = find_document(day.case, self.document)
        after = day.of(
            replace_document(day.case, msgspec.structs.replace(document, removed_at=ids.stamp))
        )
        return Edit(
            case=after.case,
            done=f"Took {document.name} off the list; its record is kept.",
            effect=wait_note(day, after),
            on=day.today,
            record=document.id,
        )


def _stands_since(document: Document, state: DocumentState, today: date) -> date | None:
    """Since when it is in that state; none where it is in another, or that has no date."""
    if state_on(document, today) is not state:
        return None
    field = dict(STEPS).get(state, "asked_on")
    day: date | None = getattr(document, field)
    return day


def _noted(name: str, after: Document) -> str:
    """That a detail was set, in words."""
    if name == "original" and after.original is not None:
        return "the original" if after.original else "a copy"
    return f"{name} noted"


def _meanwhile(document: Document, state: DocumentState, today: date) -> str:
    """That somebody else was first, in a sentence."""
    if state is DocumentState.SUBMITTED and document.submitted_on is not None:
        day = document.submitted_on
        when = "today" if day == today else f"on {long_date(day)}"
        return f"{document.name} was already marked as submitted {when}."
    return f"{document.name} is {state} by now, changed elsewhere. Nothing was changed here."


def with_state(document: Document, state: DocumentState, day: date) -> Document:
    """The document in that state from that day on: what came after it is taken back."""
    if state is DocumentState.WAIVED:
        return msgspec.structs.replace(document, waived_on=day)
    if state is DocumentState.REQUESTED and document.requested_by is None:
        raise Refused(f"{document.name} is an extra: nobody asked for it.")
    changes: dict[str, date | None] = {}
    for step, field in STEPS:
        if step is state:
            changes[field] = day
            break
        changes[field] = None
    ready = document.ready_on if state is not DocumentState.READY else None
    if ready is not None and ready > day:
        changes["ready_on"] = None
    return msgspec.structs.replace(document, **changes)


def _taken_back(before: Document, after: Document, state: DocumentState) -> list[str]:
    """The dated steps that a new state takes back, in words."""
    return [
        f"no longer {step} on {long_date(old)}"
        for step, field in STEPS
        if step is not state
        and (old := getattr(before, field)) is not None
        and getattr(after, field) is None
    ]
