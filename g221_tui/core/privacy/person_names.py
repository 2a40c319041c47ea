"""A person's name taken apart: which of its words tell who it is, and how they are joined."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, permutations

from g221_tui.core.privacy.ordinary_words import PARTICLES

ROUND = ".,;:()[]{}\"'\u2019\u201c\u201d\u00ab\u00bb"
"""What may stand around a word of a name."""
WITHIN = re.compile(r"[-'\u2010-\u2015\u2018\u2019\u02bc\u30fb\u00b7.]")
"""What joins two halves of a word of a name: hyphens, apostrophes, a middle dot."""
APART = re.compile(r"[\s,<;/\u3001]+")
"""What stands between the words of a name; `<` does in the lines a passport is read by."""
NO_NAME = re.compile(r"[\d@\uff20\ufe6b/\\_]")
"""What stands in numbers and addresses, and in no name; digits of every script."""
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7af]")
"""Letters of scripts in which words are written without blanks, or take their endings on."""
MOST = 6
"""How many words of a name are put in every order; of a longer one neighbours are."""


def name_words(value: str) -> list[str]:
    """The words of a name; nothing of what is no name."""
    if NO_NAME.search(value):
        return []
    return [word for word in (each.strip(ROUND) for each in APART.split(value)) if word]


def halves(word: str) -> list[str]:
    """A word, and the halves of a double one."""
    return list(dict.fromkeys(part for part in (word, *WITHIN.split(word)) if part))


def is_particle(word: str) -> bool:
    """Whether a word stands in names and tells nobody's: `de`, `bin`, `Mr`."""
    return word.strip(ROUND).casefold() in PARTICLES


def telling(name: str) -> list[str]:
    """The words of a name that tell who it is, in their order."""
    words = name_words(name)
    small = all(word.islower() for word in words)  # the whole of it was typed so
    told = [
        word
        for word in words
        if not is_particle(word)
        and (len(word) > 1 or UNSPACED.match(word))
        and (small or not word.islower())
    ]
    return told or [word for word in words if len(words) == 1]


def name_parts(name: str) -> Iterable[str]:
    """The words of a name that tell who it is where they stand alone, and their halves."""
    words = telling(name)
    seen: dict[str, None] = {}
    for word in words:
        found = halves(word)
        seen |= dict.fromkeys(part for part in found if part == word or not is_particle(part))
        if len(word) in (3, 4) and all(UNSPACED.match(sign) for sign in word):
            seen[word[-2:]] = None  # the given name of a name written without blanks
    for part in seen:
        if len(part) > 1 or UNSPACED.match(part):
            yield part


def orders(name: str) -> Iterator[tuple[str, ...]]:
    """The words of a name in the orders they are written in: all, and every two that tell."""
    words = tuple(name_words(name))
    plain = tuple(word for word in words if not is_particle(word))
    for every in dict.fromkeys((words, plain)):
        for turn in range(len(every)):
            yield every[turn:] + every[:turn]
    told = [part for word in telling(name) for part in halves(word)]
    if len(told) <= MOST:
        yield from permutations(told, 2)
        return
    for one, other in pairwise(told):
        yield from ((one, other), (other, one))
    yield from ((told[0], told[-1]), (told[-1], told[0]))


def names_somebody(value: str) -> bool:
    """Whether a text looks like the name of a person: two words or more, each with a capital."""
    words = name_words(value)
    return len(words) > 1 and all(word[:1].upper() == word[:1] for word in words)
