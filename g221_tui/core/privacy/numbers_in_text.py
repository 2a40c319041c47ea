"""Where a number, a phone or an e-mail address stands in a text, in the forms people write."""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from g221_tui.core.privacy.folding import Folded, Signs
from g221_tui.core.privacy.ordinary_words import COMMON, FIELD_WORDS

ALONE = 5
"""Up to how many signs a number is masked only where no letter or digit stands beside it."""
LEAST = 6
"""From how many digits on a part of a number tells which number it is."""
NATIONAL = 8
"""From how many digits on a phone number may follow any prefix."""
COUNTRY_CODE = 3
"""How many digits the code of a country has at the most."""
LIKE_DIGITS = str.maketrans("oil", "011")
"""Letters that are typed for digits."""
PHONE = re.compile(
    r"\s*(?:tel:?|phone:?)?\s*([+\uff0b(]|00?(?=[\d\s(]))?[\d\s()/.\uff0b+_\u2010-\u2015-]+"
)
TRUNK = re.compile(r"\(\s*0\s*\)")
"""The nought that is dialled only within the country."""
AT_SIGN = re.compile("[@\uff20\ufe6b]")
"""The sign of an address, in its widths."""
AT = ("", "at", "arroba", "40", "64", "a")
DOT = ("", "dot", "punto", "punkt", "point")
"""How the two signs of an address are said."""
_HOST, _OPEN, _CLOSE = r"[\w-]{1,64}", r"\s{0,2}[\[({<]?\s{0,2}", r"\s{0,2}[\])}>]?\s{0,2}"
_DOTTED = rf"(?:{_OPEN}(?:\.|dot\b|punto\b|punkt\b|point\b){_CLOSE}{_HOST})"
REST_OF_ADDRESS = re.compile(
    rf"(?:[+._-][\w.+-]{{0,64}})?{_OPEN}"
    rf"(?:(?:[@\uff20\ufe6b]|%40|&#64;)(?:{_HOST}{_DOTTED}{{0,4}}|{_CLOSE}{_HOST}{_DOTTED}{{1,4}})"
    rf"|(?:at\b|arroba\b|(?<=\()a(?=\))){_CLOSE}{_HOST}{_DOTTED}{{1,4}})",
    re.IGNORECASE,
)
"""What follows the first half of an e-mail address."""
TAG = re.compile(r"\+[\w.+-]{0,64}")
"""A word of one's own that may follow the first half of an address."""


TAIL = re.compile(
    r"(?:end(?:s|ing)?\s(?:in|with)|last\s(?:4|four)(?:\sdigits)?(?:\s(?:are|is))?|[x*#\u2022\u2026]{2,})"
    r"\W{0,3}([0-9]{4})(?![0-9])",
    re.IGNORECASE,
)
"""The last four digits of a number, where a text says that they are."""


class Number(NamedTuple):
    """The signs of a number, or of a part that tells which it is."""

    signs: str
    left: bool
    """Whether no digit may stand directly before it."""
    right: bool
    """Whether no digit may stand directly after it."""
    letters: bool = False
    """Whether no letter may stand there either."""
    found_by: str = ""
    """Signs of it that stand in other forms of it too; empty for its end."""
    like: str = ""
    """Its signs with the letters that are typed for digits as digits."""
    value: str = ""
    """The number as it was typed."""
    address: str = ""
    """`first half` of an e-mail address, or `only before @`; empty for other numbers."""


