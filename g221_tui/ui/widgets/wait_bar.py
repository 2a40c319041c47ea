"""The second line: how much of the wait is behind, and the two days that matter."""

import re
from datetime import date

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from g221_tui.core.snapshot import axis
from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import day_date, long_date, short_date
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import Snapshot, WaitView
from g221_tui.ui.render import cells, cut

ROOM_FOR_WEEKDAYS, ROOM_FOR_YEARS = 56, 96
"""From so many cells on the two days are written longer."""
SHORTEST_BAR = 8
"""A bar below this many cells says nothing."""


def mark_words(wait: WaitView, width: int) -> str:
    """`60: Fri 25 Dec · 180: Sat 24 Apr`, with the years where there is room."""
    write = _without_year
    if width >= ROOM_FOR_WEEKDAYS:
        write = long_date if width >= ROOM_FOR_YEARS else day_date
    return glyphs.BETWEEN.join(f"{mark.days}: {write(mark.day)}" for mark in axis.marks(wait))


def _without_year(day: date) -> str:
    return short_date(day)[:6].strip()


def bar(done: int, whole: int, width: int) -> tuple[str, str]:
    """The part behind and the part ahead, `width` cells together."""
    share = min(max(done, 0), whole) * width
    filled = share // whole if whole else width
    if filled >= width:
        return glyphs.BAR_BEHIND * width, ""
    left = width - filled - 1
    return glyphs.BAR_BEHIND * filled + glyphs.BAR_END, glyphs.BAR_AHEAD * left


def clause(text: str, width: int) -> str:
    """The text, or as many of its parts as fit: it ends where it says a whole thing."""
    while cells(text) > width:
        parts = re.split(r"([;:,.] )", text)
        if len(parts) < len(("a", "; ", "b")):
            return cut(text, width)
        text = "".join(parts[:-2])
    return text


class WaitBar(Widget):
    """The bar, and beside it the days it runs to."""

    snapshot: reactive[Snapshot | None] = reactive(None)
    """What to draw."""

    def render(self) -> Content:
        """The line for the present width; without a wait, what the stage means."""
        if self.snapshot is None:
            return Content("")
        wait, width = self.snapshot.wait, self.size.width
        if wait.elapsed_days is None or wait.wait_days is None:
            return Content.styled(clause(clean(self.snapshot.stage.meaning), width), "$muted")
        marks = Content.styled(cut(mark_words(wait, width), width), "$muted")
        room = width - marks.cell_length - 2
        if room < SHORTEST_BAR:
            return marks
        behind, ahead = bar(wait.elapsed_days, axis.length(wait), room)
        return Content.assemble((behind, "$primary"), (ahead, "$muted"), "  ", marks)
