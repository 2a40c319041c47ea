"""A person's name taken apart: which of its words tell who it is where they stand alone."""

import unicodedata
from calendar import day_name, month_name
from collections.abc import Iterable

LONG = 5
"""From how many letters a part is looked for in small letters too; a shorter one may be a word."""
CALENDAR = frozenset(word for each in (*month_name, *day_name) for word in (each, each[:3]) if word)
"""What stands in dates: a part that is spelt so tells nobody's name."""


def name_words(value: str) -> list[str]:
    """The words of a name; nothing of what is no name."""
    words = value.split()
    return words if all(word.strip(".'\u2019").isalpha() for word in words) else []


def name_parts(name: str) -> Iterable[str]:
    """The words of a name that tell who it is; nothing of a name of one word."""
    words = name_words(name)
    for part in words if len(words) > 1 else ():
        if len(part) > 1 and part not in CALENDAR and not part.islower():
            yield part


def may_be_small(part: str) -> bool:
    """Whether a part written in small letters is still likely to be the name: `will` is not."""
    return len(part) >= LONG


def compositions(text: str) -> frozenset[str]:
    """The text with its accents composed, and taken apart."""
    return frozenset(unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
