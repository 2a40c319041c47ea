"""The user's words as they stand in a letter: on one line, and nothing in them that is unseen."""

import unicodedata
from datetime import date

from g221_tui.core.text.dates import MONTHS
from g221_tui.core.text.phrases import one_line

JOINERS = ("ZERO WIDTH JOINER", "ZERO WIDTH NON-JOINER")
"""The names of the signs that some scripts and emoji need between two letters."""
UNSEEN = ("Cc", "Cf", "Cs")
"""The classes of characters that a screen acts upon or hides."""


def letter_text(text: str) -> str:
    """The text on one line, without the signs that nobody sees and that could reorder it."""
    return one_line("".join(filter(_is_seen, one_line(text))))


def letter_lines(text: str) -> tuple[str, ...]:
    """Each line of a text that holds something, as `letter_text` has it."""
    return tuple(filter(None, map(letter_text, text.splitlines())))


def letter_date(day: date) -> str:
    """`5 Mar 2026`: nobody can take its month for its day."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04}"


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign) not in UNSEEN or unicodedata.name(sign, "") in JOINERS
