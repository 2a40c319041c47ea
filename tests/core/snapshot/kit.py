"""A case of a few records, and its snapshot on a day."""

from collections.abc import Sequence
from datetime import date

import msgspec

from g221_tui.core.model import (
    Case,
    CaseRecord,
    Contact,
    Direction,
    Document,
    DocumentState,
    Event,
    NamedDeadline,
    Purpose,
    Requester,
    YesNo,
)
from g221_tui.core.progress.case_day import CaseDay, case_day
from g221_tui.core.progress.documents.step_changes import with_day
from g221_tui.core.snapshot.build import build
from g221_tui.core.steps import Step
from g221_tui.core.views import Snapshot
from g221_tui.rules import load_rules

RULES = load_rules(None)
REFUSED, TODAY = date(2026, 10, 26), date(2026, 12, 12)


def refused(on: date = REFUSED, asked: str = "yes") -> Event:
    """The refusal."""
    return Event(id="e-1", case="1", kind="refused_221g", on=on, asked=YesNo(asked))


def happened(kind: str, on: date, due: date | None = None) -> Event:
    """An event after the refusal."""
    return Event(id=f"e-{kind}", case="1", kind=kind, on=on, due=due)


def paper(name: str, sent: date | None = None, by: Requester | None = Requester.SLIP) -> Document:
    """A paper that was asked for on the day of the refusal."""
    asked = Document(
        id=f"d-{name}",
        case="1",
        name=name,
        requested_by=by,
        steps=(Step(state=DocumentState.REQUESTED, on=REFUSED),),
    )
    return so(asked, submitted_on=sent)


def so(document: Document, **changes: object) -> Document:
    """The document with these changes; `submitted_on` and the like are the days of its steps."""
    for state in DocumentState:
        name = "asked_on" if state is DocumentState.REQUESTED else f"{state}_on"
        if name in changes:
            on = changes.pop(name)
            document = with_day(document, state, on if isinstance(on, date) else None)
    return msgspec.structs.replace(document, **changes)


def day_of_step(document: Document, name: str) -> date | None:
    """The day of the last step that `submitted_on` and the like name."""
    return document.last(DocumentState(name.removesuffix("_on").replace("asked", "requested")))


def contact(channel: str, on: date, note: str = "", status: str = "") -> Contact:
    """A question about the status."""
    return Contact(
        id=f"c-{channel}-{on}",
        case="1",
        channel=channel,
        on=on,
        purpose=Purpose.STATUS,
        direction=Direction.OUT,
        note=note,
        status=status,
    )


def flight(on: date) -> NamedDeadline:
    """A date the user named."""
    return NamedDeadline(id="x-1", case="1", name="Flight", on=on)


def case(
    *events: Event,
    papers: Sequence[Document] = (),
    contacts: Sequence[Contact] = (),
    deadlines: Sequence[NamedDeadline] = (),
    **facts: object,
) -> Case:
    """A case of these records."""
    return Case(
        facts=CaseRecord(id="1", **facts),  # type: ignore[arg-type]
        events=events,
        documents=tuple(papers),
        contacts=tuple(contacts),
        deadlines=tuple(deadlines),
    )


def day_of(found: Case, today: date = TODAY) -> CaseDay:
    """The case on that day."""
    return case_day(found, RULES, today)


def snapshot(found: Case, today: date = TODAY) -> Snapshot:
    """What is computed for it."""
    return build(day_of(found, today))
