"""Identifiers masked, also inside free text.

What is masked is found in a text as it compares (`folding`), so that capitals, accents, blanks,
hyphens, digits of other scripts and signs nobody sees hide nothing. Names, numbers, addresses and
birth dates are each looked for in the forms people write. Ordinary words stay.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, TypeVar

import msgspec

from g221_tui.core.model import Case
from g221_tui.core.privacy.birth_and_address import Dated, codes, in_digits
from g221_tui.core.privacy.folding import Signs, fold
from g221_tui.core.privacy.identifiers import IDENTIFIERS as IDENTIFIERS
from g221_tui.core.privacy.identifiers import LABELLED
from g221_tui.core.privacy.identifiers import PEOPLE as PEOPLE
from g221_tui.core.privacy.identifiers import Known as Known
from g221_tui.core.privacy.identifiers import identifiers as identifiers
from g221_tui.core.privacy.names_in_text import Names
from g221_tui.core.privacy.numbers_in_text import Numbers
from g221_tui.core.privacy.person_names import name_words
from g221_tui.core.text.glyphs import THEN
from g221_tui.core.views import Snapshot

RECORD_KEYS = frozenset(
    {"id", "record", "kind", "subject", "case", "channel", "shared", "entered_at", "removed_at"}
    | {"state", "asked", "requested_by", "reason", "reasons", "policy", "us_state", "when_logged"}
    | {"code", "confidence", "missing", "ruled_out_by", "found", "visas", "use"}
)
"""Fields that name records, choices and moments, not people."""
CHOSEN = frozenset({"kind", "channel", "policy", "subject"})
"""Those of them that take any text, where an editor wrote it."""
CHOICE = re.compile(r"[a-z0-9][a-z0-9_-]*", re.ASCII)
"""How choices are spelt, and days."""
WHOLE = frozenset({"with_whom", "with", "birth_date", "address", *LABELLED})
"""Fields of which nothing is shown."""

MASK = "••••"
KEPT = 2
"""How many signs stay at the end, so that one's own number is recognised."""
LEAST = 4
"""From how many digits on a number is looked for within a text; a shorter one counts something."""
NAME = "name"
"""What a place is of, where it is a name's."""

T = TypeVar("T")


class Span(NamedTuple):
    """A place in a text that is masked."""

    start: int
    end: int
    of: str
    """The number that stands there, `name`, or empty where not even its end may stay."""


class Masker:
    """Masks some identifiers in texts."""

    def __init__(self, *known: Iterable[str]) -> None:
        """Take what is masked.

        Args:
            known: What `Known` holds, in its order.
        """
        self.known = Known(*(frozenset(each) for each in known))
        """What it masks."""
        self._table = Signs()
        self._literal = frozenset(
            value for value in self.known.values if _is_only_signs(value, self._table)
        )
        names = {name for name in self.known.names if name_words(name)}
        numbers = self.known.values - names - self.known.births - self._literal
        wholes = {value for value in numbers if name_words(value)}
        self._names = Names(names, wholes, self._table, self.known.posts, self.known.places)
        self._tiny = {value for value in numbers if len(value) < LEAST and value.isdecimal()}
        numbers -= self._tiny
        postal = {code for one in self.known.addresses for code in codes(one)}
        postal |= {digits for one in self.known.births for digits in in_digits(one)}
        self._numbers = Numbers(numbers - wholes, self._table, self.known.offices, postal)
        self._dated = Dated(self.known.births, self.known.addresses, self._table)
        self._labelled = _labelled(self.known.labelled)
        # Most texts are sentences of the program, and come again with every snapshot. Few
        # identifiers stand in any text, and only for those a closer look is worth its price.
        self._once = cache(self._mask)

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
        spans = sorted(self._spans(text))
        made: list[str] = []
        done = at = 0
        while at < len(spans):
            first, end = at, spans[at].end
            while at < len(spans) and spans[at].start < max(end, spans[first].start + 1):
                end = max(end, spans[at].end)
                at += 1
            start = spans[first].start
            kept = _keeps_end(spans[first:at], start, end)
            made += [text[done:start], mask(text[start:end]) if kept else MASK]
            done = end
        return "".join([*made, text[done:]])

    def _spans(self, text: str) -> Iterator[Span]:
        """Every place of something to mask."""
        compact = self._table.compact(text)
        if compact in self._tiny:
            yield Span(0, len(text), "")
        joined, parts = self._names.may_hold(compact)
        numbers = self._numbers.may_hold(compact)
        if joined or parts or numbers:
            folded = fold(text, self._table)
            for start, end in self._names.spans(folded, joined, parts):
                yield Span(start, end, NAME)
            for start, end, value in self._numbers.spans(folded, numbers):
                yield Span(start, end, value)
        for start, end in self._numbers.tails(compact, text):
            yield Span(start, end, "")
        if dated := self._dated.may_hold(compact):
            for start, end in self._dated.spans(text, dated):
                yield Span(start, end, "")
        for value in self._literal:
            for match in re.finditer(re.escape(value), text):
                yield Span(*match.span(), value)
        if self._labelled is not None:
            for match in self._labelled.finditer(text):
                yield Span(*match.span(), "")

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


def mask(text: str) -> str:
    """An identifier with only its end left, or nothing of a short one."""
    return MASK + text[-KEPT:] if len(text) > 3 * KEPT else MASK


def _keeps_end(spans: list[Span], start: int, end: int) -> bool:
    """Whether the end of a place may stay: it is one identifier's, and nothing else's."""
    of = {span.of for span in spans}
    if of == {NAME}:
        return all(span[:2] == (start, end) for span in spans)
    return len(of) == 1 and "" not in of and any(span[:2] == (start, end) for span in spans)


def _is_only_signs(value: str, table: Signs) -> bool:
    """Whether a value has neither letter nor digit, and is long enough to be looked for."""
    signs = value.strip(f"{MASK} ")
    return len(signs) > KEPT and not table.compact(signs)


def _labelled(values: Iterable[str]) -> re.Pattern[str] | None:
    """The pattern of some values where a sentence says of which field: `Nationality: ...`."""
    every = "|".join(re.escape(value) for value in sorted(values, key=len, reverse=True))
    before = "|".join(f"(?<={re.escape(sign)})" for sign in (": ", THEN, "-> "))
    return re.compile(rf"(?:{before})(?:{every})(?!\w)") if every else None


def _walk(value: object, masker: Masker) -> object:
    """The value with every free text in it masked; dates, states and record ids stay."""
    if type(value) is str:
        return masker(value)
    if isinstance(value, tuple):
        parts = tuple(_walk(part, masker) for part in value)
        same = all(one is other for one, other in zip(parts, value, strict=True))
        return value if same else parts
    if isinstance(value, msgspec.Struct):
        changed: dict[str, object] = {}
        for name in value.__struct_fields__:
            part = getattr(value, name)
            if part and _is_free(name, part):
                free = _field(name, part, masker)
                if free is not part:
                    changed[name] = free
        return msgspec.structs.replace(value, **changed) if changed else value
    return value


def _field(name: str, value: object, masker: Masker) -> object:
    """The value of a field masked; a date of which nothing may be shown is left out."""
    if name in WHOLE:
        return masker.field(name, value) if isinstance(value, str) else None
    return _walk(value, masker)


def _is_free(name: str, value: object) -> bool:
    """Whether a field may hold the user's own words."""
    if name in CHOSEN and type(value) is str:
        return CHOICE.fullmatch(value) is None
    return name not in RECORD_KEYS or isinstance(value, msgspec.Struct)
