"""A dialog that is one list: its keys move and leave, enter answers."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from g221_tui.ui.screens.dialogs.dialog import Answer, Dialog


class ListDialog(Dialog[Answer | None]):
    """Rows to choose one of; no answer where it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close"),
        Binding("j", "move(1)", "Down", show=False),
        Binding("k", "move(-1)", "Up", show=False),
    ]
    MASKS = True

    def begin_in(self, place: int) -> None:
        """Start in the list, on that row."""
        for listed in self.query(OptionList):
            listed.highlighted = place
            self.start_at(listed)

    def action_close(self) -> None:
        """Leave it without an answer."""
        self.dismiss(None)

    def action_move(self, rows: int) -> None:
        """A row down or up."""
        for listed in self.query(OptionList):
            if rows > 0:
                listed.action_cursor_down()
            else:
                listed.action_cursor_up()
