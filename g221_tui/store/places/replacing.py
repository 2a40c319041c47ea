"""Putting a finished file in the place of another, and why that can fail."""

import errno
import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from g221_tui.errors import SaveFailed

HELD = (5, 32, 33)
"""The errors of Windows while another program holds the file: denied, shared, locked."""
WAITS = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)
"""How many seconds pass before each further try: 2.5 in all. A scanner takes milliseconds."""
MOUNTS = Path("/proc/self/mountinfo")
"""Where Linux lists what is mounted."""
PLACE = 4
"""Which word of its lines names the place."""


def put(fresh: Path, real: Path, pause: Callable[[float], object] = time.sleep) -> None:
    """Puts a file in the place of another, in one step.

    Args:
        fresh: The finished file.
        real: The place, in the same folder.
        pause: Waits for so many seconds.

    Raises:
        SaveFailed: The place is mounted by itself, or a program of Windows holds the file.
        OSError: It failed for another reason.
    """
    for wait in (*WAITS, None):
        try:
            fresh.replace(real)
            return
        except OSError as error:
            if error.errno == errno.EBUSY and is_mounted(real):
                raise _alone(real) from None
            if getattr(error, "winerror", None) not in HELD:
                raise
        if wait is not None:
            pause(wait)
    raise SaveFailed(
        f"Windows would not replace {real.name} for {sum(WAITS):g} seconds: another program"
        " (a virus scanner, a sync tool, an editor) holds it, or you may not change it",
        advice=f"{real.name} is as it was before; try again in a moment",
    )


def is_mounted(path: Path) -> bool:
    """Whether a single file is mounted under this name, as containers do it."""
    with suppress(OSError):
        listed = MOUNTS.read_bytes().splitlines()
        return any(_place(line) == str(path) for line in listed)
    return False


def _place(line: bytes) -> str:
    """The place that a line of the list names; blanks and the like stand in octal there."""
    words = line.split()
    if len(words) <= PLACE:
        return ""
    plain = re.sub(rb"\\([0-7]{3})", lambda found: bytes([int(found[1], 8)]), words[PLACE])
    return os.fsdecode(plain)


def _alone(real: Path) -> SaveFailed:
    return SaveFailed(
        f"{real} is mounted as a single file, and such a file can't be replaced",
        advice=f"Mount the folder that holds {real.name} instead",
    )
