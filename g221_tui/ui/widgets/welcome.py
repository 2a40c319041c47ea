"""What stands where there is no case yet: what this is, and how to begin."""

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from g221_tui.ui.render import cells, fold

ABOUT = (
    "g221 keeps track of a US visa case that was refused for now under section 221(g).",
    "It shows where the case stands, what you still owe, whom you may ask today and whom later, and"
    " which date you must not miss.",
    "Everything stays in one file on this machine; nothing is ever sent. It is no legal advice: the"
    " consulate's own letter always wins.",
)
WAYS = (
    ("new", "open your case: the day of the refusal is enough to begin"),
    ("demo", "look around in invented cases; nothing of it is kept"),
    ("import", "take in a file that g221 exported elsewhere"),
    ("guide", "the guide: what 221(g) means, and what helps"),
)
"""The actions to begin with, and what each does."""
WIDEST = 76
"""A line of text longer than this is hard to read."""


GAP = Content("")
"""An empty line."""


def _room(width: int) -> int:
    """How long a line may be."""
    return max(8, min(WIDEST, width))


def _fold(text: str, width: int) -> list[str]:
    """A sentence in lines."""
    return fold(text, _room(width), most=6)


class Welcome(Widget):
    """A few sentences, and the keys to begin with; a click on one of them presses it."""

    def __init__(self, key: Callable[[str], str], struck: Callable[[str], str]) -> None:
        """Take what it says of the keys.

        Args:
            key: Names the key of an action that is in force.
            struck: Gives that key as Textual calls it.
        """
        super().__init__()
        self._key = key
        self._struck = struck

    def _about(self, width: int) -> list[list[Content]]:
        """The lines of each sentence, with an empty one behind it."""
        return [
            [*(Content.styled(line, "" if number else "bold") for line in _fold(text, width)), GAP]
            for number, text in enumerate(ABOUT)
        ]

    def _ways(self, width: int) -> list[tuple[str, Content]]:
        """The keys to begin with, each with what it does, by the lines of each action."""
        room, lines = _room(width), list[tuple[str, Content]]()
        keys = {action: self._key(action) for action, _ in WAYS}
        beside = max(map(cells, keys.values())) + 2
        for action, text in WAYS:
            first, *rest = fold(text, room - beside, most=3)
            label = keys[action] + " " * (beside - cells(keys[action]))
            lines.append((action, Content.assemble((label, "bold $primary"), first)))
            lines += [(action, Content(" " * beside + line)) for line in rest]
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words need."""
        return sum(map(len, self._about(width))) + len(self._ways(width))

    def _lines(self) -> list[tuple[str, Content]]:
        """Each line, with the action that it speaks of; in a low window the last sentences go."""
        about, ways = self._about(self.size.width), self._ways(self.size.width)
        while about and sum(map(len, about)) + len(ways) > self.size.height:
            about.pop()
        return [*(("", line) for lines in about for line in lines), *ways]

    def on_click(self, event: events.Click) -> None:
        """Press the key of the line."""
        place, lines = event.get_content_offset(self), self._lines()
        if place is not None and place.y < len(lines) and lines[place.y][0]:
            self.app.simulate_key(self._struck(lines[place.y][0]))

    def render(self) -> Content:
        """The lines, never without a key."""
        return Content("\n").join([line for _, line in self._lines()])
