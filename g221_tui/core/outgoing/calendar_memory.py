"""What a calendar was told before: so an export updates it, and takes back what is no more.

A calendar takes an entry for a newer one by its sequence number. The number grows when the entry
is another than it was last time; a first one begins at the number of changes that the file has
seen, so that it also grows on a machine that knows nothing of what another one exported.
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from g221_tui.core.outgoing.calendar_entries import Entry, EntryKind


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a calendar was told of an entry."""

    sequence: int
    content: str
    """A digest of all that it said."""
    day: date
    kind: EntryKind
    title: str
    """Its title, with names masked."""
    cancelled: bool = False


class Numbered(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as it is exported."""

    entry: Entry
    sequence: int
    cancelled: bool = False
    """Whether it was withdrawn: the calendar takes it away."""


def numbered(
    entries: Iterable[Entry], told: Mapping[str, Told], titles: Mapping[str, str], floor: int
) -> tuple[tuple[Numbered, ...], dict[str, Told]]:
    """The entries with their numbers, those that are gone as withdrawn; and what to remember.

    Args:
        entries: Those of today.
        told: What was told before, by id.
        titles: The titles of the entries with names masked, by id.
        floor: The least number of an entry that is new or changed.
    """
    found: list[Numbered] = []
    after: dict[str, Told] = {}
    for entry in entries:
        content, before = digest(entry), told.get(entry.id)
        same = before is not None and before.content == content and not before.cancelled
        sequence = before.sequence if before and same else _next(before, floor)
        found.append(Numbered(entry=entry, sequence=sequence))
        after[entry.id] = Told(
            sequence=sequence,
            content=content,
            day=entry.day,
            kind=entry.kind,
            title=titles[entry.id],
        )
    for identity, before in told.items():
        if identity not in after:
            sequence = before.sequence if before.cancelled else _next(before, floor)
            after[identity] = msgspec.structs.replace(before, sequence=sequence, cancelled=True)
            gone = Entry(id=identity, kind=before.kind, day=before.day, title=before.title, text="")
            found.append(Numbered(entry=gone, sequence=sequence, cancelled=True))
    ordered = sorted(found, key=lambda each: (each.entry.day, each.entry.id))
    return tuple(ordered), dict(sorted(after.items()))


def _next(before: Told | None, floor: int) -> int:
    return floor if before is None else max(before.sequence + 1, floor)


def digest(entry: Entry) -> str:
    """A short mark that is another one when anything of the entry is."""
    return hashlib.sha256(msgspec.json.encode(entry)).hexdigest()[:16]
