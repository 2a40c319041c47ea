"""The tables that this version does not know, of two copies: row by row, by their numbers."""

import json

import msgspec

from g221_tui.core.text.phrases import shortened
from g221_tui.records import HISTORY, META, META_ROW, TABLES, RawTables, Tables

SHOWN = 60
"""How many characters of a row a line repeats."""


class Kept(msgspec.Struct, kw_only=True):
    """What becomes of such tables."""

    tables: RawTables
    lines: list[str]
    """The rows that only theirs holds, a line each."""
    clashes: list[str]
    """The rows that differ, with the one that holds."""


def other_tables(ours: Tables, theirs: Tables, base: Tables) -> Kept:
    """Such rows of both copies; the row of the layout is left out.

    Args:
        ours: Our tables.
        theirs: Theirs.
        base: What both were once; empty where nobody knows.
    """
    made = Kept(tables={META: {}}, lines=[], clashes=[])
    for table in dict.fromkeys((*ours, *theirs)):
        if table in (*TABLES, HISTORY):
            continue
        own, other, was = (tables.get(table, {}) for tables in (ours, theirs, base))
        rows: dict[str, object] = dict(own)
        for number, row in other.items():
            if (table, number) == (META, META_ROW):
                continue
            if number not in own:
                if was.get(number) != row:
                    rows[number] = row
                    made.lines.append(f"+ {table} row {number}")
            elif own[number] != row:
                rows[number] = _one(own[number], row, was.get(number))
                if was.get(number) not in (own[number], row):
                    here, there = _words(own[number]), _words(row)
                    holds = "here" if rows[number] == own[number] else "there"
                    told = f"{table} row {number}: here {here}, there {there}"
                    made.clashes.append(f"{told}; the one {holds} holds")
                elif rows[number] != own[number]:
                    made.lines.append(f"~ {table} row {number}")
        for number, row in own.items():
            if number not in other and number in was and was[number] == row:
                rows.pop(number)
                made.lines.append(f"- {table} row {number}")
        made.tables[table] = rows
    return made


def _one(own: object, row: object, was: object) -> object:
    """One of two rows: what only one changed, else always the same one."""
    if was in (own, row):
        return row if was == own else own
    return max((own, row), key=lambda found: json.dumps(found, sort_keys=True))


def _words(row: object) -> str:
    return shortened(json.dumps(row), SHOWN)
