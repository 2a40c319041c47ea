"""The contacts, documents and timeline of a case as tables for Excel and its kind.

A cell that a spreadsheet would take for a formula, or for another number, gets an apostrophe in
front; reading takes it away again, and of a text that begins so by itself only the added one.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from g221_tui.core.fields.table import (
    Field,
    Kind,
    contact_fields,
    document_fields,
    field_text,
    value_of,
)
from g221_tui.core.model import Contact
from g221_tui.core.outgoing.storable import storable
from g221_tui.core.privacy.masking import CHOICE, Masker
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.snapshot.documents_view import documents_view
from g221_tui.core.views import DocumentItem

ID = "id"
"""The column that tells a record from others."""
MASKED = "masked"
"""The last column: whether names and numbers are masked, so that the table can't be taken in."""
YES, NO = "yes", "no"
FORMULA = re.compile(r"'*(?:[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])")
"""How a text begins that a spreadsheet would reckon with, full width included."""
NUMBER = re.compile(
    r"'*(?:0[0-9]+|[0-9]{12,}|[0-9]+[eE][0-9]+|[0-9]{1,2}[-/][0-9]{1,2}(?:[-/][0-9]{2,4})?)\s*"
)
"""A whole text that a spreadsheet would show as another number or as a date: a reference with
noughts in front or of more than eleven digits, `12E4`, `3-11`."""
WITHIN = re.compile("(?<=;)([^\\S\n]*)('*)(?=[=+\\-@])|(?<=\n)([^\\S\n]*)('*)(?=[=+@])")
"""Where one begins within a text: Excel splits there where its separator is the semicolon, which
leaves it outside of the quotes that a comma would need. A list in a note begins with dashes: they
stay."""
ATTRS: Mapping[str, str] = MappingProxyType(
    {
        "by": "requested_by",
        "asked": "asked_on",
        "ready": "ready_on",
        "submitted": "submitted_on",
        "received": "received_on",
        "returned": "returned_on",
        "waived": "waived_on",
        "expires": "expires_on",
    }
)
"""What a document's item calls a field, where that is another name."""
FREE = (Kind.TEXT, Kind.LINES)
"""The kinds of fields that hold the user's own words."""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A table."""

    header: tuple[str, ...]
    """The names of its columns."""
    rows: tuple[tuple[str, ...], ...]
    """Its cells, as they are shown."""


def contacts_sheet(day: CaseDay, masker: Masker | None) -> Sheet:
    """Every contact, by day."""
    fields = contact_fields()
    contacts = sorted(day.case.contacts, key=lambda contact: contact.on)
    return _sheet(
        (ID, *(f.name for f in fields)),
        [[c.id, *_told(contact_texts(c), fields, masker)] for c in contacts],
        masked=masker is not None,
    )


def documents_sheet(day: CaseDay, masker: Masker | None) -> Sheet:
    """Every document on the list, with the dates of its latest request."""
    fields = document_fields()
    return _sheet(
        (ID, *(f.name for f in fields)),
        [[d.id, *_told(document_texts(d), fields, masker)] for d in documents_view(day).items],
        masked=masker is not None,
    )


def timeline_sheet(day: CaseDay, masker: Masker | None) -> Sheet:
    """What happened, and what the rules put ahead."""
    from g221_tui.core.snapshot.build import build  # the names of the tables need no snapshot

    snapshot = build(day, live=True)
    shown = snapshot if masker is None else masker.over(snapshot)
    rows = [[r.date.isoformat(), r.kind, r.title, str(r.origin)] for r in shown.timeline]
    return _sheet(("date", "kind", "title", "origin"), rows, masked=masker is not None)


SHEETS: Mapping[str, Callable[[CaseDay, Masker | None], Sheet]] = MappingProxyType(
    {"contacts": contacts_sheet, "documents": documents_sheet, "timeline": timeline_sheet}
)
"""What can be written as a table."""


def contact_texts(contact: Contact) -> dict[str, str]:
    """The fields of a contact as text, as a cell holds it."""
    return {f.name: storable(field_text(value_of(contact, f))) for f in contact_fields()}


def document_texts(item: DocumentItem) -> dict[str, str]:
    """The fields of a document as text, as a cell holds it."""
    values = {f.name: getattr(item, ATTRS.get(f.name, f.name)) for f in document_fields()}
    values["task"] = item.task or None
    return {name: storable(field_text(value)) for name, value in values.items()}


def guarded(text: str) -> str:
    """The text as no spreadsheet takes it, or a part of it, for a formula or another number."""
    inner = WITHIN.sub(lambda found: f"{_blanks(found)}'{_signs(found)}", text)
    return f"'{inner}" if _misread(inner) else inner


def unguarded(cell: str) -> str:
    """The text of such a cell."""
    inner = cell[1:] if cell.startswith("'") and _misread(cell) else cell
    return WITHIN.sub(lambda found: f"{_blanks(found)}{_signs(found)[1:]}", inner)


def _misread(text: str) -> bool:
    """Whether a spreadsheet would make another thing of it."""
    return bool(FORMULA.match(text) or NUMBER.fullmatch(text))


def _blanks(found: re.Match[str]) -> str:
    return found[1] or found[3] or ""


def _signs(found: re.Match[str]) -> str:
    return found[2] or found[4] or ""


def _told(texts: Mapping[str, str], fields: tuple[Field, ...], masker: Masker | None) -> list[str]:
    """The texts of a record in the order of the fields, masked where that is asked for.

    A choice or a date stays as it is; an editor can have written anything there.
    """
    return [
        masker.field(f.attr, texts[f.name])
        if masker is not None and (f.kind in FREE or not CHOICE.fullmatch(texts[f.name]))
        else texts[f.name]
        for f in fields
    ]


def _sheet(header: tuple[str, ...], rows: list[list[str]], *, masked: bool) -> Sheet:
    last = YES if masked else NO
    return Sheet(
        header=(*header, MASKED),
        rows=tuple((*(guarded(storable(cell)) for cell in row), last) for row in rows),
    )
