"""The one matcher of what a person types for something that has a name."""

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

from g221_tui.errors import NotUnderstood

T = TypeVar("T")

# The signs that word processors, PDF files and telephones put where a keyboard has one.
_SIGNS = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043", "-")
)


def comparable(text: str) -> str:
    """A name as it is compared: what a reader sees as the same is the same.

    Capitals, kinds of blanks, dashes and quotes, full width, composed and decomposed accents, and
    signs that are not shown make no difference.
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    signs = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    shown = "".join(sign for sign in signs if unicodedata.category(sign) != "Cf")
    return " ".join(unicodedata.normalize("NFKC", shown.casefold()).split())


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
