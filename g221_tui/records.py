"""Records to and from rows: one mapping for the file, the exports and the imports.

A row is what lies in the file: text, numbers and lists under the names of the fields. A row
that can't be read becomes a `Problem` and stays in the file as it is; a field this version does
not know stays in its row when the record is written again.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias, TypeGuard, TypeVar

import msgspec

from g221_tui.core.field_types import ID
from g221_tui.core.fields.validation import faults, faulty, readable, taken
from g221_tui.core.history.entries import HistoryEntry
from g221_tui.core.model import (
    Book,
    Case,
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
from g221_tui.packed_history import PACKED, fault, unpacked

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

NONE_ADMITTED: Mapping[str, Mapping[str, object]] = MappingProxyType({})
"""For a reading of what is there, and nothing else."""

ROW_NUMBER = re.compile(r"0|[1-9][0-9]{0,17}", re.ASCII)
"""How TinyDB writes a row's number; another spelling would be lost when it writes the row."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a file holds: the book, and where each of its records lies."""

    book: Book
    """The records that could be read, and the problems."""
    rows: dict[Key, Row]
    """The row of each record of the book, and of the meta row."""
    numbers: dict[Key, int]
    """Its row number."""
    troubled: tuple[tuple[Problem, str], ...]
    """The problems of the tables of records, each with the number of its row."""


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
        return _problem(table, number, row, ("the row is not an object",))
    if not is_row(row, number):
        return _problem(table, number, row, (f"the row number {number!r} is not a whole number",))
    kind = TABLES[table]
    try:
        return taken(kind, row)
    except msgspec.ValidationError:
        return _problem(table, number, row, faults(kind, row), faulty(kind, row))


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


def read(tables: Tables, admitted: Mapping[str, Mapping[str, object]] = NONE_ADMITTED) -> Reading:
    """Everything the tables hold; rows that can't be read become problems of the book.

    Args:
        tables: The tables.
        admitted: Fields of records that can't be read, by the ids of these: they are read as if
            they held that; none stands for a field that is empty.
    """
    rows: dict[Key, Row] = {}
    numbers: dict[Key, int] = {}
    troubled: list[tuple[Problem, str]] = []
    facts: dict[str, CaseRecord] = {}
    parts: dict[str, dict[str, list[Any]]] = {}
    ids: set[str] = set()
    for table in TABLES:
        for number, row, found in _decoded(tables, table):
            record: Record | None
            if isinstance(found, Problem):
                if found.record in admitted and isinstance(row, dict):
                    given = {**row, **admitted[found.record]}
                    found = decode(table, number, {n: v for n, v in given.items() if v is not None})
                record = _salvaged(found, number, row) if isinstance(found, Problem) else found
                if isinstance(found, Problem):
                    troubled.append((found, number))
            else:
                record = found
            if record is None or not isinstance(row, dict):
                continue
            name, case = record.id, case_of(record)
            if isinstance(record, CaseRecord) and name not in ids:
                facts[name] = record
            elif name in ids or case not in facts:
                field, why = _misplaced(name, case, ids)
                wrong = _problem(table, number, row, (f"{field}: {why}",), (field,))
                troubled.append((wrong, number))
                continue
            else:
                parts.setdefault(case, {}).setdefault(table, []).append(record)
            ids.add(name)
            rows[table, name] = row
            numbers[table, name] = int(number)
    current, of_meta = _current(tables, facts)
    meta = tables.get(META, {}).get(META_ROW)
    if isinstance(meta, dict):
        rows[META, META_ROW] = meta
        numbers[META, META_ROW] = int(META_ROW)
    cases = tuple(
        _case(facts[case], parts.get(case, {})) for case in sorted(facts, key=_case_order)
    )
    problems = (
        *(problem for problem, _ in troubled),
        *of_meta,
        *read_history(tables)[1],
        *_spoilt(tables),
    )
    book = Book(cases=cases, current=current, problems=problems)
    return Reading(book=book, rows=rows, numbers=numbers, troubled=tuple(troubled))


def book_from(tables: Tables) -> Book:
    """The book of the tables."""
    return read(tables).book


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
    numbered, odd = _in_order(tables, HISTORY)
    at_once = _all_taken(HistoryEntry, [row for _, row in numbered])
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
            problems.append(_problem(HISTORY, number, row, wrong or ("the row can't be read",)))
    return entries, problems


