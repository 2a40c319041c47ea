"""Where the name of a person stands in a text: whole, joined, turned round, or a part of it."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from g221_tui.core.privacy.folding import Folded, Signs, script
from g221_tui.core.privacy.name_context import Part, alone, ends, is_meant, stands
from g221_tui.core.privacy.ordinary_words import (
    CALENDAR,
    COMMON,
    FIELD_WORDS,
    OF_A_POST,
)
from g221_tui.core.privacy.person_names import UNSPACED, name_parts, name_words, orders, telling

ANYWHERE = 8
"""From how many signs a whole name is looked for within words too."""
LOOSE = 12
"""From how many signs it does not matter what stands between which of them."""
STEM = 5
"""From how many letters a part may take endings, or the initial of another part before it."""
CITY = 3
"""How many words the name of a city has at the most."""
ADJECTIVES = frozenset(("ый", "ий", "ой", "ая", "яя", "ое"))
VOWELS = frozenset("аяоеиыйуьαηοςσი")
"""The last letters of names that take other endings instead."""
VERY_LONG = 8
"""From how many letters on a name of Latin letters is looked for without its last one too."""
ENDINGS = {"CYRILLIC": 4, "GREEK": 2, "LATIN": 1, "GEORGIAN": 3, "ARMENIAN": 3}
"""How many letters an ending may have, by script."""
BEFORE = {"ARABIC": frozenset("وفبكل"), "HEBREW": frozenset("ובהלמשכ")}
"""Small words that are written in one with the next, by script."""
WORD = re.compile(r"\w+")


class Joined(NamedTuple):
    """Several words of a name in one order."""

    signs: str
    borders: frozenset[int]
    """Where one word ends and the next begins."""
    ordinary: bool
    """Whether each of the words is an ordinary one too."""


class Names:
    """Finds the names of some people."""

    def __init__(
        self,
        names: Collection[str],
        wholes: Collection[str],
        table: Signs,
        posts: Iterable[str] = (),
        places: Iterable[str] = (),
    ) -> None:
        self._table = table
        known = frozenset(table.compact(w) for place in places for w in WORD.findall(place))
        named = [table.compact(name) for name in (*names, *wholes)]
        own = frozenset(word for post in posts for word in self._city(post, named, known))
        self._joined: dict[str, list[Joined]] = {}
        self._parts: dict[str, Part] = {}
        self._initials: set[str] = set()
        for name in names:
            self._take(name)
            for part in name_parts(name):
                self._take_part(part, own, known)
        for whole in wholes:
            self._take_in_orders(whole)
        self._anchors = _anchors((*self._parts, *self._joined))
        """Short runs of signs, of which every name and part holds one."""

    def _city(self, post: str, names: Iterable[str], known: Collection[str]) -> Iterable[str]:
        """The words of a post that name its city; nothing of a text that names a person."""
        words = [self._table.compact(word) for word in WORD.findall(post)]
        left = [word for word in words if word and word not in OF_A_POST]
        whole = self._table.compact(post)
        if len(left) > CITY or any(name and name in whole for name in names):
            return [word for word in left if word in known]
        return left

    def _take(self, name: str) -> None:
        for order in orders(name):
            if len(order) > 1:
                self._join(order)
        told = [self._table.compact(word) for word in telling(name)]
        self._initials |= {word[0] for word in told if word and not UNSPACED.match(word)}
        for one in told:
            for other in told:
                if one != other and one and len(other) >= STEM - 1:
                    for signs in (one[0] + other, other + one[0]):
                        if signs not in COMMON and other not in COMMON:
                            self._parts.setdefault(
                                signs,
                                Part(
                                    signs, frozenset({1, len(signs) - 1}), False, False, False, ""
                                ),
                            )

    def _take_in_orders(self, whole: str) -> None:
        words = tuple(name_words(whole)) or (whole,)
        for turn in range(len(words)):
            self._join(words[turn:] + words[:turn])

    def _join(self, order: tuple[str, ...]) -> None:
        for spelt in _spellings(order):
            words = [self._table.compact(word) for word in spelt]
            signs = "".join(words)
            ends = [sum(map(len, words[: n + 1])) for n in range(len(words))]
            borders = frozenset((*ends, *self._inner(spelt)))
            ordinary = all(word in COMMON or word in CALENDAR for word in words)
            joined = Joined(signs, borders, ordinary)
            if signs and joined not in self._joined.setdefault(signs, []):
                self._joined[signs].append(joined)

    def _inner(self, order: Iterable[str]) -> Iterator[int]:
        """The places of the hyphens, apostrophes and spaces in some words."""
        place = 0
        for word in order:
            for sign in word:
                folded = self._table.compact(sign)
                if not folded and not self._table.is_unseen(sign):
                    yield place
                place += len(folded)

    def _take_part(self, part: str, own: frozenset[str], known: frozenset[str]) -> None:
        for (spelt,) in _spellings((part,)):
            signs = self._table.compact(spelt)
            if not signs:
                continue
            tiny = len(signs) < 3 and not UNSPACED.match(part)
            place = "own" if signs in own else "other" if signs in known else ""
            needs_cue = signs in CALENDAR or signs in FIELD_WORDS
            ordinary = tiny or signs in COMMON
            self._parts[signs] = Part(
                signs, frozenset(self._inner((spelt,))), ordinary, needs_cue, True, place
            )

    def may_hold(self, compact: str) -> tuple[list[Joined], list[Part]]:
        """What of the names may stand in a text, by its signs."""
        joined: list[Joined] = []
        parts: list[Part] = []
        for anchor in self._anchors:
            if anchor in compact:
                joined = [
                    j for signs, all_ in self._joined.items() if signs in compact for j in all_
                ]
                parts = [part for signs, part in self._parts.items() if signs in compact]
                break
        return joined, parts

    def spans(
        self, folded: Folded, joined: Iterable[Joined], parts: Iterable[Part]
    ) -> Iterator[tuple[int, int]]:
        """The places of what may stand there and does."""
        for one in joined:
            for start, end in _places(folded, one.signs):
                # `April Sun` is not meant by `in April. Sunday`, and is by `aprilsunpassport`.
                parted = any(folded.gaps[start + 1 : end])
                within = len(one.signs) >= ANYWHERE and not (one.ordinary and parted)
                if _fits(folded, start, end, one.borders, free=len(one.signs) >= LOOSE) and (
                    within or alone(folded, start, end)
                ):
                    if one.ordinary and not _as_names(folded, start, end, one.borders):
                        continue
                    yield folded.span(start, end)
        for part in parts:
            for start, end in _places(folded, part.signs):
                if _fits(folded, start, end, part.borders, free=False):
                    begun, ended = (
                        self._grown(folded, start, end)
                        if part.grows and not part.ordinary
                        else (start, end)
                    )
                    if stands(folded, begun, ended, part) and is_meant(folded, start, end, part):
                        yield self._with_initials(folded, begun, ended)

    @staticmethod
    def _grown(folded: Folded, start: int, end: int) -> tuple[int, int]:
        """The place with the small word written before it, and with its ending."""
        if end - start < 3:
            return start, end
        of = script(folded.signs[start])
        if folded.glued(start) and folded.signs[start - 1] in BEFORE.get(of, ()):
            start -= 1
        most = ENDINGS.get(of, 0)
        if end - start >= STEM - 1 and most and not ends(folded, end):
            for more in range(1, most + 1):
                if of == "LATIN" and folded.signs[end : end + 1] != "s":
                    break
                if end + more <= len(folded.signs) and ends(folded, end + more):
                    return start, end + more
        return start, end

    def _with_initials(self, folded: Folded, start: int, end: int) -> tuple[int, int]:
        """The span with the initials of the other parts beside it: `R. Quispe`, `Rosa Q.`."""
        text = folded.text
        first, last = folded.span(start, end)
        while match := re.search(r"(?<!\w)(\w)[. ]{1,2}$", text[max(0, first - 4) : first]):
            if self._table.compact(match[1]) not in self._initials or match[1].islower():
                break
            first -= len(match[0])
        if match := re.match(r" (\w)(?!\w)(?!['\u2019])\.?", text[last : last + 5]):
            initial = self._table.compact(match[1]) in self._initials and match[1].isupper()
            if initial and match[1] not in ("I", "A"):
                last += len(match[0])
        return first, last


def _anchors(all_signs: Iterable[str]) -> list[str]:
    """The fewest of some runs of signs, so that each of the others holds one of them."""
    kept: list[str] = []
    for signs in sorted(all_signs, key=len):
        if not any(short in signs for short in kept):
            kept.append(signs)
    return kept


def _spellings(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Some words as they are, and as a passport's lines spell their letters."""
    spelt = [words]
    for pairs in ((("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"), ("å", "aa")),):
        lower = tuple(word.lower().replace("a\u0308", "ä") for word in words)
        other = tuple(_replaced(word, pairs) for word in lower)
        if other != lower:
            spelt.append(other)
    if len(words) == 1 and (stem := _stem(words[0])):
        spelt.append((stem,))
    return spelt


