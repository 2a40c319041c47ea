"""The footer: the keys, as many as fit; the palette and the help know the others."""

from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from g221_tui.core.views import Snapshot
from g221_tui.ui.actions import ACTIONS, PALETTE_KEY, PALETTE_LABEL
from g221_tui.ui.render import cells

GAP = 2
"""Cells between one key and the next."""
LEAVES_FIRST = ("switch", "guide", "road", "palette", "open", "add", "event", "log", "tick")
"""Which keys go where the line is too short, in this order; help and quit stay."""


class Key(NamedTuple):
    """One key of the line."""

    action: str
    key: str
    """The name that pressing it has."""
    display: str
    label: str

    @property
    def width(self) -> int:
        """Its cells."""
        return cells(self.display) + 1 + cells(self.label)


WITHOUT_A_CASE = ("new", "guide", "help", "quit")
"""The keys of a file that holds no case; the others could do nothing."""


def all_keys(*, case: bool = True) -> list[Key]:
    """Those the table of actions names for the footer, and the palette."""
    keys = [
        Key(action.id, action.key, action.shown_key or action.key, action.label)
        for action in ACTIONS
        if (action.footer if case else action.id in WITHOUT_A_CASE)
    ]
    return [*keys, Key("palette", PALETTE_KEY, PALETTE_KEY, PALETTE_LABEL)]


def fitting(width: int, *, case: bool = True) -> list[Key]:
    """The keys that fit in so many cells."""
    keys = all_keys(case=case)
    for action in LEAVES_FIRST:
        if sum(key.width + GAP for key in keys) - GAP <= width:
            break
        keys = [key for key in keys if key.action != action]
    return keys


class Keys(Widget):
    """One line of keys, each of which can be clicked; what can't be done now is plain grey."""

    ALLOW_SELECT = False

    snapshot: reactive[Snapshot | None] = reactive(None)
    """What the dashboard shows; none while there is no case."""

    def on_mount(self) -> None:
        """Draw anew when what may be done changes."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        self.refresh()

    def _may(self, key: Key) -> bool:
        return key.action == "palette" or bool(self.screen.check_action(key.action, ()))

    def _keys(self) -> list[Key]:
        return fitting(self.size.width, case=self.snapshot is not None)

    def render(self) -> Content:
        """The line for the present width."""
        parts: list[tuple[str, str] | str] = []
        for key in self._keys():
            style = "bold $primary" if self._may(key) else "$muted"
            parts += [(key.display, style), (f" {key.label}", "$muted"), " " * GAP]
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
            left += key.width + GAP
