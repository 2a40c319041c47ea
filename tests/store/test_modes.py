"""Who may read and write: private from the first moment, the user's own modes and links kept."""

import errno
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from g221_tui.errors import DamagedFile, ReadOnlyStore, SaveFailed, StoreError
from store.kit import Fault, add, as_user, fails_with, left_over, log, notes, repository, start

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes of another kind")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "case.json"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that other users can come to."""
    made = Path(tempfile.mkdtemp())
    yield made
    made.chmod(0o700)
    shutil.rmtree(made)


def mode(path: Path) -> int:
    """The mode of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.promise(10)
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o777])
def test_a_new_file_and_its_folders_are_for_their_owner_alone(tmp_path: Path, mask: int) -> None:
    path = tmp_path / "new" / "folder" / "case.json"
    former = os.umask(mask)
    try:
        log(start(path))
    finally:
        os.umask(former)
    assert mode(path) == 0o600
    assert mode(path.with_name(".case.json.lock")) == 0o600
    assert mode(path.parent) == 0o700
    assert mode(path.parent.parent) == 0o700


@pytest.mark.promise(10)
def test_the_mode_and_owner_that_a_user_chose_are_kept(path: Path) -> None:
    store = start(path)
    path.chmod(0o640)
    if os.getuid() == 0:
        os.chown(path, 65534, 65533)
    before = path.stat()
    log(store)
    after = path.stat()
    assert mode(path) == 0o640
    assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)
    assert after.st_ino != before.st_ino


@pytest.mark.promise(10)
def test_a_group_that_a_user_chose_is_kept_where_the_owner_is_the_same(path: Path) -> None:
    if os.getuid() != 0:
        pytest.skip("only root can give a file to any group")
    store = start(path)
    os.chown(path, -1, 65533)
    path.chmod(0o660)
    log(store)
    assert (path.stat().st_uid, path.stat().st_gid) == (0, 65533)
    assert mode(path) == 0o660


@pytest.mark.promise(10)
def test_a_file_whose_owner_cannot_be_kept_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.getuid() != 0:
        pytest.skip("only root can give a file away")
    store = start(path)
    os.chown(path, 65534, 65534)
    before = path.read_bytes()
    Fault(fails_with(errno.EPERM), 1).arm(monkeypatch, "fchown")
    with pytest.raises(ReadOnlyStore, match="belongs to another user"):
        log(store)
    assert path.read_bytes() == before
    assert left_over(path) == []


@pytest.mark.promise(10)
def test_a_link_stays_a_link_and_shares_the_lock_of_its_file(path: Path, tmp_path: Path) -> None:
    store = start(path)
    link = tmp_path / "links" / "mine.json"
    link.parent.mkdir()
    link.symlink_to("../case.json")
    linked = repository(link)
    log(linked, "through the link")
    assert link.is_symlink()
    assert store.changed()
    assert not linked.changed()
    assert notes(store) == ["through the link"]
    assert [entry.name for entry in link.parent.iterdir()] == ["mine.json"]


@pytest.mark.promise(10)
def test_a_link_to_nothing_makes_the_file_it_leads_to(tmp_path: Path) -> None:
    link = tmp_path / "mine.json"
    link.symlink_to(tmp_path / "deep" / "case.json")
    assert repository(link).load().cases == ()
    start(link)
    assert link.is_symlink()
    assert mode(tmp_path / "deep" / "case.json") == 0o600


@pytest.mark.promise(10)
def test_a_link_planted_under_the_name_of_a_new_file_is_not_followed(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)
    victim = tmp_path / "victim"
    victim.write_text("precious")
    planted = tmp_path / f".case.json.{'00' * 4}.tmp"
    monkeypatch.setattr("g221_tui.store.atomic.sweep", lambda real: planted.symlink_to(victim))
    monkeypatch.setattr(os, "urandom", bytes)
    with pytest.raises(StoreError, match="Nothing was saved"), store.transaction() as change:
        add(change, name="c-222222")
    assert victim.read_text() == "precious"
    assert notes(store) == []


@pytest.mark.promise(10)
def test_a_link_planted_as_the_lock_is_not_followed(path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    (tmp_path / ".case.json.lock").symlink_to(victim)
    with pytest.raises(StoreError, match="Nothing was saved"):
        start(path)
    assert victim.read_text() == "precious"


@pytest.mark.promise(11)
def test_a_file_that_may_only_be_read_is_read_and_not_replaced(folder: Path) -> None:
    path = folder / "case.json"
    start(path)
    path.chmod(0o400)
    before = path.read_bytes()
    said = as_user(
        """
book = store.load()
print(len(book.cases), book.read_only.sentence())
try:
    log(store)
except ReadOnlyStore as error:
    print(error)
""",
        folder,
    )
    assert said.splitlines() == [
        f"1 You may read but not write {path}.",
        f"Nothing was saved: you may read but not write {path}.",
    ]
    assert path.read_bytes() == before


@pytest.mark.promise(11)
@pytest.mark.parametrize("inside", ["case.json", ""])
def test_a_folder_that_may_only_be_read_gives_one_clear_line(folder: Path, inside: str) -> None:
    if inside:
        start(folder / inside)
        (folder / ".case.json.lock").unlink()
    folder.chmod(0o500)
    said = as_user(
        """
