"""A label and a text that folds beside it: now, next, due, and what is wrong."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from g221_tui.core.text.sanitize import clean
from g221_tui.ui.render import fold

FEWEST = 2
"""So many lines are left to a text in any window."""

LABEL_WIDTH = 6
"""The labels stand in one column."""


class Labelled(Widget):
    """One labelled line, two where the text is long; gone while it has no text."""

    text: reactive[str] = reactive("", layout=True)
    """What to say, raw: it is cleaned here. Empty hides the line."""

    def __init__(
        self,
        label: str,
        *,
        id: str,
        style: str = "",
        label_style: str = "$muted",
        most: int = 2,
    ) -> None:
        super().__init__(id=id)
        self._label = label
        self._style = style
        self._label_style = label_style
        self._most = most
        self.key = ""
        """The key that its text names, as Textual calls it; a click presses it. Empty for none."""
        self.add_class("-empty")

    def on_click(self) -> None:
        """Press the key that the text speaks of, where it speaks of one."""
        if self.key:
            self.app.simulate_key(self.key)

    def watch_text(self, text: str) -> None:
        """Show the line only while it says something."""
        self.set_class(not text, "-empty")

    def _lines(self, width: int) -> list[str]:
        # In a low window the panes keep some rows, however long the text is.
        most = min(self._most, max(FEWEST, self.screen.size.height // 2 - 1))
        return fold(clean(self.text), max(4, width - LABEL_WIDTH), most=most)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text needs at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The label, the text beside it."""
        first, *rest = self._lines(self.size.width)
        lines = [
            Content.assemble(
                (self._label.ljust(LABEL_WIDTH), self._label_style), (first, self._style)
            )
        ]
        lines += [Content.assemble(" " * LABEL_WIDTH, (line, self._style)) for line in rest]
        return Content("\n").join(lines)
