"""Edits of the papers: list, tick, set a state, take off the list."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

import msgspec

from g221_tui.core.edits.edit import Edit, happened, not_in_future, wait_note
from g221_tui.core.fields.labels import ASKERS
from g221_tui.core.fields.table import document_fields
from g221_tui.core.fields.values import apply, read_values
from g221_tui.core.model import Case, Document, DocumentState, Requester
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents import STEPS, STILL_HERE, state_on, submission
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.lookup import known, meant
from g221_tui.errors import ChangedSince, NoRecord, NotUnderstood, Refused

NEVER_SENT = (
    "{} is marked as returned and was never marked as sent, so it counts as nothing you owe. If the"
    " post still wants it, set it back to requested."
)
DETAILS = ("reason", "route", "receipt", "original", "expires", "note")
"""The fields that may be set together with a state, or when a document is listed."""


def find_document(case: Case, word: str) -> Document:
    """A document by its id or name: exact, then case-folded, then a unique prefix.

    Raises:
        Refused: when none or several are meant; the message lists the documents.
    """
    listed = case.listed
    found = meant(word, listed, name=lambda d: d.name, identity=lambda d: d.id)
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(d.name for d in found)
        raise Refused(f"'{word}' names several documents: {names}.")
    names = ", ".join(d.name for d in listed) or "none yet"
    raise NoRecord(f"No document is called '{word}'; on the list: {names}.")


def replace_document(case: Case, document: Document) -> Case:
    """The case with one of its documents changed."""
    changed = tuple(document if d.id == document.id else d for d in case.documents)
    return msgspec.structs.replace(case, documents=changed)


def add_documents(
    day: CaseDay,
    names: Sequence[str],
    ids: Sequence[str],
    *,
    by: str = "post",
    extra: bool = False,
    reason: str = "",
    asked: date | None = None,
    details: Mapping[str, str] | None = None,
) -> Edit:
    """List documents that were asked for, or extras.

    Without `asked`, a request counts from the round's refusal while the set was never complete,
    and from today after that. The details go to every one of them.

    Raises:
        NotUnderstood: for an empty name, an unknown requester or reason, or an unreadable detail.
        Refused: for a name that is on the list, or a request dated in the future.
    """
    requester = None if extra else Requester(known(by, tuple(Requester), "requester"))
    if reason:
        reason = known(reason, day.rules.reasons, "reason")
    case, standing = day.case, day.standing
    never_complete = standing.papers.last_completed is None and standing.refused_on is not None
    on = asked or (standing.refused_on if never_complete else day.today)
    if on is not None:
        happened(on, day, "A request")
    values = _details(details or {}, day)
    added: list[Document] = []
    taken = {d.name for d in case.listed}
    doubles: list[str] = []
    for name, identity in zip(names, ids, strict=True):
        if not name.strip():
            raise NotUnderstood("A document needs a name.")
        if name in {document.name for document in added}:
            raise Refused(f"'{name}' is named twice.")
        if name in taken:
            raise Refused(f"'{name}' is on the list already.")
        doubles += alike(name, taken)
        taken.add(name)
        document = Document(
            id=identity,
            case=case.id,
            name=name,
            requested_by=requester,
            reason=reason,
            asked_on=None if extra else on,
        )
        added.append(apply(document, values))
    after = day.of(msgspec.structs.replace(case, documents=case.documents + tuple(added)))
    listed = ", ".join(names)
    words = "as an extra"
    if requester and on:
        words = f"asked for by {ASKERS[requester]} on {long_date(on)}"
    return Edit(
        case=after.case,
        done=f"Added {listed}, {words}.",
        effect=wait_note(day, after),
        on=on if requester and on else day.today,
        record=added[0].id if added else "",
        warnings=tuple(doubles),
    )


def alike(name: str, taken: Collection[str]) -> list[str]:
    """That a name is nearly one of those on the list: likely the same paper twice."""
    folded = _folded(name)
    same = sorted(other for other in taken if _folded(other) == folded)
    return [
        f"'{name}' differs from '{other}' only in capitals or spaces: if it is the same paper,"
        " take one off the list."
        for other in same[:1]
    ]


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def remove_document(day: CaseDay, word: str, stamp: str) -> Edit:
    """Take a document off the list; the record stays in the file."""
    document = find_document(day.case, word)
    after = day.of(replace_document(day.case, msgspec.structs.replace(document, removed_at=stamp)))
    return Edit(
        case=after.case,
        done=f"Took {document.name} off the list; its record is kept.",
        effect=wait_note(day, after),
        on=day.today,
        record=document.id,
    )


def set_document(
    day: CaseDay,
    word: str,
    *,
    state: str | None = None,
    on: date | None = None,
    details: Mapping[str, str] | None = None,
) -> Edit:
    """Set a document's state on a day, and what is known about how it travelled.

    Without `on` another state is dated today, and the state it has keeps its date.

    Raises:
        NotUnderstood: for an unknown state or field, or when there is nothing to set.
        Refused: when no such document is listed, or the date can't be.
    """
    today = day.today
    document = find_document(day.case, word)
    when = happened(on or today, day, document.name)
    if state is None and not details:
        raise NotUnderstood(f"Say what to set: one of {', '.join(DocumentState)}, or a detail.")
    after = document
    said = []
    if state is not None:
        named = DocumentState(known(state, tuple(DocumentState), "state"))
        stands = None if on is not None else _standing(document, named, today)
        if stands is not None:
            said.append(f"{named} since {long_date(stands)} already, and that date stands")
        else:
            after = with_state(after, named, when)
            said.append(f"{named} on {long_date(when)}")
            said += _taken_back(document, after, named)
    if details:
        after = apply(after, _details(details, day))
        said += [_noted(name, after) for name in details]
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


def never_sent(document: Document, today: date) -> tuple[str, ...]:
    """That a paper that came back without having gone in counts as dealt with."""
    if state_on(document, today) is not DocumentState.RETURNED or submission(document):
        return ()
    return (NEVER_SENT.format(document.name),)


def _standing(document: Document, state: DocumentState, today: date) -> date | None:
    """Since when it is in that state; none where it is in another, or that has no date."""
    if state_on(document, today) is not state:
        return None
    field = dict(STEPS).get(state, "asked_on")
    day: date | None = getattr(document, field)
    return day


def _details(texts: Mapping[str, str], day: CaseDay) -> dict[str, object]:
    """The values of the details, by attribute."""
    fields = [f for f in document_fields() if f.name in DETAILS]
    return read_values(fields, texts, day.rules, day.today)


def _noted(name: str, after: Document) -> str:
    """That a detail was set, in words."""
    if name == "original" and after.original is not None:
        return "the original" if after.original else "a copy"
    return f"{name} noted"


def tick(day: CaseDay, word: str, seen: str | None = None) -> Edit:
    """Mark a document as submitted today, or take that mark back to the former state.

    Args:
        day: The case today.
        word: Which document.
        seen: The state in which it was shown; none where it was not.

    Raises:
        Refused: when the document has gone further than submitted.
        ChangedSince: when it is in another state than it was shown in, or off the list.
    """
    case, today = day.case, day.today
    if seen is not None and all(d.id != word for d in case.listed):
        raise ChangedSince("That document was taken off the list meanwhile. Nothing was changed.")
    document = find_document(case, word)
    state = state_on(document, today)
    if seen is not None and state != seen:
        raise ChangedSince(_meanwhile(document, state, today))
    if state in STILL_HERE:
        return set_document(day, document.id, state=DocumentState.SUBMITTED)
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
    if document.ready_on is not None and document.ready_on > day:
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


def check_document(document: Document, today: date) -> None:
    """That its dates can be.

    Raises:
        Refused: for a step in the future, before the request, or before an earlier step.
    """
    if not document.name.strip():
        raise Refused("A document needs a name.")
    steps: list[tuple[str, date | None]] = [
        ("asked for", document.asked_on),
        ("submitted", document.submitted_on),
        ("received", document.received_on),
        ("returned", document.returned_on),
    ]
    last: tuple[str, date] | None = None
    for words, day in steps:
        if day is None:
            continue
        not_in_future(day, today, document.name)
        if last is not None and day < last[1]:
            raise Refused(
                f"{document.name} was {last[0]} on {long_date(last[1])}; it can't have been"
                f" {words} on {long_date(day)}. Correct the earlier date first if it is wrong."
            )
        last = (words, day)
    for words, day in (("ready", document.ready_on), ("waived", document.waived_on)):
        if day is None:
            continue
        not_in_future(day, today, document.name)
        if document.asked_on is not None and day < document.asked_on:
            raise Refused(
                f"{document.name} was asked for on {long_date(document.asked_on)}; it can't have"
                f" been {words} on {long_date(day)}."
            )
