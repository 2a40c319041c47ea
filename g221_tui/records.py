"""Records to and from rows: one mapping for the file, the exports and the imports.

A row is what lies in the file: text, numbers and lists under the names of the fields. A row
that can't be read becomes a `Problem` and stays in the file as it is; a field this version does
not know stays in its row when the record is written again.
"""

import json
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias, TypeGuard, TypeVar

import msgspec

from g221_tui.core.field_types import ID
from g221_tui.core.fields.validation import faults, faulty, taken
from g221_tui.core.history.entries import HistoryEntry
from g221_tui.core.model import (
    CaseRecord,
    Contact,
    Document,
    Event,
    NamedDeadline,
    Problem,
    Record,
)
from g221_tui.errors import DamagedFile, FileFault
from g221_tui.migrations import HISTORY as HISTORY
from g221_tui.migrations import MIGRATIONS as MIGRATIONS
from g221_tui.migrations import RawTables as RawTables
from g221_tui.migrations import Tables as Tables
from g221_tui.packed_history import unpacked

Row: TypeAlias = dict[str, object]
"""A record as it lies in the file."""
Key: TypeAlias = tuple[str, str]
"""The table of a record and its id."""

Kind = TypeVar("Kind", bound=msgspec.Struct)

SCHEMA = 3
"""The version of the file's layout that this program writes."""
META = "meta"
"""The table whose row 1 holds the schema and the case in hand."""
META_ROW = "1"
"""The number of that row."""
META_KEY: Key = (META, META_ROW)
"""Where it lies."""
TABLES: Mapping[str, type[Record]] = MappingProxyType(
    {
        "cases": CaseRecord,
        "events": Event,
        "documents": Document,
        "contacts": Contact,
        "deadlines": NamedDeadline,
    }
)
"""The tables of records, and what a row of each is."""
REMOVABLE = ("events", "contacts", "deadlines")
"""Those whose records leave a case when they are removed; a document stays on it, marked."""
PartRecord = (Contact, Document, Event, NamedDeadline)
"""The records that belong to a case."""

ROW_NUMBER = re.compile(r"0|[1-9][0-9]{0,17}", re.ASCII)
"""How TinyDB writes a row's number; another spelling would be lost when it writes the row."""


def is_row(row: object, number: str) -> TypeGuard[Row]:
    """Whether TinyDB could read and write this row without changing it."""
    return isinstance(row, dict) and ROW_NUMBER.fullmatch(number) is not None


def encode(record: Record | HistoryEntry) -> Row:
    """The row of a record; fields at their default are left out."""
    try:
        return msgspec.json.decode(msgspec.json.encode(record), type=Row)
    except UnicodeEncodeError:  # half a character, which has no UTF-8
        row: Row = json.loads(json.dumps(msgspec.to_builtins(record)))
        return row


def decode(table: str, number: str, row: object) -> Record | Problem:
    """The record of a row, or the problem that names all its faulty fields."""
    if not isinstance(row, dict):
        return problem_of(table, number, row, ("the row is not an object",))
    if not is_row(row, number):
        return problem_of(table, number, row, (f"the row number {number!r} is not a whole number",))
    kind = TABLES[table]
    try:
        return taken(kind, row)
    except msgspec.ValidationError:
        return problem_of(table, number, row, faults(kind, row), faulty(kind, row))


def schema_of(tables: Tables) -> int:
    """The version of the file's layout; a file without records has the present one.

    Raises:
        DamagedFile: The version is missing or not a whole number.
    """
    row = tables.get(META, {}).get(META_ROW)
    if row is None and not any(tables.get(name) for name in (*TABLES, HISTORY)):
        return SCHEMA
    schema = row.get("schema") if isinstance(row, dict) else None
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 0:
        raise _bad_schema('"schema" must be the version, a whole number')
    return schema


def newer(schema: int) -> str:
    """What a file of a newer layout is, in words that follow its name."""
    return f"was written by a newer g221 (layout {schema}, this one knows {SCHEMA})"


def migrate(tables: Tables) -> RawTables:
    """A copy of the tables as this version lays them out, from any older version.

    Raises:
        DamagedFile: No version of g221 ever wrote this schema.
    """
    made = {name: dict(rows) for name, rows in tables.items()}
    former = schema_of(tables)
    if former < SCHEMA:  # the rows in blocks are laid out anew with the others
        made = unpacked(made)[0]
    for schema in range(former, SCHEMA):
        step = MIGRATIONS.get(schema)
        if step is None:
            raise _bad_schema(f'there never was a "schema" {schema}')
        made = step(made)
    return made


