"""The rows of the board: a case each, with its stage, its day, what is due and the next step."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from textual.content import Content

from g221_tui.core.snapshot.board import BoardRow
from g221_tui.core.text.dates import distance, long_date
from g221_tui.core.text.glyphs import BETWEEN, HERE
from g221_tui.core.text.sanitize import clean
from g221_tui.ui.drawn_later import DrawnLater
from g221_tui.ui.render import cells, cut, fold, padded, spread

IN_HAND_WORDS = "in hand"
ROOM_FOR_COLUMNS = 92
"""From so many cells on, stage, day and date stand in columns."""
GAP = "  "
"""What stands between two columns."""
NEXT_LINES = 3
"""The most lines of the next step."""


class Columns(NamedTuple):
    """How wide the columns are, in cells."""

    id: int
    label: int
    stage: int
    day: int
    whole: int
    under: bool
    """Whether the date stands under the name, where a line has no room for both."""

    @property
    def room(self) -> int:
        """Cells beside the mark and the number."""
        return self.whole - len(HERE) - 1 - self.id - len(GAP)

    @property
    def wide(self) -> bool:
        """Whether stage, day and date stand in columns."""
        return self.whole >= ROOM_FOR_COLUMNS


def draw(
    rows: Sequence[BoardRow], current: str | None, today: date, width: int
) -> list[DrawnLater]:
    """A row a case, of a few lines each."""

    def widest(texts: Iterable[str]) -> int:
        return max((cells(text) for text in texts), default=0)

    identity, stage = widest(row.id for row in rows), widest(row.stage_name for row in rows)
    day, due = widest(map(day_words, rows)), widest(due_words(row, today) for row in rows)
    taken = len(HERE) + 1 + identity + stage + day + due + 4 * len(GAP)
    beside = width - len(HERE) - 1 - identity - len(GAP) - 1
    firsts = (cells(clean(row.label)) + cells(due_words(row, today)) for row in rows)
    under = width < ROOM_FOR_COLUMNS and any(first > beside for first in firsts)
    columns = Columns(identity, max(1, width - taken), stage, day, width, under)
    labels = {row.id: row.label for row in rows}
    made = []
    for row in rows:
        below = _below(row, row.id == current, labels, today, columns)
        content = partial(_row, row, row.id == current, today, columns, below)
        made.append(DrawnLater(content, 1 + len(below)))
    return made


def day_words(row: BoardRow) -> str:
    """`day 47`; empty where nothing waits."""
    return f"day {row.elapsed_days}" if row.elapsed_days is not None else ""


def due_words(row: BoardRow, today: date) -> str:
    """`Thu 24 Dec 2026, in 12 days`; empty where nothing is due."""
    if row.due is None:
        return ""
    if row.is_open(today):
        return f"open since {long_date(row.due)}"
    return f"{long_date(row.due)}, {distance(row.due, today)}"


def _row(
    row: BoardRow, in_hand: bool, today: date, columns: Columns, below: Sequence[tuple[str, str]]
) -> Content:
    """The first line with the mark of the case in hand, and those below it."""
    mark = Content.assemble(
        (f"{HERE if in_hand else ' '} ", "bold $primary"),
        (padded(row.id, columns.id) + GAP, "$muted"),
    )
    room = columns.room
    due = Content.styled(due_words(row, today), "$muted")
    if columns.wide:
        named = BETWEEN.join([clean(row.label), *[IN_HAND_WORDS] * in_hand])
        label = padded(cut(named, columns.label), columns.label)
        stage = padded(row.stage_name, columns.stage) + GAP + padded(day_words(row), columns.day)
        first = mark + Content.styled(label, "bold") + Content(GAP + stage + GAP) + due
    elif columns.under:
        first = mark + Content.styled(cut(clean(row.label), room), "bold")
    else:
        label = cut(clean(row.label), room - due.cell_length - 1)
        first = spread(mark + Content.styled(label, "bold"), due, columns.whole)
    indent = " " * (columns.whole - room)
    lines = [Content.assemble(indent, (line, style)) for line, style in below]
    return Content("\n").join([first, *lines])


def _below(
    row: BoardRow, in_hand: bool, labels: Mapping[str, str], today: date, columns: Columns
) -> list[tuple[str, str]]:
    """The lines below the first, each with its style."""
    more = [f"{link.kind} with {clean(labels[link.case])}" for link in row.links]
    if not columns.wide:
        first = [row.stage_name, day_words(row), IN_HAND_WORDS if in_hand else ""]
        more[:0] = filter(None, first)
    dated = due_words(row, today) if columns.under else ""
    texts = ((dated, "$muted"), (BETWEEN.join(more), "$muted"), (clean(row.next.text), ""))
    return [
        (line, style)
        for text, style in texts
        if text
        for line in fold(text, columns.room, most=NEXT_LINES)
    ]
