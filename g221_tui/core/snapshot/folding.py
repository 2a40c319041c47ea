"""Which rows of the timeline lie behind, which ahead, and which are told as one."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from g221_tui.core.snapshot.subjects import channel_name
from g221_tui.core.text.phrases import opening
from g221_tui.core.views import Origin, RowKind, Snapshot, TimelineRow, View

BY_NAME = 2
"""Up to so many channels that open on one day are told by their names."""
ASKING_OPENS = "asking opens"
"""What is said of more of them."""
USUAL_END = "usual end (estimate)"
"""An estimate of somebody's, never a promise; its sheet says whose."""


class Entry(View, frozen=True, kw_only=True):
    """Rows of the timeline that are told as one, at least one."""

    rows: tuple[TimelineRow, ...]
    text: str
    """What they say, in a few words."""

    @property
    def first(self) -> TimelineRow:
        """The first of the rows: day and kind are those of all."""
        return self.rows[0]

    @property
    def record(self) -> str | None:
        """The id of the record behind it; none where it stands for several, or for a rule."""
        return self.first.record if len(self.rows) == 1 else None


def is_behind(row: TimelineRow, today: date) -> bool:
    """Whether it has happened: what a rule puts on today is still ahead."""
    return row.date < today or (row.date == today and row.origin is Origin.RECORDED)


def behind(snapshot: Snapshot) -> tuple[TimelineRow, ...]:
    """What has happened, oldest first."""
    return tuple(row for row in snapshot.timeline if is_behind(row, snapshot.today))


def ahead(snapshot: Snapshot) -> tuple[TimelineRow, ...]:
    """What is ahead, soonest first."""
    return tuple(row for row in snapshot.timeline if not is_behind(row, snapshot.today))


def recorded(snapshot: Snapshot) -> tuple[TimelineRow, ...]:
    """What was recorded, oldest first."""
    return tuple(row for row in snapshot.timeline if row.origin is Origin.RECORDED)


def folded(rows: Iterable[TimelineRow], snapshot: Snapshot) -> tuple[Entry, ...]:
    """The rows with those of one day put together: unlocks, and like steps of documents."""
    return tuple(entry(group, snapshot) for _, group in groupby(rows, key=_alike))


def _alike(row: TimelineRow) -> tuple[object, ...]:
    """What two rows must have in common to be told as one."""
    if row.kind == RowKind.UNLOCK:
        return (row.date, row.kind)
    if row.kind == RowKind.DOCUMENT:
        return (row.date, row.kind, row.subject, row.way)
    return (row.date, row.kind, row.record, row.subject, row.title)


def entry(rows: Iterable[TimelineRow], snapshot: Snapshot) -> Entry:
    """Rows that are told as one."""
    found = tuple(rows)
    return Entry(rows=found, text=_text(found, snapshot))


def _text(rows: tuple[TimelineRow, ...], snapshot: Snapshot) -> str:
    first = rows[0]
    if first.kind == RowKind.UNLOCK:
        if len(rows) > BY_NAME:
            return ASKING_OPENS
        return opening([channel_name(snapshot, row.subject or "") for row in rows])
    if first.kind == RowKind.USUAL_END:
        return USUAL_END
    many = "tasks" if first.way else "papers"
    return first.title if len(rows) == 1 else f"{len(rows)} {many} {first.subject}"
