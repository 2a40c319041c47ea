"""Programs that take no lock: editors and sync tools are noticed, and never overwritten."""

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from g221_tui.errors import ConflictError, DamagedFile
from g221_tui.store import signature
from g221_tui.store.repository import Repository
from store.kit import TODAY, Fault, add, left_over, log, names, notes, repository, start
from store.outside_changes import CHANGES, edited_in_place, replaced

pytestmark = pytest.mark.promise(4)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "case.json"


@pytest.mark.parametrize("change_it", CHANGES)
def test_a_change_from_outside_is_noticed(path: Path, change_it: Callable[[Path], None]) -> None:
    store = start(path)
    store.load()
    assert not store.changed()
    change_it(path)
    assert store.changed()


@pytest.mark.parametrize("change_it", CHANGES)
def test_a_change_from_outside_during_a_save_is_kept_and_the_save_refused(
    path: Path, change_it: Callable[[Path], None]
) -> None:
    store = start(path)
    with pytest.raises(ConflictError, match="Nothing was saved: another program changed"):
        save_while(store, lambda: change_it(path))
    if path.is_file():
        assert b"Chennai" not in path.read_bytes()
        log(store, "on top")
        assert notes(store) == ["on top"]
        assert store.load().cases[0].facts.post in ("Chennay", "Madras")
    assert left_over(path) == []


@pytest.mark.parametrize("change_it", CHANGES)
def test_a_change_while_the_new_file_is_written_is_kept_and_the_save_refused(
    path: Path, change_it: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)
    Fault(lambda call: change_it(path), 1).arm(monkeypatch, "fsync")  # the new file's bytes
    with pytest.raises(ConflictError, match="Nothing was saved: another program changed"):
        log(store)
    assert not path.is_file() or b"Chennai" not in path.read_bytes()
    assert left_over(path) == []


def test_a_change_that_leaves_the_same_time_stamps_is_noticed_while_the_file_is_fresh(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed, second = signature._signature, 10**9

    def coarse(found: os.stat_result, hashed: bytes) -> signature.Signature:
        """A disk that counts time in whole seconds, of which both changes fall in one."""
        exact = signed(found, hashed)
        return msgspec.structs.replace(exact, changed=(exact.changed[0] // second, 0))

    monkeypatch.setattr(signature, "_signature", coarse)
    store = start(path)
    store.load()
    assert not store.changed()
    edited_in_place(path)
    assert store.changed()


def save_while(store: Repository, happens: Callable[[], None]) -> None:
    """A save during which something happens."""
    with store.transaction() as change:
        add(change)
        happens()


@pytest.mark.parametrize("change_it", [edited_in_place, replaced])
def test_a_change_between_reading_and_saving_is_built_upon(
    path: Path, change_it: Callable[[Path], None]
) -> None:
    store = start(path)
    store.load()
    change_it(path)
    log(store, "ours")
    assert store.load().cases[0].facts.post in ("Chennay", "Madras")
    assert notes(store) == ["ours"]


def test_a_file_that_appears_during_the_first_save_is_kept(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "case.json"
    start(other)
    theirs = other.read_bytes()
    ours = repository(other).load()

    def save_first() -> None:
        with repository(path).transaction() as change:
            change.save(ours, "Begun", TODAY)
            path.write_bytes(theirs)

    with pytest.raises(ConflictError):
        save_first()
    assert path.read_bytes() == theirs


def test_a_file_that_was_only_touched_is_no_change_and_no_conflict(path: Path) -> None:
    store = start(path)
    store.load()
    path.touch()
    assert not store.changed()
    with store.transaction() as change:
        name = add(change)
        path.touch()
    assert names(store) == [name]


def test_a_file_that_appears_is_noticed(path: Path) -> None:
    store = repository(path)
    store.load()
    assert not store.changed()
    start(path)
    assert store.changed()


def test_a_store_that_has_not_read_yet_has_not_seen_the_file(path: Path) -> None:
    start(path)
    assert repository(path).changed()


def test_a_damaged_file_is_news_once_and_again_when_it_is_repaired(path: Path) -> None:
    store = start(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:50])
    assert store.changed()
    with pytest.raises(DamagedFile):
        store.load()
    assert not store.changed()
    path.write_bytes(whole)
    assert store.changed()


def test_a_link_put_in_the_place_of_the_file_during_a_save_is_a_conflict(path: Path) -> None:
    store = start(path)
    copy = path.with_name("copy.json")

    def replace_by_link() -> None:
        path.rename(copy)
        path.symlink_to(copy)

    with pytest.raises(ConflictError):
        save_while(store, replace_by_link)
    assert path.is_symlink()


def test_a_link_turned_to_another_file_during_a_save_is_a_conflict(
    path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    start(path)
    start(other)
    link = tmp_path / "link.json"
    link.symlink_to(path)
    before = path.read_bytes(), other.read_bytes()

    def turn() -> None:
        link.unlink()
        link.symlink_to(other)

    with pytest.raises(ConflictError, match="leads to another file"):
        save_while(repository(link), turn)
    assert (path.read_bytes(), other.read_bytes()) == before
