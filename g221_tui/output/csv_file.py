"""Tables as CSV files (RFC 4180), and what spreadsheets make of them read again."""

import codecs
import csv
import io
from collections.abc import Sequence

from g221_tui.core.outgoing.sheets import Sheet
from g221_tui.errors import Refused

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""How a file of a known encoding begins."""
SEPARATORS = ",;\t"
"""What spreadsheets put between cells, by the country they are set to."""
SEPARATOR_LINE = "sep="
"""How a first line begins that tells the separator."""


def written(sheet: Sheet, *, bom: bool) -> bytes:
    """The file.

    Args:
        sheet: The table.
        bom: Whether it begins with the mark by which Excel knows UTF-8.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(sheet.header)
    writer.writerows(sheet.rows)
    return (codecs.BOM_UTF8 if bom else b"") + text.getvalue().encode("utf-8")


def read(data: bytes) -> list[tuple[int, Sequence[str]]]:
    """The rows that hold anything, each with its number as a spreadsheet counts them.

    Raises:
        Refused: It is no such file; the message says what would be.
    """
    text = _decoded(data)
    first, _, rest = text.partition("\n")
    number, separator = 0, _separator(first)
    if first.strip().casefold().startswith(SEPARATOR_LINE):
        separator, text, number = first.strip()[len(SEPARATOR_LINE) :][:1] or "\t", rest, 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[tuple[int, Sequence[str]]] = []
    limit = csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # a note may be long
    try:
        for cells in reader:
            number += 1
            if any(cell.strip() for cell in cells):
                rows.append((number, [cell.replace("\r\n", "\n") for cell in cells]))
    except csv.Error as problem:
        raise Refused(f"row {number + 1}: {problem}") from None
    finally:
        csv.field_size_limit(limit)
    return rows


def _separator(first: str) -> str:
    """What stands between the names of the columns."""
    return max(SEPARATORS, key=first.count)


def _decoded(data: bytes) -> str:
    """The text of a file.

    Raises:
        Refused: Its encoding is none of those that are known.
    """
    mark, encoding = next(((m, e) for m, e in MARKS if data.startswith(m)), (b"", "utf-8"))
    try:
        text = (data[len(mark) :] if encoding == "utf-8" else data).decode(encoding)
    except UnicodeDecodeError:
        raise Refused("it is not UTF-8: save it as 'CSV UTF-8', or as Unicode text") from None
    if "\0" in text:
        raise Refused("it is no text: save the sheet as 'CSV UTF-8'")
    return text
