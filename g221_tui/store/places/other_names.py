"""A file with a second name on the disk: a save gives one of them a new file, and parts them."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from g221_tui.errors import Refused
from g221_tui.store.places.own_place import first_time

NAMES = "names of"
"""How it is noted that this was said of a file."""


def check_parting(real: Path, backups: Iterable[Path]) -> None:
    """Says once that a save would part the names of the file, before it does.

    Args:
        real: The file.
        backups: Its backups, which may be further names of it.

    Raises:
        Refused: It has another name; the next save goes ahead.
    """
    with suppress(OSError):
        found = real.lstat()
        if found.st_nlink < 2 or not stat.S_ISREG(found.st_mode):
            return
        ours = sum(_is(path, found) for path in backups)
        if found.st_nlink - ours < 2 or not first_time(real.parent, f"{NAMES} {real.name}"):
            return
        raise Refused(
            f"Nothing was saved yet: {real} has a second name on the disk (a hard link), which"
            " a save leaves behind with what it holds now. Do it again to save all the same; a"
            " symbolic link would follow."
        )


def _is(path: Path, found: os.stat_result) -> bool:
    with suppress(OSError):
        return os.path.samestat(path.lstat(), found)
    return False
