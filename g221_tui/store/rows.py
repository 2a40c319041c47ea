"""Rows by their places, whatever lies in them: for what changes the file as a whole."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from g221_tui import records
from g221_tui.core.history.entries import HistoryEntry, RowChange
from g221_tui.records import HISTORY, ROW_NUMBER, RawTables, Row, Tables, is_row

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


def placed(
    tables: Tables, table: str, number: str, values: Mapping[str, object]
) -> list[RowChange]:
    """What gives a row other values; a row that TinyDB can't write gets the next free number.

    Returns:
        The changes, the row as it is to be in the last; none where it is no row at all.
    """
    there = tables.get(table, {})
    row = there.get(number)
    if not isinstance(row, dict):
        return []
    after = ({**row, **values},)
    if is_row(row, number):
        return [RowChange(table=table, number=number, before=(row,), after=after)]
    free = max((int(n) for n in there if ROW_NUMBER.fullmatch(n)), default=0) + 1
    return [
        RowChange(table=table, number=number, before=(row,)),
        RowChange(table=table, number=str(free), after=after),
    ]


def only_placed(step: HistoryEntry) -> bool:
    """Whether a step changes nothing but what tells records apart and which case they are of."""
    before = [_bare(row) for change in step.rows for row in change.before]
    after = [_bare(row) for change in step.rows for row in change.after]
    return bool(step.rows) and not step.changes and before == after


def _bare(row: object) -> object:
    if not isinstance(row, dict):
        return row
    return {name: value for name, value in row.items() if name not in ("id", "case")}


def history_rows(tables: Tables) -> list[Row]:
    """The rows of a history that can be read, oldest first."""
    return [row for _, row in records.history_rows(tables)[0]]


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


def missing_as_rows(ours: Tables, theirs: Tables, first: int) -> dict[str, object]:
    """What their history tells and ours does not, as rows that are numbered on from the first."""
    own, other = history_rows(ours), history_rows(theirs)
    taken = missing(own, other)
    known = {_content(row): row["n"] for row in own}
    elsewhere = {row["n"]: known[_content(row)] for row in other if _content(row) in known}
    return {str(row["n"]): row for row in renumbered(taken, first, elsewhere)}


def renumbered(
    entries: Sequence[Row], first: int, elsewhere: Mapping[object, object] | None = None
) -> list[Row]:
    """Rows of a history numbered on from the first; what they say of each other follows.

    Args:
        entries: The rows.
        first: The number of the first.
        elsewhere: The new numbers of entries that do not come along.
    """
    numbers: dict[object, object] = dict(elsewhere or {})
    numbers |= {row["n"]: first + i for i, row in enumerate(entries)}
    made: list[Row] = []
    for row in entries:
        links = {name: numbers.get(row[name], 0) for name in LINKS if row.get(name) is not None}
        made.append(row | {"n": numbers[row["n"]]} | links | _block(row, entries))
    return made


def _block(row: Row, entries: Sequence[Row]) -> Row:
    """How many of the entries that one brought came along with it."""
    n, brought = row["n"], row.get("taken")
    if not isinstance(brought, int) or not isinstance(n, int):
        return {}
    left = [other for other in entries if other["n"] in range(n - brought, n)]
    return {"taken": len(left)}


def _content(row: Row) -> str:
    """What an entry says, whatever its number is."""
    bare = {name: value for name, value in row.items() if name not in ("n", *LINKS)}
    return json.dumps(bare, sort_keys=True)


def with_meta(step: HistoryEntry) -> HistoryEntry:
    """The step as it is taken: the row of the layout never comes or goes, whatever was noted."""
    bare = (records.new_meta(),)
    whole = tuple(
        msgspec.structs.replace(row, before=row.before or bare, after=row.after or bare)
        if (row.table, row.number) == records.META_KEY
        else row
        for row in step.rows
    )
    return msgspec.structs.replace(step, rows=whole)
