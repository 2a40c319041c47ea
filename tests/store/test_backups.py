"""Backups: of every file that was replaced, never worse than it, and restored as they were."""

import errno
import json
import os
import stat
from pathlib import Path
from types import MappingProxyType

import pytest

from g221_tui import records
from g221_tui.errors import DamagedFile, NewerSchema, Refused, SaveFailed, StoreError
from g221_tui.store.backups import KEPT, Shelf
from store.kit import (
    TODAY,
    Fault,
    fails_with,
    log,
    notes,
    repository,
    save,
    start,
    watch_syncs,
)

pytestmark = pytest.mark.promise(8)

LONG_AGO = 10**18


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "case.json"


def folder(path: Path) -> Path:
    """Where its backups lie."""
    return path.with_name(".case.json.backups")


def rotating(path: Path) -> list[str]:
    """The names of those kept in turn."""
    return sorted(entry.name for entry in folder(path).iterdir() if entry.is_file())


def test_each_save_keeps_the_file_that_it_replaced_byte_for_byte(path: Path) -> None:
    store = start(path)
    assert store.backups() == ()
    former: list[bytes] = []
    for n in range(3):
        former.append(path.read_bytes())
        log(store, str(n))
    kept = store.backups()
    assert [backup.name for backup in kept] == ["3", "2", "1"]
    assert [backup.path.read_bytes() for backup in kept] == former[::-1]
    assert [backup.last for backup in kept] == ["A contact was logged"] * 2 + ["A case was begun"]
    assert [(backup.cases, backup.records) for backup in kept] == [(1, 4), (1, 3), (1, 2)]
    assert stat.S_IMODE(folder(path).stat().st_mode) == 0o700
    assert all(stat.S_IMODE(backup.path.stat().st_mode) == 0o600 for backup in kept)


def test_ten_are_kept_and_their_numbers_go_on(path: Path) -> None:
    store = start(path)
    for n in range(25):
        log(store, str(n))
    assert len(store.backups()) == KEPT
    assert rotating(path) == [f"{n:06}.json" for n in range(16, 26)]
    assert notes(store) == [str(n) for n in range(25)]


@pytest.mark.parametrize("name", ["1", "2", "3", "000003"])
def test_each_can_be_restored_and_the_present_file_is_pinned_first(path: Path, name: str) -> None:
    store = start(path)
    for note in ("one", "two", "three"):
        log(store, note)
    present = path.read_bytes()
    said, saved_but = store.restore(name, TODAY)
    assert saved_but == ""
    assert said.startswith(f"Restored backup {int(name)} of ")
    assert notes(store) == ["one", "two", "three"][: int(name) - 1]
    pinned = next(backup for backup in store.backups() if backup.name == "pinned-1")
    assert (pinned.before, pinned.fault) == ("restore", "")
    assert pinned.path.read_bytes() == present
    assert store.history()[-1].sentence == said
    assert len(store.history()) == 5, "what was written stays in the history"


def test_a_backup_can_be_looked_at_without_touching_the_file(path: Path) -> None:
    store = start(path)
    log(store, "one")
    log(store, "two")
    before = path.read_bytes()
    book = store.load_backup("2")
    assert [contact.note for contact in book.cases[0].contacts] == ["one"]
    assert book.read_only is not None
    assert book.read_only.sentence().startswith("This is backup 2 of ")
    assert path.read_bytes() == before


def test_a_pinned_backup_stays_and_can_be_restored(path: Path) -> None:
    store = start(path)
    log(store, "precious")
    store.restore("1", TODAY)
    for n in range(15):
        log(store, str(n))
    assert "pinned-1" in {backup.name for backup in store.backups()}
    store.restore("pinned-1", TODAY)
    assert notes(store) == ["precious"]


def test_a_clock_that_was_set_back_changes_nothing(path: Path) -> None:
    store = start(path)
    for n in range(KEPT + 5):
        log(store, str(n))
        os.utime(path, (10**9 - n * 86_400, 10**9 - n * 86_400))
    good = store.good_backup()
    assert good is not None
    assert good.name == str(KEPT + 5)
    assert [note.note for note in store.load_backup(good.name).cases[0].contacts] == [
        str(n) for n in range(KEPT + 4)
    ]


