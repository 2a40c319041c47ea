"""The copies of the file that sync tools left beside it: which names they have."""

import os
from collections.abc import Callable
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path

PATTERNS = ("*.sync-conflict-*", "*conflicted copy*", "* (conflict*)*")
"""How sync tools name the copy of a file that two machines changed."""
NUMBERS = frozenset(str(number) for number in range(2, 10))
"""What iCloud writes after the name of such a copy."""

Stamp = tuple[Path, int, int]
"""A copy, its size in bytes, and when it was written in nanoseconds."""


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """The copies of a file that lie beside it, or beside the file that it links to.

    Args:
        path: The file as the user named it.
    """
    return _beside(path, _is_copy)


def numbered_copies(path: Path) -> tuple[Path, ...]:
    """What may be copies of a file beside it: iCloud writes a number after the name, as people do.

    Args:
        path: The file as the user named it.
    """
    return _beside(path, _is_numbered)


def copy_stamps(path: Path) -> tuple[Stamp, ...]:
    """What lies beside a file, cheaply: another result means that it is worth a look."""
    found: list[Stamp] = []
    for copy in (*conflict_copies(path), *numbered_copies(path)):
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


def _is_numbered(name: str, path: Path) -> bool:
    small, stem = name.casefold(), f"{path.stem.casefold()} "
    number = small.removeprefix(stem).removesuffix(path.suffix.casefold())
    return small == f"{stem}{number}{path.suffix.casefold()}" and number in NUMBERS


def _is_copy(name: str, path: Path) -> bool:
    small = name.casefold()
    return (
        small != path.name.casefold()
        and small.startswith(path.stem.casefold())
        and any(fnmatchcase(small, pattern) for pattern in PATTERNS)
    )
