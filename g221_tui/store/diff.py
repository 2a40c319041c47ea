"""From one book to the next: which rows a change touches, and how they read before and after."""

from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

import msgspec

from g221_tui.core.fields.validation import faults, faulty
from g221_tui.core.history.entries import RecordChange
from g221_tui.core.history.order import NEVER, Moment, following
from g221_tui.core.model import Book, Case, Record
from g221_tui.core.steps import Step
from g221_tui.errors import FileFault, SaveFailed
from g221_tui.packed_history import PACKED, last_number, unpacked
from g221_tui.records import (
    HISTORY,
    META,
    META_KEY,
    TABLES,
    Key,
    RawTables,
    Row,
    Tables,
    case_of,
    encode,
    is_row,
    table_of,
)

STEP_FIELDS = frozenset(Step.__struct_encode_fields__)
"""What this version knows of a step."""

RecordType = TypeVar("RecordType", bound=Record)


def merge(row: Row, old: Record, new: Record, mended: Collection[str] = ()) -> Row:
    """The row of a changed record: only fields that differ are touched, unknown ones stay.

    Args:
        row: The row as it is.
        old: The record that was read from it.
        new: The record as it is to be.
        mended: Fields that are written in any case: what stands there can't be read.
    """
    encoded = encode(new)
    merged = dict(row)
    for name, key in zip(new.__struct_fields__, new.__struct_encode_fields__, strict=True):
        if getattr(old, name) == getattr(new, name) and key not in mended:
            continue
        if key in encoded:
            merged[key] = _with_unknown(row.get(key), encoded[key])
        else:
            merged.pop(key, None)
    return merged


def _with_unknown(old: object, new: object) -> object:
    """A list of steps as it is to be, each that was there before with what it held besides."""
    if not isinstance(old, list) or not isinstance(new, list):
        return new
    left = [part for part in old if isinstance(part, dict) and not part.keys() <= STEP_FIELDS]
    made: list[object] = []
    for part in new:
        same = [o for o in left if isinstance(part, dict) and _known(o) == _known(part)]
        made.append(same[0] if same else part)
        left = [other for other in left if other not in same[:1]]
    return made


def _known(step: Row) -> Row:
    return {name: value for name, value in step.items() if name in STEP_FIELDS}


def last_entry(tables: Tables) -> int:
    """The highest number of the history, which may be in blocks; 0 where there is none."""
    last = last_number(tables)
    for number, row in tables.get(HISTORY, {}).items():
        if is_row(row, number):
            n = row.get("n")
            last = max(last, int(number), n if isinstance(n, int) else 0)
    return last


def last_moment(tables: RawTables) -> Moment:
    """The latest moment that an entry of the history counts for.

    Of a history in blocks the rows that lie plain tell it: no entry that was noted counts for a
    moment before one that lay there already.
    """
    found = _moments(tables)
    if found and all(place for _, _, place in found):  # as all are that this version wrote
        return max(Moment(at, place) for _, at, place in found)
    if tables.get(PACKED):
        found = _moments(unpacked(tables)[0])
    latest = NEVER
    for _, at, place in sorted(found):
        latest = max(latest, Moment(at, place) if place else following(latest, at))
    return latest


def _moments(tables: Tables) -> list[tuple[int, str, int]]:
    """The number of each plain entry, the time it counts for, and its place; 0 for none noted."""
    found: list[tuple[int, str, int]] = []
    for number, row in tables.get(HISTORY, {}).items():
        if is_row(row, number):
            n, at, place = row.get("n"), row.get("moment") or row.get("at"), row.get("place", 0)
            if isinstance(n, int) and isinstance(at, str) and isinstance(place, int):
                found.append((n, at, place))
    return found


def row_ids(tables: Tables) -> set[str]:
    """The ids of all records of the file, those that can't be read included."""
    found: set[str] = set()
    for table in TABLES:
        for row in tables.get(table, {}).values():
            name = row.get("id") if isinstance(row, dict) else None
            if isinstance(name, str):
                found.add(name)
    return found


def unread(tables: Tables, known: Mapping[Key, Row]) -> list[tuple[Key, tuple[int, Row]]]:
    """The rows that have an id and can't be read, each with its table, its id and its number.

    Args:
        tables: The tables.
        known: The rows of the records that were read.
    """
    found: list[tuple[Key, tuple[int, Row]]] = []
    for table in TABLES:
        for number, row in tables.get(table, {}).items():
            name = row.get("id") if is_row(row, number) else None
            if is_row(row, number) and isinstance(name, str) and (table, name) not in known:
                found.append(((table, name), (int(number), row)))
    return found


def known_ids(tables: Tables) -> set[str]:
    """The ids of all records that the tables hold or their history tells of, but in its blocks."""
    found = row_ids(tables)
    for entry in tables.get(HISTORY, {}).values():
        found.update(_ids_in(entry))
    return found


def _ids_in(entry: object) -> Iterator[str]:
    """The ids of the records that a row of the history tells of, read as it lies there.

    A save looks through all of them for an id alone, and the row may be any thing.
    """
    for change in _objects(entry, "changes"):
        name = change.get("id")
        if _is_ours(change) and isinstance(name, str):
            yield name
    for change in _objects(entry, "rows"):
        if _is_ours(change):
            for row in (*_objects(change, "before"), *_objects(change, "after")):
                name = row.get("id")
                if isinstance(name, str):
                    yield name


