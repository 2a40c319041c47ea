"""The small pieces of English that sentences are made of: lists, counts, first letters, cuts."""

from collections.abc import Sequence

from g221_tui.core.text.glyphs import ELLIPSIS

FEW = 3
"""How many of many names a sentence gives."""


def several(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def few(names: Sequence[str], between: str = ", ") -> str:
    """`a, b, c and 2 more`: the first ones by name, then how many are left."""
    more = f" and {len(names) - FEW} more" if len(names) > FEW else ""
    return between.join(names[:FEW]) + more


def counted(count: int, noun: str) -> str:
    """`1 record`, `3 records`; the noun makes its plural with an s."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def are(count: int) -> str:
    """The verb after so many things: `is` or `are`."""
    return "is" if count == 1 else "are"


def days_phrase(days: int) -> str:
    """`1 day`, `13 days`."""
    return counted(days, "day")


def opening(names: Sequence[str]) -> str:
    """That these open: `CEAC opens`, `Call post and E-mail open`."""
    return f"{several(names)} {'opens' if len(names) == 1 else 'open'}"


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def within_sentence(text: str) -> str:
    """The text with a small first letter, to stand within a sentence; `USCIS` stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def one_line(text: str) -> str:
    """The text on one line, single spaces between its words."""
    return " ".join(text.split())


def first_line(text: str) -> str:
    """The first line that holds something."""
    return text.strip().split("\n", 1)[0]


def shortened(text: str, most: int) -> str:
    """The text in at most `most` characters, an ellipsis where its end is left out."""
    return text if len(text) <= most else text[: most - 1] + ELLIPSIS


def without_middle(text: str, most: int) -> str:
    """The text; one of more than `most` characters without its middle: both ends tell a path."""
    return text if len(text) <= most else f"{text[: most // 2]}{ELLIPSIS}{text[-most // 2 :]}"


def quoted(text: str) -> str:
    """The text as somebody's own words."""
    return f"“{text}”"
