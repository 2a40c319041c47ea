"""The former files, kept beside the file: ten in turn, and those that are pinned for ever.

A backup is a hard link to the file that a save replaces, made right before the replacing: it
costs nothing, and since the file's name then leads to another one, no editor that writes in place
can reach it. Large ones before the newest are compressed. They are named by a number that counts
up, never by a clock.
"""

import errno
import os
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from g221_tui.contents import read
from g221_tui.errors import DamagedFile, FileFault, StoreError
from g221_tui.packed_history import unpacked
from g221_tui.records import (
    SCHEMA,
    TABLES,
    RawTables,
    migrate,
    newer,
    read_history,
    schema_of,
)
from g221_tui.store import atomic, backup_file, codec, signature
from g221_tui.store.places import modes, owners
from g221_tui.store.places.own_place import first_time, made, own_place

KEPT = 10
"""How many backups are kept in turn."""
PINNED = "pinned"
"""The folder of those that stay, and the first part of their names."""
UNTRUSTED = "untrusted"
"""The first part of the names of those that lie where others can plant them."""
MOST = 10**12
"""The first number that is none of a backup any more."""
NAMES = re.compile(r"([0-9]{1,12})(?:-([a-z]+))?\.json(?:\.gz)?", re.ASCII)
"""The names of the files of backups: a number, and what they were pinned before."""
NO_LINKS = modes.LACKING | {errno.EACCES}
"""What a disk answers that takes no hard links, though a copy can be made; the last on Android."""
LINKS = "links"
"""The word under which it is noted that a disk takes no hard links."""
GONE = "gone"
"""The fault of a backup that was taken away while it was looked at."""


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """A former file."""

    name: str
    """How it is asked for: `12`, or `pinned-3`."""
    path: Path
    """Where it lies."""
    before: str
    """What it was pinned before; empty for those kept in turn."""
    saved_at: str
    """When that file was written: a UTC timestamp, ISO 8601; of a damaged one, as the disk says."""
    size: int
    """In bytes."""
    fault: str = ""
    """Why it can't be restored, in a few words; empty when it can."""
    trusted: bool = True
    """Whether it is the user's own; another's is never read."""
    cases: int = 0
    """How many cases it holds."""
    records: int = 0
    """How many records of all kinds."""
    last: str = ""
    """The last change in it, in words."""

    @property
    def trouble(self) -> str:
        """Why it can't be restored, as a list tells it; empty when it can."""
        return f"{'damaged' if self.trusted else 'not trusted'}: {self.fault}" if self.fault else ""


