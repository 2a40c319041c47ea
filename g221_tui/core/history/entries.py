"""What the history keeps of each change."""

from datetime import date

import msgspec


class HistoryEntry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One change of the file, kept for ever."""

    n: int
    """Counts up from 1."""
    at: str
    """When it was written: a UTC timestamp, ISO 8601."""
    on: date
    """The day the thing happened."""
    sentence: str
    """What the change did, in words."""
    changes: tuple["RecordChange", ...] = ()
    """What was before and after, a row a record."""
    rows: tuple["RowChange", ...] = ()
    """The same of a change to the file as a whole (import, restore), by the place of each row."""
    undoes: int | None = None
    """The number of the entry that this one took back."""
    redoes: int | None = None
    """The number of the entry that this one did again, after it was taken back."""
    taken: int = 0
    """How many entries right before this one came from another file: no steps of this one."""
    place: int = 0
    """Which change of its moment it is, from 1; 0 where a former version wrote it."""
    moment: str = ""
    """The moment that it counts for, where a clock that was behind wrote an earlier one in `at`."""
    merge: bool = False
    """Whether it took a copy in: its rows follow from the entries taken, and are no own change."""
    renamed: dict[str, str] = {}
    """Of a merge: the cases that got other numbers, as the entries before it name them."""
    outside: bool = False
    """Whether no command made the change: it was found in the file when copies were merged."""


class RecordChange(msgspec.Struct, frozen=True, kw_only=True):
    """One record before and after a change, as it lies in the file."""

    table: str
    """The table of the record."""
    id: str
    """The record's id."""
    before: dict[str, object] | None
    """The row as it was; none where it is new."""
    after: dict[str, object] | None
    """The row as it is; none where it went."""


class RowChange(msgspec.Struct, frozen=True, kw_only=True):
    """One row before and after a change, whatever lies in it."""

    table: str
    """The table it lies in."""
    number: str
    """Its number there."""
    before: tuple[object, ...] = ()
    """The row as it was; empty where there was none."""
    after: tuple[object, ...] = ()
    """The row as it is; empty where it went."""
