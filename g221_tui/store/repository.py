"""The one door to the file: read it, change it in a transaction, look back at what was changed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from g221_tui import contents, records
from g221_tui.clock import Clock, local_moment
from g221_tui.core.history.entries import HistoryEntry
from g221_tui.core.model import Book
from g221_tui.errors import DamagedFile, FileFault, NewerSchema, Refused, StoreError
from g221_tui.packed_history import last_number, unpacked
from g221_tui.store import codec, conflict_copies, signature
from g221_tui.store.places.read_only import why_read_only

# What a save or a backup needs is loaded there: reading is done far oftener.
if TYPE_CHECKING:
    from g221_tui.store.backups import Backup, Shelf
    from g221_tui.store.transaction import Transaction
    from g221_tui.store.working_copy import CaseStorage

ONLY_READ = "it can be read, not changed"


class Restored(NamedTuple):
    """What became of a restore."""

    sentence: str
    """What was done."""
    saved_but: str = ""
    """What the save could not make sure of, in a sentence; nearly always empty."""


class Repository:
    """The case file. Reading takes no lock and writes nothing; every change is a transaction.

    One object may be used from several threads: nothing is kept between two calls but what the
    file looked like when it was last read or saved, and what was last read from it.
    """

    def __init__(self, path: Path, clock: Clock, *, locks: bool = True) -> None:
        self.path = path
        """The file, as the user named it; it may be a link, and it need not exist yet."""
        self.locks = locks
        """Whether a change takes the file's lock; without it each save looks more closely."""
        self._clock = clock
        self._seen: signature.Signature | None = None
        self._looked = False
        self._last: records.RawTables | None = None

    def load(self) -> Book:
        """The book of the file; an empty one when there is no file.

        Raises:
            DamagedFile: The file can't be understood; the error names the place.
            StoreError: The file can't be read.
        """
        self._looked = True
        try:
            found = signature.read(self._real)
        except StoreError:
            self._seen = signature.look(self.path)
            raise
        # A file that can't be understood is not news at each look either.
        self._seen = None if found is None else found[1]
        tables = self._migrated(found)
        book = contents.book_from(tables)
        too_new = _too_new(self.path, records.schema_of(tables))
        if book.cases and too_new is None:
            self._last = tables
        why = too_new or why_read_only(self._real)
        return msgspec.structs.replace(book, read_only=why)

    @property
    def _real(self) -> Path:
        """The file that the path leads to."""
        return Path(os.path.realpath(self.path))

    def _tables(self, found: tuple[bytes, signature.Signature] | None) -> records.RawTables:
        """The tables of what was read.

        Raises:
            DamagedFile: It can't be understood.
        """
        try:
            return {} if found is None else codec.decode(found[0])
        except DamagedFile as error:
            raise error.of(self.path) from None

    def _migrated(self, found: tuple[bytes, signature.Signature] | None) -> records.RawTables:
        """The tables as this version lays them out, those of a newer one as they are.

        Raises:
            DamagedFile: It can't be understood, or its version can't be told.
        """
        try:
            return records.migrate(self._tables(found))
        except DamagedFile as error:
            raise error.of(self.path) from None

    def check(self) -> None:
        """Whether there is something that can be looked at, however damaged; no file is fine too.

        Raises:
            DamagedFile: A folder, a pipe or a device lies there.
            StoreError: The file can't be read.
        """
        signature.check(self.path)

    def changed(self) -> bool:
        """Whether the file is another than this object last loaded or saved. Cheap."""
        now = signature.look(self.path, self._seen)
        if not self._looked or signature.differ(now, self._seen):
            return True
        self._seen = now
        return False

    @property
    def version(self) -> bytes:
        """Tells the content that this object last loaded or saved from others; empty for none."""
        return self._seen.digest if self._seen is not None else b""

    def history(self) -> tuple[HistoryEntry, ...]:
        """What was changed in the file, oldest first.

        Raises:
            StoreError: As for `load`.
        """
        return records.read_history(unpacked(self._tables(signature.read(self._real)))[0])[0]

    def newest_history(self) -> tuple[HistoryEntry, ...]:
        """What was changed last, oldest first, read without the rest; empty where that can't be.

        Raises:
            StoreError: As for `load`.
        """
        tables = self._tables(signature.read(self._real))
        found, _ = records.read_history(tables)
        return found if found and found[0].n > last_number(tables) else ()

    def tables(self) -> records.RawTables:
        """Every row of the file as this version lays it out.

        Raises:
            StoreError: As for `load`.
        """
        return unpacked(self._migrated(signature.read(self._real)))[0]

    def backups(self) -> tuple["Backup", ...]:
        """Every backup of the file, newest first, the pinned ones last."""
        return self._shelf().backups()

    def good_backup(self) -> "Backup | None":
        """The newest backup that can be restored."""
        return self._shelf().good()

    def load_backup(self, name: str) -> Book:
        """The book of a backup, to be looked at: `read_only` says which it is.

        Raises:
            Refused: There is no such backup, or it can't be restored.
        """
        backup = self._backup(name)
        why = f"this is backup {backup.name} of {local_moment(backup.saved_at)}: {ONLY_READ}"
        book = contents.book_from(_tables(backup))
        return msgspec.structs.replace(book, read_only=FileFault(why))

    @property
    def pinned(self) -> Path:
        """The folder of the backups that stay: a damaged file is kept there when it is replaced."""
        return self._shelf().pinned

    def restore(self, name: str, on: date, *, unless_whole: bool = False) -> Restored:
        """Makes the file what it was in a backup; the present file is pinned first, even damaged.

        Args:
            name: Which backup.
            on: The day it is done.
            unless_whole: Whether a file that holds a case is left as it is.

        Raises:
            Refused: There is no such backup, it can't be restored, or the file is whole.
            StoreError: As for `transaction`; a damaged file is no reason.
        """
        backup = self._backup(name)
        tables = _tables(backup)
        sentence = f"Restored backup {backup.name} of {local_moment(backup.saved_at)}."
        saved_but = self._become(tables, sentence, on, unless_whole=unless_whole)
        if saved_but is not None:
            return Restored(sentence, saved_but)
        return Restored(f"Nothing to restore: the file holds what backup {backup.name} holds.")

    def write_last_read(self, on: date) -> Restored:
        """Makes a file that is damaged, gone or without a case what was last read from it.

        Raises:
            Refused: Nothing was read yet, or the file is whole.
            StoreError: As for `restore`.
        """
        if self._last is None:
            raise Refused("Nothing was put back: nothing was read from the file yet.")
        sentence = "Put back what was read last."
        saved_but = self._become(unpacked(self._last)[0], sentence, on, unless_whole=True)
        return Restored(sentence, saved_but or "")

    def _become(
        self, tables: records.RawTables, sentence: str, on: date, *, unless_whole: bool
    ) -> str | None:
        """Makes the file's tables these; what the save could not make sure of, none without one."""
        from g221_tui.store.transaction import Transaction

        with self._held() as storage:
            try:
                storage.load()
                _bring_up(storage)
            except DamagedFile:
                if storage.seen is None:
                    raise  # a folder or a pipe lies there
                storage.good = False
                storage.take({})
            change = Transaction(storage, self._clock)
            fresh = storage.seen is None or not storage.good
            if unless_whole and change.book.cases:
                raise Refused("Nothing was put back: the file is whole again.")
            if not fresh and not change.differs(tables):
                return None
            change.become(tables, sentence, on, before="restore", fresh=fresh)
            return self._commit(storage)

    def conflict_copies(self) -> tuple[Path, ...]:
        """What sync tools left beside the file because two machines changed it."""
        return conflict_copies.conflict_copies(self.path)

    def _shelf(self) -> "Shelf":
        from g221_tui.store.backups import Shelf

        return Shelf(self._real)

    def _backup(self, name: str) -> "Backup":
        """A backup; whether it can be understood shows when its tables are read.

        Raises:
            Refused: There is none of this name, it is gone, or it is not to be trusted.
        """
        from g221_tui.store.backups import GONE

        found = self._shelf().find(name)
        if found is None:
            names = ", ".join(backup.name for backup in self.backups())
            raise Refused(f"There is no backup '{name}'; there is {names or 'none yet'}.")
        if found.fault == GONE or not found.trusted:
            raise _unusable(found, found.fault)
        return found

    @contextmanager
    def transaction(self) -> Iterator["Transaction"]:
        """Holds the file's lock, reads it afresh, and saves once at the end if there was a save.

        An exception inside leaves the file as it was.

        Raises:
            LockTimeout: Another process holds the lock.
            NoLocks: The disk gives none.
            NewerSchema: A newer version wrote the file.
            DamagedFile: The file can't be understood.
            ReadOnlyStore: The file or its folder can't be written.
            ConflictError: A program that takes no lock changed the file meanwhile.
            SaveFailed: The disk did not take the save.
            Refused: The file has a second name, and it was not said yet that a save parts them.
        """
        from g221_tui.store.transaction import Transaction

        with self._held() as storage:
            storage.load()
            _bring_up(storage)
            change = Transaction(storage, self._clock)
            try:
                yield change
            finally:
                storage.close()
            if storage.dirty:
                change.saved_but = self._commit(storage)

    @contextmanager
    def _held(self) -> Iterator["CaseStorage"]:
        """The file's lock, and a storage that is not read yet."""
        from g221_tui.store import atomic, lock
        from g221_tui.store.working_copy import CaseStorage

        real = self._real
        atomic.check_writable(real)
        signature.check_kind(real)  # before a lock is made beside what is no file
        atomic.make_folder(real.parent)
        with lock.held(real) if self.locks else nullcontext():
            yield CaseStorage(self.path, locked=self.locks)

    def _commit(self, storage: "CaseStorage") -> str:
        saved_but = storage.commit()
        self._seen, self._looked = storage.seen, True
        return saved_but


def _tables(backup: "Backup") -> records.RawTables:
    """The tables of a backup.

    Raises:
        Refused: It can't be restored.
    """
    from g221_tui.store.backups import tables_of

    try:
        return tables_of(backup.path)
    except StoreError as error:
        raise _unusable(backup, error.told()) from None


def _unusable(backup: "Backup", why: str) -> Refused:
    return Refused(f"Backup {backup.name} can't be restored: {why}.")


def _bring_up(storage: "CaseStorage") -> None:
    """Makes the working copy one of this version's layout.

    Raises:
        NewerSchema: It is newer than this program.
        DamagedFile: Its version can't be told.
    """
    tables = storage.as_it_lies()
    try:
        schema = records.schema_of(tables)
        too_new = _too_new(storage.path, schema)
        if too_new is not None:
            raise NewerSchema(too_new)
        if schema < records.SCHEMA:
            storage.take(records.migrate(tables))
            storage.pin = "migration"
    except DamagedFile as error:
        raise error.of(storage.path) from None


def _too_new(path: Path, schema: int) -> FileFault | None:
    """Why a file of this schema must not be written; none when it may be."""
    if schema <= records.SCHEMA:
        return None
    return FileFault(file=path, state=records.newer(schema), why=ONLY_READ)
