"""What all dialogs have in common: they lie upon the dashboard, and give way in a tiny window."""

from typing import ClassVar, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widget import Widget

SMALLEST = (40, 12)
"""Columns and rows below which only a line is shown."""

Answer = TypeVar("Answer")


def too_small(size: Size) -> bool:
    """Whether nothing but a line fits."""
    return size.width < SMALLEST[0] or size.height < SMALLEST[1]


class Dialog(ModalScreen[Answer]):
    """A dialog; below the smallest size it shows nothing, takes no text, and q quits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit_small", "Quit", show=False),
        Binding("m", "app.mask", "Mask", show=False),
    ]
    DEFAULT_CLASSES = "dialog"
    CSS_PATH = "../dialogs.tcss"

    MASKS: ClassVar[bool] = False
    """Whether it can be drawn anew when masking is switched; where not, `m` is not heard."""

    _left: Widget | None = None
    """What had the focus before the window became too small."""

    def on_resize(self, event: events.Resize) -> None:
        """Give way, or come back with the focus where it was."""
        small = too_small(event.size)
        if small == self.has_class("-tiny"):
            return
        self.set_class(small, "-tiny")
        if small:
            self._left = self.focused
            self.set_focus(None)
        elif self._left is not None:
            self.set_focus(self._left)

    @property
    def written(self) -> bool:
        """Whether something was written here that would be lost."""
        return False

    def redraw(self) -> None:
        """Draw anew what it shows of the case: masking was switched."""

    def start_at(self, widget: Widget) -> None:
        """Put the focus there, now or once the window is large enough."""
        self._left = widget
        if not self.has_class("-tiny"):
            self.set_focus(widget)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Q quits only where there is no room for the dialog."""
        return self.has_class("-tiny") if action == "quit_small" else True

    def action_quit_small(self) -> None:
        """Leave g221; nothing that was typed here is saved."""
        self.app.exit()
