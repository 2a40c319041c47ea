"""Another file of records taken into this one, record by record, by their ids.

Nothing is decided by clocks. A record that only the other file has is added. One that both have
and that differs is settled by what only one of the histories tells: the file that did not change
it since the two parted takes the other's. Where both did, the record is a clash.
"""

from collections.abc import Iterable

import msgspec

from g221_tui.core.fields.validation import taken
from g221_tui.core.history.entries import HistoryEntry
from g221_tui.core.model import Document, Problem
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.records import (
    HISTORY,
    META,
    META_ROW,
    ROW_NUMBER,
    TABLES,
    Key,
    RawTables,
    Row,
    Tables,
    read,
)
from g221_tui.store.merging import words
from g221_tui.store.merging.documents import merged
from g221_tui.store.rows import history_rows, missing, standing


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What taking in another file would do."""

    tables: RawTables
    """The tables as they would be; the history in them is the other file's."""
    lines: tuple[str, ...]
    """What would change, a line a record."""
    clashes: tuple[str, ...]
    """The records that can't be settled, by name."""
    unread: tuple[str, ...]
    """What the other file holds that can't be understood, by name."""
    added: int
    changed: int


def plan(ours: Tables, theirs: Tables, rules: Rules) -> Plan:
    """What taking their tables into ours would do; both are of this version's layout."""
    if not any(ours.get(table) for table in (*TABLES, HISTORY)):
        return _whole(ours, theirs, rules)
    made = _Merge(ours, theirs, rules)
    made.records()
    made.rest()
    return made.plan()


def _whole(ours: Tables, theirs: Tables, rules: Rules) -> Plan:
    """Everything as it is: there is nothing here that it could differ from."""
    tables: RawTables = {name: dict(rows) for name, rows in {**ours, **theirs}.items()}
    lines = [
        f"+ {words.told(table, row, rules)}"
        for table in TABLES
        for row in theirs.get(table, {}).values()
    ]
    lines += [
        f"+ {table} row {number}"
        for table in theirs
        if table not in (*TABLES, META, HISTORY)
        for number in theirs[table]
    ]
    return Plan(
        tables=tables, lines=tuple(lines), clashes=(), unread=(), added=len(lines), changed=0
    )


class _Merge:
    """One merge under way."""

    def __init__(self, ours: Tables, theirs: Tables, rules: Rules) -> None:
        self._rules = rules
        self._ours, self._theirs = ours, theirs
        self._mine, self._other = read(ours), read(theirs)
        self._tables: RawTables = {name: dict(rows) for name, rows in ours.items()}
        self._lines: list[str] = []
        self._clashes: list[str] = []
        self._added = 0
        self._changed = 0

    def records(self) -> None:
        """The records that both versions of g221 understand."""
        mine, others = self._mine.rows, self._other.rows
        here, there, settled = self._parted()
        for key, row in others.items():
            table, _ = key
            if table == META:
                continue
            own = mine.get(key)
            if own is None:
                self._add(table, row, f"+ {words.told(table, row, self._rules)}")
            elif own == row:
                continue
            elif there.get(key) == own or (here.get(key) != row and settled.get(key) == own):
                self._become(key, own, row)
            elif here.get(key) != row:
                both = _of_both(table, here.get(key), there.get(key), own, row)
                if both is None:
                    self._clashes.append(words.clashing(table, own, row, self._rules))
                elif both != own:
                    self._become(key, own, both)

    def _become(self, key: Key, own: Row, row: Row) -> None:
        """Let a record of ours be another."""
        table, number = key[0], str(self._mine.numbers[key])
        self._tables[table][number] = row
        self._lines.append(f"~ {words.changed(table, own, row, self._rules)}")
        self._changed += 1

    def _parted(self) -> tuple[dict[Key, Row], ...]:
        """What each record was before only we changed it, and before only they did.

        The third is what it was before they did when all that was undone is passed over.
        """
        ours, theirs = history_rows(self._ours), history_rows(self._theirs)
        holding = missing(standing(self._ours), standing(self._theirs))
        return _bases(missing(theirs, ours)), _bases(missing(ours, theirs)), _bases(holding)

    def rest(self) -> None:
        """The tables of other versions, by the numbers of their rows; the meta row is ours."""
        for table, rows in self._theirs.items():
            if table in (*TABLES, HISTORY):
                continue
            own = self._tables.setdefault(table, {})
            for number, row in rows.items():
                if (table, number) == (META, META_ROW):
                    known = own.get(number)
                    if isinstance(row, dict) and isinstance(known, dict):
                        own[number] = {**row, **known}
                elif number not in own:
                    own[number] = row
                    self._lines.append(f"+ {table} row {number}")
                    self._added += 1
                elif own[number] != row:
                    self._clashes.append(f"{table} row {number}")

    def plan(self) -> Plan:
        """What came of it."""
        known = self._mine.book.problems
        unread = [p for p in self._other.book.problems if p not in known]
        if not unread and not self._clashes:
            unread = [p for p in read(self._tables).book.problems if p not in known]
        return Plan(
            tables={**self._tables, HISTORY: dict(self._theirs.get(HISTORY, {}))},
            lines=tuple(self._lines),
            clashes=tuple(self._clashes),
            unread=tuple(_named(problem) for problem in unread),
            added=self._added,
            changed=self._changed,
        )

    def _add(self, table: str, row: Row, line: str) -> None:
        rows = self._tables.setdefault(table, {})
        numbers = (int(number) for number in rows if ROW_NUMBER.fullmatch(number))
        rows[str(max(numbers, default=0) + 1)] = row
        self._lines.append(line)
        self._added += 1


def _of_both(table: str, here: Row | None, there: Row | None, own: Row, row: Row) -> Row | None:
    """The record of both where it is a document and no field of it was changed in two ways.

    Args:
        table: Its table.
        here: What it was before only we changed it; none where only we never did.
        there: What it was before only they did.
        own: Our record.
        row: Theirs.
    """
    if TABLES[table] is not Document:
        return None
    base = here if there is None else there
    return merged(base if here in (None, base) else None, own, row)


def _bases(entries: Iterable[Row]) -> dict[Key, Row]:
    """What each record was before these entries of a history, oldest first, changed it."""
    found: dict[Key, Row] = {}
    for entry in (taken(HistoryEntry, row) for row in entries):
        for change in entry.changes:
            found.setdefault((change.table, change.id), change.before or {})
        for place in entry.rows:
            for row in (*place.before, *place.after):
                if isinstance(row, dict) and isinstance(name := row.get("id"), str):
                    before = place.before[0] if place.before else None
                    found.setdefault((place.table, name), before if before == row else {})
    return found


def _named(problem: Problem) -> str:
    return f"{problem.table} {problem.record}: {'; '.join(problem.faults)}"
