"""Which rows of the timeline lie behind, which ahead, which are told as one, and their words."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from itertools import islice
from operator import attrgetter

from g221_tui.core.fields.labels import IF_COMPLETE, STEP_VERBS
from g221_tui.core.snapshot.subjects import channel_name
from g221_tui.core.snapshot.timeline import LOOKED
from g221_tui.core.text.dates import near_day
from g221_tui.core.text.glyphs import TIMES
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
        """The first of the rows: its day stands before them all, and its kind is theirs."""
        return self.rows[0]

    @property
    def record(self) -> str | None:
        """The id of the record behind it; none where it stands for several, or for a rule."""
        return self.first.record if len(self.rows) == 1 else None


def is_behind(row: TimelineRow, today: date) -> bool:
    """Whether it has happened: what is to be done today, or opens, is still ahead."""
    happened = row.origin is Origin.RECORDED and row.kind != RowKind.DEADLINE
    return row.date < today or (row.date == today and happened)


def behind(snapshot: Snapshot) -> tuple[TimelineRow, ...]:
    """What has happened, oldest first."""
    return tuple(row for row in snapshot.timeline if is_behind(row, snapshot.today))


def ahead(snapshot: Snapshot) -> tuple[TimelineRow, ...]:
    """What is ahead, soonest first."""
    first = bisect_left(snapshot.timeline, snapshot.today, key=attrgetter("date"))
    return tuple(row for row in snapshot.timeline[first:] if not is_behind(row, snapshot.today))


def recorded(snapshot: Snapshot, last: int | None = None) -> tuple[TimelineRow, ...]:
    """What was recorded as done or heard, oldest first.

    Args:
        snapshot: The case on a day.
        last: How many rows, the last ones; without a number all.
    """
    done = (
        row
        for row in reversed(snapshot.timeline)
        if row.origin is Origin.RECORDED and row.kind != RowKind.DEADLINE
    )
    return tuple(islice(done, last))[::-1]


def folded(rows: Iterable[TimelineRow], snapshot: Snapshot) -> tuple[Entry, ...]:
    """The rows with those put together that tell one thing.

    That is: unlocks of one day, like steps of documents on one day, and looks at a page that
    showed the same words each time, whatever else happened between them.
    """
    groups: dict[object, list[TimelineRow]] = {}
    shown: dict[str | None, str] = {}
    runs: dict[str | None, int] = {}
    for number, row in enumerate(rows):
        key = _alike(row)
        if row.way == LOOKED:
            if shown.get(row.subject) != row.title:
                shown[row.subject], runs[row.subject] = row.title, number
            key = (row.subject, row.title, runs[row.subject])
        groups.setdefault(key if key is not None else number, []).append(row)
    return tuple(entry(group, snapshot) for group in groups.values())


def _alike(row: TimelineRow) -> object:
    """What two rows must have in common to be told as one; none where it stands alone."""
    if row.kind == RowKind.UNLOCK:
        return (row.date, row.kind)
    if row.kind == RowKind.DOCUMENT:
        return (row.date, row.kind, row.subject, row.way)
    return None


def entry(rows: Iterable[TimelineRow], snapshot: Snapshot) -> Entry:
    """Rows that are told as one."""
    found = tuple(rows)
    return Entry(rows=found, text=_text(found, snapshot))


def _text(rows: tuple[TimelineRow, ...], snapshot: Snapshot) -> str:
    first = rows[0]
    if first.kind == RowKind.UNLOCK:
        return (f"{IF_COMPLETE}: " if moves(first, snapshot) else "") + _unlocks(rows, snapshot)
    if first.kind == RowKind.USUAL_END:
        return USUAL_END
    if first.kind == RowKind.DOCUMENT:
        return _documents(rows)
    if first.kind == RowKind.CONTACT:
        return _contacts(rows, snapshot.today)
    return first.title


def moves(row: TimelineRow, snapshot: Snapshot) -> bool:
    """Whether it is an unlock whose day moves once what is owed goes in."""
    unlocks = row.kind == RowKind.UNLOCK
    return unlocks and any(c.id == row.subject and c.if_complete for c in snapshot.channels)


def _unlocks(rows: tuple[TimelineRow, ...], snapshot: Snapshot) -> str:
    if len(rows) > BY_NAME:
        return ASKING_OPENS
    return opening([channel_name(snapshot, row.subject or "") for row in rows])


def _documents(rows: tuple[TimelineRow, ...]) -> str:
    """`sent Client letter`, `asked for 5 papers`: what was done stands first."""
    first = rows[0]
    verb = STEP_VERBS.get(first.words, first.words)
    many = "tasks" if first.way else "papers"
    return f"{verb} {first.name if len(rows) == 1 else f'{len(rows)} {many}'}"


def _contacts(rows: tuple[TimelineRow, ...], today: date) -> str:
    """`asked E-mail: anything new?`, `CEAC Refused ×21, last 28 Nov`."""
    first = rows[0]
    if first.way != LOOKED:
        return f"{first.way} {first.title}"
    seen = f"{first.name} {first.words}" if first.words else f"looked at {first.name}"
    if len(rows) == 1:
        return seen
    return f"{seen} {TIMES}{len(rows)}, last {near_day(rows[-1].date, today)}"
