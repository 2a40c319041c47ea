"""The wait on one line: how much is behind, today, and the days that matter, each by its name."""

from collections.abc import Sequence
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

    What comes next has the first place, moved aside or without its day where another mark is named
    by that. A name that finds no room is left out, its mark stays. Where it begins comes after all
    marks, and today last: the first line of the window says which day it is.

    Args:
        found: The axis.
        width: The cells of the line.
        here_word: What the day that is shown is called.
    """
    ahead = [mark for mark in found.marks if mark.day >= found.today]
    behind = [mark for mark in found.marks if mark.day < found.today]
    wanted = []
    for mark in [*ahead, *reversed(behind)]:
        style = "$caution" if mark.kind is MarkKind.DEADLINE else "$muted"
        column = _column(found, mark, width)
        every = (_words(mark, found.today), cut(clean(mark.name), LONGEST))
        wanted.append([new for words in every for new in _places(column, words, style, width)])
    start = _places(0, near_day(found.start, found.today), "$muted", width)
    now = _places(here(found, width), here_word, "bold $primary", width)
    placed = _arranged((start, now), _arranged(wanted))
    line = Content("")
    for words in sorted(placed):
        line += Content(" " * (words.left - line.cell_length)) + Content.styled(*words[1:])
    return line


def _words(mark: Mark, today: date) -> str:
    name = cut(clean(mark.name), LONGEST - cells(month_day(mark.day)) - 1)
    return f"{name} {near_day(mark.day, today)}"


def _places(column: int, words: str, style: str, width: int) -> list[Placed]:
    """Where words may stand below a column: from it on, before it, or as near as there is room."""
    size = cells(words)
    lefts = (column, column - size + 1, column - size // 2)
    found = (Placed(max(0, min(left, width - size)), words, style) for left in lefts)
    return [new for new in found if new.left <= column < new.right]


def _arranged(
    wanted: Sequence[Sequence[Placed]], placed: tuple[Placed, ...] = ()
) -> tuple[Placed, ...]:
    """Each in the first of its places that leaves the most room for those after it.

    Args:
        wanted: The places of each, the most important one first.
        placed: What stands already.
    """
    if not wanted:
        return placed
    places, *rest = wanted
    best: tuple[Placed, ...] = ()
    for new in places:
        if all(new.right + APART <= p.left or p.right + APART <= new.left for p in placed):
            found = _arranged(rest, (*placed, new))
            best = max(best, found, key=len)
            if len(best) == len(placed) + len(wanted):
                break
    return best or _arranged(rest, placed)


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
