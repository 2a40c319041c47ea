"""What a file's tables hold: the cases with their records, where each lies, and what can't be read.

A row that can't be read, or that belongs nowhere, becomes a `Problem`; the others work on.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import Any

import msgspec

from g221_tui.core.fields.validation import readable
from g221_tui.core.model import Book, Case, CaseRecord, Problem, Record
from g221_tui.packed_history import PACKED, fault
from g221_tui.records import (
    META,
    META_KEY,
    META_ROW,
    REMOVABLE,
    ROW_NUMBER,
    TABLES,
    Key,
    Row,
    Tables,
    all_taken,
    case_of,
    decode,
    in_order,
    is_row,
    problem_of,
    read_history,
)

NONE_ADMITTED: Mapping[str, Mapping[str, object]] = MappingProxyType({})
"""For a reading of what is there, and nothing else."""


_ID = attrgetter("id")
_CASE = attrgetter("case")


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


def read(tables: Tables, admitted: Mapping[str, Mapping[str, object]] = NONE_ADMITTED) -> Reading:
    """Everything the tables hold; rows that can't be read become problems of the book.

    Args:
        tables: The tables.
        admitted: Fields of records that can't be read, by the ids of these: they are read as if
            they held that; none stands for a field that is empty.
    """
    found = _Found(tables, admitted)
    rows: dict[Key, Row] = {}
    numbers: dict[Key, int] = {}
    for table, names, numbered in found.placed:
        keys = [(table, name) for name in names]
        rows.update(zip(keys, (row for _, row in numbered), strict=True))
        numbers.update(zip(keys, (int(number) for number, _ in numbered), strict=True))
    meta = tables.get(META, {}).get(META_ROW)
    if isinstance(meta, dict):
        rows[META_KEY], numbers[META_KEY] = meta, int(META_ROW)
    troubled = tuple(found.troubled)
    return Reading(book=_book(tables, found), rows=rows, numbers=numbers, troubled=troubled)


def book_from(tables: Tables) -> Book:
    """The book of the tables, without where its records lie: who only reads needs no more."""
    return _book(tables, _Found(tables, NONE_ADMITTED))


def _book(tables: Tables, found: "_Found") -> Book:
    current, of_meta = _current(tables, found.facts)
    problems = (
        *(problem for problem, _ in found.troubled),
        *of_meta,
        *read_history(tables)[1],
        *_spoilt(tables),
    )
    return Book(cases=found.cases, current=current, problems=problems)


class _Found:
    """What is found in the tables, one after the other; the cases come first."""

    def __init__(self, tables: Tables, admitted: Mapping[str, Mapping[str, object]]) -> None:
        self.facts: dict[str, CaseRecord] = {}
        """The facts of each case, by its id."""
        self.placed: list[tuple[str, Sequence[str], Sequence[tuple[str, Row]]]] = []
        """A table, the ids of some of its records, and their rows with their numbers."""
        self.troubled: list[tuple[Problem, str]] = []
        """The problems, each with the number of its row."""
        self._admitted = admitted
        self._ids: set[str] = set()
        self._parts: defaultdict[str, defaultdict[str, list[Any]]] = defaultdict(
            lambda: defaultdict(list)
        )
        """The records of each case, by their tables, in order of entry."""
        for table in TABLES:
            self._take(tables, table)

    def _take(self, tables: Tables, table: str) -> None:
        """Take in the rows of a table."""
        numbered, odd = in_order(tables, table)
        records = all_taken(TABLES[table], [row for _, row in numbered])
        if records is None:
            odd = [*numbered, *odd]
        elif not self._all_placed(table, numbered, records):
            for (number, row), record in zip(numbered, records, strict=True):
                self._place(table, number, row, record)
        for number, row in odd:
            self._take_one(table, number, row)

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases, in order of their ids."""
        order = sorted(self.facts, key=_case_order)
        return tuple(_case(self.facts[name], self._parts.get(name, {})) for name in order)

    def _all_placed(
        self, table: str, numbered: Sequence[tuple[str, Row]], records: list[Any]
    ) -> bool:
        """Place all the records of a table at once, which is far faster.

        False, with nothing done, where one of them can't be placed.
        """
        names = list(map(_ID, records))
        fresh = set(names)
        if len(fresh) < len(names) or not fresh.isdisjoint(self._ids):
            return False
        if TABLES[table] is CaseRecord:
            self.facts.update(zip(names, records, strict=True))
        elif not self.facts.keys() >= set(map(_CASE, records)):
            return False
        else:
            for record in records:
                self._parts[record.case][table].append(record)
        self._ids |= fresh
        self.placed.append((table, names, numbered))
        return True

    def _take_one(self, table: str, number: str, row: object) -> None:
        """Take in a row that may be none of the table's."""
        found = decode(table, number, row)
        if isinstance(found, Problem) and found.record in self._admitted and isinstance(row, dict):
            given = {**row, **self._admitted[found.record]}
            found = decode(table, number, {n: v for n, v in given.items() if v is not None})
        record = found if isinstance(found, Record) else _salvaged(found, number, row)
        if isinstance(found, Problem):
            self.troubled.append((found, number))
        if record is not None and isinstance(row, dict):
            self._place(table, number, row, record)

    def _place(self, table: str, number: str, row: Row, record: Record) -> None:
        """Place a record with its case, or say why it can't be."""
        name, case = record.id, case_of(record)
        if isinstance(record, CaseRecord) and name not in self._ids:
            self.facts[name] = record
        elif name in self._ids or case not in self.facts:
            field, why = _misplaced(name, case, self._ids)
            wrong = problem_of(table, number, row, (f"{field}: {why}",), (field,))
            self.troubled.append((wrong, number))
            return
        else:
            self._parts[case][table].append(record)
        self._ids.add(name)
        self.placed.append((table, (name,), ((number, row),)))


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
            yield problem_of(PACKED, number, row, (why,))


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
    why = f"current: there is no case {current!r}"
    return None, [problem_of(META, META_ROW, row, (why,))]
