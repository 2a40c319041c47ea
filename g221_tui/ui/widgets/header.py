"""The first line: which case it is, and which day of the wait."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from g221_tui.core.text.glyphs import BETWEEN
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import Snapshot
from g221_tui.ui.render import cells, cut, spread

NAME = "g221"
MASKED = "masked"
"""The sign that identifiers are masked."""
ROOM_FOR_SINCE = 50
"""In fewer cells the day from which asking is open is left out."""


def case_words(snapshot: Snapshot, width: int) -> str:
    """The title, or visa, post and case number: as many of them as fit."""
    case = snapshot.case
    names = [case.title] if case.title else [case.visa, case.post]
    parts = [clean(part) for part in (*names, case.case_number) if part]
    if not parts:
        parts = [clean(case.label)]
    while len(parts) > 1 and cells(BETWEEN.join(parts)) > width:
        parts.pop()
    return cut(BETWEEN.join(parts), width)


def day_words(snapshot: Snapshot, width: int) -> str:
    """`Day 47 of 60`, `Day 134 · asking open since day 60`, or the stage where nothing waits."""
    wait = snapshot.wait
    if wait.elapsed_days is None or wait.wait_days is None:
        return clean(snapshot.stage.name)
    if wait.days_left:
        return f"Day {wait.elapsed_days} of {wait.wait_days}"
    words = f"Day {wait.elapsed_days}{BETWEEN}asking open"
    return f"{words} since day {wait.wait_days}" if width >= ROOM_FOR_SINCE else words


class TitleLine(Widget):
    """g221, the case at the left, the day at the right."""

    snapshot: reactive[Snapshot | None] = reactive(None)
    """What to draw."""

    masked: reactive[bool] = reactive(False)
    """Whether identifiers are masked."""

    def render(self) -> Content:
        """The line for the present width."""
        name = Content.styled(NAME, "bold $primary")
        if self.masked:
            name += Content.styled(f"  {MASKED}", "$primary")
        if self.snapshot is None:
            return name
        width = self.size.width
        day = Content.styled(
            cut(day_words(self.snapshot, width), width - name.cell_length - 4), "bold"
        )
        room = width - name.cell_length - day.cell_length - 4
        case = Content.styled(case_words(self.snapshot, room), "")
        return spread(name + Content("  ") + case, day, width)
