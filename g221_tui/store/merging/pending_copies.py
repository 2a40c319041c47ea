"""The copies that sync tools leave beside a file: which of them hold something it lacks."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.errors import NotImported
from g221_tui.records import RawTables, Tables
from g221_tui.store.conflict_copies import conflict_copies, numbered_copies
from g221_tui.store.import_export import tables_to_import
from g221_tui.store.merging.merge import plan
from g221_tui.store.rows import history_rows, missing


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
    named, numbered = conflict_copies(path), numbered_copies(path)
    if not named and not numbered:
        return ()
    ours = tables()
    found: list[Copy] = []
    for copy in (*named, *numbered):
        try:
            theirs = tables_to_import(copy)
        except NotImported as problem:
            if copy in named:
                found.append(Copy(path=copy, fault=problem.why))
            continue
        # A number after the name may as well be another file of the user's own.
        if (copy in named or _one_origin(ours, theirs)) and lacks(ours, theirs, rules):
            found.append(Copy(path=copy))
    return tuple(sorted(found, key=lambda copy: bool(copy.fault)))


def lacks(ours: Tables, theirs: Tables, rules: Rules) -> bool:
    """Whether their tables hold something that ours lack.

    A record that both changed counts until their history was taken in: it was settled then.
    """
    found = plan(ours, theirs, rules)
    return bool(found.lines or found.unread or (found.clashes and untaken(ours, theirs)))


def untaken(ours: Tables, theirs: Tables) -> bool:
    """Whether their history tells of changes that ours does not."""
    return bool(missing(history_rows(ours), history_rows(theirs)))


def _one_origin(ours: Tables, theirs: Tables) -> bool:
    """Whether two files were one once: they share a change."""
    here = history_rows(ours)
    return len(missing(history_rows(theirs), here)) < len(here)
