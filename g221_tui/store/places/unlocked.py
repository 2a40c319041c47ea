"""Saving where no lock can be had: what is lost, and a closer look at the file instead."""

import errno
import time
from collections.abc import Callable
from pathlib import Path

from g221_tui.errors import ConflictError, NoLocks
from g221_tui.store.signature import digest, look

WITHOUT = frozenset(
    {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF, errno.EINVAL}
)
"""What a disk answers that has no locks, or whose server gives none.

The last two of a file that was opened right before: NFS above NFS, and shares of other kinds.
"""
MOMENT = 0.05
"""Seconds in which another writer, which looked at the file before this save, would replace it."""


def no_locks(real: Path) -> NoLocks:
    """The error of a save on a disk without locks."""
    return NoLocks(
        f"the disk that holds {real.parent} gives no locks: two windows or commands at once"
        " could lose changes",
        advice="With one at a time, go on with --no-lock, or 'lock = false' in settings.toml",
    )


def check_still_there(
    real: Path, data: bytes, pause: Callable[[float], object] = time.sleep
) -> None:
    """Makes sure that nobody replaced the file right after this save, not having seen it.

    Args:
        real: The file.
        data: What was saved.
        pause: Waits for so many seconds.

    Raises:
        ConflictError: It holds something else by now.
    """
    pause(MOMENT)
    found = look(real)
    if found is None or found.digest != digest(data):
        raise ConflictError(
            f"another program changed {real} in the same moment",
            advice="Look whether your change is in it before you make it again",
            outcome="It is not sure that this was saved",
        )
