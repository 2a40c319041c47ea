"""A table that the user brings: which it is, and its rows by the names of the columns."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import msgspec

from g221_tui.core.fields.table import contact_fields, document_fields
from g221_tui.core.outgoing.sheets import ID, MASKED, NO, unguarded
from g221_tui.core.privacy.masking import MASK
from g221_tui.core.text.lookup import comparable, did_you_mean
from g221_tui.errors import Refused

MASKED_COPY = "it is a masked copy, and what was masked is not in it"
CONTACTS, DOCUMENTS = "contacts", "documents"
"""The tables that are taken in, as `SHEETS` names them."""
NEEDED: Mapping[str, str] = MappingProxyType({CONTACTS: "channel", DOCUMENTS: "name"})
"""The column that tells which table it is; the first one it has."""


def columns(kind: str) -> tuple[str, ...]:
    """The columns of a table that are read."""
    fields = contact_fields() if kind == CONTACTS else document_fields()
    return tuple(field.name for field in fields)


class TableRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row."""

    number: int
    """As a spreadsheet counts it: the row of the names is the first."""
    id: str
    """The id of its record; empty for a new one."""
    texts: Mapping[str, str]
    """Its cells by the columns that it has."""


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A whole table."""

    kind: str
    """`contacts` or `documents`."""
    rows: tuple[TableRow, ...]


def table_of(rows: Sequence[tuple[int, Sequence[str]]]) -> Table:
    """The table of some rows.

    Args:
        rows: The rows with their numbers, the names of the columns first.

    Raises:
        Refused: It is another table, or a masked one; without the file's name and a stop.
    """
    if not rows:
        raise Refused("it holds nothing; the first row must name the columns")
    header = [comparable(name).replace(" ", "_") for name in rows[0][1]]
    kind = next((kind for kind, needed in NEEDED.items() if needed in header), None)
    if kind is None:
        known = f"contacts ({', '.join(columns(CONTACTS))}) or documents"
        if {"date", "origin"} <= set(header):
            raise Refused("a timeline is reckoned, not taken in; contacts and documents are")
        raise Refused(
            f"its first row must name the columns of {known} ({', '.join(columns(DOCUMENTS))})"
        )
    _must_be_known(header, kind)
    found = [_row(number, header, cells) for number, cells in rows[1:]]
    whole = MASKED in header
    for number, cells in rows[1:]:
        by_name = dict(zip(header, cells, strict=False))
        mark = comparable(by_name.get(MASKED, ""))
        if (whole and mark not in (NO, "")) or (mark != NO and MASK in "".join(cells)):
            raise Refused(f"row {number}: {MASKED_COPY}")
    return Table(kind=kind, rows=tuple(found))


def _must_be_known(header: Sequence[str], kind: str) -> None:
    """That every column can be read.

    Raises:
        Refused: One can't; nothing that was typed may be lost without a word.
    """
    known = (ID, *columns(kind), MASKED)
    for name in filter(None, header):
        if name not in known:
            near = did_you_mean(name, known).replace(" Known:", "")
            raise Refused(f"'{name}' is no column of {kind};{near} known: {', '.join(known)}")
        if header.count(name) > 1:
            raise Refused(f"the column '{name}' is there twice")


def _row(number: int, header: Sequence[str], cells: Sequence[str]) -> TableRow:
    if any(cell.strip() for cell in cells[len(header) :]):
        raise Refused(f"row {number}: it has more cells than there are columns")
    filled = [*cells, *[""] * (len(header) - len(cells))]
    texts = {name: unguarded(cell) for name, cell in zip(header, filled, strict=False) if name}
    if any(cell.strip() for name, cell in zip(header, filled, strict=False) if not name):
        raise Refused(f"row {number}: a cell stands in a column without a name")
    texts.pop(MASKED, None)
    return TableRow(number=number, id=texts.pop(ID, "").strip(), texts=texts)
