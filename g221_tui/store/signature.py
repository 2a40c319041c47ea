"""Reading the file, and knowing it again: whether it is still the one that was read."""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from g221_tui.errors import DamagedFile, FileFault, StoreError

RACY = 2_000_000_000
"""For how many nanoseconds after a change a second one may leave the same time stamps."""
TRIES = 5
"""How often a file that changes while it is read is read again."""


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """What a file looked like at one moment."""

    device: int
    inode: int
    size: int
    """In bytes."""
    changed: tuple[int, int]
    """When its bytes and when its inode changed, in nanoseconds."""
    racy: bool
    """Whether it was so fresh that the stamps alone do not show a later change."""
    digest: bytes
    """The hash of its bytes, for this run of the program; empty where they can't be read."""


def check(path: Path) -> None:
    """Opens the file and reads nothing.

    Raises:
        StoreError: As for `read`.
    """
    with _opened(path):
        pass


def check_kind(path: Path) -> None:
    """Whether a file lies there, or nothing; opens nothing, as `check` does.

    Raises:
        DamagedFile: A folder, a pipe or a device lies there.
    """
    with suppress(OSError):  # whoever opens it tells the reason
        _must_be_file(path, path.stat().st_mode)


def _must_be_file(path: Path, mode: int) -> None:
    if not stat.S_ISREG(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "no ordinary file"
        raise DamagedFile(FileFault(file=path, state=f"is {kind}, not a case file"))


def read(path: Path) -> tuple[bytes, Signature] | None:
    """The bytes of the file and its signature; none when there is no file.

    Raises:
        DamagedFile: A folder, a pipe or a device lies there.
        StoreError: The file can't be read.
    """
    with _opened(path) as handle:
        if handle is None:
            return None
        found = os.fstat(handle)
        for _ in range(TRIES):
            data = _all_of(handle, found.st_size)
            before, found = found, os.fstat(handle)
            if _stamps(before) == _stamps(found):
                return data, _signature(found, digest(data))
    raise _unread(path, "another program keeps writing to it", advice="Try again")


def look(path: Path, seen: Signature | None = None) -> Signature | None:
    """What lies there now; none when there is no file.

    Args:
        path: The file.
        seen: A former signature; while its stamps hold, the bytes are not read again.
    """
    try:
        now = path.stat()
    except FileNotFoundError:
        return None
    except OSError:
        return UNREADABLE
    if seen is not None and not seen.racy and seen.digest:
        same = _signature(now, seen.digest)
        if (same.device, same.inode, same.size, same.changed) == (
            seen.device,
            seen.inode,
            seen.size,
            seen.changed,
        ):
            return seen
    try:
        found = read(path)
    except StoreError:
        return _signature(now, b"")
    return None if found is None else found[1]


def differ(one: Signature | None, other: Signature | None) -> bool:
    """Whether the bytes are others; a file that was only touched does not differ."""
    if one is None or other is None:
        return one is not other
    return one.digest != other.digest


def of_written(path: Path, data: bytes) -> Signature:
    """The signature of a file that was just put in place with these bytes."""
    try:
        return _signature(path.stat(), digest(data))
    except OSError:
        return UNREADABLE


def digest(data: bytes) -> bytes:
    """The hash that tells two contents apart, within this run of the program alone."""
    # Python's own hash of bytes: it is keyed, has 64 bits, and needs no other library.
    return hash(data).to_bytes(8, "big", signed=True)


@contextmanager
def _opened(path: Path) -> Iterator[int | None]:
    """The open file; none when there is no file.

    Raises:
        StoreError: As for `read`, also for what fails inside.
    """
    # O_NONBLOCK: opening a pipe would wait for a writer for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except FileNotFoundError:
        yield None
        return
    except OSError as error:
        raise _unread(path, _reason(error)) from None
    try:
        _must_be_file(path, os.fstat(handle).st_mode)
        yield handle
    except OSError as error:
        raise _unread(path, _reason(error)) from None
    finally:
        with suppress(OSError):  # the bytes are here; the system lets go of the file all the same
            os.close(handle)


def _signature(found: os.stat_result, hashed: bytes) -> Signature:
    newest = max(found.st_mtime_ns, found.st_ctime_ns)
    return Signature(
        device=found.st_dev,
        inode=found.st_ino,
        size=found.st_size,
        changed=(found.st_mtime_ns, found.st_ctime_ns),
        racy=newest > time.time_ns() - RACY,
        digest=hashed,
    )


UNREADABLE = Signature(device=0, inode=0, size=0, changed=(0, 0), racy=True, digest=b"")
"""A path that can't even be looked at."""


def _stamps(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _all_of(handle: int, size: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    pieces: list[bytes] = []
    while piece := os.read(handle, max(size + 1, 65536)):
        pieces.append(piece)
    return b"".join(pieces)


def _unread(path: Path, why: str, *, advice: str = "") -> StoreError:
    return StoreError(FileFault(file=path, state="can't be read", why=why), advice=advice)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
