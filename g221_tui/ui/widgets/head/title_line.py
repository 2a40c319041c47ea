"""The first line: which case it is, and which day of the wait."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from g221_tui.core.snapshot.day_words import day_words
from g221_tui.core.text.glyphs import BETWEEN
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import Snapshot
from g221_tui.ui.render import cells, cut, spread

NAME = "g221"
MASKED, DEMO = "masked", "DEMO, nothing is kept"
"""The signs that identifiers are masked, and that the data is invented."""
ROOM = 96
"""From so many cells on the signs are whole sentences."""
GAP = 2
"""Cells between the parts at least."""


def case_words(snapshot: Snapshot, width: int) -> str:
    """The title, visa, post and case number: as many of them as fit, those at the end first out."""
    case = snapshot.case
    parts = [clean(p) for p in (case.title, case.visa, case.post, case.case_number) if p]
    if not parts:
        parts = [clean(case.label)]
    while len(parts) > 1 and cells(BETWEEN.join(parts)) > width:
        parts.pop()
    return cut(BETWEEN.join(parts), width)


class TitleLine(Widget):
    """g221, the case at the left, the day at the right."""

    snapshot: reactive[Snapshot | None] = reactive(None)
    """What to draw."""

    masked: reactive[bool] = reactive(False)
    """Whether identifiers are masked."""

    demo: reactive[bool] = reactive(False)
    """Whether the data is invented."""

    def _signs(self, width: int) -> Content:
        name = Content.styled(NAME, "bold $primary")
        signs = [MASKED] * self.masked + [DEMO] * self.demo
        for sign in signs:
            name += Content.styled(f"  {sign if width >= ROOM else sign.split(',')[0]}", "$primary")
        return name

    def render(self) -> Content:
        """The line for the present width."""
        width = self.size.width
        name = self._signs(width)
        if self.snapshot is None:
            return name
        left = width - name.cell_length - GAP
        every = day_words(self.snapshot)
        # The day stands whole beside the case where it can; else in fewer words.
        least = cells(case_words(self.snapshot, left))
        fits = [words for words in every if cells(words) + 2 * GAP + min(least, left // 2) <= left]
        day = Content.styled(cut(fits[0] if fits else every[-1], left - GAP), "bold")
        case = case_words(self.snapshot, left - day.cell_length - GAP)
        return spread(name + Content(" " * GAP + case), day, width)