def test_an_editor_that_writes_in_place_after_a_save_reaches_no_backup(path: Path) -> None:
    store = start(path)
    log(store, "one")
    log(store, "two")
    kept = {backup.name: backup.path.read_bytes() for backup in store.backups()}
    with path.open("r+b") as file:
        file.write(b"\0" * 100)
    assert {backup.name: backup.path.read_bytes() for backup in store.backups()} == kept
    assert all(not backup.fault for backup in store.backups())
    assert path.stat().st_nlink == 1


def test_a_damaged_file_is_never_kept_in_turn_but_pinned_as_it_is(path: Path) -> None:
    store = start(path)
    log(store, "one")
    log(store, "two")
    path.write_bytes(b"\0" * 50)
    with pytest.raises(DamagedFile):
        log(store, "three")
    good = store.good_backup()
    assert good is not None
    assert good.name == "2"
    store.restore(good.name, TODAY)
    assert notes(store) == ["one"]
    pinned = store.backups()[-1]
    assert (pinned.name, pinned.before) == ("pinned-1", "restore")
    assert pinned.path.read_bytes() == b"\0" * 50
    assert pinned.fault.startswith("it holds nothing but zero bytes")
    assert rotating(path) == ["000001.json", "000002.json"]
    log(store, "on")
    assert notes(store) == ["one", "on"]


def test_a_file_that_is_gone_comes_back(path: Path) -> None:
    store = start(path)
    log(store, "one")
    log(store, "two")
    path.unlink()
    store.restore("2", TODAY)
    assert notes(store) == ["one"]


def test_the_newest_good_one_is_offered_where_newer_ones_are_damaged(path: Path) -> None:
    store = start(path)
    for note in ("one", "two", "three"):
        log(store, note)
    (folder(path) / "000003.json").write_bytes(b"{")
    good = store.good_backup()
    assert good is not None
    assert good.name == "2"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("3", b"{", "Backup 3 can't be restored: line 1"),
        ("3", b"", "Backup 3 can't be restored: it is empty"),
        ("3", b'{"meta": {"1": {"schema": 99}}}', "written by a newer g221"),
        ("3", b'{"meta": {"1": {"schema": 4}}}', "written by a newer g221 (layout 4"),
        ("7", b"", "There is no backup '7'; there is 3, 2, 1."),
        ("pinned-1", b"", "There is no backup 'pinned-1'"),
        ("../../case", b"", "There is no backup '../../case'"),
        ("", b"", "There is no backup ''"),
    ],
)
def test_what_cannot_be_restored_is_refused_and_nothing_is_touched(
    path: Path, name: str, data: bytes, why: str
) -> None:
    store = start(path)
    for note in ("one", "two", "three"):
        log(store, note)
    (folder(path) / "000003.json").write_bytes(data)
    before = path.read_bytes()
    for use in (lambda: store.restore(name, TODAY), lambda: store.load_backup(name)):
        with pytest.raises(Refused) as told:
            use()
        assert why in str(told.value)
    assert path.read_bytes() == before
    assert not (folder(path) / "pinned").exists()


def test_a_newer_file_is_not_replaced_by_a_backup(path: Path) -> None:
    store = start(path)
    log(store, "one")
    path.write_text(path.read_text().replace(f'"schema": {records.SCHEMA}', '"schema": 99'))
    before = path.read_bytes()
    with pytest.raises(NewerSchema):
        store.restore("1", TODAY)
    assert path.read_bytes() == before


def test_where_links_fail_the_file_is_copied(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = start(path)
    before = path.read_bytes()
    path.chmod(0o640)
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    monkeypatch.setattr(os, "link", lambda *names: fails_with(errno.EPERM)("link"))
    assert save(store, "one").startswith("Saved, but the disk takes no hard links")
    (kept,) = store.backups()
    assert kept.path.read_bytes() == before
    assert kept.path.stat().st_nlink == 1
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o640, "as the file's own"
    assert kept.path.stat().st_mtime_ns == LONG_AGO, "when that file was written"


def test_a_copied_backup_is_on_disk_before_the_file_is_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)
    monkeypatch.setattr(os, "link", lambda *names: fails_with(errno.EPERM)("link"))
    synced = watch_syncs(monkeypatch)
    assert save(store, "one").startswith("Saved, but the disk takes no hard links")
    (kept,) = store.backups()
    *_, copied, replaced = (n for n, inode in enumerate(synced) if inode == 0)
    assert kept.path.stat().st_ino in synced[:copied], "its bytes, before it has its name"
    assert path.stat().st_ino in synced[:replaced]


