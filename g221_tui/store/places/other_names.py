"""A file with a second name on the disk: a save gives one of them a new file, and parts them."""

import os
import stat
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from g221_tui.errors import Refused
from g221_tui.store.places.own_place import first_time, was_said
from g221_tui.store.places.unlocked import MOMENT

NAMES = "names of"
"""How it is noted that this was said of a file."""
LOOKS = 5
"""How often it is looked at where another writer may be at work: its new backup is a second name
for as long as its save takes."""


def check_parting(
    real: Path,
    backups: Callable[[], Iterable[Path]],
    *,
    locked: bool = True,
    pause: Callable[[float], object] = time.sleep,
) -> None:
    """Says once that a save would part the names of the file, before it does.

    Args:
        real: The file.
        backups: Tells its backups, which may be further names of it.
        locked: Whether nobody else makes one meanwhile; else it is looked at again.
        pause: Waits for so many seconds.

    Raises:
        Refused: It has another name; the next save goes ahead.
    """
    said = f"{NAMES} {real.name}"
    with suppress(OSError):
        for look in range(1 if locked else LOOKS):
            if look:
                pause(MOMENT)
            found = real.lstat()
            if found.st_nlink < 2 or not stat.S_ISREG(found.st_mode):
                return
            if found.st_nlink - sum(_is(path, found) for path in backups()) < 2:
                return
            if was_said(real.parent, said):
                return
        if not first_time(real.parent, said):
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
