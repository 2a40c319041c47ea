"""Reads a small text file that the user wrote: settings, keys, templates, a letter."""

import errno
import os
import stat
from pathlib import Path

LARGEST = 1_000_000
"""How many bytes such a file may have."""


def own_text(path: Path) -> str:
    """The text of a file, which is UTF-8; a byte order mark is dropped.

    Nothing but an ordinary file is read: a pipe would be waited for, a device may have no end.

    Raises:
        OSError: It can't be read, is no ordinary file, or is too large.
        UnicodeDecodeError: It is not UTF-8.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise OSError(errno.EFBIG, "it is larger than a megabyte", str(path))
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
