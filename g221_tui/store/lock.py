"""The lock that lets one process write at a time. Reading takes none."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from g221_tui.errors import LockTimeout, SaveFailed
from g221_tui.store.atomic import not_saved

if TYPE_CHECKING:
    from filelock import FileLock

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
        ReadOnlyStore: The lock can't be made beside the file.
        SaveFailed: The folder has no room for it, or knows no locks.
    """
    from filelock import FileLock, Timeout  # costs 50 ms, and reading does not need it

    note = real.with_name(f".{real.name}.lock")
    # Not the soft lock: that one is a mere file, which stays when its process is killed.
    lock = FileLock(
        note, mode=0o600, is_singleton=False, fallback_to_soft=False, poll_interval=POLL
    )
    try:
        _take(lock, note)
    except Timeout:
        raise LockTimeout(
            f"{_holder(note)} is writing to {real.name} and did not finish"
            f" within {PATIENCE:g} seconds",
            advice="Try again",
        ) from None
    except NotImplementedError:
        raise SaveFailed(f"the disk that holds {real.parent} knows no file locks") from None
    except FileNotFoundError:
        raise SaveFailed(f"no file can be made in {real.parent}") from None
    except OSError as error:
        raise not_saved(error, real) from None
    try:
        _sign(note)
        yield
    finally:
        # The save is done or refused by now; a lock that can't be let go ends with the process.
        with suppress(OSError):
            lock.release()


def _take(lock: "FileLock", note: Path) -> None:
    """Takes the lock, waiting for another writer only where there can be one.

    Raises:
        Timeout: Another process holds it.
        OSError: The lock can't be made beside the file.
    """
    from filelock import Timeout

    try:
        lock.acquire(blocking=False)
    except Timeout:
        # A folder that takes no new file looks the same; making one tells the true reason.
        os.close(os.open(note, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
        lock.acquire(timeout=PATIENCE)


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
