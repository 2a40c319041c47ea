"""Whether a program that fills the screen can be drawn here, and why not."""

import os
import sys
from typing import TextIO

from g221_tui.cli.encoding import spelled
from g221_tui.core.text import glyphs
from g221_tui.core.views import Origin

DUMB = ("", "dumb", "unknown")
"""Values of `TERM` for a terminal that can only print one line after the other."""
DRAWN = glyphs.ORIGIN[Origin.RECORDED] + glyphs.BAR_AHEAD
"""Signs that the dashboard can't do without."""


def no_dashboard() -> str:
    """Why the dashboard can't be drawn on this terminal, in words that end a sentence; else ''.

    Textual reads keys from stdin and draws on stderr, so all three streams must be the terminal.
    """
    if not _is_terminal(sys.stdin):
        return "the input is no terminal, so no key can be read"
    if not _is_terminal(sys.stderr):
        return "stderr is no terminal, and the screen is drawn there"
    term = os.environ.get("TERM", "")
    if sys.platform != "win32" and term.casefold() in DUMB:
        kind = f"TERM is '{term}'" if term else "TERM is not set"
        return f"{kind}, which names no terminal that can draw a full screen"
    encoding = sys.stderr.encoding or "ascii"
    if spelled(DRAWN, encoding) != DRAWN:
        return f"the encoding {encoding} has no signs for its frames"
    return ""


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()