def _decoded(tables: Tables, table: str) -> Iterator[tuple[str, object, Record | Problem]]:
    """Each row of a table with its number, and the record or the problem that it is."""
    numbered, odd = _in_order(tables, table)
    at_once = _all_taken(TABLES[table], [row for _, row in numbered])
    if at_once is None:
        odd, numbered, at_once = [*numbered, *odd], [], []
    for (number, row), record in zip(numbered, at_once, strict=True):
        yield number, row, record
    for number, row in odd:
        yield number, row, decode(table, number, row)


def _all_taken(kind: type[Kind], rows: list[Any]) -> list[Kind] | None:
    """The records of all these rows at once, which is far faster; none where one can't be read."""
    try:
        return msgspec.convert(rows, list[kind])  # type: ignore[valid-type] # known at run time
    except (msgspec.ValidationError, UnicodeEncodeError):
        return None


def _in_order(tables: Tables, table: str) -> tuple[list[tuple[str, Any]], list[tuple[str, Any]]]:
    """The rows of a table by their numbers, which is the order of entry, and then the odd ones."""
    rows = tables.get(table, {})
    numbered, odd = list(rows.items()), []
    if not all(map(ROW_NUMBER.fullmatch, rows)):
        odd = [each for each in numbered if not ROW_NUMBER.fullmatch(each[0])]
        numbered = [each for each in numbered if ROW_NUMBER.fullmatch(each[0])]
    numbered.sort(key=lambda each: int(each[0]))
    return numbered, odd


def _problem(
    table: str, number: str, row: object, wrong: tuple[str, ...], fields: tuple[str, ...] = ()
) -> Problem:
    name = row.get("id") if isinstance(row, dict) else None
    named = isinstance(name, str) and re.match(ID, name)
    record = name if isinstance(name, str) and named else f"row {number}"
    return Problem(table=table, record=record, faults=wrong, fields=fields)


def _salvaged(problem: Problem, number: str, row: object) -> Record | None:
    """A case whose faults are in its optional facts, without those; one bad date hides no case."""
    # A row that TinyDB can't write can't be changed: no part of it is taken.
    if problem.table != "cases" or not is_row(row, number) or problem.record != row.get("id"):
        return None
    return readable(CaseRecord, row)


def _spoilt(tables: Tables) -> Iterator[Problem]:
    """The blocks of the history that are not as g221 wrote them."""
    for number, row in tables.get(PACKED, {}).items():
        if why := fault(number, row):
            yield _problem(PACKED, number, row, (why,))


def _case(facts: CaseRecord, parts: Mapping[str, Sequence[Any]]) -> Case:
    """A case of its records, which lie in order of entry, by their tables."""
    left = {
        name: tuple(part for part in of_it if not part.removed_at) for name, of_it in parts.items()
    }
    gone = (part for name in REMOVABLE for part in parts.get(name, ()) if part.removed_at)
    return Case(
        facts=facts,
        events=left.get("events", ()),
        documents=tuple(parts.get("documents", ())),
        contacts=left.get("contacts", ()),
        deadlines=left.get("deadlines", ()),
        removed=tuple(gone),
    )


def _misplaced(name: str, case: str, ids: set[str]) -> tuple[str, str]:
    """The field for which a record that could be read can't be placed, and why."""
    if name in ids:
        return "id", f"another record already has {name!r}"
    return "case", f"there is no case {case!r}"


def _case_order(case: str) -> tuple[int, str]:
    return (int(case), case) if ROW_NUMBER.fullmatch(case) else (10**18, case)


def _current(tables: Tables, cases: Mapping[str, object]) -> tuple[str | None, list[Problem]]:
    """The case in hand, and the problem where the meta row names none."""
    row = tables.get(META, {}).get(META_ROW)
    if not isinstance(row, dict) or "current" not in row:
        return None, []
    current = row["current"]
    if isinstance(current, str) and current in cases:
        return current, []
    fault = f"current: there is no case {current!r}"
    return None, [_problem(META, META_ROW, row, (fault,))]
