"""Replacing the file in one step: whatever happens, the old file or the new one is there, whole."""

import errno
import os
import re
import stat
import sys
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path

from g221_tui.errors import AlreadyThere, ConflictError, ReadOnlyStore, SaveFailed, StoreError
from g221_tui.store.places import modes, replacing, unlocked
from g221_tui.store.places.read_only import is_there, why_read_only
from g221_tui.store.signature import Signature, differ, look, of_written

NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
"""Not to open what a link planted under the name leads to."""
PRIVATE = 0o600
"""The mode of a new file: its owner alone."""
PRIVATE_FOLDER = 0o700
"""The mode of a new folder."""

REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the file would be larger than is allowed here",
    errno.EIO: "the disk reported an error",
    errno.EBUSY: "the file is in use by the system",
    errno.ETXTBSY: "another program holds the file open",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
}
"""What the system's error numbers mean to a person."""


LONGEST_NAME = 255 - len("..01234567.tmp")
"""How many bytes the file's name may have where a disk takes 255, as nearly all do."""
NO_TIME = 253_402_128_000
"""From here on, in seconds since 1970, times are not told: 30 Dec 9999, a day before the last
that every time zone has."""
NO_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})
"""What a disk answers that never flushes a folder."""


def replace(
    real: Path,
    data: bytes,
    seen: Signature | None,
    kept: AbstractContextManager[list[str]] | None = None,
    *,
    locked: bool = True,
) -> tuple[Signature, str]:
    """Puts the bytes in place of the file, durably, and keeps its mode and owner.

    Args:
        real: The file itself, links resolved; the caller holds its lock.
        data: All its new bytes.
        seen: The signature of the file that the bytes were made from; none for a new file.
        kept: What keeps the former file while it is replaced, and says what it could not.
        locked: Whether the lock is held; without it the bytes are looked at more closely.

    Returns:
        The signature of the new file, and a warning ("" when all is well).

    Raises:
        StoreError: Nothing was replaced; the children name the reason.
    """
    if locked:
        sweep(real)  # without the lock it could be another writer's
    fresh = temporary(real)
    placed = False
    lost: list[str] = []
    said: list[str] = []
    try:
        as_asked = fill(fresh, data, _former(real))
        check_unchanged(real, seen, closely=not locked)
        # Nothing may come between the backup and the replacing.
        with kept or nullcontext(lost) as lost:
            if not locked:
                check_unchanged(real, seen, closely=True)
            replacing.put(fresh, real)
            placed = True
            if not as_asked:
                said.append(modes.said_once(real))
    except OSError as error:
        raise not_saved(error, real) from None
    finally:
        if not placed:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
    if not locked:
        unlocked.check_still_there(real, data)
    said += [sync_folder(real.parent), *lost]
    return of_written(real, data), " ".join(filter(None, said))


def temporary(path: Path) -> Path:
    """A name for a file that is still being written; `sweep` knows it."""
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")


def write_new(path: Path, data: bytes) -> str:
    """Writes a file of the user's that was not there, for its owner alone.

    Returns:
        A warning ("" when all is well).

    Raises:
        StoreError: Something lies there already, or the disk did not take it.
    """
    try:
        return "" if fill(path, data, None) else modes.said_once(path)
    except FileExistsError:
        raise AlreadyThere(
            f"there is something at {path} already",
            advice="Name another file, or move that one away",
        ) from None
    except OSError as error:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise SaveFailed(_reason(error), outcome=f"Nothing was written to {path}") from None


def make_folder(folder: Path) -> None:
    """Makes the folder and those above it, for their owner alone, and durably.

    Raises:
        StoreError: A folder can't be made; those made on the way to it are gone again.
    """
    missing: list[Path] = []
    made: list[Path] = []
    while not is_there(folder):
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        try:
            path.mkdir(PRIVATE_FOLDER)
            made.append(path)
            modes.set_mode(path, PRIVATE_FOLDER)  # whatever the umask took away
        except FileExistsError:
            continue  # another process was faster
        except OSError as error:
            for empty in reversed(made):
                with suppress(OSError):  # it is not empty any more: somebody's file is in it
                    empty.rmdir()
            raise not_saved(error, path) from None
        sync_folder(path.parent)


