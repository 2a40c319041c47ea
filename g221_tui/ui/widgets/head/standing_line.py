"""Where the case stands and what is due: on one line where both fit, else on two."""

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from g221_tui.core.text.sanitize import clean
from g221_tui.ui.render import cells, fold
from g221_tui.ui.widgets.head.next_band import LABEL_WIDTH

NOW, DUE = "NOW", "DUE"
GAP = 3
"""Cells between the two at least."""
MOST = 2
"""Each takes at most so many lines."""


class StandingLine(Widget):
    """`NOW  Documents due · with the post        DUE  Flight Sun 11 Apr, in 120 days`.

    A click on either of them says more of it.
    """

    now: reactive[str] = reactive("", layout=True)
    """Where the case stands, raw; empty leaves it out."""
    due: reactive[str] = reactive("", layout=True)
    """The nearest deadline, raw; empty leaves it out."""
    pressing: reactive[bool] = reactive(False)
    """Whether the deadline has warned."""

    class Opened(Message):
        """One of the two was clicked."""

        def __init__(self, *, due: bool) -> None:
            super().__init__()
            self.due = due
            """Whether it was what is due; else where the case stands."""

    def on_click(self, event: events.Click) -> None:
        """Say which of the two was clicked."""
        place, width = event.get_content_offset(self), self.size.width
        if place is None:
            return
        if self._beside(width):
            due = bool(self.due) and place.x >= width - len(DUE) - 2 - cells(clean(self.due))
        else:
            label, text, _ = self._parts()[0]
            due = label == DUE or place.y >= len(self._folded(text, width))
        self.post_message(self.Opened(due=due))

    def watch_now(self) -> None:
        """Hidden while there is nothing to say."""
        self.set_class(not (self.now or self.due), "-empty")

    def watch_due(self) -> None:
        """Hidden while there is nothing to say."""
        self.set_class(not (self.now or self.due), "-empty")

    @property
    def _cramped(self) -> bool:
        """Whether the window has room for no more than what is due."""
        return self.screen.has_class("-narrow") and self.screen.has_class("-low")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, or as many as the two need below each other."""
        if self._beside(width):
            return 1
        return sum(len(self._folded(text, width)) for _, text, _ in self._parts() if text)

    def _parts(self) -> tuple[tuple[str, str, str], ...]:
        """What stands below each other: label, text, style."""
        due = (DUE, self.due, "$caution" if self.pressing else "$foreground")
        return (due,) if self._cramped else ((NOW, self.now, "$muted"), due)

    def _beside(self, width: int) -> bool:
        """Whether both stand on one line."""
        if self._cramped and not self.due:
            return False
        taken = LABEL_WIDTH + cells(clean(self.now))
        if self.due:
            taken += GAP + len(DUE) + 2 + cells(clean(self.due))
        return taken <= width

    def _folded(self, text: str, width: int) -> list[str]:
        return fold(clean(text), max(4, width - LABEL_WIDTH), most=MOST)

    def _label(self, words: str) -> Content:
        style = "bold $caution" if words == DUE and self.pressing else "$muted"
        return Content.styled(words.ljust(LABEL_WIDTH), style)

    def render(self) -> Content:
        """The line or lines for the present width."""
        width = self.size.width
        style = "$caution" if self.pressing else "$foreground"
        if self._beside(width):
            line = self._label(NOW) + Content.styled(clean(self.now), "$muted")
            if self.due:
                due = self._label(DUE)[: len(DUE)] + Content("  ")
                due += Content.styled(clean(self.due), style)
                line += Content(" " * (width - line.cell_length - due.cell_length)) + due
            return line
        lines = []
        for label, text, look in self._parts():
            for number, part in enumerate(self._folded(text, width) if text else []):
                head = self._label("" if number else label)
                lines.append(head + Content.styled(part, look))
        return Content("\n").join(lines)
