"""Identifiers masked, also inside free text.

Spaces, hyphens and the case of letters do not hide an identifier. One of one or two signs is
masked only where it stands alone: within words it would leave nothing to read.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

import msgspec

from g221_tui.core.model import Case
from g221_tui.core.views import DeadlineView, Snapshot

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

RECORD_KEYS = ("id", "record", "kind")
"""Fields that name records and kinds, not people."""

EXPIRY = "expiry_"
"""How the ids of the dates begin that the user named."""

MASK = "••••"
KEPT = 2
"""How many signs stay at the end, so that one's own number is recognised."""
SHORT = 2
"""Up to how many signs an identifier is masked only where it stands alone."""

_BETWEEN = r"[\s\u00ad\u200b\u2010-\u2015\u2212_-]*"
"""What may stand between the signs of an identifier: spaces and hyphens of every kind."""
_LEFT_OUT = re.compile(_BETWEEN)


class Masker:
    """Masks some identifiers in texts."""

    def __init__(self, values: Iterable[str]) -> None:
        forms = {form for value in values for form in _forms(value)}
        self._patterns = [re.compile(form, re.IGNORECASE) for form in sorted(forms)]

    def __call__(self, text: str) -> str:
        """The text with every identifier masked, those that overlap as one."""
        spans = sorted(span for pattern in self._patterns for span in _spans(pattern, text))
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
    masker = Masker(value for one in (case, *others) for value in identifiers(one))
    whole = _walk(snapshot, masker)
    assert isinstance(whole, Snapshot)
    return whole


def identifiers(case: Case) -> tuple[str, ...]:
    """Everything in a case that names a person or a file."""
    return (
        *(str(getattr(case.facts, name)) for name in IDENTIFIERS),
        *(document.receipt for document in case.documents),
        *(contact.ref for contact in case.contacts),
    )


def mask(text: str) -> str:
    """An identifier with only its end left, or nothing of a short one."""
    return MASK + text[-KEPT:] if len(text) > 3 * KEPT else MASK


def _forms(value: str) -> Iterable[str]:
    """The identifier as patterns, however its signs are spaced and composed."""
    for spelt in {value, *(unicodedata.normalize(form, value) for form in ("NFC", "NFD"))}:
        signs = _LEFT_OUT.sub("", spelt)
        if not signs.strip(MASK):
            continue  # nothing, or what a mask is made of
        form = _BETWEEN.join(_sign(sign) for sign in signs)
        yield rf"(?<!\w){form}(?!\w)" if len(signs) <= SHORT else form


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
        parts = {
            name: _walk(getattr(value, name), masker)
            for name in value.__struct_fields__
            if name not in RECORD_KEYS or _is_named_by_user(value, name)
        }
        return msgspec.structs.replace(value, **parts)
    return value


def _is_named_by_user(value: msgspec.Struct, field: str) -> bool:
    """Whether an id is made of the user's own words: that of a date the user named."""
    return isinstance(value, DeadlineView) and field == "id" and value.id.startswith(EXPIRY)