def check_writable(real: Path) -> None:
    """Asks the system whether the file may be replaced, which a folder's mode alone would allow.

    Raises:
        ReadOnlyStore: It may not.
    """
    why = why_read_only(real)
    if why is not None:
        raise ReadOnlyStore(why)


def check_unchanged(real: Path, seen: Signature | None, *, closely: bool = False) -> None:
    """Makes sure that the file is still the one that was read.

    Args:
        real: The file.
        seen: Its signature when it was read.
        closely: Whether to read its bytes again, whatever the disk says of its times.

    Raises:
        ConflictError: A program that does not take the lock has changed it.
    """
    if differ(look(real, None if closely else seen), seen):
        raise conflict(real)


def sweep(real: Path) -> None:
    """Removes what killed writers left behind; under the lock nobody else can be writing."""
    pattern = re.compile(rf"\.{re.escape(real.name)}\.[0-9a-f]{{8}}\.tmp")
    with suppress(OSError):
        for path in real.parent.iterdir():
            if pattern.fullmatch(path.name):
                with suppress(OSError):
                    path.unlink()


def not_saved(error: OSError, path: Path) -> StoreError:
    """The error of a save that the system refused."""
    if error.errno == errno.EROFS:
        return ReadOnlyStore(f"the disk that holds {path} can only be read")
    if error.errno in (errno.EACCES, errno.EPERM):
        return ReadOnlyStore(f"you may not write in {path.parent}")
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return SaveFailed(f"{path.parent} is not a folder")
    name = len(os.fsencode(path.name))
    if error.errno == errno.ENAMETOOLONG and name > LONGEST_NAME:
        return SaveFailed(
            f"the name of {path} is too long: it has {name} bytes, and what lies beside the file"
            f" while it is saved leaves room for {LONGEST_NAME}",
            advice="Give it a shorter name",
        )
    return SaveFailed(_reason(error), advice=f"{path.name} is as it was before")


def _reason(error: OSError) -> str:
    """What the system's error means to a person; else in the system's words."""
    return REASONS.get(error.errno or 0, (error.strerror or str(error)).lower())


def stamp(nanoseconds: int) -> str:
    """A time of the disk as a UTC timestamp, ISO 8601."""
    seconds = nanoseconds // 10**9
    # A disk can hold times that no calendar has; such a file still has to be told of.
    moment = datetime.fromtimestamp(seconds if 0 <= seconds < NO_TIME else 0, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def conflict(real: Path) -> ConflictError:
    """The error of a save that met a change of another program's."""
    return ConflictError(
        f"another program changed {real} in this moment", advice="Look at it again"
    )


def _former(real: Path) -> os.stat_result | None:
    """The file that is to be replaced, if there is one and it may be."""
    try:
        found = os.lstat(real)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise conflict(real)  # it was an ordinary file when it was read
    return found


def fill(fresh: Path, data: bytes, former: os.stat_result | None) -> bool:
    """Writes the new file under a name of its own, private from its first moment.

    Returns:
        Whether the disk keeps modes.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_FOLLOW
    handle = os.open(fresh, flags | getattr(os, "O_BINARY", 0), PRIVATE)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        as_asked = _dress(handle, former)
        _sync(handle)
    finally:
        os.close(handle)
    return as_asked


def _dress(handle: int, former: os.stat_result | None) -> bool:
    """Gives the new file the owner and the mode of the former one; whether modes are kept."""
    if sys.platform == "win32":
        return True
    if former is None:
        return modes.set_mode(handle, PRIVATE)
    own = os.fstat(handle)
    if (own.st_uid, own.st_gid) != (former.st_uid, former.st_gid):
        try:
            os.fchown(handle, former.st_uid, former.st_gid)
        except PermissionError:
            raise ReadOnlyStore(
                "the file belongs to another user or group, and a save would make it yours"
            ) from None
    return modes.set_mode(handle, stat.S_IMODE(former.st_mode))


def _sync(handle: int) -> None:
    """Has the disk take the bytes; macOS needs to be asked more firmly."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def sync_folder(folder: Path) -> str:
    """Has the disk take the new name; a failure is a warning, since the file is in its place."""
    if sys.platform == "win32":
        return ""
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno in NO_SYNC:
            return ""  # this disk never does it: a warning at each save would help nobody
        reason = (error.strerror or str(error)).lower()
        return f"Saved, but a power cut in the next seconds might undo it ({reason})."
    return ""
