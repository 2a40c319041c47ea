"""A save is all or nothing: a fault at each system call, short writes, and the order of things."""

import errno
import os
from pathlib import Path

import pytest

from g221_tui.errors import ConflictError, SaveFailed, StoreError
from g221_tui.store import atomic, signature
from g221_tui.store.repository import Repository
from store.kit import (
    Fault,
    fails_with,
    left_over,
    log,
    notes,
    repository,
    save,
    start,
    watch_syncs,
)

pytestmark = pytest.mark.promise(1)

MOST_CALLS = 150
"""More than a save ever makes."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "case.json"


def tried(store: Repository, note: str) -> tuple[bool, str]:
    """Whether a contact could be logged, and what the store said if not."""
    try:
        log(store, note)
    except StoreError as error:
        return False, str(error)
    return True, ""


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_whichever_system_call_fails_the_file_is_the_old_or_the_new_and_a_retry_works(
    path: Path, number: int
) -> None:
    store = start(path)
    log(store, "before")
    n = 0
    saved = ["before"]
    while True:
        n += 1
        assert n < MOST_CALLS
        fault = Fault(fails_with(number), n)
        with pytest.MonkeyPatch.context() as patch:
            fault.arm(patch)
            acknowledged, said = tried(store, f"during {n}")
        assert "\n" not in said
        if acknowledged:
            saved.append(f"during {n}")
        assert notes(store) == saved
        assert left_over(path) == [] or not acknowledged
        log(store, f"after {n}")
        saved.append(f"after {n}")
        assert notes(store) == saved
        assert left_over(path) == []
        if len(fault.calls) < n:
            break
    assert n > 10


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
def test_whichever_system_call_of_the_first_save_fails_there_is_no_file_or_a_whole_one(
    tmp_path: Path, number: int
) -> None:
    for n in range(1, MOST_CALLS):
        path = tmp_path / str(n) / "new" / "case.json"
        fault = Fault(fails_with(number), n)
        with pytest.MonkeyPatch.context() as patch:
            fault.arm(patch)
            try:
                start(path)
            except StoreError:
                assert not path.exists()
        if not path.exists():
            start(path)
        assert len(repository(path).load().cases) == 1
        assert left_over(path) == []
        if len(fault.calls) < n:
            break
    assert 10 < n < MOST_CALLS - 1


def test_short_writes_are_gone_on_with(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = start(path)
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data[:7])))
    log(store, "x" * 500)
    assert notes(store) == ["x" * 500]


def test_the_bytes_are_on_disk_before_the_name_and_the_name_before_the_answer(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)
    watch = Fault(fails_with(0))
    watch.arm(monkeypatch, "write", "fsync", "replace")
    log(store)
    saving = watch.calls[watch.calls.index("fsync") - 1 :]
    assert saving == ["write", "fsync", "replace", "fsync"]


def test_a_folder_that_cannot_be_synced_is_a_warning_since_the_file_is_in_place(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)
    fault = Fault(fails_with(errno.EIO), 2)
    fault.arm(monkeypatch, "fsync")
    said = save(store, "kept")
    assert notes(store) == ["kept"]
    assert said.startswith("Saved, but a power cut")
    assert save(store, "next") == ""


def test_a_failed_sync_of_the_bytes_is_never_trusted_a_retry_writes_a_new_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)
    before = path.read_bytes()
    Fault(fails_with(errno.EIO), 1).arm(monkeypatch, "fsync")
    with pytest.raises(SaveFailed, match="Nothing was saved: the disk reported an error"):
        log(store)
    assert path.read_bytes() == before
    assert left_over(path) == []
    log(store, "again")
    assert notes(store) == ["again"]


def test_ctrl_c_in_the_middle_of_a_save_leaves_the_old_file_and_a_usable_store(
    path: Path,
) -> None:
    store = start(path)

    def interrupt(call: str) -> None:
        raise KeyboardInterrupt

    for call in ("write", "fsync", "replace"):
        with pytest.MonkeyPatch.context() as patch:
            # The first write of a save is the note in the lock.
            Fault(interrupt, 2 if call == "write" else 1).arm(patch, call)
            with pytest.raises(KeyboardInterrupt):
                log(store, "interrupted")
        assert notes(store) == []
        assert left_over(path) == []
    log(store, "well")
    assert notes(store) == ["well"]


def test_a_new_folder_is_on_disk_before_the_file_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = watch_syncs(monkeypatch)
    start(tmp_path / "new" / "deep" / "case.json")
    before = synced[: synced.index(0)]
    for folder in (tmp_path, tmp_path / "new"):
        assert folder.stat().st_ino in before


def test_of_folders_that_could_not_all_be_made_none_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a" / "new" / "deep" / "folder" / "case.json"
    with monkeypatch.context() as patch:
        Fault(fails_with(errno.ENOSPC), 4).arm(patch, "mkdir")
        with pytest.raises(SaveFailed, match="the disk is full"):
            start(path)
    assert list(tmp_path.iterdir()) == []
    log(start(path), "well")
    assert notes(repository(path)) == ["well"]


def test_what_killed_writers_left_is_swept_away_and_nobody_else_s(path: Path) -> None:
    store = start(path)
    others = [".other.json.0123abcd.tmp", ".case.json.0123abcd.tmp2", "case.json.0123abcd.tmp"]
    others.append(".case-json.0123abcd.tmp")
    for name in (".case.json.0123abcd.tmp", *others):
        path.with_name(name).touch()
    log(store, "kept")
    assert sorted(left_over(path)) == sorted(others)


@pytest.mark.parametrize("name", ["case (1).json", "case[2.json", "case+*.json"])
def test_it_is_swept_away_of_a_file_with_any_name(tmp_path: Path, name: str) -> None:
    store = start(tmp_path / name)
    (tmp_path / f".{name}.0123abcd.tmp").touch()
    log(store, "kept")
    assert left_over(store.path) == []


def test_a_new_file_of_the_user_s_is_never_written_over_another(path: Path) -> None:
    atomic.write_new(path, b"mine")
    with pytest.raises(SaveFailed, match="there is something at"):
        atomic.write_new(path, b"other")
    assert path.read_bytes() == b"mine"


def test_a_link_that_lies_in_the_place_of_the_file_is_not_replaced(path: Path) -> None:
    start(path)
    copy = path.with_name("copy.json")
    path.rename(copy)
    path.symlink_to(copy)
    with pytest.raises(ConflictError):
        atomic.replace(path, b"new", signature.look(path))
    assert path.is_symlink()
    assert b"Chennai" in copy.read_bytes()
