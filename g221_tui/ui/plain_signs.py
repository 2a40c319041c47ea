"""The signs of the screen in ASCII, for terminals and readers that know no others."""

import codecs
import locale
import os
from collections.abc import Mapping

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from g221_tui.core.text.ascii_signs import STAND_INS

PLAIN_TERMINALS = ("linux", "vt", "dumb")
"""The beginnings of the names of terminals that draw few signs beyond ASCII."""
DRAWING, BLOCKS = range(0x2500, 0x2580), range(0x2580, 0x25A0)
"""The signs that frames, lines and bars are drawn with, by their numbers."""
FLAT, UPRIGHT = "horizontal", "vertical"
"""What the name of a line says of it where it goes one way only."""
UTF_8 = "utf-8"


def table() -> dict[int, str]:
    """What stands for each sign, as `str.translate` takes it."""
    found = dict.fromkeys(DRAWING, "+") | dict.fromkeys(BLOCKS, "#")
    found |= {code: _line(code) for code in DRAWING}
    return found | {ord(sign): plain for sign, plain in STAND_INS.items()}


def _line(code: int) -> str:
    """A line, or where lines meet."""
    from unicodedata import name

    words = name(chr(code)).casefold()
    if FLAT in words and UPRIGHT not in words:
        return "-"
    return "|" if UPRIGHT in words and FLAT not in words else "+"


def needed(environ: Mapping[str, str] | None = None, encoding: str | None = None) -> bool:
    """Whether the terminal may not know our signs: its name or the locale says so."""
    env = os.environ if environ is None else environ
    if env.get("TERM", "").startswith(PLAIN_TERMINALS):
        return True
    name = encoding or locale.getpreferredencoding(False)
    try:
        return codecs.lookup(name).name != UTF_8
    except LookupError:
        return True


class PlainSigns(LineFilter):
    """Puts an ASCII sign in the place of each of ours, cell for cell."""

    def __init__(self) -> None:
        super().__init__()
        self._table = table()

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same words with plain signs."""
        return [
            Segment(text if text.isascii() else text.translate(self._table), style, control)
            for text, style, control in segments
        ]
