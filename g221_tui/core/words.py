"""A word the user typed, matched with the known ones."""

from collections.abc import Iterable

from g221_tui.errors import NotUnderstood


def known(word: str, choices: Iterable[str], what: str) -> str:
    """The choice that a word names: exact, then case-folded, then a unique prefix.

    Raises:
        NotUnderstood: when it names none or several; the message lists the known ones.
    """
    every = list(choices)
    for found in (
        [c for c in every if c == word],
        [c for c in every if c.casefold() == word.casefold()],
        [c for c in every if word and c.casefold().startswith(word.casefold())],
    ):
        if len(found) == 1:
            return found[0]
    listed = ", ".join(every) or "none"
    raise NotUnderstood(f"'{word}' is not a known {what}; known: {listed}.")
