"""Files that others left: the copies of sync tools, and what a user brings to be imported."""

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path

from g221_tui.errors import NotImported, StoreError
from g221_tui.records import META, RawTables
from g221_tui.store import atomic, codec, signature
from g221_tui.store.backups import tables_of

PATTERNS = ("*.sync-conflict-*", "*conflicted copy*", "* (conflict*)*")
"""How sync tools name the copy of a file that two machines changed."""
NUMBERS = frozenset(str(number) for number in range(2, 10))
"""What iCloud writes after the name of such a copy."""
MASKED = "it is a masked export, and what was masked is not in it"
UNKNOWN = "it has no table meta: g221 did not write it"
"""Why a file can't be taken in that could be read."""

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


def tables_to_import(path: Path) -> RawTables:
    """The tables of a file that the user brings; it is only read.

    Raises:
        NotImported: It is no whole file of g221; the error says what it is.
    """
    try:
        tables = tables_of(path)
    except StoreError as error:
        raise NotImported(path, MASKED if _is_masked(path) else error.told("it")) from None
    if META not in tables:
        raise NotImported(path, UNKNOWN)
    return tables


def write_export(path: Path, value: Mapping[str, object]) -> None:
    """Writes an export for the user alone, where nothing lies yet.

    Raises:
        StoreError: Something lies there, or the disk did not take it.
    """
    atomic.write_new(path, codec.encode(value))


def _is_masked(path: Path) -> bool:
    try:
        found = signature.read(path)
        top = None if found is None else json.loads(found[0])
    except (StoreError, ValueError, RecursionError):
        return False
    return isinstance(top, dict) and top.get("masked") is True
