"""One command on one case in memory, with what holds of every edit checked on the way."""

from datetime import date

import msgspec

from core.life import Numbers
from core.refusals import refusal
from core.snapshot.kit import TODAY, day_of
from g221_tui.core.edits.command import Command
from g221_tui.core.edits.edit import Edit
from g221_tui.core.edits.finding import Correctable
from g221_tui.core.model import Case, Contact, Document, Event, NamedDeadline
from g221_tui.errors import G221Error

STAMP = "2026-12-12T08:00:00Z"
"""The moment of writing."""
FIRST = 101
"""The number of the first new id: no record of the kits has one so high."""


def numbers() -> Numbers:
    """Ids that are none of the kits'."""
    return Numbers(stamp=STAMP, count=FIRST - 1, cases=FIRST - 1)


def applied(command: Command, before: Case, today: date = TODAY) -> Edit:
    """The edit; the case it was made from is as it was, and what it says are whole lines."""
    copy = msgspec.json.encode(before)
    edit = command.apply(day_of(before, today), numbers())
    assert msgspec.json.encode(before) == copy
    for line in (edit.done, *edit.warnings, *edit.notes):
        assert line.endswith("."), line
        assert len(line.splitlines()) == 1, line
    assert edit.sentence == " ".join(filter(None, [edit.done, edit.effect]))
    return edit


def refused_by(error: type[G221Error], command: Command, before: Case, today: date = TODAY) -> str:
    """The line with which the command is refused; the case is as it was."""
    copy = msgspec.json.encode(before)
    message = refusal(error, lambda: command.apply(day_of(before, today), numbers()))
    assert msgspec.json.encode(before) == copy
    return message


def every_record(case: Case) -> dict[str, Correctable]:
    """All records by their ids, what was removed included."""
    found: dict[str, Correctable] = {}
    for records in (case.events, case.documents, case.contacts, case.deadlines, case.removed):
        found |= {record.id: record for record in records}
    return found


def touched(before: Case, after: Case) -> set[str]:
    """The ids of the records that were made or changed; `facts` for those of the case."""
    old, new = every_record(before), every_record(after)
    assert set(old) <= set(new), "no record is ever lost"
    found = {name for name, record in new.items() if old.get(name) != record}
    return found | ({"facts"} if before.facts != after.facts else set())


def document(case: Case, identity: str) -> Document:
    """The document of that id."""
    found = every_record(case)[identity]
    assert isinstance(found, Document)
    return found


def event(case: Case, identity: str) -> Event:
    """The event of that id."""
    found = every_record(case)[identity]
    assert isinstance(found, Event)
    return found


def logged(case: Case, identity: str) -> Contact:
    """The contact of that id."""
    found = every_record(case)[identity]
    assert isinstance(found, Contact)
    return found


def named_date(case: Case, identity: str) -> NamedDeadline:
    """The date of that id that the user named."""
    found = every_record(case)[identity]
    assert isinstance(found, NamedDeadline)
    return found
