"""The one door to the file: read it, change it in a transaction, look back at what was changed."""

import os
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import msgspec
from tinydb.table import Document

from g221_tui import records
from g221_tui.clock import Clock
from g221_tui.core.model import Book, HistoryEntry, RecordChange
from g221_tui.errors import DamagedFile, NewerSchema, StoreError
from g221_tui.store import atomic, changes, lock, signature
from g221_tui.store.storage import CaseStorage, damaged
from g221_tui.store.table import CaseDatabase

ID_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""The signs of a record's id: none that is taken for another."""
ID_LENGTH = 6
"""How many of them follow the letter."""


class Repository:
    """The case file. Reading takes no lock and writes nothing; every change is a transaction.

    One object may be used from several threads: nothing is kept between two calls but what the
    file looked like when it was last read or saved.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path
        """The file, as the user named it; it may be a link, and it need not exist yet."""
        self.warning = ""
        """What the last save could not make sure of, in a sentence; nearly always empty."""
        self._clock = clock
        self._seen: signature.Signature | None = None
        self._looked = False

    def load(self) -> Book:
        """The book of the file; an empty one when there is no file.

        Raises:
            DamagedFile: The file can't be understood; the message names the place.
            StoreError: The file can't be read.
        """
        storage = CaseStorage(self.path)
        self._looked = True
        try:
            storage.load()
        except StoreError:
            # A file that can't be understood is not news at each look either.
            self._seen = storage.seen or signature.look(self.path)
            raise
        self._seen = storage.seen
        tables = storage.whole()
        try:
            schema = records.schema_of(tables)
            book = records.book_from(records.migrate(tables))
        except DamagedFile as error:
            raise damaged(self.path, error) from None
        why = _newer(self.path, schema) or atomic.why_read_only(storage.real)
        return msgspec.structs.replace(book, read_only=why)

    def changed(self) -> bool:
        """Whether the file is another than this object last loaded or saved. Cheap."""
        now = signature.look(self.path, self._seen)
        if not self._looked or signature.differ(now, self._seen):
            return True
        self._seen = now
        return False

    def history(self) -> tuple[HistoryEntry, ...]:
        """What was changed in the file, oldest first.

        Raises:
            StoreError: As for `load`.
        """
        storage = CaseStorage(self.path)
        storage.load()
        return records.read_history(storage.whole())[0]

    @contextmanager
    def transaction(self) -> Iterator["Transaction"]:
        """Holds the file's lock, reads it afresh, and saves once at the end if there was a save.

        An exception inside leaves the file as it was.

        Raises:
            LockTimeout: Another process holds the lock.
            NewerSchema: A newer version wrote the file.
            DamagedFile: The file can't be understood.
            ReadOnlyStore: The file or its folder can't be written.
            ConflictError: A program that takes no lock changed the file meanwhile.
            SaveFailed: The disk did not take the save.
        """
        real = Path(os.path.realpath(self.path))
        atomic.check_writable(real)
        atomic.make_folder(real.parent)
        with lock.held(real):
            storage = CaseStorage(self.path)
            storage.load()
            _bring_up(storage)
            try:
                yield Transaction(storage, self._clock)
            finally:
                storage.close()
            if storage.dirty:
                self.warning = storage.commit()
                self._seen, self._looked = storage.seen, True


class Transaction:
    """The file under its lock: a book to change, and the saves that change it."""

    def __init__(self, storage: CaseStorage, clock: Clock) -> None:
        self._storage = storage
        self._database = CaseDatabase(storage)
        self._clock = clock
        self._read: records.Reading | None = None
        self._known: set[str] = set()

    @property
    def book(self) -> Book:
        """The records as they are in this transaction."""
        return self._reading.book

    @property
    def _reading(self) -> records.Reading:
        """The working copy as records, read again after a save."""
        if self._read is None:
            self._read = records.read(self._storage.whole())
        return self._read

    def new_id(self, letter: str) -> str:
        """An id that no record of the file has or had, such as "d-k7m2qx"."""
        known = self._ids()
        while True:
            found = f"{letter}-{_random_signs(ID_LENGTH)}"
            if found not in known:
                known.add(found)
                return found

    def new_case_id(self) -> str:
        """The number after the highest that a case of this file ever had."""
        known = self._ids()
        numbers = [int(name) for name in known if records.ROW_NUMBER.fullmatch(name)]
        found = str(max(numbers, default=0) + 1)
        known.add(found)
        return found

    def _ids(self) -> set[str]:
        """Every id the file has or had, and those given out here."""
        if not self._known:
            self._known = changes.known_ids(self._storage.whole())
        return self._known

    def save(self, book: Book, sentence: str, on: date) -> None:
        """Makes the file's records those of the book, and notes it in the history.

        Nothing is noted when nothing differs. The disk is written at the end of the transaction.

        Args:
            book: The new book, made from `book` of this transaction.
            sentence: What the change does, in words.
            on: The day the thing happened.

        Raises:
            SaveFailed: A record holds what the file can't; nothing of this save is done.
            ValueError: Two records of the book have one id, or one lies in another's case.
        """
        stamp = self._clock.stamp()
        book = changes.stamped(book, self._reading.rows, stamp)
        rows = {records.META_KEY: records.new_meta()} | self._reading.rows
        made = changes.diff(self.book, book, rows)
        unread = changes.row_ids(self._storage.whole()) - {name for _, name in self._reading.rows}
        if any(change.id in unread for change in made):
            raise ValueError("a record has the id of one that can't be read")
        if made:
            self._write(made, sentence, on, stamp)

    def _write(self, made: list[RecordChange], sentence: str, on: date, stamp: str) -> None:
        """Puts the rows in place and adds one row to the history; undo will come through here."""
        tables = self._storage.whole()
        entry = HistoryEntry(
            n=changes.last_entry(tables) + 1,
            at=stamp,
            on=on,
            sentence=sentence,
            changes=tuple(made),
        )
        row = records.encode(entry)
        if records.META_KEY not in self._reading.rows:
            self._database.table(records.META).insert(Document(records.new_meta(), doc_id=1))
        self._put(made)
        self._database.table(records.HISTORY).insert(row)
        self._read = None

    def _put(self, made: list[RecordChange]) -> None:
        """The rows of the changes; new ones come last, in their order, with the next numbers."""
        new: dict[str, list[records.Row]] = {}
        numbers = {records.META_KEY: 1} | self._reading.numbers
        for change in made:
            table = self._database.table(change.table)
            if change.before is None and change.after is not None:
                new.setdefault(change.table, []).append(change.after)
                continue
            number = numbers[change.table, change.id]
            if change.after is None:
                table.remove(doc_ids=[number])
            else:
                table.update(_become(change.after), doc_ids=[number])
        for name, rows in new.items():
            self._database.table(name).insert_multiple(rows)


def _become(row: records.Row) -> Callable[[MutableMapping[str, object]], None]:
    """An operation for TinyDB's `update` that makes a row this one."""

    def become(document: MutableMapping[str, object]) -> None:
        document.clear()
        document.update(row)

    return become


def _bring_up(storage: CaseStorage) -> None:
    """Makes the working copy one of this version's layout.

    Raises:
        NewerSchema: It is newer than this program.
        DamagedFile: Its version can't be told.
    """
    tables = storage.whole()
    try:
        schema = records.schema_of(tables)
        why = _newer(storage.path, schema)
        if why:
            raise NewerSchema(f"Nothing was saved: {why}")
        if schema < records.SCHEMA:
            # A pinned backup of the file belongs here, before a save can write the new layout.
            storage.take(records.migrate(tables))
    except DamagedFile as error:
        raise damaged(storage.path, error) from None


def _newer(path: Path, schema: int) -> str:
    """Why a file of this schema must not be written, or nothing."""
    if schema <= records.SCHEMA:
        return ""
    return (
        f"{path} was written by a newer g221 (layout {schema}, this one knows {records.SCHEMA}):"
        " it can be read, not changed."
    )


def _random_signs(count: int) -> str:
    """Random signs, each as likely as any other."""
    fair = 256 - 256 % len(ID_SIGNS)
    found = ""
    while len(found) < count:
        found += "".join(ID_SIGNS[byte % len(ID_SIGNS)] for byte in os.urandom(8) if byte < fair)
    return found[:count]