def _stem(word: str) -> str:
    """A name without the end that changes by case; empty where it has none."""
    low = word.lower()
    if low[-2:] in ADJECTIVES and len(word) > STEM:
        return word[:-2]
    if low[-1:] in VOWELS and len(word) >= STEM:
        return word[:-1]
    return word[:-1] if low[-1:] == "a" and len(word) > VERY_LONG else ""


def _replaced(word: str, pairs: Iterable[tuple[str, str]]) -> str:
    for one, other in pairs:
        word = word.replace(one, other)
    return word


def _places(folded: Folded, signs: str) -> Iterator[tuple[int, int]]:
    """Every place of some signs that is made of whole characters."""
    at = folded.signs.find(signs)
    while at >= 0:
        if folded.whole(at, at + len(signs)):
            yield at, at + len(signs)
        at = folded.signs.find(signs, at + 1)


def _fits(folded: Folded, start: int, end: int, borders: frozenset[int], *, free: bool) -> bool:
    """Whether what stands between the signs stands between words, or between all of them."""
    if free:
        return True
    gaps = [place for place in range(start + 1, end) if folded.gaps[place]]
    gaps = [place for place in gaps if not _is_line_end(folded, place)]
    if all(place - start in borders for place in gaps):
        return True
    chars = len(set(folded.starts[start:end]))
    return len(gaps) == chars - 1


def _is_line_end(folded: Folded, place: int) -> bool:
    """Whether a word is parted there at the end of a line."""
    between = folded.text[folded.ends[place - 1] : folded.starts[place]]
    return between[:1] in ("-", "\u2010") and between[1:].strip(" ") in ("\n", "\r\n")


def _as_names(folded: Folded, start: int, end: int, borders: frozenset[int]) -> bool:
    """Whether each word there has a capital, or they are written in one."""
    inner = [start + border for border in borders if start + border < end]
    if not any(folded.gaps[place] for place in inner):
        return True
    return all(not folded.written(place).islower() for place in (start, *inner))
