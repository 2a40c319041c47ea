"""The detail area: the row in focus in full, and why it is as it is."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from g221_tui.core.text.sanitize import clean
from g221_tui.ui.render import fold

WIDEST = 98
"""A line of text longer than this is hard to read."""
LONGEST = 6
"""The most lines of one remark."""
MORE = "Enter shows the rest."


class Detail(Widget):
    """A title in the line above, and below it as many of the lines as there is room for."""

    title = ""
    """What the row is, raw."""
    text: reactive[tuple[str, ...]] = reactive(())
    """What is said of the row, raw: each part begins on a new line."""

    more: reactive[tuple[str, ...]] = reactive(())
    """What is said beside that, raw, as far as there is room for whole parts of it."""

    def show(self, title: str, text: Sequence[str], more: Sequence[str] = ()) -> None:
        """Say this of the row in focus.

        Args:
            title: What the row is.
            text: Why it is as it is.
            more: What is left out where it finds no room.
        """
        self.title = title
        self.border_title = Content(f" {clean(title)} ")
        self.text, self.more = tuple(text), tuple(more)

    def render(self) -> Content:
        """The lines that fit; the last one says where the rest is."""
        width, height = min(WIDEST, self.size.width), self.size.height
        lines: list[str] = []
        for part in self.text:
            lines += fold(clean(part), max(4, width), most=LONGEST)
        if len(lines) > height > 0:
            lines = [*lines[: height - 1], MORE] if height > 1 else lines[:1]
        for part in self.more:
            folded = fold(clean(part), max(4, width), most=LONGEST)
            if len(lines) + len(folded) > height:
                break
            lines += folded
        return Content("\n".join(lines))
