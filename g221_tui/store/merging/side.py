"""One of two copies that are merged: its records, its acts, and what nobody can read in it."""

import re
from collections.abc import Mapping
from datetime import date

import msgspec

from g221_tui.contents import read
from g221_tui.core.history.entries import HistoryEntry, RecordChange
from g221_tui.core.history.order import Moment
from g221_tui.core.model import Book
from g221_tui.records import (
    META,
    META_KEY,
    ROW_NUMBER,
    TABLES,
    Key,
    Row,
    Tables,
    encode,
)
from g221_tui.store.merging.changes import CASES, CURRENT, Act, act_of, acts, renamed_act
from g221_tui.store.merging.numbers import Numbers, renamed_tables
from g221_tui.store.merging.replay import Records, replayed

STAMP = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-9:]{8}Z", re.ASCII)
"""A moment as it is written."""
LONG_AGO = "1970-01-01T00:00:00Z"
"""The moment of what nobody knows the moment of."""


class Raw(msgspec.Struct, frozen=True):
    """A row that is no record: it can't be read, or has no place."""

    table: str
    number: str
    row: object

    @property
    def id(self) -> str:
        """Its id, if it has one."""
        name = self.row.get("id") if isinstance(self.row, dict) else None
        return name if isinstance(name, str) else ""


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """A copy as it is merged."""

    tables: Tables
    """All its rows."""
    book: Book
    """Its records, and its problems."""
    rows: dict[Key, Row]
    """The row of each record, and of the meta row what is a record's."""
    numbers: dict[Key, int]
    """Where each record lies."""
    raws: tuple[Raw, ...]
    """What is no record."""
    acts: dict[str, Act]
    """The acts of its history, by their names."""
    found: dict[str, Act]
    """What differs from what the history tells, as acts: an editor changed it."""
    missing: frozenset[Key]
    """The records that the history tells and that are not there: an editor took them out."""

    @property
    def all(self) -> dict[str, Act]:
        """All acts."""
        return {**self.acts, **self.found}

    @property
    def opened(self) -> dict[str, str]:
        """What opened each case, by its number; a case whose opening nobody knows names itself.

        Cases that are gone count too: their records may still be in the history.
        """
        found = (number for act in self.acts.values() if act.outside for number in act.opens)
        there = (key[1] for key in self.rows if key[0] == CASES)
        known = {number: f"case {number}" for number in (*found, *there)}
        for act in sorted(self.acts.values(), key=lambda act: act.order, reverse=True):
            if not act.turns and not act.outside:
                known |= dict.fromkeys(act.opens, act.name)
        return known


def side(tables: Tables) -> Side:
    """A copy of this version's layout, as it is merged."""
    return _side(tables, acts(tables))


def renamed(copy: Side, numbers: Numbers) -> Side:
    """The copy with cases under other numbers."""
    if not numbers:
        return copy
    known = {name: renamed_act(act, numbers) for name, act in copy.acts.items()}
    return _side(renamed_tables(copy.tables, numbers), known)


def _side(tables: Tables, known: dict[str, Act]) -> Side:
    reading = read(tables)
    rows = dict(reading.rows)
    meta = rows.get(META_KEY, {})
    rows[META_KEY] = {CURRENT: meta[CURRENT]} if CURRENT in meta else {}
    places = {(table, number) for (table, _), number in reading.numbers.items()}
    raws = tuple(
        Raw(table, number, row)
        for table in TABLES
        for number, row in tables.get(table, {}).items()
        if not ROW_NUMBER.fullmatch(number) or (table, int(number)) not in places
    )
    told = replayed(known.values())
    return Side(
        tables=tables,
        book=reading.book,
        rows=rows,
        numbers={key: number for key, number in reading.numbers.items() if key[0] != META},
        raws=raws,
        acts=known,
        found=_found(rows, told),
        missing=frozenset(told.rows.keys() - rows.keys()),
    )


def _found(rows: Mapping[Key, Row], made: Records) -> dict[str, Act]:
    """What the records hold that the acts do not make, as an act for each record."""
    found: dict[str, Act] = {}
    for key, row in rows.items():
        told = made.rows.get(key, {} if key == META_KEY else None)
        if told == row:
            continue
        moment = made.last[key].moment if key in made.last else _entered(row)
        day = _day(moment.at) or date(1970, 1, 1)
        name = "the case in hand" if key == META_KEY else f"{key[0]} {key[1]}"
        change = RecordChange(table=key[0], id=key[1], before=told, after=row)
        entry = HistoryEntry(
            n=0,
            at=moment.at,
            on=day,
            sentence=f"Changed outside g221: {name}.",
            changes=(change,),
            outside=True,
        )
        act = act_of(encode(entry), moment)
        found[act.name] = act
    return found


def _entered(row: Row) -> Moment:
    at = row.get("entered_at")
    return Moment(at if isinstance(at, str) and _day(at) else LONG_AGO, 1)


def _day(at: str) -> date | None:
    """The day of a moment as it is written; none of other words."""
    try:
        return date.fromisoformat(at[:10]) if STAMP.fullmatch(at) else None
    except ValueError:
        return None