book = store.load()
print(len(book.cases), book.read_only.sentence())
try:
    start(file)
except ReadOnlyStore as error:
    print(error)
""",
        folder,
    )
    assert said.splitlines() == [
        f"{1 if inside else 0} You may not write in the folder {folder}.",
        f"Nothing was saved: you may not write in the folder {folder}.",
    ]


@pytest.mark.promise(11)
def test_a_file_that_may_not_be_read_gives_one_clear_line(folder: Path) -> None:
    path = folder / "case.json"
    start(path)
    path.chmod(0o000)
    said = as_user(
        """
for use in (store.load, store.history, lambda: log(store)):
    try:
        use()
    except StoreError as error:
        print(error)
""",
        folder,
    )
    assert said.splitlines()[:2] == [f"{path} can't be read: permission denied."] * 2
    assert said.splitlines()[2].startswith("Nothing was saved: ")


@pytest.mark.promise(11)
def test_a_closed_folder_gives_one_clear_line(folder: Path) -> None:
    start(folder / "case.json")
    folder.chmod(0o600)
    said = as_user(
        """
for use in (store.load, lambda: log(store)):
    try:
        use()
    except StoreError as error:
        print(error)
""",
        folder,
    )
    assert len(said.splitlines()) == 2


@pytest.mark.promise(11)
def test_a_disk_that_can_only_be_read_is_read(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    start(disk / "case.json")
    log(repository(disk / "case.json"), "kept")
    bind = ["mount", "--bind", str(disk), str(disk)]
    if os.getuid() or subprocess.run(bind, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(disk)], check=True)
        store = repository(disk / "case.json")
        assert notes(store) == ["kept"]
        fault = store.load().read_only
        assert fault is not None
        assert fault.sentence().startswith("You may read but not write")
        with pytest.raises(ReadOnlyStore, match="Nothing was saved: you may read but not write"):
            log(store)
        with pytest.raises(ReadOnlyStore, match="Nothing was saved: you may not write"):
            start(disk / "other.json")
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.promise(11)
@pytest.mark.parametrize("call", ["open", "mkdir"])
def test_a_disk_that_turns_read_only_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / ("new" if call == "mkdir" else ".") / "case.json"
    Fault(fails_with(errno.EROFS), 1).arm(monkeypatch, call)
    with pytest.raises(ReadOnlyStore, match="can only be read"):
        start(path)


@pytest.mark.promise(11)
def test_a_folder_under_the_name_of_the_file_gives_one_clear_line(path: Path) -> None:
    path.mkdir()
    for use in (lambda: repository(path).load(), lambda: start(path)):
        with pytest.raises(DamagedFile, match="is a folder, not a case file"):
            use()
    assert path.is_dir()


@pytest.mark.promise(11)
def test_a_pipe_under_the_name_of_the_file_does_not_hang(path: Path) -> None:
    os.mkfifo(path)
    for use in (lambda: repository(path).load(), lambda: start(path)):
        with pytest.raises(DamagedFile, match="is no ordinary file"):
            use()
    assert stat.S_ISFIFO(path.stat().st_mode)


@pytest.mark.promise(11)
def test_a_file_where_a_folder_must_be_gives_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("x")
    path = tmp_path / "notes" / "deep" / "case.json"
    with pytest.raises(StoreError, match="can't be read: not a directory"):
        repository(path).load()
    with pytest.raises(ReadOnlyStore, match=r"Nothing was saved: .* is a file\."):
        start(path)


@pytest.mark.promise(11)
def test_links_that_lead_in_a_circle_give_one_clear_line(path: Path) -> None:
    path.symlink_to(path.name)
    with pytest.raises(StoreError, match="can't be read: too many levels"):
        repository(path).load()
    with pytest.raises(StoreError):
        start(path)


@pytest.mark.promise(11)
def test_a_name_that_is_too_long_gives_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(SaveFailed, match=r"the name of .* is too long: it has 252 bytes"):
        start(tmp_path / ("x" * 252))


@pytest.mark.promise(11)
@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_nothing_is_left_beside_what_is_no_file(path: Path, kind: str) -> None:
    if kind == "folder":
        path.mkdir()
    else:
        os.mkfifo(path) if kind == "pipe" else path.symlink_to("/dev/null")
    before = sorted(entry.name for entry in path.parent.iterdir())
    beside = Path("/dev/.null.lock")
    there = beside.exists()
    with pytest.raises(DamagedFile):
        start(path)
    assert sorted(entry.name for entry in path.parent.iterdir()) == before
    assert beside.exists() == there


@pytest.mark.promise(16)
def test_a_name_that_leaves_no_room_beside_it_is_told_with_the_length_that_does(
    tmp_path: Path,
) -> None:
    for name in ("é" * 118 + ".json", "a" * 237 + ".json", "a" * 250 + ".json"):
        size = len(os.fsencode(name))
        if size <= 241:
            start(tmp_path / name)
            continue
        with pytest.raises(SaveFailed, match=f"it has {size} bytes, .* leaves room for 241"):
            start(tmp_path / name)
        assert not (tmp_path / name).exists()
