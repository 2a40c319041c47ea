"""Disks without modes and hard links: a stick with FAT, a Windows disk in WSL, a share."""

import errno
import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

from g221_tui.store import import_export
from g221_tui.store.places.own_place import first_time, own_place
from store.kit import TODAY, left_over, log, notes, repository, save, start
from store.places.kit import LACKING, MODES, fail, nothing, opened, traced

pytestmark = [
    pytest.mark.promise(25),
    pytest.mark.skipif(sys.platform == "win32", reason="modes of another kind"),
]

LINKS = "takes no hard links"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "stick" / "case.json"


def kept(path: Path) -> list[bytes]:
    """The backups, oldest first."""
    return [backup.path.read_bytes() for backup in repository(path).backups()][::-1]


@pytest.mark.parametrize("number", LACKING)
def test_it_saves_backs_up_by_copy_and_warns_once(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    fail(monkeypatch, number, "chmod", "fchmod", "link")
    said = [opened(path)]
    former = []
    for n in range(3):
        former.append(path.read_bytes())
        said.append(save(repository(path), str(n)))
    assert [MODES in each for each in said] == [True, False, False, False]
    assert said[1:] == ["", "", ""]
    assert "\n" not in said[0]
    assert str(path.parent) in said[0]
    assert notes(repository(path)) == ["0", "1", "2"]
    assert kept(path) == former
    assert left_over(path) == []
    assert path.stat().st_nlink == 1
    repository(path).restore("2", TODAY)
    assert notes(repository(path)) == ["0"]


def test_a_python_that_knows_no_links_copies(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "link")
    assert opened(path) == ""
    former = path.read_bytes()
    assert [LINKS in save(repository(path), str(n)) for n in range(2)] == [True, False]
    assert kept(path)[0] == former


@pytest.mark.parametrize("number", [*LACKING, errno.EACCES])
def test_where_only_links_lack_that_is_said_once(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    fail(monkeypatch, number, "link")
    assert opened(path) == ""
    said = [save(repository(path), str(n)) for n in range(3)]
    assert [LINKS in each for each in said] == [True, False, False]
    assert len(kept(path)) == 3


def test_where_the_system_refuses_modes_and_links_several_commands_warn_once(path: Path) -> None:
    opening = (
        "from store.places.test_no_modes import opened; print(opened(path))\n"
        "print(save(repository(path), 'one'))"
    )
    going_on = "print(save(repository(path), 'two'))"
    faults = ("?chmod,fchmod,fchmodat,?fchmodat2:error=EPERM", "?link,linkat:error=EPERM")
    said = traced(opening, path, *faults) + traced(going_on, path, *faults)
    assert [MODES in each for each in said] == [True, False, False]
    assert said[1:] == ["", ""]
    assert notes(repository(path)) == ["one", "two"]
    assert [b.path.stat().st_nlink for b in repository(path).backups()] == [1, 1]


def test_a_share_that_takes_a_mode_and_changes_nothing_is_one_without(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def shared(name: str, flags: int, mode: int = 0o777) -> int:
        handle = real(name, flags, mode)
        if flags & os.O_CREAT:
            change(handle, 0o777)
        return handle

    change = os.fchmod
    monkeypatch.setattr(os, "open", shared)
    monkeypatch.setattr(os, "fchmod", nothing)
    assert MODES in opened(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o777
    assert save(repository(path), "one") == ""


def test_a_file_that_was_copied_to_such_a_disk_warns_at_its_first_save(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(tmp_path / "case.json")
    path.parent.mkdir()
    shutil.copy(tmp_path / "case.json", path)
    fail(monkeypatch, errno.EPERM, "chmod", "fchmod", "link")
    assert MODES in save(repository(path), "one")
    assert save(repository(path), "two") == ""


def test_two_files_on_one_disk_are_told_of_once_and_two_disks_twice(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, errno.EPERM, "chmod", "fchmod", "link")
    assert MODES in opened(path)
    assert opened(path.with_name("other.json")) == ""
    assert MODES in opened(path.parent.with_name("second") / "case.json")


def test_an_export_to_a_stick_is_written_and_says_it_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(path)
    fail(monkeypatch, errno.EPERM, "chmod", "fchmod")
    out = path.with_name("out.json")
    assert MODES in import_export.write_export(out, {"meta": {}})
    assert out.exists()
    letter = path.with_name("letter.txt")
    assert import_export.write_text(letter, "one") == ""
    assert import_export.write_text(letter, "two", force=True) == ""
    assert letter.read_text("utf-8") == "two"
    assert [name for name in left_over(path) if name.endswith(".tmp")] == []


def test_an_error_of_the_disk_is_no_lack_of_modes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log(start(path), "one")
    fail(monkeypatch, errno.EIO, "fchmod")
    with pytest.raises(Exception, match="Nothing was saved: the disk reported an error"):
        log(repository(path), "lost")
    assert notes(repository(path)) == ["one"]


def test_what_was_said_is_kept_for_the_user_alone_and_nothing_else_is_made(path: Path) -> None:
    log(start(path), "one")
    assert not own_place(path.parent).exists()
    assert first_time(path.parent, "modes")
    assert not first_time(path.parent, "modes")
    assert first_time(path.parent, "links")
    place = own_place(path.parent)
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert stat.S_IMODE((place / "said").stat().st_mode) == 0o600


def test_where_nothing_can_be_noted_the_save_goes_on(
    path: Path, monkeypatch: pytest.MonkeyPatch, far_from_home: Path
) -> None:
    (far_from_home / "state").write_text("a file where a folder should be")
    fail(monkeypatch, errno.EPERM, "chmod", "fchmod", "link")
    assert MODES in opened(path)
    assert MODES in save(repository(path), "one")
    assert notes(repository(path)) == ["one"]
