"""Undo and redo, computed from the history: which step is next, and what it sets back.

The history is never rewritten. Taking a step back adds an entry that `undoes` it, doing it again
one that `redoes` it; so both reach over restarts, and over every process that writes to the file.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from g221_tui.core.history.entries import HistoryEntry, RecordChange, RowChange
from g221_tui.core.text.phrases import are, counted

MOST_STEPS = 50
"""How many steps in a row can be taken back."""

Row = Mapping[str, object]
"""A record as it lies in the file."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """The steps of a file on both sides of now."""

    done: tuple[HistoryEntry, ...]
    """What can be taken back, the next one last."""
    undone: tuple[HistoryEntry, ...]
    """What was taken back and can be done again, the next one last."""

    @property
    def undo(self) -> HistoryEntry | None:
        """What undo would take back."""
        return self.done[-1] if self.done and len(self.undone) < MOST_STEPS else None

    @property
    def redo(self) -> HistoryEntry | None:
        """What redo would do again."""
        return self.undone[-1] if self.undone else None


def line(entries: Sequence[HistoryEntry]) -> Line:
    """The steps of a history, oldest entry first; what came from other files is none of them."""
    done: list[HistoryEntry] = []
    undone: list[HistoryEntry] = []
    brought = _brought(entries, entries)
    for entry in entries:
        if entry.n in brought:
            continue
        if entry.undoes is not None:
            undone += [step for step in done if step.n == entry.undoes]
            done = [step for step in done if step.n != entry.undoes]
        elif entry.redoes is not None:
            done += [step for step in undone if step.n == entry.redoes]
            undone = [step for step in undone if step.n != entry.redoes]
        elif _is_step(entry):
            done.append(entry)
            undone = []
    return Line(done=tuple(done), undone=tuple(undone))


def newest_line(newest: Sequence[HistoryEntry]) -> Line | None:
    """The line as the newest entries alone tell it: the same next steps; none where they don't.

    A step leaves nothing to redo. What follows one is therefore told without what was before it,
    as long as nothing turns back an earlier step and something is left to undo.
    """
    brought = _brought(newest, newest)
    own = [entry for entry in newest if entry.n not in brought]
    begin = next((place for place, entry in enumerate(own) if _is_step(entry)), len(own))
    told = own[begin:]
    known = {entry.n for entry in told}
    turned = {of for entry in told for of in (entry.undoes, entry.redoes) if of is not None}
    found = line(told)
    return found if found.done and turned <= known else None


def _is_step(entry: HistoryEntry) -> bool:
    """Whether it changed something, and is no turn of another step."""
    turns = entry.undoes is not None or entry.redoes is not None
    return not turns and bool(entry.changes or entry.rows or entry.merge)


def block(entry: HistoryEntry) -> range:
    """The numbers of the entries that one brought from another file."""
    return range(entry.n - entry.taken, entry.n)


def void(entries: Sequence[HistoryEntry]) -> frozenset[int]:
    """The numbers of the entries that count for nothing: what brought them was taken back."""
    bringing = [entry for entry in entries if entry.taken]
    gone = _turned_back(entries) if bringing else frozenset()
    return _brought(entries, [entry for entry in bringing if entry.n in gone])


def _brought(entries: Sequence[HistoryEntry], bringing: Iterable[HistoryEntry]) -> frozenset[int]:
    """The numbers of those entries that others brought.

    What an entry says of how many it brought may be any number: only entries there are count.
    """
    known = sorted(entry.n for entry in entries)
    found: set[int] = set()
    for entry in bringing:
        if entry.taken:
            its = block(entry)
            found.update(known[bisect_left(known, its.start) : bisect_left(known, its.stop)])
    return frozenset(found)


def standing_merges(entries: Sequence[HistoryEntry]) -> tuple[HistoryEntry, ...]:
    """The merges that were not taken back, oldest first."""
    gone = void(entries)
    gone |= _turned_back([entry for entry in entries if entry.n not in gone])
    return tuple(entry for entry in entries if entry.merge and entry.n not in gone)


def undone(entries: Sequence[HistoryEntry]) -> frozenset[int]:
    """The numbers of the entries whose change is taken back now, whether or not it can return."""
    gone = void(entries)
    return _turned_back([entry for entry in entries if entry.n not in gone])


def _turned_back(entries: Sequence[HistoryEntry]) -> frozenset[int]:
    found: set[int] = set()
    for entry in entries:
        if entry.undoes is not None:
            found.add(entry.undoes)
        if entry.redoes is not None:
            found.discard(entry.redoes)
    return frozenset(found)


def backward(entry: HistoryEntry) -> HistoryEntry:
    """The same step with before and after exchanged, the last of its changes first."""
    changes = tuple(
        msgspec.structs.replace(change, before=change.after, after=change.before)
        for change in reversed(entry.changes)
    )
    rows = tuple(
        msgspec.structs.replace(row, before=row.after, after=row.before)
        for row in reversed(entry.rows)
    )
    return msgspec.structs.replace(entry, changes=changes, rows=rows)


def clashes(
    step: HistoryEntry,
    records: Mapping[tuple[str, str], Row],
    tables: Mapping[str, Mapping[str, object]],
) -> tuple[str, ...]:
    """The records that are no longer as the step would find them, by name.

    Args:
        step: The step to take, `before` being what it expects.
        records: The rows of the records by table and id.
        tables: All rows by table and number.
    """
    found = [
        named(change)
        for change in step.changes
        if records.get((change.table, change.id)) != change.before
    ]
    for row in step.rows:
        table = tables.get(row.table, {})
        if (table[row.number],) != row.before if row.number in table else row.before:
            found.append(named(row))
    return tuple(found)


def added_since(step: HistoryEntry, entries: Sequence[HistoryEntry]) -> frozenset[str]:
    """The ids of the records that came after the entry which a step takes back."""
    found: set[str] = set()
    for entry in entries:
        if step.undoes is None or entry.n <= step.undoes:
            continue
        found.update(change.id for change in entry.changes if change.before is None)
        for place in entry.rows:
            names = [row.get("id") for row in place.after if isinstance(row, dict)]
            found.update(name for name in names if isinstance(name, str) and not place.before)
    return frozenset(found)


def named(change: RecordChange | RowChange) -> str:
    """How a message names a record: `contacts c-k7m2qx`, else `letters row 3`."""
    if isinstance(change, RecordChange):
        return f"{change.table} {change.id}"
    for row in (*change.after, *change.before):
        name = row.get("id") if isinstance(row, dict) else None
        if isinstance(name, str) and name:
            return f"{change.table} {name}"
    return f"{change.table} row {change.number}"


def cases_of(step: HistoryEntry) -> tuple[str, ...]:
    """The ids of the cases whose records a step changes; none for a change to the whole file."""
    found: dict[str, None] = {}
    for change in step.changes:
        row = change.after or change.before or {}
        case = change.id if change.table == "cases" else row.get("case")
        if isinstance(case, str) and case:
            found[case] = None
    return tuple(found)


def described(step: HistoryEntry) -> str:
    """What taking the step does to the records, in a sentence."""
    every = [
        *((change.before is not None, change.after is not None) for change in step.changes),
        *((bool(row.before), bool(row.after)) for row in step.rows),
    ]
    counts = (
        (sum(not before and after for before, after in every), "brought in"),
        (sum(before and not after for before, after in every), "taken out"),
        (sum(before and after for before, after in every), "changed"),
    )
    parts = [f"{counted(count, 'record')} {are(count)} {words}" for count, words in counts if count]
    return f"{' and '.join(parts)}." if parts else ""
