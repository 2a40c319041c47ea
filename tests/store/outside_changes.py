"""What other programs do to the file without asking for its lock."""

import os
from collections.abc import Callable
from pathlib import Path


def edited_in_place(path: Path, post: bytes = b"Chennay") -> None:
    """The same size, and the time of the last change set back."""
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"Chennai", post))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replaced(path: Path, post: bytes = b"Madras") -> None:
    """Another file under the same name, as editors and sync tools do it."""
    other = path.with_name("other")
    other.write_bytes(path.read_bytes().replace(b"Chennai", post))
    other.replace(path)


def replaced_in_disguise(path: Path, post: bytes = b"Chennay") -> None:
    """Another file of the same size and with the time of the former one."""
    before = path.stat()
    replaced(path, post)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def removed(path: Path) -> None:
    """No file any more."""
    path.unlink()


def made_a_folder(path: Path) -> None:
    """A folder under the file's name."""
    path.unlink()
    path.mkdir()


EDITS: tuple[Callable[[Path, bytes], None], ...] = (edited_in_place, replaced, replaced_in_disguise)
"""What leaves another case file."""
CHANGES: tuple[Callable[[Path], None], ...] = (
    *(edited_in_place, replaced, replaced_in_disguise),
    *(removed, made_a_folder),
)
"""All of it."""