def _is_ours(change: Row) -> bool:
    """Whether a change is one of a table of records."""
    table = change.get("table")
    return isinstance(table, str) and table in TABLES


def _objects(row: object, name: str) -> Iterator[Row]:
    """The objects in a list of an object, if that is what it is."""
    found = row.get(name) if isinstance(row, dict) else None
    return (
        (part for part in found if isinstance(part, dict)) if isinstance(found, list) else iter(())
    )


def stamped(book: Book, known: Mapping[Key, Row], stamp: str) -> Book:
    """The book whose new records say when they were written.

    Args:
        book: The book to be saved.
        known: The rows of the records that are in the file already.
        stamp: The instant now, UTC, ISO 8601.
    """

    def fill(table: str, record: RecordType) -> RecordType:
        if record.entered_at or (table, record.id) in known:
            return record
        return msgspec.structs.replace(record, entered_at=stamp)

    cases = tuple(
        Case(
            facts=fill("cases", case.facts),
            events=tuple(fill("events", record) for record in case.events),
            documents=tuple(fill("documents", record) for record in case.documents),
            contacts=tuple(fill("contacts", record) for record in case.contacts),
            deadlines=tuple(fill("deadlines", record) for record in case.deadlines),
            removed=case.removed,
        )
        for case in book.cases
    )
    return msgspec.structs.replace(book, cases=cases)


def _parted(
    old: Book, new: Book, given: Collection[str]
) -> tuple[dict[Key, Record], dict[Key, Record]]:
    """The records of each book that are not the very same in the other, and those of these ids.

    Raises:
        ValueError: Two records of the new book have one id, or one lies in another's case: the
            file would lose it.
    """
    there = {case.id: {id(record) for _, record in _parts(case)} for case in old.cases}
    kept: set[int] = set()
    after: dict[Key, Record] = {}
    ids: set[str] = set()
    for case in new.cases:
        own = there.get(case.id, set())
        for table, record in _parts(case):
            if id(record) in own and record.id not in given:
                kept.add(id(record))
            else:
                if case_of(record) != case.id:
                    raise ValueError(f"{record.id} belongs to another case than {case.id}")
                after[table, record.id] = record
            if record.id in ids:
                raise ValueError(f"two records have the id {record.id}")
            ids.add(record.id)
    before: dict[Key, Record] = {
        (table, record.id): record
        for case in old.cases
        for table, record in _parts(case)
        if id(record) not in kept
    }
    return before, after


def _parts(case: Case) -> list[tuple[str, Record]]:
    """Every record of a case with its table, in order of entry."""
    return [
        ("cases", case.facts),
        *(("events", record) for record in case.events),
        *(("documents", record) for record in case.documents),
        *(("contacts", record) for record in case.contacts),
        *(("deadlines", record) for record in case.deadlines),
        *((table_of(record), record) for record in case.removed),
    ]


def diff(
    old: Book, new: Book, rows: Mapping[Key, Row], given: Mapping[str, Collection[str]]
) -> list[RecordChange]:
    """What must be written to come from one book to the other, tables in order.

    Args:
        old: The book as it lies in the file.
        new: The book as it is to be.
        rows: The rows of the old book's records, and the meta row.
        given: The fields that were given a value, by the ids of their records.

    Raises:
        SaveFailed: A record holds what its field can't.
        ValueError: Two records of the new book have one id, or one lies in another's case.
    """
    changes: list[RecordChange] = []
    before, after = _parted(old, new, given)
    for key, record in after.items():
        was = before.get(key)
        if was is None:
            changes.append(_checked(_change(key, None, encode(record))))
            continue
        mended = set(given.get(key[1], ()))
        if mended:  # what can be read needs no second look
            mended &= set(faulty(TABLES[key[0]], rows[key]))
        if mended or was != record:
            changes.append(_checked(_change(key, rows[key], merge(rows[key], was, record, mended))))
    changes += [_change(key, rows[key], None) for key in before if key not in after]
    if old.current != new.current:
        meta = rows.get(META_KEY)
        row = dict(meta or {})
        if new.current is None:
            row.pop("current", None)
        else:
            row["current"] = new.current
        changes.append(_change(META_KEY, meta, row))
    tables = [*TABLES, META]
    return sorted(changes, key=lambda change: tables.index(change.table))


def _change(key: Key, before: Row | None, after: Row | None) -> RecordChange:
    return RecordChange(
        table=key[0],
        id=key[1],
        before=None if before is None else dict(before),
        after=None if after is None else dict(after),
    )


def _checked(change: RecordChange) -> RecordChange:
    """The change, when its new row reads back without a fault that was not there before."""
    kind = TABLES[change.table]
    former = faults(kind, change.before) if change.before is not None else ()
    wrong = [fault for fault in faults(kind, change.after or {}) if fault not in former]
    if wrong:
        raise SaveFailed(FileFault(place=f"{change.table} {change.id}", why="; ".join(wrong)))
    return change
