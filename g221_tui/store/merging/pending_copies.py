"""The copies that sync tools leave beside a file: which of them hold something it lacks."""

import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.errors import NotImported
from g221_tui.records import RawTables, Tables
from g221_tui.store.conflict_copies import LARGEST, conflict_copies, like_names
from g221_tui.store.import_export import tables_to_import
from g221_tui.store.merging.changes import acts
from g221_tui.store.merging.merge import plan


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """A copy with something that the file lacks, or one that can't be understood."""

    path: Path
    fault: str = ""
    """Why it can't be taken in; empty when it can."""


def pending(path: Path, tables: Callable[[], RawTables], rules: Rules) -> tuple[Copy, ...]:
    """The copies that hold what the file lacks, those that can't be taken in last.

    A copy stays where it is after it was taken in; it is told by what it holds, not by a mark.

    Args:
        path: The file as the user named it.
        tables: Reads its tables; not called where there is no copy.
        rules: The rules, which name what the records hold.
    """
    named, like = conflict_copies(path), _small(like_names(path))
    if not named and not like:
        return ()
    ours = tables()
    found: list[Copy] = []
    for copy in (*named, *like):
        try:
            theirs = tables_to_import(copy)
        except NotImported as problem:
            if copy in named:
                found.append(Copy(path=copy, fault=problem.why))
            continue
        # A like name may as well be that of another file of the user's own.
        if (copy in named or _one_origin(ours, theirs)) and lacks(ours, theirs, rules):
            found.append(Copy(path=copy))
    return tuple(sorted(found, key=lambda copy: bool(copy.fault)))


def _small(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Those that are files, and not too large to be one of g221's."""
    found = []
    for path in paths:
        with suppress(OSError):
            seen = path.stat()
            if stat.S_ISREG(seen.st_mode) and seen.st_size <= LARGEST:
                found.append(path)
    return tuple(found)


def lacks(ours: Tables, theirs: Tables, rules: Rules) -> bool:
    """Whether their tables hold something that ours lack, or changed what ours changed too."""
    found = plan(ours, theirs, rules)
    return bool(found.lines or found.clashes)


def _one_origin(ours: Tables, theirs: Tables) -> bool:
    """Whether two files were one once: they share a change."""
    return not acts(ours).keys().isdisjoint(acts(theirs))