def test_a_backup_that_cannot_be_made_is_a_warning_and_the_save_is_done(path: Path) -> None:
    store = start(path)
    folder(path).write_text("a file in the way")
    said = save(store, "kept")
    assert said.startswith("Saved, but the file before it could not be kept")
    assert notes(store) == ["kept"]
    folder(path).unlink()
    assert save(store, "again") == ""


def test_a_link_planted_as_the_folder_is_not_followed(path: Path, tmp_path: Path) -> None:
    store = start(path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder(path).symlink_to(elsewhere)
    assert save(store, "kept").startswith("Saved, but")
    assert list(elsewhere.iterdir()) == []


def test_a_pinned_backup_is_on_disk_before_the_file_is_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)
    log(store, "one")
    synced = watch_syncs(monkeypatch)
    store.restore("1", TODAY)
    before = synced[: synced.index(0)]
    for made in (folder(path), folder(path) / "pinned"):
        assert made.stat().st_ino in before, "its new name, and the names in it"


def test_the_folder_of_the_backups_is_on_disk_before_a_save_is_done(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)
    synced = watch_syncs(monkeypatch)
    log(store, "one")
    assert path.parent.stat().st_ino in synced[synced.index(0) :]


def test_without_the_pinned_backup_nothing_is_restored(path: Path) -> None:
    store = start(path)
    log(store, "one")
    (folder(path) / "pinned").write_text("a file in the way")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="Nothing was saved"):
        store.restore("1", TODAY)
    assert path.read_bytes() == before


def test_a_save_that_fails_leaves_no_backup_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)
    log(store, "one")
    with monkeypatch.context() as patch:
        Fault(fails_with(errno.EIO), 1).arm(patch, "replace")
        with pytest.raises(SaveFailed):
            log(store, "lost")
    assert rotating(path) == ["000001.json"]
    assert path.stat().st_nlink == 1


def test_a_link_that_a_killed_save_left_is_taken_for_the_backup_of_the_next(path: Path) -> None:
    store = start(path)
    log(store, "one")
    os.link(path, folder(path) / "000002.json")
    log(store, "two")
    assert rotating(path) == ["000001.json", "000002.json"]
    assert path.stat().st_nlink == 1


def test_what_others_put_beside_the_backups_is_none(path: Path) -> None:
    store = start(path)
    log(store, "one")
    for name in ("000009.json.orig", "x000008.json", "000007.txt", "0000000000001.json"):
        (folder(path) / name).write_text("{}")
    log(store, "two")
    assert [backup.name for backup in store.backups()] == ["2", "1"]


def test_a_pin_says_what_it_was_made_before_also_of_a_file_that_is_pinned_already(
    path: Path,
) -> None:
    store = start(path)
    log(store, "one")
    (folder(path) / "pinned").mkdir()
    os.link(path, folder(path) / "pinned" / "000001-import.json")  # left by a killed import
    store.restore("1", TODAY)
    pinned = [(b.name, b.before) for b in store.backups() if b.before]
    assert pinned == [("pinned-2", "restore"), ("pinned-1", "import")]


def test_what_the_file_holds_already_is_not_restored(path: Path) -> None:
    store = start(path)
    log(store, "one")
    store.restore("1", TODAY)
    before = path.read_bytes()
    said, _ = store.restore("1", TODAY)
    assert said == "Nothing to restore: the file holds what backup 1 holds."
    assert path.read_bytes() == before


def test_a_file_that_is_whole_again_is_not_restored(path: Path) -> None:
    store = start(path)
    log(store, "one")
    before = path.read_bytes()
    with pytest.raises(Refused, match="the file is whole again"):
        store.restore("1", TODAY, unless_whole=True)
    assert path.read_bytes() == before
    path.write_bytes(b"{")
    store.restore("1", TODAY, unless_whole=True)
    assert notes(store) == []


def test_what_was_last_read_is_put_back_though_an_empty_file_was_read_since(path: Path) -> None:
    store = start(path)
    log(store, "one")
    with pytest.raises(Refused, match="nothing was read from the file yet"):
        store.write_last_read(TODAY)
    store.load()
    path.write_bytes(b"{}")
    assert store.load().cases == ()
    store.write_last_read(TODAY)
    assert notes(store) == ["one"]


