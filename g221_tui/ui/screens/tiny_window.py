"""What every screen does in a tiny window: it gives way, and comes back as it was."""

from textual.geometry import Size
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget

SMALLEST = (40, 12)
"""Columns and rows below which only a line is shown."""


def too_small(size: Size) -> bool:
    """Whether nothing but a line fits."""
    return size.width < SMALLEST[0] or size.height < SMALLEST[1]


class Room:
    """Keeps the focus of a screen over the time in which there is no room for it."""

    def __init__(self, screen: Screen[ScreenResultType]) -> None:
        self._screen = screen
        self._left: Widget | None = None

    def fit(self, size: Size) -> None:
        """Give way, or come back with the focus where it was."""
        screen, small = self._screen, too_small(size)
        if small == screen.has_class("-tiny"):
            return
        if small:
            # Before it is hidden: what is hidden loses the focus, and nothing tells whose it was.
            self._left = screen.focused or self._left
            screen.set_focus(None)
        screen.set_class(small, "-tiny")
        if not small and self._left is not None:
            screen.set_focus(self._left)

    def start_at(self, widget: Widget) -> None:
        """Put the focus there, now or once the window is large enough."""
        self._left = widget
        if not self._screen.has_class("-tiny"):
            self._screen.set_focus(widget)

    def resumed(self) -> None:
        """What lay upon the screen is gone: Textual gives it the focus, room or not."""
        if self._screen.has_class("-tiny"):
            self._screen.set_focus(None)
