"""Modes, where the disk keeps none: a stick with FAT, a Windows disk in WSL, a share."""

import errno
import os
import sys
from pathlib import Path

from g221_tui.store.places.own_place import first_time

LACKING = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS})
"""What a disk answers that does not know what is asked of it.

`EPERM` too: the owner of a file that was just made may do anything with it elsewhere.
"""
OTHERS = 0o077
"""The mode bits of everybody but the owner."""
MODES = "modes"
"""The word under which it is noted that this was said."""


def set_mode(target: int | Path, mode: int) -> bool:
    """Gives a file or folder, made just now for its owner alone, a mode.

    Returns:
        Whether the disk keeps modes.

    Raises:
        OSError: It failed for another reason.
    """
    if sys.platform == "win32":
        return True  # who may read is not a matter of modes there
    kept = True
    if _open_to_others(target):
        # It was asked for without these bits. Some disks take the question and change nothing.
        kept = _change(target, mode & ~OTHERS) and not _open_to_others(target)
    return _change(target, mode) and kept


def _change(target: int | Path, mode: int) -> bool:
    try:
        if isinstance(target, int):
            os.fchmod(target, mode)
        else:
            target.chmod(mode)
    except OSError as error:
        if error.errno not in LACKING:
            raise
        return False
    return True


def _open_to_others(target: int | Path) -> bool:
    return bool(os.stat(target).st_mode & OTHERS)  # noqa: PTH116 - also of an open file


def said_once(path: Path) -> str:
    """What to say of a file whose mode could not be set; empty when it was said before."""
    if not first_time(path.parent, MODES):
        return ""
    return (
        f"Saved, but the disk that holds {path.parent} keeps no file modes: how it is set up"
        " decides who else can read the file (said once)."
    )
