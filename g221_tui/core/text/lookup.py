"""The one matcher of what a person types for something that has a name."""

import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeVar

from g221_tui.errors import NotUnderstood

T = TypeVar("T")

_QUOTES = ("QUOTATION MARK", "APOSTROPHE", "PRIME")
_ACUTE = "ACUTE ACCENT"


def comparable(text: str) -> str:
    """A name as it is compared: what a reader sees as the same is the same.

    Capitals, kinds of blanks, dashes and quotes, full width, composed and decomposed accents, and
    signs that are not shown make no difference.
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    signs = unicodedata.normalize("NFKC", "".join(_as_typed(sign) for sign in text))
    return " ".join(unicodedata.normalize("NFKC", signs.casefold()).split())


@cache
def _as_typed(sign: str) -> str:
    """The sign that a keyboard has for it: word processors, PDF files and telephones put others."""
    category, name = unicodedata.category(sign), unicodedata.name(sign, "")
    if category == "Cf":
        return ""
    if category == "Pd" or name == "MINUS SIGN":
        return "-"
    if name == _ACUTE or any(quote in name for quote in _QUOTES):
        return '"' if "DOUBLE" in name else "'"
    return sign


def meant(
    word: str,
    things: Iterable[T],
    name: Callable[[T], str] = str,
    identity: Callable[[T], str] | None = None,
) -> list[T]:
    """What a word may mean: one thing where it is clear, several where it is not.

    Args:
        word: What was typed.
        things: What can be meant.
        name: The name of a thing.
        identity: Its id, where it may be called by that too.

    Returns:
        What is called exactly so, else what reads the same, else what begins so.
    """
    every, wanted = list(things), comparable(word)
    if not wanted:
        return []
    keys = [name] if identity is None else [identity, name]
    for key in keys:
        if found := [thing for thing in every if key(thing) == word]:
            return found
    for key in keys:
        if found := [thing for thing in every if comparable(key(thing)) == wanted]:
            return found
    # The ids of all records of a kind begin alike: the start of a name is the likelier one.
    for key in reversed(keys):
        if found := [thing for thing in every if comparable(key(thing)).startswith(wanted)]:
            return found
    return []


def known(word: str, choices: Iterable[str], what: str) -> str:
    """The choice that a word names: exact, then one that reads the same, then a unique prefix.

    Raises:
        NotUnderstood: when it names none or several; the message lists the known ones.
    """
    every = list(choices)
    found = meant(word, dict.fromkeys(every))
    if len(found) == 1:
        return found[0]
    listed = ", ".join(every) or "none"
    raise NotUnderstood(f"'{word}' is not a known {what}; known: {listed}.")
