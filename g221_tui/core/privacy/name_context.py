"""Whether a part of a name is the name where it stands, and no ordinary word or place."""

import re
from typing import NamedTuple

from g221_tui.core.privacy.folding import Folded, script
from g221_tui.core.privacy.ordinary_words import (
    AFTER_A_PLACE,
    BEFORE_A_PLACE,
    DEEDS,
    HELPERS,
    OF_A_TERM,
    PAPERS,
    TITLES,
)
from g221_tui.core.privacy.person_names import UNSPACED

LONG = 7
"""From how many letters on a part is looked for within words too."""
FILED = 4
"""From how many letters on a part may be written in one with a word such as `passport`."""
LONGEST = 14
"""How long a word written in one with a name may be."""
NEAR = 30
"""How far around a part its neighbours are looked for."""
LAST_WORD = re.compile(r"(\w[\w.]*)[^\w\n.!?;]*\Z")
ABBREVIATED = 5
"""How long a shortened word with its full stop is at the most."""
NEXT_WORD = re.compile(r"[^\w\n]*(\w+)")
OF_A_POST = re.compile(
    r"\b(?:embassy|consulate)(?: general)?(?: (?:in|at|of))? $|\bpost (?:in|at) $", re.IGNORECASE
)
"""What stands before the name of a post's city, whether that city is known or not."""
ENDED = re.compile(r"(?:^|[.!?:;\n\u2022(\"\u201c]|(?:^|\s)[-\u2013\u2014>])\s*\Z")


class Part(NamedTuple):
    """A word of a name, looked for where it stands alone."""

    signs: str
    borders: frozenset[int]
    """Where it may be parted: at its hyphens and apostrophes."""
    ordinary: bool
    """Whether it is an ordinary word too: then only with a capital."""
    needs_cue: bool
    """Whether it is masked only where something says that it is a name."""
    grows: bool
    """Whether it may have an ending, or stand within a word if it is long."""
    place: str
    """`own`: the name of this case's post; `other`: of another place; empty: of none."""


class Beside(NamedTuple):
    """What stands beside a part of a name."""

    former: str
    """The word before it, in small letters; empty where there is none."""
    later: str
    """The word after it."""
    begins: bool
    """Whether it stands at the start of a sentence."""
    shouted: bool
    """Whether it and a word beside it are in capitals."""
    comma: bool
    """Whether a comma follows it: somebody is spoken to."""
    later_is_small: bool
    """Whether the word after it is in small letters."""


def is_meant(folded: Folded, start: int, end: int, part: Part) -> bool:
    """Whether a part of a name is the name there, and no ordinary word or place."""
    first, _ = folded.span(start, end)
    if OF_A_POST.search(folded.text[max(0, first - NEAR) : first]):
        return False
    if not (part.ordinary or part.needs_cue or part.place):
        return True
    if (part.ordinary or part.needs_cue) and folded.written(start).islower():
        return False
    beside = _beside(folded.text, *folded.span(start, end))
    if beside.former in TITLES:
        return True
    if beside.later in DEEDS and beside.former not in BEFORE_A_PLACE:
        return True
    if part.needs_cue or part.place == "own":
        return False
    if part.place:
        at_place = beside.former in BEFORE_A_PLACE or beside.later in AFTER_A_PLACE
        return not at_place and bool(beside.former or beside.later)
    if len(part.signs) < 3 and not UNSPACED.match(part.signs):
        return True
    return not beside.shouted and _is_a_name(beside)


def _beside(text: str, first: int, last: int) -> Beside:
    ahead, after = text[max(0, first - NEAR) : first], text[last : last + NEAR]
    found, follows = LAST_WORD.search(ahead), NEXT_WORD.match(after)
    if found and found[1].endswith(".") and len(found[1]) > ABBREVIATED:
        found = None  # a sentence ended there
    words = [word[1] for word in (found, follows) if word]
    return Beside(
        former=found[1].rstrip(".").casefold() if found else "",
        later=follows[1].casefold() if follows else "",
        begins=ENDED.search(ahead) is not None,
        shouted=text[first:last].isupper()
        and any(word.isupper() and len(word) > 1 for word in words),
        comma=after.startswith(","),
        later_is_small=follows is not None and follows[1].islower(),
    )


def _is_a_name(beside: Beside) -> bool:
    """Whether an ordinary word with a capital is a name, by the word that follows."""
    later = beside.later
    if later in OF_A_TERM:
        return False
    if not beside.begins or beside.comma or not later:
        return True
    if not beside.later_is_small:
        return not later[0].isdigit()
    return later in HELPERS or later.endswith("ed") or (later[-1] == "s" and later != "this")


def alone(folded: Folded, start: int, end: int) -> bool:
    """Whether no letter of the same word stands beside the place."""
    return begins(folded, start) and ends(folded, end)


def stands(folded: Folded, start: int, end: int, part: Part) -> bool:
    """Whether a part of a name stands there for itself, or in one with a word for a paper."""
    if alone(folded, start, end):
        return True
    if not part.grows or part.ordinary or part.needs_cue or part.place or end - start < FILED:
        return False
    return len(part.signs) >= LONG or (
        (begins(folded, start) or _run(folded, start, -1) in PAPERS)
        and (ends(folded, end) or _run(folded, end, 1) in PAPERS)
    )


def _run(folded: Folded, place: int, step: int) -> str:
    """The letters that are written in one with what stands there, before it or after it."""
    at = place
    while at + min(step, 0) >= 0 and abs(at - place) < LONGEST:
        if step < 0 and not begins(folded, at):
            at -= 1
        elif step > 0 and at < len(folded.signs) and (at == place or not ends(folded, at)):
            at += 1
        else:
            break
    return folded.signs[min(at, place) : max(at, place)]


def begins(folded: Folded, start: int) -> bool:
    """Whether a word may begin there."""
    if not folded.glued(start) or _other_sort(folded, start):
        return True
    sign = folded.written(start)
    if sign.isupper() and (
        folded.written(start - 1).islower() or folded.written(start + 1).islower()
    ):
        return True  # RosaQuispe, CVQuispe
    return bool(UNSPACED.match(sign)) and script(sign) != "HANGUL"


def ends(folded: Folded, end: int) -> bool:
    """Whether a word may end there."""
    if not folded.glued(end) or _other_sort(folded, end):
        return True
    if folded.written(end).isupper() and folded.written(end - 1).islower():
        return True
    return bool(UNSPACED.match(folded.written(end)))


def _other_sort(folded: Folded, place: int) -> bool:
    """Whether a digit, or a letter of another script, follows a letter there."""
    one, other = folded.signs[place - 1], folded.signs[place]
    return one.isdigit() or other.isdigit() or script(one) != script(other)
