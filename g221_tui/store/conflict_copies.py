"""The files beside the file that may be copies of it, which sync tools left there."""

import os
from collections.abc import Callable
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path

PATTERNS = (
    "*.sync-conflict-*",
    "*conflicted copy*",
    "* (conflict*)*",
    "*_conflict-*",
    "*(sfconflict *)*",
)
"""How sync tools that say so name the copy of a file that two machines changed."""
MOST = 50
"""How many files with like names are looked into; sync tools pile up a few, not thousands."""
LARGEST = 1 << 26
"""The size in bytes from which on a file is not looked into."""

Stamp = tuple[Path, int, int]
"""A copy, its size in bytes, and when it was written in nanoseconds."""


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """The copies of a file that lie beside it, or beside the file that it links to.

    Args:
        path: The file as the user named it.
    """
    return _beside(path, _is_copy)


def like_names(path: Path) -> tuple[Path, ...]:
    """What may be copies beside a file: each tool and each language names them in its own way.

    Whether one is a copy is told by its history, not by its name.

    Args:
        path: The file as the user named it.
    """
    named = conflict_copies(path)
    return tuple(copy for copy in _beside(path, _is_like) if copy not in named)[:MOST]


def copy_stamps(path: Path) -> tuple[Stamp, ...]:
    """What lies beside a file, cheaply: another result means that it is worth a look."""
    found: list[Stamp] = []
    for copy in (*conflict_copies(path), *like_names(path)):
        with suppress(OSError):
            seen = copy.stat()
            found.append((copy, seen.st_size, seen.st_mtime_ns))
    return tuple(found)


def _beside(path: Path, wanted: Callable[[str, Path], bool]) -> tuple[Path, ...]:
    real = Path(os.path.realpath(path))
    # One folder may be reached by two names, and is looked through once.
    places = {(os.path.realpath(one.parent), one.name): one for one in (real, path)}
    found: set[Path] = set()
    for one in places.values():
        with suppress(OSError):
            found |= {other for other in one.parent.iterdir() if wanted(other.name, one)}
    return tuple(sorted(found))


def _is_like(name: str, path: Path) -> bool:
    small = name.casefold()
    return (
        small != path.name.casefold()
        and not small.startswith(".")
        and path.stem.casefold() in small
        and path.suffix.casefold() in small
    )


def _is_copy(name: str, path: Path) -> bool:
    small = name.casefold()
    return (
        small != path.name.casefold()
        and small.startswith(path.stem.casefold())
        and any(fnmatchcase(small, pattern) for pattern in PATTERNS)
    )
