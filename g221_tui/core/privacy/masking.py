"""Identifiers masked, also inside free text.

Spaces, hyphens and the case of letters do not hide an identifier. One of one or two signs is
masked only where it stands alone: within words it would leave nothing to read. So is each part of
a person's name, which often stands alone in a note.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple, TypeVar

import msgspec

from g221_tui.core.model import Case
from g221_tui.core.privacy.person_names import (
    compositions,
    may_be_small,
    name_parts,
    name_words,
    names_somebody,
)
from g221_tui.core.views import Snapshot

IDENTIFIERS = (
    "case_number",
    "passport_number",
    "application_id",
    "receipt_number",
    "applicant",
    "petitioner",
    "email",
    "phone",
    "post_email",
    "post_phone",
)
"""The facts that name a person or a file."""

PEOPLE = ("applicant", "petitioner")
"""Those of them that are the name of a person, or may be."""

RECORD_KEYS = frozenset(
    {"id", "record", "kind", "subject", "case", "channel", "shared", "entered_at", "removed_at"}
    | {"state", "asked", "requested_by", "reason", "reasons", "policy", "us_state", "when_logged"}
    | {"code", "confidence", "missing", "ruled_out_by", "found", "visas", "use"}
)
"""Fields that name records, choices and moments, not people."""
WHOLE = frozenset({"with_whom", "with"})
"""Fields of which nothing is shown: whom one talked to is no identifier of the case to look for."""

MASK = "••••"
KEPT = 2
"""How many signs stay at the end, so that one's own number is recognised."""
SHORT = 2
"""Up to how many signs an identifier is masked only where it stands alone."""

_BETWEEN = r"[\s\u00ad\u200b\u2010-\u2015\u2212_-]*"
"""What may stand between the signs of an identifier: spaces and hyphens of every kind."""
_LEFT_OUT = re.compile(_BETWEEN)

T = TypeVar("T")


class Known(NamedTuple):
    """What is to be masked."""

    values: frozenset[str] = frozenset()
    """The identifiers, as they were typed."""
    names: frozenset[str] = frozenset()
    """Those of them that name people."""

    def also(self, other: "Known") -> "Known":
        """This and that."""
        return Known(self.values | other.values, self.names | other.names)


class Masker:
    """Masks some identifiers in texts."""

    def __init__(self, values: Iterable[str], names: Iterable[str] = ()) -> None:
        self.known = Known(frozenset(values), frozenset(names))
        """What it masks."""
        self._spelt: dict[str, set[str]] = {}
        for signs in {signs for value in self.known.values for signs in _spellings(value)}:
            self._spelt.setdefault(_loose(signs), set()).add(signs)
        parts = {part for name in self.known.names for part in name_parts(name)}
        self._parts = {_loose(spelt): part for part in parts for spelt in compositions(part)}
        # Most texts are sentences of the program, and come again with every snapshot. Few
        # identifiers stand in any text, and only for those a pattern is worth its price.
        self._once = cache(self._mask)
        self._patterns = cache(self._compiled)
        self._alone = cache(_part_pattern)

    def __call__(self, text: str) -> str:
        """The text with every identifier masked, those that overlap as one."""
        return self._once(text)

    def field(self, name: str, text: str) -> str:
        """The text of a field masked; of some fields, all of it."""
        if name in WHOLE:
            return MASK if text.strip() else text
        return self.over(text)

    def over(self, value: T) -> T:
        """The value with every text of the user in it masked; dates, states and ids stay."""
        whole = _walk(value, self)
        assert isinstance(whole, type(value))
        return whole

    def _mask(self, text: str) -> str:
        loose = _loose(text)
        patterns = [each for key in self._spelt if key in loose for each in self._patterns(key)]
        patterns += [self._alone(part) for key, part in self._parts.items() if key in loose]
        spans = sorted(span for pattern in patterns for span in _spans(pattern, text))
        made: list[str] = []
        done = 0
        while spans:
            start, end = spans.pop(0)
            alone = True
            while spans and spans[0][0] < end:
                other = spans.pop(0)
                alone = alone and other == (start, end)
                end = max(end, other[1])
            found = text[start:end]
            made += [text[done:start], mask(found) if alone else MASK]
            done = end
        return "".join([*made, text[done:]])

    def _compiled(self, key: str) -> list[re.Pattern[str]]:
        return [re.compile(_form(signs), re.IGNORECASE) for signs in sorted(self._spelt[key])]

    def within(self, value: object) -> object:
        """The value with every text and number in it masked, names of fields included."""
        if isinstance(value, str):
            return self(value)
        if isinstance(value, Mapping):
            return {self(str(name)): self.within(part) for name, part in value.items()}
        if isinstance(value, list | tuple):
            return [self.within(part) for part in value]
        if isinstance(value, int | float) and not isinstance(value, bool):
            shown = str(value)
            return value if self(shown) == shown else self(shown)
        return value


