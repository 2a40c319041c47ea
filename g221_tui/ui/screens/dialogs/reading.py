"""A dialog to read: the arrows and j k scroll its body."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from g221_tui.ui.screens.dialogs.dialog import Answer, Dialog

BODY = ".sheet-body"
"""What scrolls."""


class Reading(Dialog[Answer]):
    """A page in a box, its body in the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll(1)", "Down", show=False),
        Binding("k", "scroll(-1)", "Up", show=False),
    ]
    MASKS = True

    def on_mount(self) -> None:
        """The arrows scroll at once, unless one comes back to another place of it."""
        self.start_at(self.first)

    @property
    def first(self) -> Widget:
        """What has the focus at first."""
        return self.query_one(BODY)

    def action_scroll(self, lines: int) -> None:
        """Scroll by a line."""
        self.query_one(BODY).scroll_relative(y=lines, animate=False)
