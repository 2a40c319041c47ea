"""What all dialogs have in common: they lie upon the dashboard, and give way in a tiny window."""

from pathlib import Path, PurePath
from typing import ClassVar, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widget import Widget

from g221_tui.ui.screens.tiny_window import Room
from g221_tui.ui.widgets.box import Box

Answer = TypeVar("Answer")
FILLS, STACKED = 90, 60
"""Columns below which a dialog takes the whole window, and a label stands above its field."""


class Dialog(ModalScreen[Answer]):
    """A dialog; below the smallest size it shows nothing, takes no text, and q quits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit_small", "Quit", show=False),
        Binding("m", "app.mask", "Mask", show=False, id="g221.mask"),
        Binding("ctrl+z", "app.to_shell", "Suspend", show=False, id="g221.suspend"),
    ]
    DEFAULT_CLASSES = "dialog"
    # Textual looks beside the file of each subclass, which may lie elsewhere.
    CSS_PATH: ClassVar[list[str | PurePath] | None] = [
        Path(__file__).parents[2] / f"{name}.tcss"
        for name in ("dialogs", "fields", "sheets", "calendar")
    ]

    MASKS: ClassVar[bool] = False
    """Whether it can be drawn anew when masking is switched; where not, its key is not heard."""
    TYPE_AHEAD: ClassVar[bool] = True
    """Whether it takes what was typed before it stood; a question is answered once it is seen."""

    def __init__(self) -> None:
        super().__init__()
        self._room = Room(self)

    def on_mount(self) -> None:
        """Suit the window before the first drawing."""
        self._suit(self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Suit the window; give way in a tiny one, or come back with the focus where it was."""
        self._suit(event.size)
        self._room.fit(event.size)

    def _suit(self, size: Size) -> None:
        """Tell the style sheet how much room there is, and the box to use it.

        The box hears of a change of its own size alone: in a window that grows it may keep it.
        """
        self.set_class(size.width < FILLS, "-filled")
        self.set_class(size.width < STACKED, "-stacked")
        for box in self.query(Box):
            self.call_after_refresh(box.fit)

    def on_screen_resume(self) -> None:
        """Take no text where there is no room."""
        self.call_after_refresh(self._room.resumed)

    @property
    def written(self) -> bool:
        """Whether something was written here that would be lost."""
        return False

    def redraw(self) -> None:
        """Draw anew what it shows: masking was switched, a day began, or the file changed."""

    def start_at(self, widget: Widget) -> None:
        """Put the focus there, now or once the window is large enough."""
        self._room.start_at(widget)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Q quits only where there is no room for the dialog."""
        return self.has_class("-tiny") if action == "quit_small" else True

    def action_quit_small(self) -> None:
        """Leave g221; nothing that was typed here is saved."""
        self.app.exit()