def test_a_folder_in_the_place_of_the_file_is_not_replaced_by_a_backup(path: Path) -> None:
    store = start(path)
    log(store, "one")
    path.unlink()
    path.mkdir()
    with pytest.raises(DamagedFile, match="is a folder, not a case file"):
        store.restore("1", TODAY)
    assert path.is_dir()


def older(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the file one of an older layout."""

    def step(tables: records.RawTables) -> records.RawTables:
        return {**tables, "meta": {"1": {"schema": 4, "current": "1"}}}

    monkeypatch.setattr(records, "SCHEMA", 4)
    monkeypatch.setattr("g221_tui.store.backups.SCHEMA", 4)
    monkeypatch.setattr(records, "MIGRATIONS", MappingProxyType({3: step}))


@pytest.mark.promise(6)
def test_an_older_file_is_pinned_before_it_is_migrated(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)
    before = path.read_bytes()
    older(path, monkeypatch)
    log(store, "on top")
    pinned = store.backups()[-1]
    assert (pinned.name, pinned.before) == ("pinned-1", "migration")
    assert pinned.path.read_bytes() == before
    log(store, "and on")
    assert [backup.name for backup in store.backups()] == ["2", "1", "pinned-1"]


@pytest.mark.promise(6)
def test_without_the_pinned_backup_nothing_is_migrated(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)
    folder(path).write_text("a file in the way")
    before = path.read_bytes()
    older(path, monkeypatch)
    with pytest.raises(StoreError, match="Nothing was saved"):
        log(store, "on top")
    assert path.read_bytes() == before


@pytest.mark.promise(6)
@pytest.mark.parametrize("call", ["link", "fsync", "replace", "mkdir", "write"])
def test_a_migration_that_fails_at_any_step_leaves_the_older_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    store = start(path)
    before = path.read_bytes()
    older(path, monkeypatch)
    for n in range(1, 4):
        fault = Fault(fails_with(errno.EIO), n)
        with monkeypatch.context() as patch:
            fault.arm(patch, call)
            try:
                log(store, "on top")
            except StoreError:
                assert path.read_bytes() == before
                continue
        assert json.loads(path.read_bytes())["meta"]["1"]["schema"] == 4
        assert store.backups()[-1].path.read_bytes() == before
        return


def test_the_backups_of_a_linked_file_lie_beside_the_file(path: Path, tmp_path: Path) -> None:
    start(path)
    link = tmp_path / "links" / "mine.json"
    link.parent.mkdir()
    link.symlink_to(path)
    log(repository(link), "one")
    assert len(repository(link).backups()) == 1
    assert Shelf(path).good() is not None
    assert [entry.name for entry in link.parent.iterdir()] == ["mine.json"]


@pytest.mark.parametrize("seconds", [500_000_000_000, -500_000_000_000, 2**62 // 10**9, -1])
def test_a_time_that_no_calendar_has_hides_no_backup(path: Path, seconds: int) -> None:
    store = start(path)
    for n in range(3):
        log(store, str(n))
    odd = store.backups()[0].path
    odd.write_text("{", encoding="utf-8")
    try:
        os.utime(odd, (seconds, seconds))
    except (OSError, OverflowError):
        pytest.skip("the disk keeps no such time")
    path.write_text("{", encoding="utf-8")
    assert [backup.name for backup in store.backups()] == ["3", "2", "1"]
    good = store.good_backup()
    assert good is not None
    assert good.name == "2"
    store.restore("2", TODAY)
    assert notes(store) == ["0"]
    log(store, "on it goes")


def test_the_highest_number_that_can_be_is_no_end_of_the_backups(path: Path) -> None:
    store = start(path)
    log(store, "0")
    planted = folder(path) / f"{'9' * 12}.json"
    planted.write_bytes(path.read_bytes())
    former: list[bytes] = []
    for n in range(1, KEPT + 5):
        former.append(path.read_bytes())
        log(store, str(n))
    kept = {backup.name: backup.path.read_bytes() for backup in store.backups()}
    assert len(kept) == KEPT
    assert kept.pop("9" * 12) == planted.read_bytes()
    assert list(kept.values()) == former[:-KEPT:-1]
    assert len(rotating(path)) == KEPT
