"""Identifiers masked, also inside free text."""

import re

import msgspec

from g221_tui.core.model import Case
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

RECORD_KEYS = ("id", "record", "kind")
"""Fields that name records and kinds, not people."""

MASK = "••••"
KEPT = 2
"""How many signs stay at the end, so that one's own number is recognised."""


def masked(snapshot: Snapshot, case: Case) -> Snapshot:
    """The snapshot with every identifier of the case masked in every text."""
    values = [str(getattr(case.facts, name)) for name in IDENTIFIERS]
    forms = [form for value in values if (form := _form(value))]
    if not forms:
        return snapshot
    # The longest first, so that a name inside an address does not break the address apart.
    pattern = re.compile("|".join(sorted(forms, key=len, reverse=True)), re.IGNORECASE)
    whole = _walk(snapshot, pattern)
    assert isinstance(whole, Snapshot)
    return whole


def mask(text: str) -> str:
    """An identifier with only its end left, or nothing of a short one."""
    return MASK + text[-KEPT:] if len(text) > 3 * KEPT else MASK


def _form(value: str) -> str:
    """The identifier as a pattern, however spaces and hyphens are set in it."""
    signs = re.sub(r"[\s-]", "", value)
    return r"[\s-]*".join(re.escape(sign) for sign in signs)


def _walk(value: object, pattern: re.Pattern[str]) -> object:
    """The value with every free text in it masked; dates, states and record ids stay."""
    if type(value) is str:
        return pattern.sub(lambda match: mask(match[0]), value)
    if isinstance(value, tuple):
        return tuple(_walk(part, pattern) for part in value)
    if isinstance(value, msgspec.Struct):
        parts = {
            name: _walk(getattr(value, name), pattern)
            for name in value.__struct_fields__
            if name not in RECORD_KEYS
        }
        return msgspec.structs.replace(value, **parts)
    return value
