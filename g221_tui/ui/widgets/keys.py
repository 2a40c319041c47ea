"""The footer: the keys, as many as fit; the palette and the help know the others."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from g221_tui.core.views import Snapshot
from g221_tui.ui.render import cells

GAP_CELLS = 2
"""Cells between one key and the next."""
DO = "do"
"""The one action of the dashboard: it looks up what to do by its name."""
STAYS = 10
"""What a key has that never leaves the line."""


class Key(NamedTuple):
    """One key of the line."""

    action: str
    """The name of its action; empty where Textual does it."""
    key: str
    """The name that pressing it has."""
    display: str
    label: str
    stays: int
    """How long it stays where the line is too short: the least leaves first."""
    with_case: bool
    """Whether it is named while a case is shown."""
    without_case: bool
    """Whether it is named while the file holds no case: the others could do nothing."""

    @property
    def width(self) -> int:
        """Its cells."""
        return cells(self.display) + 1 + cells(self.label)


PALETTE = Key("", "ctrl+p", "ctrl+p", "palette", 4, with_case=True, without_case=True)
"""The command palette."""


def fitting(keys: Sequence[Key], width: int, *, case: bool) -> list[Key]:
    """The keys that fit in so many cells, with or without a case."""
    found = [key for key in (*keys, PALETTE) if (key.with_case if case else key.without_case)]
    for place in range(STAYS):
        if sum(key.width + GAP_CELLS for key in found) - GAP_CELLS <= width:
            break
        found = [key for key in found if key.stays != place]
    return found


class Keys(Widget):
    """One line of keys, each of which can be clicked; what can't be done now is plain grey."""

    ALLOW_SELECT = False

    snapshot: reactive[Snapshot | None] = reactive(None)
    """What the dashboard shows; none while there is no case."""

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self._named = keys

    def on_mount(self) -> None:
        """Draw anew when what may be done changes."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        self.refresh()

    def _may(self, key: Key) -> bool:
        return not key.action or bool(self.screen.check_action(DO, (key.action,)))

    def _keys(self) -> list[Key]:
        return fitting(self._named, self.size.width, case=self.snapshot is not None)

    def render(self) -> Content:
        """The line for the present width."""
        parts: list[tuple[str, str] | str] = []
        for key in self._keys():
            style = "bold $primary" if self._may(key) else "$muted"
            parts += [(key.display, style), (f" {key.label}", "$muted"), " " * GAP_CELLS]
        return Content.assemble(*parts[:-1])

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse."""
        place = event.get_content_offset(self)
        if place is None:
            return
        left = 0
        for key in self._keys():
            if left <= place.x < left + key.width:
                self.app.simulate_key(key.key)
                return
            left += key.width + GAP_CELLS
