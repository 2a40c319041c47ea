"""The user's own folder for what can't lie beside the file, and what was said of a place once.

It lies in the state folder, one folder for each folder that holds files; it is made when it is
needed, which is nearly never.
"""

import os
from contextlib import suppress
from pathlib import Path

from g221_tui.config import state_path

PRIVATE = 0o600
"""What is in it is for its owner alone."""
PRIVATE_FOLDER = 0o700
"""So is the folder."""
SAID = "said"
"""The file that names what was said, a line each."""


def own_place(folder: Path) -> Path:
    """The own folder for the files of a folder; it need not exist yet."""
    import hashlib  # it loads OpenSSL, and nearly nobody has such a place

    name = hashlib.blake2b(os.fsencode(folder), digest_size=8).hexdigest()
    return state_path() / "places" / name


def made(place: Path) -> Path:
    """The same, made where it is missing.

    Raises:
        OSError: It can't be made.
    """
    place.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
    return place


def first_time(folder: Path, what: str, *covered: str) -> bool:
    """Whether this is said of the folder for the first time; it counts as said from now on.

    Where that can't be noted, each time is the first: a warning too many is better than none.

    Args:
        folder: The folder that holds the file.
        what: What is said, a word.
        covered: Other things that have said it too, where they were said.
    """
    if any(was_said(folder, each) for each in (what, *covered)):
        return False
    with suppress(OSError, RuntimeError):  # a user without a home has no state folder
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(made(own_place(folder)) / SAID, flags, PRIVATE)
        try:
            os.write(handle, f"{what}\n".encode())
        finally:
            os.close(handle)
    return True


def was_said(folder: Path, what: str) -> bool:
    """Whether this was said of the folder."""
    with suppress(OSError, RuntimeError, UnicodeDecodeError):
        return what in (own_place(folder) / SAID).read_text("utf-8").splitlines()
    return False