class Shelf:
    """The backups of one file."""

    def __init__(self, real: Path) -> None:
        self.real = real
        """The file itself, links resolved."""
        beside = real.with_name(f".{real.name}.backups")
        self._copied = False
        self._planted: Path | None = None
        if any(owners.is_anothers(place, real) for place in (beside, beside / PINNED)):
            self._planted = beside
        self.folder = own_place(real.parent) / f"{real.name}.backups" if self._planted else beside
        """Where those kept in turn lie; their owner alone may look.

        Beside the file, but where that folder is another's.
        """
        self.pinned = self.folder / PINNED
        """Where those lie that stay."""

    def backups(self) -> tuple[Backup, ...]:
        """Every backup, newest first, the pinned ones last."""
        found = [self._examined(path) for path in self.paths()]
        if self._planted is not None:
            pinned = self._planted / PINNED
            paths = [*_numbered(self._planted).values(), *_numbered(pinned).values()]
            found += [self._examined(path) for path in sorted(paths, reverse=True)]
        return tuple(found)

    def good(self) -> Backup | None:
        """The newest backup that can be restored."""
        return next((b for b in map(self._examined, self.paths()) if not b.fault), None)

    def find(self, name: str) -> Backup | None:
        """The backup of this name, if there is one."""
        wanted = re.fullmatch(rf"({UNTRUSTED}-)?({PINNED}-)?0*([0-9]{{1,12}})", name, re.ASCII)
        if wanted and wanted[1] and self._planted is None:
            return None
        folder = self._planted if wanted and wanted[1] and self._planted else self.folder
        folder = folder / PINNED if wanted and wanted[2] else folder
        numbered = _numbered(folder) if wanted else {}
        path = numbered.get(int(wanted[3])) if wanted else None
        return None if path is None else self._examined(path)

    @contextmanager
    def kept(self, before: str = "", *, good: bool = True) -> Iterator[list[str]]:
        """Keeps the file that is replaced inside; it is let go again when that fails.

        Args:
            before: What the backup is pinned before; empty when it is only kept in turn.
            good: Whether the file was understood; a damaged one is never kept in turn.

        Yields:
            What could not be made sure of, in sentences.

        Raises:
            StoreError: The backup that must be pinned could not be made.
        """
        put: list[Path] = []
        lost: list[str] = []
        try:
            if before:
                put.append(self._pin(before))
            if good:
                try:
                    put.append(self._keep())
                except OSError as error:
                    # The new file matters more than a copy of the old one.
                    why = (error.strerror or str(error)).lower()
                    lost.append(f"Saved, but the file before it could not be kept ({why}).")
            yield lost
        except BaseException:
            for path in put:
                with suppress(OSError):
                    path.unlink()
            raise
        self._rotate()
        if self._copied and first_time(self.real.parent, LINKS, modes.MODES):
            lost.append(
                "Saved, but the disk takes no hard links: each backup is a full copy (said once)."
            )

    def _pin(self, before: str) -> Path:
        try:
            atomic.make_folder(self.folder)
            atomic.make_folder(self.pinned)
            path = self._put(self.pinned, f"-{before}")
            atomic.sync_folder(self.pinned)
        except OSError as error:
            raise atomic.not_saved(error, self.pinned / self.real.name) from None
        return path

    def _keep(self) -> Path:
        if self._planted is not None:
            made(self.folder.parent)
        with suppress(FileExistsError):
            self.folder.mkdir(atomic.PRIVATE_FOLDER)
            modes.set_mode(self.folder, atomic.PRIVATE_FOLDER)  # whatever the umask took away
        return self._put(self.folder, "")

    def _put(self, folder: Path, ending: str) -> Path:
        """Gives the file one more name in the folder, or copies it where that can't be done."""
        if not stat.S_ISDIR(os.lstat(folder).st_mode):
            raise NotADirectoryError(0, "its folder is not one", folder)
        numbered = _numbered(folder)
        free = _free(numbered)
        last = free - 1
        if not ending and last and numbered[last].samefile(self.real):
            return numbered[last]  # left by a save that was killed at this very point
        path = folder / f"{free:06}{ending}.json"
        try:
            os.link(self.real, path)
        except (OSError, AttributeError) as error:  # Python on Android has no os.link at all
            self._copy(path)
            number = error.errno if isinstance(error, OSError) else errno.ENOSYS
            self._copied = number in NO_LINKS
        return path

    def _copy(self, path: Path) -> None:
        found = signature.read(self.real)
        if found is None:
            raise FileNotFoundError(0, "it is gone", self.real)
        backup_file.write(path, found[0], self.real.stat())

    def _rotate(self) -> None:
        """Lets the oldest go, and compresses the one before the newest."""
        numbered = _numbered(self.folder)
        numbers = sorted(numbered)
        for number in numbers[:-KEPT]:
            plain = numbered[number].name.removesuffix(backup_file.ENDING)
            for name in (plain, plain + backup_file.ENDING):
                with suppress(OSError):
                    (self.folder / name).unlink()
        for number in numbers[-2:-1]:
            path = numbered[number]
            if backup_file.is_worth_it(path) and not self._why_unfit(path):
                backup_file.compress(path)

    def paths(self) -> list[Path]:
        """Where the trusted ones lie, newest first, the pinned ones last."""
        found: list[Path] = []
        for folder in (self.folder, self.pinned):
            numbered = _numbered(folder)
            found += [numbered[number] for number in sorted(numbered, reverse=True)]
        return found

    def _examined(self, path: Path) -> Backup:
        match = NAMES.fullmatch(path.name)
        assert match is not None
        number, before = str(int(match[1])), match[2] or ""
        name = f"{PINNED}-{number}" if path.parent.name == PINNED else number
        planted = self.folder not in (path.parent, path.parent.parent)
        name = f"{UNTRUSTED}-{name}" if planted else name
        try:
            found = path.lstat()
        except OSError:
            return Backup(name=name, path=path, before=before, saved_at="", size=0, fault=GONE)
        bare = Backup(
            name=name,
            path=path,
            before=before,
            saved_at=atomic.stamp(found.st_mtime_ns),
            size=found.st_size,
        )
        if why := self._why_unfit(path):
            return msgspec.structs.replace(bare, fault=why, trusted=False)
        try:
            tables = tables_of(path)
        except StoreError as error:
            # What names the file is a sentence of its own, what does not a clause.
            named = error.fault.file is not None
            return msgspec.structs.replace(bare, fault=str(error) if named else error.told())
        entries = read_history(tables)[0]
        return msgspec.structs.replace(
            bare,
            saved_at=entries[-1].at if entries else bare.saved_at,
            cases=len(read(tables).book.cases),
            records=sum(len(tables.get(table, ())) for table in TABLES),
            last=entries[-1].sentence if entries else "",
        )

    def _why_unfit(self, path: Path) -> str:
        """Why a backup must not be trusted; empty where it may be."""
        folders = [path.parent]
        if path.parent.name == PINNED:
            folders.insert(0, path.parent.parent)
        found = [owners.why_unfit(folder, self.real) for folder in folders]
        return next(filter(None, found), owners.why_unfit(path, self.real, stat.S_IFREG))


def tables_of(path: Path) -> RawTables:
    """The tables of another file as this version lays them out; it is never written.

    Raises:
        DamagedFile: It can't be understood, or is newer; the error names no file.
        StoreError: It can't be read.
    """
    found = signature.read(path)
    if found is None:
        raise StoreError("there is no such file")
    tables = codec.decode(backup_file.plain(found[0]))
    schema = schema_of(tables)
    if schema > SCHEMA:
        raise DamagedFile(FileFault(state=newer(schema)))
    return unpacked(migrate(tables))[0]


def _free(numbered: Mapping[int, Path]) -> int:
    """The number after the highest, as far as one of them can have a next one."""
    following = (number + 1 for number in (0, *numbered) if number + 1 not in numbered)
    return max(number for number in following if number < MOST)


def _numbered(folder: Path) -> dict[int, Path]:
    """The backups of a folder by their numbers."""
    found: dict[int, Path] = {}
    with suppress(OSError):
        for path in folder.iterdir():
            if match := NAMES.fullmatch(path.name):
                number = int(match[1])
                # A save that was killed while it compressed one has left both.
                if number not in found or path.suffix != backup_file.ENDING:
                    found[number] = path
    return found
