"""Where only one pane has room: a line that names the three, and how to reach them."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from g221_tui.ui.render import cells

GAP = "  "


class PaneTabs(Widget):
    """`1 Timeline  2 Documents  3 Follow-up`, the one that is shown stands out."""

    ALLOW_SELECT = False

    shown: reactive[int] = reactive(0)
    """The place of the one that is shown."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._titles = tuple(names)

    class Chosen(Message):
        """One of them was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place
            """Its place among the panes."""

    def _words(self) -> list[str]:
        return [f"{place} {name}" for place, name in enumerate(self._titles, start=1)]

    def render(self) -> Content:
        """The line."""
        parts: list[Content] = []
        for place, words in enumerate(self._words()):
            here = place == self.shown
            parts.append(Content.styled(words, "bold $primary underline" if here else "$muted"))
        return Content(GAP).join(parts)

    def on_click(self, event: events.Click) -> None:
        """Show the one under the mouse."""
        place = event.get_content_offset(self)
        left = 0
        for number, words in enumerate(self._words()):
            if place is not None and left <= place.x < left + cells(words):
                self.post_message(self.Chosen(number))
            left += cells(words) + len(GAP)
