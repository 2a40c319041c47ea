"""The copies that sync tools leave, and what is no file of g221 at all."""

import shutil
from pathlib import Path

import pytest

from g221_tui.errors import Refused
from g221_tui.store import conflict_copies, import_export
from g221_tui.store.merging import pending_copies
from g221_tui.store.repository import Repository
from store.kit import TODAY, log, repository, start
from store.merging.kit import RULES, noted, taken_in


def copies(ours: Repository, name: str, store: Repository) -> list[Path]:
    """The copies beside our file that hold what it lacks, theirs being there by that name."""
    shutil.copy(store.path, ours.path.with_name(name))
    found = pending_copies.pending(ours.path, ours.tables, RULES)
    return [copy.path for copy in found]


@pytest.mark.parametrize(
    "name",
    [
        "case.sync-conflict-20261212.json",
        "case (conflicted copy).json",
        "case 2.json",
        "Case 9.json",
        "case 10.json",
        "case (1).json",
        "case-LAPTOP.json",
        "case_conflict-20261212-101112.json",
        "case (SFConflict asha@example.org 2026-12-12-10-11-12).json",
        "case (Copie en conflit de Asha 2026-12-12).json",
        "case (In Konflikt stehende Kopie von Asha 2026-12-12).json",
        "case - Copy.json",
        "Copy of case.json",
        "case.json.orig",
    ],
)
def test_a_copy_of_a_sync_tool_that_holds_more_is_pending(
    pair: tuple[Repository, Repository], name: str
) -> None:
    ours, theirs = pair
    assert copies(ours, name, theirs) == []
    log(theirs, "theirs")
    assert copies(ours, name, theirs) == [ours.path.with_name(name)]


@pytest.mark.parametrize(
    "name", [".case.json.old", "case.txt", "other.sync-conflict-1.json", "other 2.json"]
)
def test_a_file_of_another_name_is_none(pair: tuple[Repository, Repository], name: str) -> None:
    ours, theirs = pair
    log(theirs, "theirs")
    assert copies(ours, name, theirs) == []


def test_a_file_that_is_called_like_a_copy_is_no_copy_of_itself(tmp_path: Path) -> None:
    ours = start(tmp_path / "case.sync-conflict-1.json")
    assert conflict_copies.conflict_copies(ours.path) == ()


def test_a_numbered_file_of_another_origin_is_no_copy(
    pair: tuple[Repository, Repository], tmp_path: Path
) -> None:
    ours, _ = pair
    another = repository(tmp_path / "another" / "case.json")
    with another.transaction() as change:
        change.save(ours.load(), "Begun elsewhere", TODAY)
    log(another, "more")
    assert copies(ours, "case 2.json", another) == []
    assert copies(ours, "case (conflict).json", another) != []


def test_a_clash_is_pending_until_their_history_was_taken_in(
    pair: tuple[Repository, Repository],
) -> None:
    ours, theirs = pair
    noted(ours, "ours")
    noted(theirs, "theirs")
    name = "case.sync-conflict-1.json"
    assert copies(ours, name, theirs) == [ours.path.with_name(name)]
    taken_in(ours, theirs)
    noted(ours, "settled")
    assert copies(ours, name, theirs) == []


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"cases": {}}', "it has no table meta: g221 did not write it"),
        (b'{"masked": true, "cases": {}}', "it is a masked export"),
        (b"{", "line 1, column 2"),
    ],
)
def test_what_g221_did_not_write_is_not_imported(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "other.json"
    path.write_bytes(data)
    with pytest.raises(Refused, match="Nothing was imported") as told:
        import_export.tables_to_import(path)
    assert why in str(told.value)


def test_an_export_is_never_written_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    import_export.write_export(path, {"a": 1})
    before = path.read_bytes()
    with pytest.raises(Exception, match="Nothing was written: there is something at"):
        import_export.write_export(path, {"b": 2})
    assert path.read_bytes() == before
