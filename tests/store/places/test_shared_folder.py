"""A folder that others can write in: what they put beside the file binds and fools nobody."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.kit import finished, log, notes, python, repository, start

if sys.platform == "win32":
    pytest.skip("users of another kind", allow_module_level=True)

pytestmark = [
    pytest.mark.promise(25),
    pytest.mark.skipif(os.getuid() != 0, reason="only root can act as two users"),
]

OWNER, OTHER = 65534, 4711
"""Two users, by their numbers."""
LOCK, BACKUPS = ".case.json.lock", ".case.json.backups"


@pytest.fixture
def path(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of the owner's with one contact, in a folder where everybody may make files."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    shared, home = folder / "shared", folder / "home"
    log(start(shared / "case.json"), "one")
    home.mkdir()
    for place in (home, shared / "case.json"):
        os.chown(place, OWNER, OWNER)
    (shared / LOCK).unlink()
    shutil.rmtree(shared / BACKUPS)
    shared.chmod(0o1777)
    for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("G221_CONFIG", str(home))
    yield shared / "case.json"
    shutil.rmtree(folder)


def as_owner(code: str, path: Path) -> "subprocess.Popen[str]":
    """A process of the owner's that runs this code, `path` and `store` at hand."""
    head = f"""
import os, sys
from store.kit import *
import filelock, platformdirs
import g221_tui.cli.archive, g221_tui.cli.changing, g221_tui.cli.reading, g221_tui.cli.starters
import g221_tui.service.tracker, g221_tui.ui.preferences
from g221_tui.cli.main import main
from g221_tui.clock import local_moment
from g221_tui.errors import *
local_moment("2026-12-12T00:00:00Z")  # Python's own modules may be closed to others
os.setgroups([])
os.setgid({OWNER})
os.setuid({OWNER})
path = Path(sys.argv[1])
store = repository(path)
"""
    return python(head + code, str(path))


def does(code: str, path: Path) -> str:
    """What the owner's process prints."""
    return finished(as_owner(code, path)).strip()


def others(path: Path, mode: int = 0o600, text: str = "") -> Path:
    """A file of the other user's."""
    path.write_text(text)
    path.chmod(mode)
    os.chown(path, OTHER, OTHER)
    return path


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o666])
def test_anothers_lock_file_keeps_nobody_out_and_is_left_alone(path: Path, mode: int) -> None:
    lock = others(path.with_name(LOCK), mode, "theirs")
    assert does("log(store, 'two'); print(notes(store))", path) == "['one', 'two']"
    assert lock.read_text() == "theirs"


def test_anothers_lock_that_is_held_for_ever_is_not_waited_for(path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    with others(path.with_name(LOCK), 0o666).open("r+b") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        began = time.monotonic()
        does("log(store, 'two')", path)
        assert time.monotonic() - began < 4
    assert notes(repository(path)) == ["one", "two"]


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_what_else_another_puts_in_the_place_of_the_lock_binds_nobody(
    path: Path, kind: str
) -> None:
    lock = path.with_name(LOCK)
    victim = path.parent.with_name("home") / "victim"
    victim.write_text("precious")
    os.chown(victim, OWNER, OWNER)
    if kind == "link":
        lock.symlink_to(victim)
    elif kind == "folder":
        lock.mkdir()
    else:
        os.mkfifo(lock)
    os.lchown(lock, OTHER, OTHER)
    does("log(store, 'two')", path)
    assert notes(repository(path)) == ["one", "two"]
    assert victim.read_text() == "precious"


def test_a_lock_that_is_a_second_name_of_the_file_is_not_written_into(path: Path) -> None:
    os.link(path, path.with_name(LOCK))
    before = path.read_bytes()
    code = "try:\n    log(store, 'two')\nexcept Refused as error:\n    print(error)\n"
    assert "second name on the disk" in does(code, path)
    assert path.read_bytes() == before
    does("log(store, 'two')", path)
    assert notes(repository(path)) == ["one", "two"]
    assert path.with_name(LOCK).read_bytes() == before


def test_the_owners_own_processes_still_wait_for_each_other(path: Path) -> None:
    others(path.with_name(LOCK))
    code = "for n in range(15):\n    log(store, f'{os.getpid()} {n}')"
    for process in [as_owner(code, path) for _ in range(2)]:
        finished(process)
    assert len(set(notes(repository(path)))) == 31


@pytest.mark.parametrize("mode", [0o1777, 0o777])
def test_what_root_leaves_beside_the_file_keeps_the_owner_out_of_nothing(
    path: Path, mode: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path.parent.chmod(mode)
    with monkeypatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path))
        log(repository(path), "by root")
    lock = path.with_name(LOCK)
    assert lock.stat().st_uid == OWNER if mode == 0o777 else not lock.exists()
    does("log(store, 'two')", path)
    assert notes(repository(path)) == ["one", "by root", "two"]


