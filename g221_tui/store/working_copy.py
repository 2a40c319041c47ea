"""The TinyDB storage: a working copy of the file, and one durable save of it.

TinyDB reads and writes the working copy as often as it likes; the disk is read once, and written
by `commit` alone. What TinyDB can't take (a row number that is no number, a row that is no
object) is kept aside and put back in its place. The blocks of the history stay packed until
somebody asks for the whole of it: most saves only add to its end.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from tinydb.storages import Storage

from g221_tui import packed_history
from g221_tui.errors import ConflictError, DamagedFile
from g221_tui.packed_history import NONE_KNOWN, Known, packed, unpacked
from g221_tui.records import HISTORY, ROW_NUMBER, RawTables, is_row
from g221_tui.store import atomic, codec, signature
from g221_tui.store.backups import Shelf
from g221_tui.store.places.other_names import check_parting


class CaseStorage(Storage):
    """The file behind one TinyDB object, for one transaction or one reading."""

    def __init__(self, path: Path, *, locked: bool = True) -> None:
        self.locked = locked
        """Whether a commit is made under the file's lock."""
        self.path = path
        """The path as the user named it."""
        self.real = Path(os.path.realpath(path))
        """The file it leads to."""
        self.seen: signature.Signature | None = None
        """What the file looked like when it was read; none when there was none."""
        self.dirty = False
        """Whether the working copy differs from the file."""
        self.good = True
        """Whether the file could be understood."""
        self.pin = ""
        """What the file must be kept for ever before: it is pinned when it is replaced."""
        self._closed = False
        self._order: dict[str, list[str]] = {}
        self._odd: RawTables = {}
        self._tables: RawTables = {}
        self._unpacked = False
        self._blocks: Mapping[str, Known] = NONE_KNOWN

    def load(self) -> None:
        """Reads the file afresh into the working copy; a missing file has no tables.

        Raises:
            DamagedFile: It is not a file that TinyDB wrote.
            StoreError: It can't be read.
        """
        self.dirty = False
        found = signature.read(self.real)
        self.seen = None if found is None else found[1]
        self.good = False
        try:
            tables = {} if found is None else codec.decode(found[0])
        except DamagedFile as error:
            raise error.of(self.path) from None
        self._blocks = NONE_KNOWN
        self.take(tables)
        self.good = True

    def take(self, tables: RawTables) -> None:
        """Makes these tables the working copy, the history as it lies in them."""
        self._unpacked = False
        self._order = {name: list(rows) for name, rows in tables.items()}
        self._odd = {
            name: {number: row for number, row in rows.items() if not is_row(row, number)}
            for name, rows in tables.items()
        }
        self._tables = {
            name: {number: row for number, row in rows.items() if number not in self._odd[name]}
            for name, rows in tables.items()
        }

    def become(self, tables: RawTables) -> None:
        """Makes these tables the working copy, to be saved.

        Raises:
            ValueError: As for `write`.
        """
        self.take(tables)
        self.write(self._tables)

    def whole(self) -> RawTables:
        """The working copy with the whole history in its own table."""
        if not self._unpacked:
            tables, blocks = unpacked(self.as_it_lies())
            self.take(tables)
            self._blocks = {**self._blocks, **blocks}
            self._unpacked = True
        return self.as_it_lies()

    def as_it_lies(self) -> RawTables:
        """The working copy with the odd rows in their places; the history may be in blocks."""
        tables: RawTables = {}
        for name, rows in self._tables.items():
            odd = self._odd.get(name, {})
            if not odd:
                tables[name] = dict(rows)
                continue
            former = dict.fromkeys(self._order.get(name, ()))
            numbers = [*former, *(number for number in rows if number not in former)]
            tables[name] = {
                number: odd[number] if number in odd else rows[number]
                for number in numbers
                if number in odd or number in rows
            }
        return tables

    def last_number(self, table: str) -> int:
        """The highest number of a table's rows, those kept aside or in blocks included."""
        numbers = (*self._tables.get(table, ()), *self._odd.get(table, ()))
        last = max((int(n) for n in numbers if ROW_NUMBER.fullmatch(n)), default=0)
        return max(last, packed_history.last_number(self._tables)) if table == HISTORY else last

    def read(self) -> dict[str, dict[str, object]] | None:
        """The working copy, for TinyDB; none when there are no tables."""
        return self._tables or None

    def write(self, data: dict[str, dict[str, object]]) -> None:
        """Takes TinyDB's tables as the working copy; the disk waits for `commit`.

        Raises:
            ValueError: The transaction is over, and nobody would commit this.
        """
        if self._closed:
            raise ValueError("the transaction is over")
        self._tables = data
        self.dirty = True

    def close(self) -> None:
        """Ends the transaction."""
        self._closed = True

    def encoded(self) -> bytes:
        """The bytes of the file that the working copy makes.

        Raises:
            SaveFailed: It holds what a file can't.
        """
        return codec.encode(packed(self.as_it_lies(), self._blocks))

    def commit(self) -> str:
        """Writes the working copy in one step; the caller holds the lock.

        Returns:
            A warning, or nothing.

        Raises:
            StoreError: The file is as it was before; the children name the reason.
            Refused: The file has a second name, which a save would part from it.
        """
        data = self.encoded()
        if Path(os.path.realpath(self.path)) != self.real:
            raise ConflictError(f"{self.path} leads to another file than a moment ago")
        kept = None
        if self.seen:
            shelf = Shelf(self.real)
            check_parting(self.real, shelf.paths, locked=self.locked)
            kept = shelf.kept(self.pin, good=self.good)
        self.seen, warning = atomic.replace(self.real, data, self.seen, kept, locked=self.locked)
        self.dirty = False
        return warning
