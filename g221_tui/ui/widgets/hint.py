"""The line below a list that names its keys: a click on one of them presses it."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.widgets import Static

from g221_tui.ui.render import cells

CLOSES = ("esc", "closes")
"""The key that leaves, as it is written, and what it does."""
NAMES = {CLOSES[0]: "escape"}
"""The names of keys, where they are written otherwise."""
GAP = "  "
"""Between one key and the next."""


class Hint(Static):
    """`enter opens  esc closes`."""

    DEFAULT_CLASSES = "dialog-hint"
    ALLOW_SELECT = False

    def __init__(self, *keys: tuple[str, str]) -> None:
        """Take what it says.

        Args:
            keys: Each key as it is written, and what it does.
        """
        self._keys: Sequence[tuple[str, str]] = keys
        super().__init__(Content(GAP.join(map(" ".join, keys))))

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse."""
        place = event.get_content_offset(self)
        left = 0
        for key, does in self._keys if place is not None and not place.y else ():
            right = left + cells(f"{key} {does}")
            if place is not None and left <= place.x < right:
                self.app.simulate_key(NAMES.get(key, key))
            left = right + len(GAP)