def test_what_root_leaves_beside_the_file_has_the_group_of_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path.parent.chmod(0o777)
    os.chown(path, OWNER, OTHER)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    path.with_name(LOCK).unlink(missing_ok=True)
    log(repository(path), "by root")
    lock = path.with_name(LOCK).stat()
    assert (lock.st_uid, lock.st_gid) == (OWNER, OTHER)


def planted(path: Path, kind: str) -> bytes:
    """Backups that another user put beside the file; what they hold is no record of the owner's."""
    folder = path.with_name(BACKUPS)
    lies = path.read_bytes().replace(b"one", b"lie")
    real = folder if kind == "folder" else path.parent.with_name("elsewhere")
    (real / "pinned").mkdir(parents=True)
    for name in ("000001.json", "000007.json", "pinned/000001-import.json"):
        (real / name).write_bytes(lies)
    if kind == "link":
        folder.symlink_to(real)
    for place in (folder, real, *real.rglob("*")):
        os.lchown(place, OTHER, OTHER)
        if not place.is_symlink():
            place.chmod(0o777)
    return lies


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_anothers_backups_are_listed_as_unfit_and_never_restored(path: Path, kind: str) -> None:
    planted(path, kind)
    code = """
print(store.good_backup())
sys.stderr = sys.stdout
main(["--file", str(path), "backup", "list"])
for name in ("1", "untrusted-7", "untrusted-pinned-1", "7"):
    print(main(["--file", str(path), "backup", "restore", name]))
print(notes(store))
"""
    lines = does(code, path).splitlines()
    why = "is a link" if kind == "link" else "belongs to another user"
    assert lines[0] == "None"
    for line, name in zip(
        lines[1:4], ("untrusted-pinned-1", "untrusted-7", "untrusted-1"), strict=True
    ):
        assert line.strip().startswith(name)
        assert f"not trusted: the folder {BACKUPS} {why}" in line
    assert lines[4].startswith("There is no backup '1'")
    assert lines[6].startswith("Backup untrusted-7 can't be restored: the folder")
    assert lines[5::2][:4] == ["1"] * 4
    assert lines[-1] == "['one']"


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_the_owners_backups_are_kept_in_a_place_of_their_own_then(path: Path, kind: str) -> None:
    lies = planted(path, kind)
    code = """
print([save(store, note) for note in ("two", "three")])
print([b.name for b in store.backups() if b.trusted])
print(store.restore("1", TODAY).sentence)
print(notes(store), [b.name for b in store.backups() if b.trusted])
print(oct(store.pinned.stat().st_mode))
path.write_bytes(b"{")
print(store.restore("2", TODAY).saved_but)
print(notes(store))
"""
    lines = does(code, path).splitlines()
    assert lines[0] == "['', '']"
    assert lines[1] == "['2', '1']"
    assert lines[2].startswith("Restored backup 1 of ")
    assert lines[3] == "['one'] ['3', '2', '1', 'pinned-1']"
    assert lines[4] == "0o40700"
    assert lines[-1] == "['one', 'two']"
    real = path.parent.with_name("elsewhere") if kind == "link" else path.with_name(BACKUPS)
    assert sorted(p.name for p in real.rglob("*.json")) == [
        *("000001-import.json", "000001.json", "000007.json")
    ]
    assert (real / "000007.json").read_bytes() == lies


def test_a_backup_of_anothers_within_the_owners_folder_is_not_trusted(path: Path) -> None:
    does("log(store, 'two')", path)
    folder = path.with_name(BACKUPS)
    folder.chmod(0o777)
    others(folder / "000009.json", 0o644, path.read_text())
    (folder / "000008.json").symlink_to(path)
    os.lchown(folder / "000008.json", OWNER, OWNER)
    code = """
print([(b.name, b.fault) for b in store.backups() if not b.trusted])
print(store.good_backup().name)
for name in ("9", "8"):
    try:
        store.restore(name, TODAY)
    except Refused as error:
        print(error)
"""
    assert does(code, path).splitlines() == [
        "[('9', 'it belongs to another user'), ('8', 'it is a link')]",
        "1",
        "Backup 9 can't be restored: it belongs to another user.",
        "Backup 8 can't be restored: it is a link.",
    ]
