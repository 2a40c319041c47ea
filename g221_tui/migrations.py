"""Files of former versions: what makes the next layout of each, its history included.

The history keeps rows as they lay in the file. They are laid out anew with the others, so that a
step from before can still be taken back, and a copy of the file from before is known as one.
"""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

RawTables: TypeAlias = dict[str, dict[str, object]]
"""The whole file: the tables by name, in each the rows by number."""
Tables: TypeAlias = Mapping[str, Mapping[str, object]]
"""The same, to be looked at."""
Row: TypeAlias = dict[str, object]
Layouts: TypeAlias = Mapping[str, Callable[[Row], Row]]
"""For each table that changes, what makes the next layout of a row of it."""

META, DOCUMENTS, HISTORY = "meta", "documents", "history"
DATES_1 = MappingProxyType(
    {
        "asked_on": "requested",
        "ready_on": "ready",
        "submitted_on": "submitted",
        "received_on": "received",
        "returned_on": "returned",
        "waived_on": "waived",
    }
)
"""The dates of a document in layout 1, in the order of its states, each with the state."""


def dates_to_steps(tables: RawTables) -> RawTables:
    """From layout 1 to 2: the dates of a document become its steps."""
    return _laid_out(tables, {META: partial(_next, schema=2), DOCUMENTS: _steps})


def history_to_blocks(tables: RawTables) -> RawTables:
    """From layout 2 to 3: the earlier part of the history may lie in blocks, which a save makes."""
    return _laid_out(tables, {META: partial(_next, schema=3)})


def _laid_out(tables: RawTables, layouts: Layouts) -> RawTables:
    """The tables, each row laid out by the function of its table, also where the history has it."""
    made = {name: dict(rows) for name, rows in tables.items()}
    every: Layouts = {**layouts, HISTORY: partial(_entry, layouts=layouts)}
    for table, change in every.items():
        for number, row in made.get(table, {}).items():
            if isinstance(row, dict):
                made[table][number] = change(row)
    return made


def _next(row: Row, schema: int) -> Row:
    """The meta row of this layout; other rows of that table stay."""
    return {**row, "schema": schema} if row.get("schema") == schema - 1 else row


def _steps(row: Row) -> Row:
    """A document, the dates that stood in fields of their own as a list of steps.

    What is no date stays what it is, within its step: it is still found to be wrong.
    """
    dates = {name: row[name] for name in DATES_1 if row.get(name) is not None}
    made: Row = {}
    steps = [{"state": DATES_1[name], "on": on} for name, on in dates.items()]
    if all(isinstance(step["on"], str) for step in steps):
        steps.sort(key=lambda step: str(step["on"]))
    for name, value in row.items():
        if name in DATES_1:
            if steps:
                made.setdefault("steps", steps)
        else:
            made[name] = value
    return made


def _entry(row: Row, layouts: Layouts) -> Row:
    """An entry of the history, the rows in it laid out anew."""
    made = dict(row)
    for name in ("changes", "rows"):
        changes = row.get(name)
        if isinstance(changes, list):
            made[name] = [_change(each, layouts) for each in changes]
    return made


def _change(change: object, layouts: Layouts) -> object:
    """A row before and after, as the history keeps it: bare, or in a list of at most one."""
    if not isinstance(change, dict):
        return change
    table = change.get("table")
    layout: Callable[[Row], Row] | None = layouts.get(table) if isinstance(table, str) else None
    if layout is None:
        return change
    made = dict(change)
    for name in ("before", "after"):
        held = change.get(name)
        if isinstance(held, dict):
            made[name] = layout(held)
        elif isinstance(held, list):
            made[name] = [layout(row) if isinstance(row, dict) else row for row in held]
    return made


MIGRATIONS: Mapping[int, Callable[[RawTables], RawTables]] = MappingProxyType(
    {1: dates_to_steps, 2: history_to_blocks}
)
"""For each older layout the function that makes the next one of it, its meta row included."""