def masked(snapshot: Snapshot, case: Case, others: Iterable[Case] = ()) -> Snapshot:
    """The snapshot with every identifier of the case masked in every text.

    Args:
        snapshot: The snapshot of the case.
        case: The case.
        others: Other cases of the file, whose identifiers may stand in its texts too.
    """
    return Masker(*identifiers(case, *others)).over(snapshot)


def identifiers(*cases: Case) -> Known:
    """Everything in some cases that names a person or a file."""
    found: set[str] = set()
    for case in cases:
        found |= {str(getattr(case.facts, name)) for name in IDENTIFIERS}
        found |= {document.receipt for document in case.documents}
        found |= {contact.ref for contact in case.contacts}
        found |= {c.with_whom for c in case.contacts if names_somebody(c.with_whom)}
    names = {str(getattr(case.facts, name)) for case in cases for name in PEOPLE}
    return Known(frozenset(found), frozenset(names))


def mask(text: str) -> str:
    """An identifier with only its end left, or nothing of a short one."""
    return MASK + text[-KEPT:] if len(text) > 3 * KEPT else MASK


def _spellings(value: str) -> Iterable[str]:
    """The signs of an identifier, composed and ordered in every way."""
    orders = (value, *_family_first(value))
    every = {spelt for one in orders for spelt in compositions(one)}
    for spelt in every | set(orders):
        signs = _LEFT_OUT.sub("", spelt)
        if signs.strip(MASK):  # else it is nothing, or what a mask is made of
            yield signs


def _form(signs: str) -> str:
    """The pattern of an identifier, however its signs are spaced."""
    form = _BETWEEN.join(_sign(sign) for sign in signs)
    return rf"(?<!\w){form}(?!\w)" if len(signs) <= SHORT else form


def _family_first(value: str) -> Iterable[str]:
    """A name as a passport has it: `RAO ASHA`, and `RAO, ASHA`; nothing for what is no name."""
    *given, family = name_words(value) or [""]
    if given:
        rest = " ".join(given)
        yield f"{family} {rest}"
        yield f"{family}, {rest}"


def _part_pattern(part: str) -> re.Pattern[str]:
    """The pattern of a part of a name, where it stands alone."""
    spelt = compositions(part)
    if may_be_small(part):
        forms = {_BETWEEN.join(map(_sign, one)) for one in spelt}
    else:
        forms = {re.escape(each) for one in spelt for each in (one, one.upper(), one.title())}
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(forms))})(?!\w)")


def _loose(text: str) -> str:
    """The text with nothing between its signs, in one case: what holds an identifier holds it so.

    The regular expressions take a dotted and a dotless i for an i; folding alone does not.
    """
    if text.isascii():
        return _LEFT_OUT.sub("", text).lower()
    return _LEFT_OUT.sub("", text).casefold().replace("i\u0307", "i").replace("\u0131", "i")


def _sign(sign: str) -> str:
    """One sign in any case, those that become two signs included."""
    cases = dict.fromkeys((sign, sign.lower(), sign.upper(), sign.casefold(), sign.title()))
    spelt = (_BETWEEN.join(map(re.escape, one)) for one in cases)
    return f"(?:{'|'.join(spelt)})" if len(cases) > 1 else re.escape(sign)


def _spans(pattern: re.Pattern[str], text: str) -> Iterable[tuple[int, int]]:
    """Every place of an identifier, also those that begin within another."""
    at = 0
    while match := pattern.search(text, at):
        yield match.span()
        at = match.start() + 1


def _walk(value: object, masker: Masker) -> object:
    """The value with every free text in it masked; dates, states and record ids stay."""
    if type(value) is str:
        return masker(value)
    if isinstance(value, tuple):
        return tuple(_walk(part, masker) for part in value)
    if isinstance(value, msgspec.Struct):
        parts = {name: getattr(value, name) for name in value.__struct_fields__}
        free = {
            n: masker.field(n, part) if n in WHOLE else _walk(part, masker)
            for n, part in parts.items()
            if _is_free(n, part)
        }
        return msgspec.structs.replace(value, **free)
    return value


def _is_free(name: str, value: object) -> bool:
    """Whether a field may hold the user's own words."""
    return isinstance(value, msgspec.Struct) or name not in RECORD_KEYS
