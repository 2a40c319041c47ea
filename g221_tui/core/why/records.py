"""The records of a case as nodes, with the dates that count and the command that corrects them."""

from datetime import date

from g221_tui.core.fields.labels import record_name
from g221_tui.core.model import Case, Contact, Document, Event, NamedDeadline
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.on_day import submission
from g221_tui.core.steps import DocumentState, Step
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import several
from g221_tui.core.why.node import Dated, Kind, Node

Record = Event | Contact | Document | NamedDeadline


def record_of(case: Case, record: str) -> Record | None:
    """The record of that id; none where the case has none."""
    rows: tuple[Record, ...] = (*case.events, *case.contacts, *case.documents, *case.deadlines)
    return next((row for row in rows if row.id == record), None)


def event_node(event: Event, day: CaseDay) -> Node:
    """Something that happened, on its day; where it is known only by hearsay, as learned of."""
    name = "on" if event.on is not None else "learned"
    return Node(
        kind=Kind.RECORD,
        text=f"{record_name(event, day.rules)}.",
        date=event.day,
        record=event.id,
        dates=(Dated(name=name, on=event.day),),
        change=correct(event.id, name),
    )


def contact_node(contact: Contact, day: CaseDay) -> Node:
    """A contact, on its day."""
    return Node(
        kind=Kind.RECORD,
        text=f"{record_name(contact, day.rules)}.",
        date=contact.on,
        record=contact.id,
        dates=(Dated(name="on", on=contact.on),),
        change=correct(contact.id, "on"),
    )


def document_node(document: Document, day: CaseDay) -> Node:
    """A document with its steps up to the day; its date is that of its latest submission."""
    taken = [step for step in document.in_order if step.on <= day.today]
    told = several([f"{_words(step, document)} {long_date(step.on)}" for step in taken])
    return Node(
        kind=Kind.RECORD,
        text=f"{document.name}: {told or 'listed'}.",
        date=submission(document, day.today),
        record=document.id,
        dates=tuple(_step(step, document) for step in taken),
        change=correct(document.id, DocumentState.SUBMITTED),
    )


def _words(step: Step, document: Document) -> str:
    """A step as a person reads it: a task that went in is done."""
    if step.state is DocumentState.REQUESTED:
        return "asked for"
    return "done" if document.task and step.state is DocumentState.SUBMITTED else step.state.value


def _step(step: Step, document: Document) -> Dated:
    """A step as a reader of the tree has it; of a request, who asked."""
    asked = step.state is DocumentState.REQUESTED
    by = (step.by or document.requested_by or "") if asked else ""
    return Dated(name=step.state, on=step.on, by=by)


def due_node(record: str, on: date, day: CaseDay) -> Node | None:
    """A record that holds the date of a deadline: the date itself, or the day of an event."""
    found = record_of(day.case, record)
    if found is None:
        return None
    names: tuple[tuple[str, date | None], ...]
    if isinstance(found, Event):
        names = (("on", found.day), ("due", found.due), ("letter_deadline", found.letter_deadline))
    elif isinstance(found, Document):
        names = (("expires", found.expires_on),)
    else:
        names = (("date", found.on),)
    name = next((name for name, held in names if held == on), names[0][0])
    latest = day.standing.round.latest
    printed = name == "letter_deadline" and latest is not None and latest.id == record
    name = "due" if name == "letter_deadline" and not printed else name
    words = f"{record_name(found, day.rules)}"
    return Node(
        kind=Kind.RECORD,
        text=f"{words}." if name in ("on", "date") else f"{words}: the date is {long_date(on)}.",
        date=on,
        record=record,
        dates=(Dated(name=name, on=on),),
        change=f"g221 set {name}=DATE" if printed else correct(record, name),
    )


def correct(record: str, field: str) -> str:
    """The command that corrects a date of a record."""
    return f"g221 correct {record} {field}=DATE"
