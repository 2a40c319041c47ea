"""Papers and contacts that several cases share: one copy in each, changed together."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from g221_tui.core.cases import label
from g221_tui.core.edits.contacts import judge_contact, judged
from g221_tui.core.model import Book, Case, Contact, Document, DocumentState, Requester
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.steps import Step, in_order
from g221_tui.errors import Refused

S = TypeVar("S", Document, Contact)

OWN = ("id", "case", "entered_at", "when_logged", "early")
"""The fields that each copy keeps for itself."""


def spread(
    day: CaseDay, after: Case, others: Iterable[Case], new_id: Callable[[str], str]
) -> tuple[Case, ...]:
    """Copy what an edit added to the other cases too; all copies carry the same mark.

    Args:
        day: The case before the edit.
        after: The case after it.
        others: The other cases.
        new_id: Makes the id of a copy, by its letter.

    Returns:
        The changed cases, the edited one first.

    Raises:
        Refused: the edit added nothing that could be shared.
    """
    old = {record.id for record in (*day.case.documents, *day.case.contacts)}
    marks = {
        record.id: new_id("s")
        for record in (*after.documents, *after.contacts)
        if record.id not in old
    }
    if not marks:
        raise Refused(
            "It is on the list already and nothing new was listed: ask for it again in each case."
        )
    marked = msgspec.structs.replace(
        after,
        documents=tuple(_mark(d, marks) for d in after.documents),
        contacts=tuple(_mark(c, marks) for c in after.contacts),
    )
    changed = [marked]
    for other in others:
        documents = [d for d in marked.documents if d.id in marks]
        contacts = [c for c in marked.contacts if c.id in marks]
        copied = msgspec.structs.replace(
            other,
            documents=(*other.documents, *(_copy(d, other, new_id("d")) for d in documents)),
        )
        for contact in contacts:
            copy = _judged(_copy(contact, other, new_id("c")), copied, day)
            copied = msgspec.structs.replace(copied, contacts=(*copied.contacts, copy))
        changed.append(copied)
    return tuple(changed)


def follow(book: Book, day: CaseDay, after: Case) -> Book:
    """The book with the edited case, and with the copies of what it changed changed likewise."""
    old = {record.id: record for record in _shared(day.case)}
    moved = {
        record.shared: record for record in _shared(after) if old.get(record.id, record) != record
    }
    cases = []
    for case in book.cases:
        if case.id == after.id:
            cases.append(after)
        elif moved:
            cases.append(_followed(case, moved, day))
        else:
            cases.append(case)
    return msgspec.structs.replace(book, cases=tuple(cases))


def also_changed(before: Book, after: Book, edited: Case) -> str:
    """Which other cases share what was changed, in a sentence; else empty."""
    old = {case.id: case for case in before.cases}
    names = [
        label(case.facts)
        for case in after.cases
        if case.id != edited.id and old.get(case.id) != case
    ]
    return f" It is shared: changed in {', '.join(names)} too." if names else ""


def _shared(case: Case) -> list[Document | Contact]:
    """The records of a case that other cases share, what was removed included."""
    gone = [record for record in case.removed if isinstance(record, Contact)]
    every: list[Document | Contact] = [*case.documents, *case.contacts, *gone]
    return [record for record in every if record.shared]


def _followed(case: Case, moved: dict[str, Document | Contact], day: CaseDay) -> Case:
    documents = tuple(_document_like(d, moved.get(d.shared)) for d in case.documents)
    case = msgspec.structs.replace(case, documents=documents)
    contacts, gone = [], []
    for contact in case.contacts:
        fresh = _like(contact, moved.get(contact.shared))
        if fresh.removed_at:
            gone.append(fresh)
            continue
        if fresh != contact:
            others = tuple(c for c in case.contacts if c.id != contact.id)
            fresh = _judged(fresh, msgspec.structs.replace(case, contacts=others), day)
        contacts.append(fresh)
    return msgspec.structs.replace(case, contacts=tuple(contacts), removed=(*case.removed, *gone))


def _like(copy: S, changed: Document | Contact | None) -> S:
    """The copy with the values of the changed one; what each keeps for itself stays."""
    if changed is None or type(changed) is not type(copy):
        return copy
    names = [name for name in copy.__struct_fields__ if name not in OWN]
    return msgspec.structs.replace(copy, **{name: getattr(changed, name) for name in names})


def _document_like(copy: Document, changed: Document | Contact | None) -> Document:
    """The copy of a document with the values of the changed one."""
    found = _like(copy, changed)
    if not isinstance(changed, Document):
        return found
    return msgspec.structs.replace(found, steps=_steps_like(copy, changed))


def _steps_like(copy: Document, changed: Document) -> tuple[Step, ...]:
    """The steps of the changed one; the letter of each case asks on a day of its own."""
    own = [step for step in copy.steps if _by_letter(step, copy)]
    steps = [own.pop(0) if own and _by_letter(s, changed) else s for s in changed.steps]
    return in_order(steps, changed.requested_by)


def _by_letter(step: Step, document: Document) -> bool:
    asks = step.state is DocumentState.REQUESTED
    return asks and (step.by or document.requested_by) is Requester.SLIP


def _mark(record: S, marks: dict[str, str]) -> S:
    if record.id not in marks:
        return record
    return msgspec.structs.replace(record, shared=marks[record.id])


def _copy(record: S, case: Case, identity: str) -> S:
    return msgspec.structs.replace(record, id=identity, case=case.id, entered_at="")


def _judged(contact: Contact, case: Case, day: CaseDay) -> Contact:
    """The copy with the state of the channel in its own case."""
    return judged(contact, judge_contact(day.of(case), contact))
