"""The earlier part of the history in blocks of compressed text.

Nearly all that an entry of the history says stands in the records too, or in the entries beside it.
The file therefore keeps its last entries as they are, and those before in blocks: each is a row
of a table of its own, and holds a hundred rows of the history letter by letter.
"""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from itertools import islice, pairwise
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from g221_tui.core.fields.validation import taken
from g221_tui.core.history.entries import HistoryEntry
from g221_tui.migrations import HISTORY, RawTables, Row, Tables

PACKED = "packed_history"
"""The table of the blocks; the number of a block's row is that of the first row in it."""
BLOCK = 100
"""How many rows of the history a block holds."""
PLAIN = 50
"""How many of the last rows are in no block: as many as can be undone."""
LARGEST = 64 * 2**20
"""How many bytes the text of a block may have; g221 writes some 30,000."""


class Block(msgspec.Struct, frozen=True):
    """The row of a block."""

    first: int
    """The number of the first row in it."""
    last: int
    """The number of the last."""
    crc: int
    """The CRC-32 of `text`: what was spoilt is seen without unpacking it."""
    text: str
    """The rows by their numbers: JSON, compressed by zlib, in base 64."""


class Known(NamedTuple):
    """A block as it was read, for the next save."""

    rows: Mapping[str, object]
    """The rows of the history in it, by their numbers."""
    row: Row
    """The row of the block itself."""


NONE_KNOWN: Mapping[str, Known] = MappingProxyType({})
"""Of a file whose history was not packed yet."""


def fault(number: str, row: object) -> str:
    """What is wrong with the row of a block, as far as it shows without unpacking it; else ""."""
    try:
        block = msgspec.convert(row, Block)
    except msgspec.ValidationError:
        return "the row is no block of the history"
    if str(block.first) != number:
        return "first: it is not the row's number"
    if zlib.crc32(block.text.encode("utf-8", "surrogatepass")) != block.crc:
        return "text: it is not what g221 wrote"
    return ""


def last_number(tables: Tables) -> int:
    """The highest number of a row that lies in a block, told without unpacking it; 0 for none."""
    blocks = tables.get(PACKED, {})
    sound = (row for number, row in blocks.items() if not fault(number, row))
    return max((msgspec.convert(row, Block).last for row in sound), default=0)


def texts(tables: Tables) -> bytes:
    """The JSON of all blocks that can be unpacked.

    To look for a word in it is far less work than to read it.
    """
    blocks = tables.get(PACKED, {})
    return b"\n".join(_data(row) or b"" for n, row in blocks.items() if not fault(n, row))


def unpacked(tables: RawTables) -> tuple[RawTables, dict[str, Known]]:
    """The tables with the whole history in its own table, and the blocks it came from.

    A block that can't be unpacked stays where it is.
    """
    blocks = tables.get(PACKED)
    if not blocks:
        return tables, {}
    plain = tables.get(HISTORY, {})
    known: dict[str, Known] = {}
    rows: dict[str, object] = {}
    left: dict[str, object] = {}
    for number, row in blocks.items():
        found = _rows(row) if isinstance(row, dict) and not fault(number, row) else None
        if (
            found is None
            or not isinstance(row, dict)
            or not found.keys().isdisjoint(plain.keys() | rows.keys())
        ):
            left[number] = row
        else:
            known[number] = Known(found, row)
            rows |= found
    made = {name: table for name, table in tables.items() if name not in (PACKED, HISTORY)}
    if left:
        made[PACKED] = left
    made[HISTORY] = {**rows, **plain}
    return made, known


def packed(tables: RawTables, known: Mapping[str, Known] = NONE_KNOWN) -> RawTables:
    """The tables with the earlier part of the history in blocks.

    The same history always gives the same blocks. It is packed from its beginning on, up to a row
    that is none of g221's own.

    Args:
        tables: The tables, the whole history in its own table.
        known: The blocks as they were read; one whose rows are the same needs no work.
    """
    history = tables.get(HISTORY, {})
    left = iter(history.items())
    blocks: dict[str, object] = dict(tables.get(PACKED, {}))
    done = 0
    while len(history) - done >= BLOCK + PLAIN:
        rows = dict(islice(left, BLOCK))
        first = next(iter(rows))
        former = known.get(first)
        row = former.row if former is not None and _same(former.rows, rows) else _block(rows)
        if row is None or (first in blocks and former is None):
            break
        blocks[first] = row
        done += BLOCK
    if not done:
        return tables
    made = {name: table for name, table in tables.items() if name not in (PACKED, HISTORY)}
    made[PACKED] = blocks
    made[HISTORY] = dict(islice(history.items(), done, None))
    return made


def _same(former: Mapping[str, object], rows: Mapping[str, object]) -> bool:
    """Whether these are the very rows that were unpacked; a row of the history never changes."""
    return len(former) == len(rows) and all(
        former.get(number) is row for number, row in rows.items()
    )


def _block(rows: dict[str, object]) -> Row | None:
    """The row of a block; none where a row is none that g221 writes, or would come back changed."""
    if not all(number.isdecimal() and number.isascii() for number in rows):
        return None
    numbers = [int(number) for number in rows]
    if any(later <= former for former, later in pairwise(numbers)):
        return None
    try:
        for number, row in zip(numbers, rows.values(), strict=True):
            if taken(HistoryEntry, row).n > number:  # the last number would not tell the highest
                return None
        data = _encoded(rows)
        if _decoded(data) != rows or [*map(str, numbers)] != [*rows]:
            return None
    except (msgspec.MsgspecError, TypeError, ValueError, RecursionError):
        return None
    text = b64encode(zlib.compress(data, 9)).decode()
    made: Row = msgspec.to_builtins(
        Block(first=numbers[0], last=numbers[-1], crc=zlib.crc32(text.encode()), text=text)
    )
    return made


def _data(row: object) -> bytes | None:
    """The JSON of the rows of a block; none where it can't be unpacked."""
    if not isinstance(row, dict):
        return None
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(b64decode(str(row["text"]), validate=True), LARGEST)
    except (ValueError, zlib.error):
        return None
    return data if unpacking.eof else None


def _rows(row: Row) -> dict[str, object] | None:
    """The rows of a block by their numbers; none where it can't be unpacked."""
    data = _data(row)
    try:
        rows = _decoded(data or b"")
    except (ValueError, RecursionError):
        return None
    if not isinstance(rows, dict) or not rows:
        return None
    if any(not isinstance(each, dict) for each in rows.values()):
        return None
    ends = next(iter(rows)), next(reversed(rows))
    return rows if ends == (str(row["first"]), str(row["last"])) else None


def _encoded(rows: dict[str, object]) -> bytes:
    try:
        return msgspec.json.encode(rows)
    except UnicodeEncodeError:  # half a character, which has no UTF-8
        return json.dumps(rows).encode()


def _decoded(data: bytes) -> Any:
    return json.loads(data) if b"\\u" in data else msgspec.json.decode(data)
