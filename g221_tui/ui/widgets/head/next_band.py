"""The next step: the line that the eye meets first, with the key that does it."""

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from g221_tui.core.text.glyphs import BAND
from g221_tui.core.text.sanitize import clean
from g221_tui.ui.render import cells, fold, spread

LABEL = "NEXT"
LABEL_WIDTH = 6
"""Cells of the label and the gap behind it: the labels below stand in the same column."""
WIDEST = 100
"""A line of text longer than this is hard to read."""
FEWEST = 2
"""So many lines are left to it in any window."""
MOST = 6
"""It takes at most so many."""
SHARE = 5
"""And at most this part of the rows of the window."""
GAP = 2
"""Cells between the text and the key at least."""


class NextBand(Widget):
    """A band with a bar at its left; a click says why that is next."""

    ALLOW_SELECT = True

    text: reactive[str] = reactive("", layout=True)
    """The next step, raw: it is cleaned here. Empty hides the band."""
    hint: reactive[str] = reactive("", layout=True)
    """The key that does it, and what it does: `space ticks it`; empty for none."""

    class Opened(Message):
        """The band was clicked: why is that next?"""

    def on_mount(self) -> None:
        """Hidden while it says nothing."""
        self.set_class(not self.text, "-empty")

    def watch_text(self, text: str) -> None:
        """Show the band only while it says something."""
        self.set_class(not text, "-empty")

    def on_click(self) -> None:
        """Say why."""
        self.post_message(self.Opened())

    def _lines(self, width: int) -> list[str]:
        """The text, folded; one line more where the key finds no room behind the last."""
        room = max(4, min(WIDEST, width) - LABEL_WIDTH)
        most = min(MOST, max(FEWEST, self.screen.size.height // SHARE))
        lines = fold(clean(self.text), room, most=most)
        needed = LABEL_WIDTH + cells(lines[-1]) + GAP + cells(self.hint)
        return [*lines, ""] if self.hint and needed > width and len(lines) < most else lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text needs at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The bar, the label, the text beside it, the key at the right."""
        width = self.size.width
        bar = Content.styled(BAND, "$primary")
        drawn, lines = [], self._lines(width)
        for number, line in enumerate(lines):
            label = (LABEL if not number else "").ljust(LABEL_WIDTH - 1)
            text = bar + Content.styled(label, "bold $primary") + Content.styled(line, "bold")
            last = number == len(lines) - 1
            fits = text.cell_length + GAP + cells(self.hint) <= width
            hint = Content.styled(self.hint if last and fits else "", "$primary")
            drawn.append(spread(text, hint, width) if hint else text)
        return Content("\n").join(drawn)
