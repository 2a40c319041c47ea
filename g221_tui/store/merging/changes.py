"""What a history holds, as changes that can be told apart whichever copy they lie in.

The changes of two copies are put together by what they are, not by their numbers: the number of an
entry differs from copy to copy, and so may the number of a case.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b

import msgspec

from g221_tui.core.fields.validation import taken
from g221_tui.core.history.entries import HistoryEntry
from g221_tui.core.history.order import Moment, moments
from g221_tui.core.history.undo import block, standing_merges, void
from g221_tui.records import META, META_KEY, TABLES, Key, Row, Tables, history_rows
from g221_tui.store.merging.numbers import Numbers, renamed_entry

LOCAL = ("n", "undoes", "redoes", "taken", "merge", "renamed", "place", "moment")
"""The fields of an entry that say nothing of what it changed."""
CASES = "cases"
CURRENT = "current"
"""The field of the meta row that is a record's: the case in hand."""
NAMING: Mapping[str, tuple[str, ...]] = {CASES: ("id", "links"), META: (CURRENT,)}
"""The fields of a row that name cases by their numbers; those of other tables have `case`."""


class Change(msgspec.Struct, frozen=True):
    """One record before and after."""

    key: Key
    before: Row | None
    after: Row | None


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a history as it counts when copies are merged."""

    name: str
    """Tells it from others, in every copy."""
    moment: Moment
    outside: bool
    """Whether it was found in a file, and made by no command."""
    changes: tuple[Change, ...]
    turns: str = ""
    """The name of the act that it takes back or does again; empty for one of its own."""
    back: bool = False
    """Whether it takes it back."""
    row: Row
    """The entry as it lies in the file."""
    n: int = 0
    """Its number in that file."""

    @property
    def order(self) -> tuple[Moment, bool, str]:
        """What orders the acts of all copies."""
        return self.moment, self.outside, self.name

    @property
    def opens(self) -> tuple[str, ...]:
        """The cases that it opens."""
        return tuple(c.key[1] for c in self.changes if c.key[0] == CASES and c.before is None)


def acts(tables: Tables) -> dict[str, Act]:
    """The acts that a file holds, by their names, in the order of its history.

    What a merge brought that was taken back does not count, and a merge itself is no act: what it
    did follows from what it brought.
    """
    told = history_rows(tables)[0]
    entries = [entry for entry, _ in told]
    when, gone = moments(entries), void(entries)
    merges = {entry.n for entry in entries if entry.merge}
    numbers = [(block(m).start, m.renamed) for m in standing_merges(entries) if m.renamed]
    found: dict[str, Act] = {}
    names: dict[int, str] = {}
    for entry, row in told:
        target = entry.undoes if entry.undoes is not None else entry.redoes
        if entry.n in gone or entry.n in merges or target in merges:
            continue
        for start, renamed in numbers:
            if entry.n < start:
                row = renamed_entry(row, renamed)
        turns = names.get(target, "") if target is not None else ""
        act = act_of(row, when[entry.n], turns, back=entry.undoes is not None)
        found.setdefault(act.name, act)
        names[entry.n] = act.name
    return found


def act_of(row: Row, moment: Moment, turns: str = "", *, back: bool = False) -> Act:
    """An entry as an act.

    Args:
        row: The entry as it lies in the file.
        moment: When it counts as written.
        turns: The name of the act it takes back or does again; empty for none that is known.
        back: Whether it takes it back.
    """
    entry = taken(HistoryEntry, row)
    bare = {name: _bare(value) for name, value in row.items() if name not in LOCAL}
    text = json.dumps([bare, moment, turns], sort_keys=True)
    return Act(
        name=blake2b(text.encode(), digest_size=12).hexdigest(),
        moment=moment,
        outside=entry.outside,
        changes=tuple(_changes(entry)),
        turns=turns,
        back=back,
        row=row,
        n=entry.n,
    )


def renamed_act(act: Act, numbers: Numbers) -> Act:
    """The act with cases under other numbers; its name stays."""
    row = renamed_entry(act.row, numbers)
    return msgspec.structs.replace(act, row=row, changes=tuple(_changes(taken(HistoryEntry, row))))


def _changes(entry: HistoryEntry) -> Iterable[Change]:
    """What an entry changes, record by record, however it notes it."""
    for change in entry.changes:
        key = (change.table, change.id)
        yield Change(key, _own(key, change.before), _own(key, change.after))
    before: dict[Key, Row] = {}
    after: dict[Key, Row] = {}
    for place in entry.rows:
        for rows, found in ((place.before, before), (place.after, after)):
            for row in rows:
                named = _key(place.table, place.number, row) if isinstance(row, dict) else None
                if named is not None and isinstance(row, dict):
                    found[named] = row
    for key in dict.fromkeys((*before, *after)):
        was, now = _own(key, before.get(key)), _own(key, after.get(key))
        if was != now:
            yield Change(key, was, now)


def _key(table: str, number: str, row: Row) -> Key | None:
    if (table, number) == META_KEY:
        return META_KEY
    name = row.get("id")
    return (table, name) if table in TABLES and isinstance(name, str) else None


def _own(key: Key, row: Row | None) -> Row | None:
    """The part of a row that is a record's: of the meta row the case in hand alone."""
    if key != META_KEY:
        return row
    return {name: value for name, value in (row or {}).items() if name == CURRENT}


def _bare(value: object) -> object:
    """The changes of an entry without the numbers of cases, which differ from copy to copy."""
    if not isinstance(value, list):
        return value
    return [_nameless(part) if isinstance(part, dict) else part for part in value]


def _nameless(change: Row) -> Row:
    table = str(change.get("table"))
    left_out = NAMING.get(table, ("case",))
    made: Row = {}
    for name, value in change.items():
        if name in ("before", "after"):
            rows = value if isinstance(value, list) else [value]
            made[name] = [_without(row, left_out) if isinstance(row, dict) else row for row in rows]
        elif name not in ("id", "number") or (name == "id" and table != CASES):
            made[name] = value
    return made


def _without(row: Row, names: tuple[str, ...]) -> Row:
    return {name: value for name, value in row.items() if name not in names}
