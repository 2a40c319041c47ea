"""Whose a lock or a backup is: in a shared folder, others can put files beside the user's."""

import os
import stat
from contextlib import suppress
from pathlib import Path

ROOT = 0
"""The user who may do anything anyway."""


def is_anothers(path: Path, real: Path) -> bool:
    """Whether something lies there that neither this user nor the file's owner put there.

    Args:
        path: What lies beside the file; a link counts itself, not what it leads to.
        real: The file.
    """
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return found.st_uid not in _known(real)


def why_unfit(path: Path, real: Path, kind: int = stat.S_IFDIR) -> str:
    """Why a backup, or its folder, can't be trusted; empty where it can, or where none is.

    Args:
        path: Where it lies.
        real: The file that it is a backup of.
        kind: What it must be: a folder, or `S_IFREG` for a file.
    """
    try:
        found = os.lstat(path)
    except OSError:
        return ""
    what = f"the folder {path.name}" if kind == stat.S_IFDIR else "it"
    if stat.S_ISLNK(found.st_mode):
        return f"{what} is a link"
    if stat.S_IFMT(found.st_mode) != kind:
        return f"{what} is no {'folder' if kind == stat.S_IFDIR else 'ordinary file'}"
    if found.st_uid not in _known(real):
        return f"{what} belongs to another user"
    return ""


def is_fit_lock(note: Path, real: Path) -> bool:
    """Whether the lock beside the file is one that this user can hold, and nobody can against them.

    One that has a second name is none: signing it would write into another file.
    """
    if _keeps_owners_apart(real.parent) and _known(real) != {_me()}:
        return False  # root on another's file: the owner could not hold what root makes there
    try:
        found = os.lstat(note)
    except OSError:
        return True
    if found.st_uid not in _known(real):
        return False
    if not stat.S_ISREG(found.st_mode):
        return True  # taking it tells what is wrong with it
    return found.st_nlink == 1 and os.access(note, os.R_OK | os.W_OK)


def give_to_owner(handle: int, real: Path) -> None:
    """Gives what root made beside a file to the file's owner, who could not open it else."""
    if _me() != ROOT:
        return
    with suppress(OSError, AttributeError):  # no file yet, or a disk without owners
        found = os.lstat(real)
        if found.st_uid != ROOT:
            os.fchown(handle, found.st_uid, found.st_gid)


def _keeps_owners_apart(folder: Path) -> bool:
    """Whether everybody may make files there, and only a file's owner may move it: `/tmp`."""
    try:
        return bool(os.stat(folder).st_mode & stat.S_ISVTX)  # noqa: PTH116 - as its neighbours
    except OSError:
        return False


def _known(real: Path) -> frozenset[int]:
    """This user and the owner of the file."""
    with suppress(OSError):
        return frozenset({_me(), os.lstat(real).st_uid})
    return frozenset({_me()})


def _me() -> int:
    """The number of this user; on Windows everything has the number 0."""
    return os.geteuid() if hasattr(os, "geteuid") else ROOT
