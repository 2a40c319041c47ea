"""How much of a text a toast shows, and for how long."""

import re
from typing import Any

from textual.geometry import Size
from textual.notifications import SeverityLevel
from textual.screen import Screen

from g221_tui.core.text.sanitize import clean
from g221_tui.ui.render import cells, cut

LEAST = 200
"""Cells that a toast may have in any window."""
SHARE = 6
"""In a larger one it may have a sixth of the cells: with its frame it covers a quarter."""
LEAST_SECONDS = 5.0
"""Seconds that it stays at least."""
READ = 20
"""Cells that are read in a second."""


def tell(screen: Screen[Any], text: str, severity: SeverityLevel = "information") -> None:
    """Say something in a toast, literally."""
    words = shortened(clean(text), screen.size)
    screen.notify(words, severity=severity, timeout=seconds(words), markup=False)


def shortened(text: str, size: Size) -> str:
    """The text as far as a window has room for it; its last sentence stays whole.

    What a change does to the wait is said last; before it may stand a long text of the user.
    """
    most = max(LEAST, size.width * size.height // SHARE)
    if cells(text) <= most:
        return text
    last = re.split(r"(?<=[.?!…]) (?=[A-Z])", text)[-1]
    room = most - cells(last) - 1
    return f"{cut(text[: -len(last)], room)} {last}" if room > 0 else cut(text, most)


def seconds(text: str) -> float:
    """How long it stays: as long as reading it takes."""
    return max(LEAST_SECONDS, cells(text) / READ)