def _bad_schema(why: str) -> DamagedFile:
    return DamagedFile(FileFault(place=f"table {META}, row {META_ROW}", why=why))


def new_meta() -> Row:
    """The meta row of a new file."""
    return {"schema": SCHEMA}


def with_meta(tables: Tables) -> RawTables:
    """A copy of the tables that says of which layout it is, as every file that is written must."""
    made = {name: dict(rows) for name, rows in tables.items()}
    made[META] = {META_ROW: new_meta()} | made.get(META, {})
    return made


def case_of(record: Record) -> str:
    """The case a record belongs to; a case belongs to itself."""
    return record.case if isinstance(record, PartRecord) else record.id


def table_of(record: Record) -> str:
    """The table a record lies in."""
    return next(table for table, kind in TABLES.items() if isinstance(record, kind))


def read_history(tables: Tables) -> tuple[tuple[HistoryEntry, ...], tuple[Problem, ...]]:
    """The history, oldest first, and its rows that can't be read."""
    entries, problems = history_rows(tables)
    return tuple(entry for entry, _ in entries), problems


def history_rows(
    tables: Tables,
) -> tuple[tuple[tuple[HistoryEntry, Row], ...], tuple[Problem, ...]]:
    """The entries of the history with their rows, oldest first, and what can't be read."""
    numbered, odd = in_order(tables, HISTORY)
    at_once = all_taken(HistoryEntry, [row for _, row in numbered])
    if at_once is not None and not odd:
        entries = [(entry, row) for entry, (_, row) in zip(at_once, numbered, strict=True)]
        problems: list[Problem] = []
    else:
        entries, problems = _one_by_one((*numbered, *odd))
    entries.sort(key=lambda entry: entry[0].n)
    return tuple(entries), tuple(problems)


def _one_by_one(
    rows: Iterable[tuple[str, Any]],
) -> tuple[list[tuple[HistoryEntry, Row]], list[Problem]]:
    """The entries of a history of which some can't be read, and why."""
    entries: list[tuple[HistoryEntry, Row]] = []
    problems: list[Problem] = []
    for number, row in rows:
        try:
            if not is_row(row, number):
                raise msgspec.ValidationError
            entries.append((taken(HistoryEntry, row), row))
        except msgspec.ValidationError:
            wrong = faults(HistoryEntry, row) if isinstance(row, dict) else ()
            problems.append(problem_of(HISTORY, number, row, wrong or ("the row can't be read",)))
    return entries, problems


def all_taken(kind: type[Kind], rows: list[Any]) -> list[Kind] | None:
    """The records of all these rows at once, which is far faster; none where one can't be read."""
    try:
        return msgspec.convert(rows, list[kind])  # type: ignore[valid-type] # known at run time
    except (msgspec.ValidationError, UnicodeEncodeError):
        return None


def in_order(tables: Tables, table: str) -> tuple[list[tuple[str, Any]], list[tuple[str, Any]]]:
    """The rows of a table by their numbers, which is the order of entry, and then the odd ones."""
    rows = tables.get(table, {})
    numbers = sorted(filter(ROW_NUMBER.fullmatch, rows), key=int)
    odd: list[str] = []
    if len(numbers) < len(rows):
        odd = [number for number in rows if not ROW_NUMBER.fullmatch(number)]
    return [(number, rows[number]) for number in numbers], [(name, rows[name]) for name in odd]


def problem_of(
    table: str, number: str, row: object, wrong: tuple[str, ...], fields: tuple[str, ...] = ()
) -> Problem:
    """What is wrong with a row, under the id of its record where it has one.

    Args:
        table: The table it lies in.
        number: The number of the row.
        row: What lies there.
        wrong: Each fault in words.
        fields: The names of the faulty fields; none where it is the row as a whole.
    """
    name = row.get("id") if isinstance(row, dict) else None
    named = isinstance(name, str) and re.match(ID, name)
    record = name if isinstance(name, str) and named else f"row {number}"
    return Problem(table=table, record=record, faults=wrong, fields=fields)
