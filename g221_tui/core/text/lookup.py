"""The one matcher of what a person types for something that has a name."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TypeVar

from g221_tui.core.text.phrases import FEW, few
from g221_tui.errors import NotUnderstood

T = TypeVar("T")

_QUOTES = ("QUOTATION MARK", "APOSTROPHE", "PRIME")
_ACUTE = "ACUTE ACCENT"
MOST_NEAR = 3
"""How many names are offered at most where a word is equally near to several."""
ALIKE = 0.6
"""How much of a word and a name must be the same where any of the names must be meant."""
WORD_ALIKE = 0.72
"""How much of each word that was typed must be the same as in a word of the name.

`visa approved` is near to `Visa refused` as a whole, and says the contrary.
"""
LONG = 4
"""From how many letters on a word is looked at alone: of a shorter one a slip changes too much."""
ENOUGH = 3
"""How many signs the start of a record's name or id needs where it is corrected or removed."""


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
    *,
    least: int = 1,
) -> list[T]:
    """What a word may mean: one thing where it is clear, several where it is not.

    Args:
        word: What was typed.
        things: What can be meant.
        name: The name of a thing.
        identity: Its id, where it may be called by that too.
        least: How many signs the start of a name or id needs to stand for it.

    Returns:
        What is called exactly so, else what reads the same, else what begins so.
    """
    # The ids of all records of a kind begin alike: the start of a name is the likelier one.
    keys = [name] if identity is None else [identity, name]
    return _meant(word, list(things), keys, keys[::-1], least)


def known(
    word: str,
    choices: Iterable[str],
    what: str,
    names: Mapping[str, str] | None = None,
    also: Mapping[str, str] | None = None,
) -> str:
    """The choice that a word names: exact, then one that reads the same, then a unique prefix.

    Args:
        word: What was typed.
        choices: The ids of what is known.
        what: What they are, for the message.
        names: What each is called on the screen: it may be named so too.
        also: Further words that people have for a choice, each with the choice; only whole ones
            count, since a part of them may mean another.

    Raises:
        NotUnderstood: when it names none or several; the message lists the known ones.
    """
    every, spoken = list(dict.fromkeys(choices)), names or {}
    keys: list[Callable[[str], str]] = [str, lambda choice: spoken.get(choice, choice)]
    found = _meant(word, every, keys, keys, 1)
    if len(found) == 1:
        return found[0]
    choice = None if found else in_own_words(word, also or {})
    if choice is not None:
        return choice
    listed = ", ".join(every) or "none"
    if found:
        raise NotUnderstood(f"'{word}' may be {either(found)}; known: {listed}.")
    near = did_you_mean(word, every, names) or did_you_mean(word, also or {})
    message = f"'{word}' is not a known {what};{near or ' known:'} {listed}."
    raise NotUnderstood(message, unknown=what)


def in_own_words(word: str, also: Mapping[str, str]) -> str | None:
    """The choice for which people have this very word; a part of it may mean another.

    Args:
        word: What was typed.
        also: The words that people have, each with its choice.
    """
    wanted = loose(word)
    said = (choice for other, choice in also.items() if wanted and loose(other) == wanted)
    return next(said, None)


def did_you_mean(word: str, choices: Iterable[str], names: Mapping[str, str] | None = None) -> str:
    """` did you mean ceac (CEAC)? Known:` where a word is nearly the id or the name of a choice.

    Nothing where it is not: what is far from every name is no slip of the keyboard.
    """
    spoken = names or {}
    whole: dict[str, list[str]] = {}
    parts: dict[str, list[str]] = {}
    for choice in choices:
        name = spoken.get(choice, choice)
        for form in dict.fromkeys((loose(choice), loose(name))):
            whole.setdefault(form, []).append(choice)
        for part in dict.fromkeys(loose(part) for part in name.split() if len(part) > ENOUGH):
            parts.setdefault(part, []).append(choice)
    wanted = loose(word)
    begun = [form for form in whole if wanted and form.startswith(wanted)]
    near = [choice for form in begun for choice in whole[form]] + parts.get(wanted, [])
    if not near:
        near = [choice for form in closest(wanted, whole) for choice in whole[form]]
        near = near or [choice for part in closest(wanted, parts) for choice in parts[part]]
        near = [choice for choice in near if _near_by_word(word, choice, spoken.get(choice, ""))]
    told = []
    for choice in dict.fromkeys(near):
        name = spoken.get(choice, choice)
        told.append(choice if comparable(name) == comparable(choice) else f"{choice} ({name})")
    return f" did you mean {either(told)}? Known:" if told else ""


