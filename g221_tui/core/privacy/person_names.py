"""A person's name taken apart: which of its words tell who it is where they stand alone."""

import re
import unicodedata
from collections.abc import Iterable

from g221_tui.core.text.dates import LONG_MONTHS, LONG_WEEKDAYS, MONTHS, WEEKDAYS

LONG = 5
"""From how many letters a part is looked for in small letters too; a shorter one may be a word."""
CALENDAR = frozenset((*MONTHS, *LONG_MONTHS, *WEEKDAYS, *LONG_WEEKDAYS))
"""What stands in dates: a part that is spelt so tells nobody's name."""
ROUND = ".,;:()[]\"'\u2019\u201c\u201d"
"""What may stand around a word of a name."""
HYPHENS = re.compile(r"[-\u2010-\u2015]")
NO_NAME = re.compile(r"[0-9@/\\_]")
"""What stands in numbers and addresses, and in no name."""
IDEOGRAPHS = "\u2e80"
"""From this sign on one sign may be a whole family name."""


def name_words(value: str) -> list[str]:
    """The words of a name; nothing of what is no name."""
    if NO_NAME.search(value):
        return []
    return [word for word in (each.strip(ROUND) for each in value.split()) if word]


def name_parts(name: str) -> Iterable[str]:
    """The words of a name that tell who it is; nothing of a name of one word."""
    words = name_words(name)
    pieces = dict.fromkeys(
        piece for word in words for piece in (word, *HYPHENS.split(word)) if _tells(piece)
    )
    small = all(piece.islower() for piece in pieces)  # the whole of it was typed so
    for piece in pieces if len(words) > 1 else ():
        if small or not piece.islower():  # else it is a "de" or an "of"
            yield piece


def _tells(piece: str) -> bool:
    return piece.title() not in CALENDAR and (len(piece) > 1 or piece >= IDEOGRAPHS)


def names_somebody(value: str) -> bool:
    """Whether a text looks like the name of a person: two words or more, each with a capital."""
    words = name_words(value)
    return len(words) > 1 and all(word[:1].upper() == word[:1] for word in words)


def may_be_small(part: str) -> bool:
    """Whether a part written in small letters is still likely to be the name: `will` is not."""
    return len(part) >= LONG


def compositions(text: str) -> frozenset[str]:
    """The text with its accents composed, and taken apart."""
    return frozenset(unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
