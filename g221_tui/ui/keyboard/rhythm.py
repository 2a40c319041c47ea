"""What the time between two keys says: an Enter within a paste, a key that is held down.

Terminals tell neither: a paste without brackets looks like fast typing, and no key ever comes up.
"""

from enum import Enum
from typing import NamedTuple

from textual import events

PASTED = 0.010
"""Seconds; an Enter that near to a printable key was not struck by a hand."""
HELD = 0.7
"""Seconds; a Space that soon after the last one is a key held down: more than any first repeat."""

ENTERS = ("enter", "ctrl+j")
"""The two ways in which a terminal tells the end of a line."""
WITHIN_TEXT = ("tab", "shift+tab", "backspace")
"""What else is struck between the signs of a text."""


class Stroke(NamedTuple):
    """A key, or a text that was pasted, and when it came."""

    event: events.Key | events.Paste
    at: float
    """Seconds on a clock that only goes on."""

    @property
    def key(self) -> str:
        """The name of the key; empty where it is none."""
        return self.event.key if isinstance(self.event, events.Key) else ""

    @property
    def writes(self) -> bool:
        """Whether it is a key that writes a sign."""
        return isinstance(self.event, events.Key) and self.event.is_printable

    @property
    def of_text(self) -> bool:
        """Whether it may be part of a text that is being typed."""
        return self.writes or not self.key or self.key in (*ENTERS, *WITHIN_TEXT)


class Beat(Enum):
    """What a key is by its time."""

    STRUCK = "struck"
    """A key like any other."""
    PASTED = "pasted"
    """The end of a line within a paste."""
    HELD = "held"
    """A key that is held down."""
    UNKNOWN = "unknown"
    """The end of a line of which the next key will tell."""


class Rhythm:
    """Judges each key, in the order in which they were struck."""

    def __init__(self) -> None:
        self._text_at = float("-inf")
        """When the last key of a text came."""
        self._space_at = float("-inf")
        """When the last Space came, if no other key came since."""

    def judge(self, stroke: Stroke, then: Stroke | None, *, waited: bool) -> Beat:
        """What a key is.

        Args:
            stroke: The key.
            then: What came after it, as far as there is something.
            waited: Whether there was time enough for that.
        """
        if stroke.key == "space":
            return Beat.HELD if stroke.at - self._space_at <= HELD else Beat.STRUCK
        if stroke.key not in ENTERS:
            return Beat.STRUCK
        if stroke.at - self._text_at <= PASTED:
            return Beat.PASTED
        if then is None:
            return Beat.STRUCK if waited else Beat.UNKNOWN
        return Beat.PASTED if then.writes and then.at - stroke.at <= PASTED else Beat.STRUCK

    def took(self, stroke: Stroke, beat: Beat) -> None:
        """Remember a key that was judged."""
        if stroke.writes or beat is Beat.PASTED:
            self._text_at = stroke.at
        self._space_at = stroke.at if stroke.key == "space" else float("-inf")
