"""Files whose every value is somebody's: each field of each table drawn from hostile values.

The fields come from the records themselves, so a new one is drawn too. A value is of the right
type or of a wrong one, and may be anything that JSON can hold.
"""

import json
import random
import types
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec

from faults.parts.texts import made
from g221_tui.core.history.entries import HistoryEntry
from g221_tui.records import HISTORY, META, TABLES

Tables = dict[str, dict[str, Any]]
"""A whole file."""

DAYS = (
    *("0000-01-01", "0001-01-01", "0001-12-31", "1582-10-15", "9999-12-31", "9999-01-01"),
    *("10000-01-01", "-0001-01-01", "2026-02-30", "2026-13-01", "2026-12-12T00:00:00Z", "soon"),
    *("2026-1-1", "20261212", "٢٠٢٦-١٢-١٢", "2026-12-12\x1b[2J", "2026-12-12 ", "", " "),
)
"""Dates, and what is none."""
NUMBERS = (
    *(0, 1, -1, -0.0, 4, 59, 9999, 10_000, 2**31, 2**53 + 1, 2**63, -(2**63), 2**64, 10**30),
    *(-(10**30), 10**300, 1.5, 1e308, -1e308, 5e-324, True, False),
)
"""Numbers of every size and kind."""
WORDS = (
    *("yes", "no", "unknown", "submitted", "guide", "state", "documents", "other", "ceac", "dos"),
    *("note", "refused_221g", "visa_issued", "transferred", "noir", "in", "out", "status", "self"),
    *("1", "2", "3", "7", "meta", "d-222222", "c-222222", "family", "CA", "H-1B", "DV", "Mumbai"),
    *("2026-12-12T10:00:00Z", "0000-00-00T00:00:00Z", "9999-12-31T23:59:59Z", "10:00", "Z"),
)
"""Words that some field knows."""
FIELDS = msgspec.structs.fields
"""The fields of a record."""
DEEP = 150
"""How deep lists may lie in each other where a file is still read."""
EXTRA: Mapping[str, object] = types.MappingProxyType({"schema": int, "current": str})
"""The fields of the row that tells the layout."""


def drawn(chance: random.Random, tables: Tables) -> Tables:
    """A file with some of its values replaced: one, all of a record, or many of all records."""
    whole: Tables = json.loads(json.dumps(tables))
    places = [
        (table, number)
        for table, rows in whole.items()
        for number, row in rows.items()
        if isinstance(row, dict)
    ]
    way = chance.random()
    if way < 0.4:  # one to three fields of one record
        table, number = chance.choice(places)
        spoil(chance, table, whole[table][number], chance.choice((1, 1, 2, 3)))
    elif way < 0.6:  # all fields of one record
        table, number = chance.choice(places)
        spoil(chance, table, whole[table][number], 99)
    elif way < 0.9:  # one field in many records
        for table, number in places:
            if chance.random() < 0.5:
                spoil(chance, table, whole[table][number], 1)
    else:  # what is no row, no number, no table of ours
        for _ in range(chance.randrange(1, 4)):
            table = chance.choice((*whole, made(chance)))
            if table != META:
                number = chance.choice((made(chance), "01", "-1", "9" * 30, "0", "٣", "77"))
                whole.setdefault(table, {})[number] = anything(chance)
    return whole


def spoil(chance: random.Random, table: str, row: dict[str, Any], count: int) -> None:
    """Gives some fields of a row other values."""
    types_of = fields_of(table)
    for name in chance.sample(sorted(types_of), min(count, len(types_of))):
        if (table, name) == (META, "schema"):
            continue  # another layout is another promise
        row[name] = value_for(chance, types_of[name])
    if chance.random() < 0.1:
        row[made(chance)] = anything(chance)


def fields_of(table: str) -> dict[str, object]:
    """The fields of a table's rows, with their types."""
    kind = HistoryEntry if table == HISTORY else TABLES.get(table)
    if kind is None:
        return dict(EXTRA) if table == META else {"id": str}
    return {field.encode_name: field.type for field in FIELDS(kind)}


def value_for(chance: random.Random, kind: object) -> object:
    """A value for a field of this type: mostly of the type, else of any."""
    return of_type(chance, kind) if chance.random() < 0.65 else anything(chance)


def of_type(chance: random.Random, kind: object) -> object:
    """A value that JSON writes as this type is written; it may still be impossible."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return of_type(chance, inner[0])
    if origin in (Union, types.UnionType):
        return of_type(chance, chance.choice(inner))
    if origin is tuple:
        return [of_type(chance, inner[0]) for _ in range(chance.randrange(4))]
    if origin is dict:
        return {text(chance): anything(chance) for _ in range(chance.randrange(3))}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return chance.choice((*map(str, kind), text(chance)))
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return {field.encode_name: value_for(chance, field.type) for field in FIELDS(kind)}
    if kind is date:
        if chance.random() < 0.4:
            return (date(2026, 12, 12) + timedelta(chance.randrange(-900, 900))).isoformat()
        return chance.choice(DAYS)
    if kind is int:
        return chance.choice(NUMBERS)
    if kind is bool:
        return chance.random() < 0.5
    return None if kind is type(None) else text(chance)


def text(chance: random.Random) -> str:
    """A hostile text, or a word that some field knows."""
    return chance.choice(WORDS) if chance.random() < 0.35 else made(chance)


def anything(chance: random.Random) -> object:
    """Whatever JSON can hold."""
    kind = chance.randrange(8)
    if kind < 3:
        return text(chance)
    if kind == 3:
        return chance.choice(NUMBERS)
    if kind == 4:
        return chance.choice((None, [], {}, [[]], [{}], "", " "))
    if kind == 5:
        return [anything(chance) for _ in range(chance.randrange(4))]
    if kind == 6:
        return {text(chance): anything(chance) for _ in range(chance.randrange(4))}
    nest: object = text(chance)
    for _ in range(chance.randrange(DEEP)):
        nest = [nest] if chance.random() < 0.5 else {"case": nest}
    return nest