def either(words: Sequence[str]) -> str:
    """`a or b`, `a, b or c`; of more than a few the first and how many more."""
    if len(words) > FEW:
        return few(words)
    return " or ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def closest(word: str, names: Iterable[str], alike: float = ALIKE) -> list[str]:
    """The names that a word is nearest to, where it is near enough to be a slip of them.

    Args:
        word: What was typed.
        names: What can be meant.
        alike: How much of the two must be the same, from 0 to 1.
    """
    if len(word) < ENOUGH:
        return []
    # Only where something could not be read: reading well costs nothing.
    from difflib import SequenceMatcher, get_close_matches

    found = get_close_matches(word, list(names), n=MOST_NEAR, cutoff=alike)
    ratios = [SequenceMatcher(None, name, word).ratio() for name in found]
    return [name for name, ratio in zip(found, ratios, strict=True) if ratio == ratios[0]]


def _near_by_word(typed: str, *names: str) -> bool:
    """Whether each word that was typed is nearly one of a name's, or a name written as one word."""
    theirs = [form for name in names for form in (*_words(name), loose(name))]
    return all(len(word) < LONG or closest(word, theirs, WORD_ALIKE) for word in _words(typed))


def _words(text: str) -> list[str]:
    return [loose(word) for word in comparable(text).replace("_", " ").replace("-", " ").split()]


def without_accents(text: str) -> str:
    """A name as it is compared, its accents left out: `resume` is `Résumé`."""
    if text.isascii():
        return comparable(text)
    apart = unicodedata.normalize("NFKD", comparable(text))
    return "".join(s for s in apart if not unicodedata.combining(s) or _joins_a_letter(s))


def loose(text: str) -> str:
    """A name as it is looked for: without blanks, dashes, dots and accents (`email`: E-mail)."""
    if text.isascii():
        return "".join(sign for sign in text.casefold() if sign.isalnum())
    apart = unicodedata.normalize("NFKD", comparable(text))
    return "".join(sign for sign in apart if sign.isalnum() or _joins_a_letter(sign))


def _joins_a_letter(sign: str) -> bool:
    """Whether it is the vowel sign of a script that writes vowels so: no mere accent."""
    return unicodedata.category(sign) in ("Mc", "Mn") and not unicodedata.name(sign, "").startswith(
        "COMBINING"
    )


def _meant(
    word: str,
    every: list[T],
    keys: Sequence[Callable[[T], str]],
    starts: Sequence[Callable[[T], str]],
    least: int,
) -> list[T]:
    """What is called so, else what begins so; read strictly first, then loosely.

    Args:
        word: What was typed.
        every: What can be meant.
        keys: Each gives what a thing may be called, in this order.
        starts: The same, in the order in which their starts count.
        least: How many signs a start needs.
    """
    if not comparable(word):
        return []
    for key in keys:
        if found := [thing for thing in every if key(thing) == word]:
            return found
    for form, wholes in ((comparable, (comparable, without_accents)), (loose, (loose,))):
        wanted = form(word)
        for whole in wholes if wanted else ():
            for key in keys:
                if found := [thing for thing in every if whole(key(thing)) == whole(word)]:
                    return found
        for key in starts if len(wanted) >= least and wanted else ():
            if found := [thing for thing in every if form(key(thing)).startswith(wanted)]:
                return found
    return []
