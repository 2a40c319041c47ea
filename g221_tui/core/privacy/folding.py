"""A text as it compares: one case, one form of each sign, nothing between; with the way back."""

import re
import unicodedata
from typing import NamedTuple

LETTERS = {
    **{"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"},
    **{"ħ": "h", "ŋ": "n", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك"},
}
"""Letters that are written one for another, and that no composition takes apart."""
STRIPPED = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u093c"
    "\u1ab0-\u1aff\u1dc0-\u1dff]"
)
"""Accents and vowel points that people leave out."""
UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\u0640\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)
"""Signs that are not drawn, beside those of the category Cf; and the Arabic one that lengthens."""
APOSTROPHES = re.compile("[\u02b9-\u02c8]")
"""Signs that count as letters and are used as apostrophes."""


class Signs(dict[int, str]):
    """What each sign becomes, reckoned once: letters and digits, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.unseen: set[int] = set()
        """Those that became nothing because nobody sees them, not because they stand between."""

    def __missing__(self, code: int) -> str:
        self[code] = made = self._made(code)
        return made

    def compact(self, text: str) -> str:
        """The text with only letters and digits left, each in one form."""
        return text.translate(self)

    def is_unseen(self, sign: str) -> bool:
        """Whether nobody sees the sign by itself."""
        return self[ord(sign)] == "" and ord(sign) in self.unseen

    def _made(self, code: int) -> str:
        sign = chr(code)
        hidden = unicodedata.category(sign) == "Cf" or UNSEEN.match(sign)
        if hidden or STRIPPED.match(sign):
            self.unseen.add(code)
            return ""
        if APOSTROPHES.match(sign):
            return ""
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())
        return "".join(LETTERS.get(each, self._plain(each)) for each in apart)

    @staticmethod
    def _plain(sign: str) -> str:
        digit = unicodedata.decimal(sign, None)
        if digit is not None:
            return str(digit)
        if STRIPPED.match(sign):
            return ""
        return sign if unicodedata.category(sign)[0] in "LMN" else ""


class Folded(NamedTuple):
    """A text as it compares, and where each sign of it stands in the text."""

    text: str
    """The text itself."""
    signs: str
    """Its letters and digits, each in one form."""
    starts: list[int]
    """Where the character of each sign begins."""
    ends: list[int]
    """Where it ends, with the accents and unseen signs after it."""
    gaps: list[bool]
    """Whether something stands between a sign and the one before it."""

    def whole(self, start: int, end: int) -> bool:
        """Whether a run of signs is made of whole characters."""
        begins = start == 0 or self.starts[start] != self.starts[start - 1]
        return begins and (end == len(self.signs) or self.starts[end] != self.starts[end - 1])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place of a run of signs in the text."""
        return self.starts[start], self.ends[end - 1]

    def glued(self, place: int) -> bool:
        """Whether the sign there follows another directly."""
        return 0 < place < len(self.signs) and not self.gaps[place]

    def written(self, place: int) -> str:
        """The character of a sign as it is written; nothing outside the text."""
        return self.text[self.starts[place]] if 0 <= place < len(self.signs) else ""


def fold(text: str, table: Signs) -> Folded:
    """The text as it compares, with the way back."""
    starts: list[int] = []
    ends: list[int] = []
    gaps: list[bool] = []
    gap = False
    for place, sign in enumerate(text):
        folded = table[ord(sign)]
        if len(folded) == 1:
            starts.append(place)
            ends.append(place + 1)
            gaps.append(gap)
            gap = False
        elif folded:
            starts += [place] * len(folded)
            ends += [place + 1] * len(folded)
            gaps += [gap, *[False] * (len(folded) - 1)]
            gap = False
        elif ord(sign) not in table.unseen:
            gap = True
        elif ends and not gap:
            ends[-1] = place + 1
    return Folded(text, table.compact(text), starts, ends, gaps)


def plain(text: str, table: Signs) -> tuple[str, list[int]]:
    """The text with each letter and digit in one form, other signs kept; and the way back."""
    made: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        folded = table[ord(sign)] or ("" if table.is_unseen(sign) else sign)
        made.append(folded)
        places += [place] * len(folded)
    return "".join(made), places


def script(sign: str) -> str:
    """The script of a letter by the first word of its name: `LATIN`, `CYRILLIC`, `CJK`."""
    return unicodedata.name(sign, "").partition(" ")[0]
