"""The wait on one line: how much is behind, today, and the days that matter, each by its name."""

from datetime import date
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from g221_tui.core.snapshot.axis import Axis, Mark, MarkKind, axis
from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import month_day, near_day
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import Snapshot
from g221_tui.ui.render import cells, cut, fold

ROOM_FOR_NAMES = 20
"""From so many rows of the window on, the names stand on a line of their own."""

LONGEST = 24
"""A name takes at most so many cells, its day included but not the year of that."""
APART = 2
"""Cells between two names."""
TODAY, THAT_DAY = "today", "that day"
"""What the day that is shown is called; another one than today that is looked at."""


class Placed(NamedTuple):
    """Words on the line of names."""

    left: int
    words: str
    style: str

    @property
    def right(self) -> int:
        """The cell after the last."""
        return self.left + cells(self.words)


def columns(found: Axis, width: int) -> dict[int, Mark]:
    """The marks by the cell each stands in; of two in one cell the later one, a deadline first."""
    places: dict[int, Mark] = {}
    for mark in found.marks:
        place = _column(found, mark, width)
        if place not in places or places[place].kind is not MarkKind.DEADLINE:
            places[place] = mark
    return places


def _column(found: Axis, mark: Mark, width: int) -> int:
    return min(width - 1, max(0, round(found.share(mark.day) * (width - 1))))


def here(found: Axis, width: int) -> int:
    """The cell of today."""
    return min(width - 1, max(0, round(found.share(found.today) * (width - 1))))


def bar(found: Axis, width: int) -> Content:
    """The line: heavy behind, today, light ahead, with its marks."""
    at, marks = here(found, width), columns(found, width)
    parts: list[tuple[str, str]] = []
    for cell in range(width):
        mark = marks.get(cell)
        if cell == at:
            parts.append((glyphs.AXIS_TODAY, "bold $primary"))
        elif mark is None:
            behind = cell < at
            sign = glyphs.BAR_BEHIND if behind else glyphs.BAR_AHEAD
            parts.append((sign, "$primary" if behind else "$line"))
        elif mark.kind is MarkKind.DEADLINE:
            parts.append((glyphs.DEADLINE, "bold $caution"))
        else:
            parts.append((glyphs.AXIS_MARK, "$primary" if cell < at else "$foreground"))
    return Content.assemble(*parts)


def names(found: Axis, width: int, here_word: str = TODAY) -> Content:
    """The line below: where it begins, today, and each mark with its day, as far as there is room.

    What comes next is placed first; a name that finds no room is left out, its mark stays. Today
    comes last: the first line of the window says which day it is.

    Args:
        found: The axis.
        width: The cells of the line.
        here_word: What the day that is shown is called.
    """
    ahead = [mark for mark in found.marks if mark.day >= found.today]
    behind = [mark for mark in found.marks if mark.day < found.today]
    placed: list[Placed] = []
    for mark in [*ahead, *reversed(behind)]:
        named = _words(mark, found.today)
        style = "$caution" if mark.kind is MarkKind.DEADLINE else "$muted"
        _place(placed, _column(found, mark, width), named, style, width)
    _place(placed, 0, near_day(found.start, found.today), "$muted", width)
    _place(placed, here(found, width), here_word, "bold $primary", width)
    line = Content("")
    for words in sorted(placed):
        line += Content(" " * (words.left - line.cell_length)) + Content.styled(*words[1:])
    return line


def _words(mark: Mark, today: date) -> str:
    name = cut(clean(mark.name), LONGEST - cells(month_day(mark.day)) - 1)
    return f"{name} {near_day(mark.day, today)}"


def _place(placed: list[Placed], column: int, words: str, style: str, width: int) -> None:
    """Put words below a column: from it on, before it, or as near as there is room."""
    size = cells(words)
    for left in (column, column - size + 1, column - size // 2):
        new = Placed(max(0, min(left, width - size)), words, style)
        free = all(new.right + APART <= p.left or p.right + APART <= new.left for p in placed)
        if free and new.left <= column < new.right:
            placed.append(new)
            return


class WaitAxis(Widget):
    """The axis; where nothing waits, what the stage means."""

    snapshot: reactive[Snapshot | None] = reactive(None, layout=True)
    """What to draw."""

    looking: reactive[bool] = reactive(False)
    """Whether the day shown is not today."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Two lines, one in a low window."""
        roomy = viewport.height >= ROOM_FOR_NAMES
        if self.snapshot is None or not roomy:
            return 1
        if axis(self.snapshot) is None:
            return len(self._meaning(self.snapshot, width))
        return 2

    def _meaning(self, snapshot: Snapshot, width: int) -> list[str]:
        return fold(clean(snapshot.stage.meaning), max(1, width), most=2)

    def render(self) -> Content:
        """The lines for the present width."""
        if self.snapshot is None:
            return Content("")
        width, found = self.size.width, axis(self.snapshot)
        if found is None:
            lines = fold(clean(self.snapshot.stage.meaning), max(1, width), most=self.size.height)
            return Content.styled("\n".join(lines), "$muted")
        line = bar(found, width)
        if self.size.height < 2:
            return line
        words = THAT_DAY if self.looking else TODAY
        return Content("\n").join([line, names(found, width, words)])
