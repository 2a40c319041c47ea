"""The one matcher of what a person types for something that has a name."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from g221_tui.errors import NotUnderstood

T = TypeVar("T")


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
        What is called exactly so, else what is but for capitals, else what begins so.
    """
    every, folded = list(things), word.casefold()
    if not word:
        return []
    keys = [name] if identity is None else [identity, name]
    for key in keys:
        if found := [thing for thing in every if key(thing) == word]:
            return found
    for key in keys:
        if found := [thing for thing in every if key(thing).casefold() == folded]:
            return found
    # The ids of all records of a kind begin alike: the start of a name is the likelier one.
    for key in reversed(keys):
        if found := [thing for thing in every if key(thing).casefold().startswith(folded)]:
            return found
    return []


def known(word: str, choices: Iterable[str], what: str) -> str:
    """The choice that a word names: exact, then case-folded, then a unique prefix.

    Raises:
        NotUnderstood: when it names none or several; the message lists the known ones.
    """
    every = list(choices)
    found = meant(word, dict.fromkeys(every))
    if len(found) == 1:
        return found[0]
    listed = ", ".join(every) or "none"
    raise NotUnderstood(f"'{word}' is not a known {what}; known: {listed}.")
