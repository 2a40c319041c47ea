"""Older backups of a large file are compressed, and are as good as the plain ones."""

import gzip
import os
import stat
from pathlib import Path

import pytest

from g221_tui.errors import Refused, StoreError
from g221_tui.store import backup_file
from g221_tui.store.backups import KEPT
from g221_tui.store.repository import Repository
from store.kit import SYSTEM_CALLS, TODAY, Fault, add, fails_with, log, notes, start

pytestmark = pytest.mark.promise(8)

NOTE = "A note of some length. " * 200


@pytest.fixture
def store(tmp_path: Path) -> Repository:
    """A file that is large enough, without a backup yet."""
    return large(tmp_path / "case.json")


def large(path: Path) -> Repository:
    """A file of some 150,000 bytes."""
    store = start(path)
    with store.transaction() as change:
        for number in range(15):
            add(change, f"{number} {NOTE}")
    for left in folder(store).iterdir():
        left.unlink()
    assert path.stat().st_size > backup_file.LARGE
    return store


def folder(store: Repository) -> Path:
    """Where its backups lie."""
    return store.path.with_name(".case.json.backups")


def kept(store: Repository) -> list[str]:
    """The names of what lies there."""
    return sorted(path.name for path in folder(store).iterdir())


def test_the_newest_backup_is_the_file_itself_and_those_before_are_compressed(
    store: Repository,
) -> None:
    former: list[bytes] = []
    for number in range(3):
        former.append(store.path.read_bytes())
        log(store, str(number))
    assert kept(store) == ["000001.json.gz", "000002.json.gz", "000003.json"]
    newest, *older = store.backups()
    assert newest.path.read_bytes() == former[-1]
    assert [gzip.decompress(b.path.read_bytes()) for b in older] == former[-2::-1]
    assert [b.records for b in (newest, *older)] == [19, 18, 17]
    assert [b.last for b in older] == ["A contact was logged"] * 2
    assert not any(b.fault for b in older)


def test_ten_backups_take_less_room_than_three_files(store: Repository) -> None:
    for number in range(KEPT + 3):
        log(store, str(number))
    assert len(kept(store)) == KEPT
    room = sum(backup.path.stat().st_size for backup in store.backups())
    assert room < 3 * store.path.stat().st_size


def test_a_compressed_backup_is_looked_at_and_restored_as_it_was(store: Repository) -> None:
    for number in range(3):
        log(store, str(number))
    assert [c.note for c in store.load_backup("2").cases[0].contacts][-1] == "0"
    store.restore("2", TODAY)
    assert notes(store)[-1] == "0"


def test_a_compressed_backup_keeps_the_mode_and_the_time_of_its_file(store: Repository) -> None:
    store.path.chmod(0o640)
    os.utime(store.path, ns=(10**18, 10**18))
    log(store, "one")
    log(store, "two")
    found = (folder(store) / "000001.json.gz").stat()
    assert (stat.S_IMODE(found.st_mode), found.st_mtime_ns) == (0o640, 10**18)


@pytest.mark.parametrize("spoil", ["cut off", "changed", "more", "empty"])
def test_a_spoilt_one_is_told_and_never_restored(store: Repository, spoil: str) -> None:
    for number in range(3):
        log(store, str(number))
    path = folder(store) / "000002.json.gz"
    data = path.read_bytes()
    half = len(data) // 2
    path.write_bytes(
        {
            "cut off": data[:half],
            "changed": data[:half] + bytes(50) + data[half + 50 :],
            "more": data + b"x",
            "empty": b"",
        }[spoil]
    )
    before = store.path.read_bytes()
    assert [bool(backup.fault) for backup in store.backups()] == [False, True, False]
    with pytest.raises(Refused, match="Backup 2 can't be restored: it is"):
        store.restore("2", TODAY)
    assert store.path.read_bytes() == before


def test_a_small_file_keeps_plain_backups(tmp_path: Path) -> None:
    store = start(tmp_path / "case.json")
    for number in range(3):
        log(store, str(number))
    assert kept(store) == ["000001.json", "000002.json", "000003.json"]


@pytest.mark.parametrize("backwards", [False, True])
def test_where_both_are_left_the_plain_one_counts_and_both_go_in_turn(
    store: Repository, monkeypatch: pytest.MonkeyPatch, backwards: bool
) -> None:
    listed = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda path: iter(sorted(listed(path), reverse=backwards)))
    log(store, "one")
    log(store, "two")
    both = folder(store) / "000001.json"
    both.write_bytes(gzip.decompress((folder(store) / "000001.json.gz").read_bytes()))
    assert [backup.name for backup in store.backups()] == ["2", "1"]
    assert store.backups()[1].path == both
    log(store, "three")
    assert kept(store)[2:] == ["000002.json.gz", "000003.json"]
    for number in range(KEPT):
        log(store, str(number))
    assert len(kept(store)) == KEPT
    assert not [name for name in kept(store) if name.startswith("000001")]


@pytest.mark.promise(1)
@pytest.mark.parametrize("call", SYSTEM_CALLS)
def test_a_save_whose_backup_cannot_be_compressed_is_a_save(
    store: Repository, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """Whatever fails once the new file is in its place, every backup is there and whole."""
    for number in range(2):
        log(store, str(number))
    done = False
    for n in range(1, 60):
        before = [b.records for b in store.backups()]
        fault = Fault(fails_with(5), n)
        with monkeypatch.context() as patch:
            fault.arm(patch, call)
            try:
                log(store, f"{call} {n}")
            except (StoreError, OSError):  # which of them it is, is shown elsewhere
                assert [b.records for b in store.backups()][: len(before)] == before
                continue
        found = store.backups()
        assert not [backup.fault for backup in found if backup.fault]
        assert notes(store)[-1] == f"{call} {n}"
        done = done or len(fault.calls) < n
        if done:
            break
    assert done
