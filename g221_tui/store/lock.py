"""The lock that lets one process write at a time. Reading takes none."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from g221_tui.errors import LockTimeout, SaveFailed
from g221_tui.store.atomic import not_saved
from g221_tui.store.places import modes, owners, unlocked
from g221_tui.store.places.own_place import PRIVATE, made, own_place

PATIENCE = 5.0
"""How many seconds a writer waits for another one."""
POLL = 0.02
"""After how many seconds it tries again."""


@contextmanager
def held(real: Path) -> Iterator[None]:
    """Holds the lock of a file; the kernel frees it when the process ends, however it ends.

    Args:
        real: The file itself, links resolved, so that every name of it has one lock.

    Raises:
        LockTimeout: Another process holds it.
        NoLocks: The disk gives none.
        ReadOnlyStore: The lock can't be made beside the file.
        SaveFailed: The folder has no room for it.
    """
    from filelock import FileLock, Timeout  # costs 50 ms, and reading does not need it

    try:
        note = _made(real)
    except FileNotFoundError:
        raise SaveFailed(f"no file can be made in {real.parent}") from None
    except OSError as error:
        raise not_saved(error, real) from None
    # Not the soft lock: that one is a mere file, which stays when its process is killed.
    # No mode either: older versions set it each time, which some disks refuse.
    lock = FileLock(note, is_singleton=False, fallback_to_soft=False, poll_interval=POLL)
    try:
        lock.acquire(timeout=PATIENCE)
    except Timeout:
        raise LockTimeout(
            f"{_holder(note)} is writing to {real.name} and did not finish"
            f" within {PATIENCE:g} seconds",
            advice="Try again",
        ) from None
    except NotImplementedError:
        raise unlocked.no_locks(real) from None
    except OSError as error:
        if error.errno in unlocked.WITHOUT:
            raise unlocked.no_locks(real) from None
        raise not_saved(error, real) from None
    try:
        _sign(note)
        yield
    finally:
        # The save is done or refused by now; a lock that can't be let go ends with the process.
        with suppress(OSError):
            lock.release()


def _made(real: Path) -> Path:
    """The lock of the file, made where it is missing; a refusal here tells the true reason.

    Raises:
        OSError: It can't be made.
    """
    note = real.with_name(f".{real.name}.lock")
    if not owners.is_fit_lock(note, real):
        note = made(own_place(real.parent)) / f"{real.name}.lock"
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(note, flags | os.O_EXCL, PRIVATE)
    except FileExistsError:
        return note
    try:
        modes.set_mode(handle, PRIVATE)
        owners.give_to_owner(handle, real)
    finally:
        os.close(handle)
    return note


def _sign(note: Path) -> None:
    """Leaves the process id for those who wait; a full disk must not stop the writer here."""
    with suppress(OSError):
        handle = os.open(note, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0))
        try:
            os.write(handle, f"{os.getpid():<10}\n".encode())
        finally:
            os.close(handle)


def _holder(note: Path) -> str:
    """Who holds the lock, as far as its note tells; a note may be older than the holder."""
    try:
        pid = int(note.read_bytes()[:20])
    except (OSError, ValueError):
        return "another process"
    return f"process {pid}" if _is_alive(pid) else "another process"


def _is_alive(pid: int) -> bool:
    if sys.platform == "win32" or pid <= 0:
        return pid > 0  # there, asking with signal 0 would end the process
    try:
        os.kill(pid, 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True