class Numbers:
    """Finds some numbers and addresses."""

    def __init__(
        self,
        values: Iterable[str],
        table: Signs,
        offices: Iterable[str] = (),
        codes: Iterable[str] = (),
    ) -> None:
        self._table = table
        digits = (re.sub(r"[^0-9]", "", table.compact(value)) for value in values)
        self._tails = {each[-4:] for each in digits if len(each) >= LEAST}
        forms: dict[str, Number] = {}
        office = frozenset(offices)
        found = [(v, n) for v in sorted(values) for n in self._forms(v, office=v in office)]
        for value in sorted(codes):
            signs = table.compact(value)
            found.append(("", Number(signs, True, True, not signs.isdecimal())))
        for value, number in found:
            like = number.signs
            if not like.isalpha():
                like = like.translate(LIKE_DIGITS)
            former = forms.get(like)
            # The form with the fewest conditions finds the most.
            if former is None or _conditions(number) < _conditions(former):
                forms[like] = number._replace(value=value, like=like)
        self._words: dict[str, list[Number]] = {}
        self._digits: dict[str, list[Number]] = {}
        for number in forms.values():
            kept = self._words if number.signs.isalpha() else self._digits
            kept.setdefault(_anchor(number), []).append(number)

    def _forms(self, value: str, *, office: bool) -> Iterator[Number]:
        signs = self._table.compact(value)
        if not signs:
            return
        if AT_SIGN.search(value):
            yield from self._mail(value, office=office)
            return
        alone = len(signs) <= ALONE
        yield Number(signs, alone, alone, alone)
        digits = re.sub(r"[^0-9]", "", signs)
        if PHONE.fullmatch(value):
            yield from self._phone(value, digits)
        elif digits != signs and any(sign.isdigit() for sign in signs):
            yield from _pieces(signs)
        if len(digits.lstrip("0")) >= LEAST and digits.startswith("0"):
            yield Number(digits.lstrip("0"), True, True)

    def _phone(self, value: str, digits: str) -> Iterator[Number]:
        """A phone number without country code, without area code, with and without a nought."""
        bare = re.sub(r"[^0-9]", "", self._table.compact(TRUNK.sub("", value)))
        bare = bare.lstrip("0")
        if len(bare) >= LEAST:
            yield Number(bare, False, False)
        abroad = value.strip()[:1] in "+\uff0b(" or digits.startswith("00")
        for drop in range(1, COUNTRY_CODE + 1) if abroad or len(bare) > NATIONAL + 2 else ():
            yield from _end_of(bare[drop:])
        groups = [self._table.compact(group) for group in re.findall(r"\d+", value)]
        for n in range(1, len(groups)):
            yield from _end_of("".join(groups[n:]))
        if len(bare) in (10, 11):
            yield from _end_of(bare[-7:])

    def _mail(self, value: str, *, office: bool) -> Iterator[Number]:
        """An address as it is, as it is said, and its first half where that tells whose it is."""
        first, _, domain = AT_SIGN.sub("@", value).strip().rpartition("@")
        base = first.partition("+")[0]
        named = self._table.compact(base)
        by = self._table.compact(base.partition(".")[0])
        ends = list(self._said(domain))
        for half in {first, base}:
            for start, at, end in product(self._said(half), AT, ends):
                signs = start + at + end
                if signs:
                    short = len(signs) <= ALONE
                    yield Number(signs, short, short, short, by)
        for said in {*self._said(base)} if named else ():
            yield Number(said, True, True, True, by, address="only before @")
        parted = any(sign in base for sign in "._") or any(sign.isdigit() for sign in named)
        plain = named in COMMON or named in FIELD_WORDS
        if not office and len(named) >= LEAST and (parted or not plain):
            for said in {*self._said(base)}:
                yield Number(said, True, True, True, by, address="first half")

    def _said(self, half: str) -> Iterable[str]:
        words = [self._table.compact(word) for word in half.split(".")]
        return dict.fromkeys(dot.join(words) for dot in DOT)

    def may_hold(self, compact: str) -> list[Number]:
        """What of the numbers may stand in a text, by its signs."""
        found = _held(self._words, compact)
        if not compact.isalpha():
            found += _held(self._digits, compact.translate(LIKE_DIGITS))
        return found

    def tails(self, compact: str, text: str) -> Iterator[tuple[int, int]]:
        """The places of the last four digits of a number, where the text says that they are."""
        if any(tail in compact for tail in self._tails):
            for match in TAIL.finditer(text):
                if match[1] in self._tails:
                    yield match.span(1)

    def spans(self, folded: Folded, numbers: Iterable[Number]) -> Iterator[tuple[int, int, str]]:
        """The places of what may stand there and does, and of which number it is."""
        like = folded.signs.translate(LIKE_DIGITS)
        for number in numbers:
            signs = folded.signs if number.signs.isalpha() else like
            at = signs.find(number.like)
            while at >= 0:
                end = at + len(number.like)
                if folded.whole(at, end) and _stands(folded, at, end, number):
                    span = _spanned(folded, at, end, number)
                    if span is not None:
                        yield *span, number.value
                at = signs.find(number.like, at + 1)


def _held(by: dict[str, list[Number]], signs: str) -> list[Number]:
    """Those of some numbers whose signs are among these."""
    return [n for key, some in by.items() if key in signs for n in some if n.like in signs]


def _anchor(number: Number) -> str:
    """Some signs of a number that are in each form of it: its end, of an address its first word."""
    if number.found_by:
        by = number.found_by
        return by if number.signs.isalpha() else by.translate(LIKE_DIGITS)
    return number.like[-LEAST:]


def _conditions(number: Number) -> tuple[bool, bool, bool, bool]:
    return number.address == "only before @", number.letters, number.left, number.right


def _end_of(digits: str) -> Iterator[Number]:
    """The end of a phone number: a long one may follow any prefix, a short one stands alone."""
    if len(digits) >= LEAST:
        yield Number(digits, len(digits) < NATIONAL, True)
        short = digits.lstrip("0")
        if short != digits and len(short) >= LEAST:
            yield Number(short, len(short) < NATIONAL, True)


def _pieces(signs: str) -> Iterator[Number]:
    """The digits of a number of letters and digits alone, and what follows its first letters."""
    for run in re.findall(r"[0-9]+", signs):
        if len(run) >= LEAST:
            yield Number(run, True, True)
            short = run.lstrip("0")
            if short != run and len(short) >= LEAST:
                yield Number(short, True, True)
    rest = re.sub(r"^[^0-9]{1,4}0*", "", signs)
    if len(rest) >= LEAST and any(sign.isdigit() for sign in rest):
        yield Number(rest, True, True, True)


def _stands(folded: Folded, start: int, end: int, number: Number) -> bool:
    if not all(
        folded.signs[start + n] == sign or _is_typed_for_a_digit(folded, start, end, start + n)
        for n, sign in enumerate(number.signs)
    ):
        return False
    before = folded.signs[start - 1] if folded.glued(start) else ""
    after = folded.signs[end] if folded.glued(end) else ""
    if number.letters:
        return not before and not after
    return not (number.left and before.isdigit()) and not (number.right and after.isdigit())


def _is_typed_for_a_digit(folded: Folded, start: int, end: int, place: int) -> bool:
    """Whether a sign stands among the digits of a number, and not in a word beside it."""
    sides = [(place - 1, folded.glued(place)), (place + 1, folded.glued(place + 1))]
    beside = [side for side, glued in sides if glued and 0 <= side < len(folded.signs)]
    inner = [side for side in beside if start <= side < end]
    return bool(inner) and len(inner) == len(beside)


def _spanned(folded: Folded, start: int, end: int, number: Number) -> tuple[int, int] | None:
    """The place of a number; of the first half of an address with the rest of it."""
    first, last = folded.span(start, end)
    if not number.address:
        return first, last
    if rest := REST_OF_ADDRESS.match(folded.text, last):
        return first, rest.end()
    if number.address == "only before @":
        return None
    tag = TAG.match(folded.text, last)
    return first, tag.end() if tag else last
