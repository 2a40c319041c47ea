"""Rows by their places, whatever lies in them: for what changes the file as a whole."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from g221_tui.core.history.entries import RowChange
from g221_tui.core.history.undo import undone
from g221_tui.records import HISTORY, RawTables, Row, Tables, is_row, read_history

LINKS = ("undoes", "redoes")
"""The fields of an entry that name another entry."""


def diff(old: Tables, new: Tables) -> list[RowChange]:
    """What must be written to come from these tables to those; the history is passed over."""
    made: list[RowChange] = []
    for table in dict.fromkeys((*old, *new)):
        if table == HISTORY:
            continue
        was, now = old.get(table, {}), new.get(table, {})
        for number in dict.fromkeys((*was, *now)):
            before = (was[number],) if number in was else ()
            after = (now[number],) if number in now else ()
            if before != after:
                made.append(RowChange(table=table, number=number, before=before, after=after))
    return made


def put(tables: Tables, made: Iterable[RowChange]) -> RawTables:
    """A copy of the tables with these changes; a table that they empty is gone."""
    whole: RawTables = {name: dict(rows) for name, rows in tables.items()}
    for change in made:
        table = whole.setdefault(change.table, {})
        if change.after:
            table[change.number] = change.after[0]
        else:
            table.pop(change.number, None)
        if not table:
            del whole[change.table]
    return whole


def history_rows(tables: Tables) -> list[Row]:
    """The rows of a history that can be read, oldest first."""
    numbered = {entry.n for entry in read_history(tables)[0]}
    found: list[tuple[int, Row]] = []
    for number, row in tables.get(HISTORY, {}).items():
        if is_row(row, number) and isinstance(n := row.get("n"), int) and n in numbered:
            found.append((n, row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def standing(tables: Tables) -> list[Row]:
    """The rows of a history whose change holds now: none that was undone, and no turning."""
    entries = read_history(tables)[0]
    gone = undone(entries)
    gone |= {n for e in entries if e.n in gone for n in range(e.n - e.taken, e.n)}
    turns = {e.n for e in entries if e.undoes is not None or e.redoes is not None}
    return [row for row in history_rows(tables) if row["n"] not in gone | turns]


def missing(ours: Iterable[Row], theirs: Iterable[Row]) -> list[Row]:
    """Those rows of their history that ours does not hold, oldest first; numbers do not count."""
    known = Counter(_content(row) for row in ours)
    found: list[Row] = []
    for row in theirs:
        content = _content(row)
        if known[content]:
            known[content] -= 1
        else:
            found.append(row)
    return found


def renumbered(entries: Sequence[Row], first: int) -> list[Row]:
    """Rows of a history numbered on from the first; what they say of each other follows."""
    numbers = {row["n"]: first + i for i, row in enumerate(entries)}
    made: list[Row] = []
    for row in entries:
        links = {name: numbers.get(row[name], 0) for name in LINKS if row.get(name) is not None}
        made.append(row | {"n": numbers[row["n"]]} | links)
    return made


def _content(row: Row) -> str:
    """What an entry says, whatever its number is."""
    bare = {name: value for name, value in row.items() if name not in ("n", *LINKS)}
    return json.dumps(bare, sort_keys=True)
