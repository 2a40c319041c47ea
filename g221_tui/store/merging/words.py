"""The words for what taking in another file would do: records and fields as a person knows them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import msgspec

from g221_tui.core.cases import label
from g221_tui.core.fields.labels import record_name, value_words
from g221_tui.core.fields.table import (
    Field,
    case_fields,
    contact_fields,
    deadline_fields,
    document_fields,
    event_fields,
    round_fields,
    value_of,
)
from g221_tui.core.fields.validation import readable
from g221_tui.core.model import (
    CaseRecord,
    Contact,
    Document,
    DocumentState,
    Event,
    NamedDeadline,
    Record,
)
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.glyphs import BETWEEN, THEN
from g221_tui.core.text.phrases import shortened
from g221_tui.records import TABLES, Row

FIRST_ASKER = "asker"
"""The field of who asked: of a document's only request it is who asked first."""
SHOWN = 60
"""How many characters of a text a line repeats."""
KINDS = {
    "cases": "Case",
    "events": "Event",
    "documents": "Document",
    "contacts": "Contact",
    "deadlines": "Deadline",
}
"""What a record of each table is."""
FIELDS: Mapping[str, tuple[Callable[[], tuple[Field, ...]], ...]] = {
    "cases": (case_fields,),
    "events": (round_fields, event_fields),
    "documents": (document_fields,),
    "contacts": (contact_fields,),
    "deadlines": (deadline_fields,),
}
"""What gives the fields of a table's records; of two for one value the last names it."""


def told(table: str, row: object, rules: Rules) -> str:
    """A record that is new: what it is, its name and its note."""
    record = _record(table, row)
    name, note = _name(record, rules), getattr(record, "note", "")
    return f"{KINDS[table]}: {_cut(f'{name}{BETWEEN}{note}' if note else name)}{_id(row)}"


def changed(table: str, own: Row, row: Row, rules: Rules) -> str:
    """A record that will be another, and how."""
    parts = [
        f"{name}: {here}{THEN}{there}" for name, here, there in _differences(table, own, row, rules)
    ]
    return f"{_named(table, own, rules)}: {'; '.join(parts)}"


def clashing(table: str, names: Iterable[str], own: Row, row: Row, now: Row, rules: Rules) -> str:
    """A record of which both files changed some fields: what stands in each, and what holds.

    Args:
        table: Its table.
        names: The fields that both changed.
        own: Our row.
        row: Theirs.
        now: The row as it will be.
        rules: The rules, which name what the records hold.
    """
    parts = []
    for name in names:
        holds = "here" if now.get(name) == own.get(name) else "there"
        here, there = ({**now, name: side.get(name)} for side in (own, row))
        here, there = (
            {field: value for field, value in side.items() if value is not None}
            for side in (here, there)
        )
        parts += [
            f"{label}: here {mine}, there {other}; the later, {holds}, holds"
            for label, mine, other in _differences(table, here, there, rules)
        ]
    return f"{_named(table, own, rules)} ({'; '.join(parts)})"


def taken_out(table: str, row: Row, rules: Rules, *, here: bool, stays: bool) -> str:
    """A record that one file took out and the other changed.

    Args:
        table: Its table.
        row: The record where it still is.
        rules: The rules, which name what the records hold.
        here: Whether it was taken out here.
        stays: Whether it stays.
    """
    sides = ("here", "there") if here else ("there", "here")
    said = f"taken back {sides[0]}, changed {sides[1]}; it {'stays' if stays else 'goes'}"
    return f"{_named(table, row, rules)} ({said})"


def counted(added: int, changes: int) -> str:
    """`3 records are new, 1 is changed`."""
    parts = []
    if added:
        parts.append("1 record is new" if added == 1 else f"{added} records are new")
    if changes:
        parts.append(f"{changes} {'is' if changes == 1 else 'are'} changed")
    return ", ".join(parts) or "nothing changes"


def both_changed(clashes: Sequence[str]) -> str:
    """What both files changed, as a sentence after another; empty where there is nothing."""
    return f" Changed in both: {'; '.join(clashes)}." if clashes else ""


def _named(table: str, row: Row, rules: Rules) -> str:
    return _cut(_name(_record(table, row), rules)) + _id(row)


def _id(row: object) -> str:
    return f" [{row.get('id')}]" if isinstance(row, dict) and row.get("id") else ""


def _record(table: str, row: object) -> Record | None:
    return readable(TABLES[table], row) if isinstance(row, dict) else None


def _name(record: Record | None, rules: Rules) -> str:
    """What a person calls a record."""
    if isinstance(record, CaseRecord):
        return label(record)
    if isinstance(record, Event | Document | Contact | NamedDeadline):
        return record_name(record, rules)
    return "A row that can't be read"


def _differences(table: str, own: Row, row: Row, rules: Rules) -> Iterable[tuple[str, str, str]]:
    """The label of each field that differs, and its words here and there."""
    fields = {field.attr: field for some in FIELDS[table] for field in some()}
    attrs = {f.encode_name: f.name for f in msgspec.structs.fields(TABLES[table])}
    here, there = _record(table, own), _record(table, row)
    for name in dict.fromkeys((*own, *row)):
        if own.get(name) == row.get(name):
            continue
        field = fields.get(FIRST_ASKER if name == "requested_by" else attrs.get(name, ""))
        if name == "steps" and isinstance(here, Document) and isinstance(there, Document):
            yield from _dates(here, there, rules)
        elif field is None or here is None or there is None:
            yield _spoken(name), _raw(own.get(name)), _raw(row.get(name))
        else:
            both = (value_of(record, field) for record in (here, there))
            words = [_words(field, value, rules) for value in both]
            yield field.label, words[0], words[1]


def _dates(here: Document, there: Document, rules: Rules) -> list[tuple[str, str, str]]:
    """The last step of each state where it differs; where none does, all steps."""
    found = []
    for field in document_fields():
        own, other = value_of(here, field), value_of(there, field)
        if field.attr in tuple(DocumentState) and own != other:
            found.append((field.label, _words(field, own, rules), _words(field, other, rules)))
    return found or [("Steps", _steps(here), _steps(there))]


def _steps(document: Document) -> str:
    """The dated steps of a document in a line."""
    told = (f"{step.state} {long_date(step.on)}" for step in document.in_order)
    return ", ".join(told) or "nothing"


def _spoken(name: str) -> str:
    """The name of a field that nobody types: `Removed at`."""
    return name.replace("_", " ").capitalize()


def _words(field: Field, value: object, rules: Rules) -> str:
    if isinstance(value, date):
        return long_date(value)
    return _cut(value_words(field, value, rules)) or "nothing"


def _raw(value: object) -> str:
    return "nothing" if value is None else _cut(str(value))


def _cut(text: str) -> str:
    return shortened(text, SHOWN)
