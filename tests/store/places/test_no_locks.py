"""Disks that give no locks: it is said what is lost, and saving goes on by the user's word."""

import errno
import sys
import time
from pathlib import Path

import msgspec
import pytest

from g221_tui.errors import ConflictError, NoLocks
from g221_tui.store import atomic, signature
from g221_tui.store.places import unlocked
from g221_tui.store.repository import Repository
from store.kit import CLOCK, finished, left_over, log, notes, python, repository, start
from store.places.kit import traced

pytestmark = [
    pytest.mark.promise(25),
    pytest.mark.skipif(sys.platform == "win32", reason="no flock there"),
]

NUMBERS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EBADF, errno.EINVAL)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "case.json"


def without(path: Path) -> Repository:
    """The store with `--no-lock`."""
    return Repository(path, CLOCK, locks=False)


def no_flock(patch: pytest.MonkeyPatch, number: int) -> None:
    """From now on the system gives no lock."""
    fcntl = pytest.importorskip("fcntl")

    def failing(handle: int, operation: int) -> None:
        raise OSError(number, "no lock")

    patch.setattr(fcntl, "flock", failing)


@pytest.mark.parametrize("number", NUMBERS)
def test_it_is_said_what_is_lost_and_how_to_go_on_and_nothing_is_done(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    log(start(path), "one")
    before = path.read_bytes()
    no_flock(monkeypatch, number)
    began = time.monotonic()
    with pytest.raises(NoLocks) as told:
        log(repository(path), "lost")
    assert time.monotonic() - began < 2, "it does not wait for nobody"
    said = str(told.value)
    assert said.startswith(f"Nothing was saved: the disk that holds {path.parent} gives no locks")
    for word in ("two windows or commands", "--no-lock", "lock = false", "settings.toml"):
        assert word in said
    assert "\n" not in said
    assert path.read_bytes() == before
    assert left_over(path) == []
    log(without(path), "two")
    assert notes(without(path)) == ["one", "two"]


@pytest.mark.parametrize("name", ["ENOLCK", "ENOSYS", "EOPNOTSUPP", "EBADF"])
def test_the_system_itself_refuses_the_lock(path: Path, name: str) -> None:
    log(start(path), "one")
    code = """
from g221_tui.errors import NoLocks
from g221_tui.store.repository import Repository
try:
    log(repository(path), "lost")
except NoLocks as error:
    print(error)
log(Repository(path, CLOCK, locks=False), "two")
"""
    (said,) = traced(code, path, f"flock:error={name}")
    assert said.startswith("Nothing was saved: the disk")
    assert notes(repository(path)) == ["one", "two"]


def test_without_a_lock_no_lock_file_is_made_and_backups_are_kept(path: Path) -> None:
    start(path)
    path.with_name(".case.json.lock").unlink()
    for n in range(3):
        log(without(path), str(n))
    assert not path.with_name(".case.json.lock").exists()
    assert len(without(path).backups()) == 3
    assert left_over(path) == []


def test_without_a_lock_a_change_that_no_stamp_shows_is_noticed(path: Path) -> None:
    log(start(path), "ours")
    now = signature.look(path)
    assert now is not None
    # Size and times as they are, from bytes that were others: a server with a slow clock.
    seen = msgspec.structs.replace(now, digest=signature.digest(b"former"), racy=False)
    atomic.check_unchanged(path, seen)
    with pytest.raises(ConflictError, match="another program changed"):
        atomic.check_unchanged(path, seen, closely=True)


@pytest.mark.parametrize("call", ["fill", "link"])
def test_without_a_lock_a_change_at_the_last_moment_is_noticed(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    log(start(path), "ours")
    theirs = path.read_bytes().replace(b"ours", b"THEM")
    home = atomic if call == "fill" else __import__("os")
    real = getattr(home, call)

    def late(*args: object) -> object:
        done = real(*args)
        replaced = path.with_name("theirs")
        replaced.write_bytes(theirs)
        replaced.replace(path)
        return done

    with monkeypatch.context() as patch:
        patch.setattr(home, call, late)
        with pytest.raises(ConflictError, match="Nothing was saved: another program changed"):
            log(without(path), "lost")
    assert path.read_bytes() == theirs
    assert [name for name in left_over(path) if name.endswith(".tmp")] == []
    log(without(path), "again")
    assert notes(without(path)) == ["THEM", "again"]


def test_a_writer_that_replaces_the_file_right_after_is_told_of(path: Path) -> None:
    log(start(path), "ours")
    path.write_bytes(b"{}")
    with pytest.raises(ConflictError, match="not sure that this was saved") as told:
        unlocked.check_still_there(path, b"ours", lambda seconds: None)
    assert "Look whether your change is in it" in str(told.value)
    waited: list[float] = []
    unlocked.check_still_there(path, b"{}", waited.append)
    assert waited == [unlocked.MOMENT]


def test_without_a_lock_what_another_writer_has_under_way_is_not_swept(path: Path) -> None:
    log(start(path), "one")
    under_way = atomic.temporary(path)
    under_way.write_bytes(b"theirs")
    log(without(path), "two")
    assert under_way.exists()
    log(repository(path), "three")
    assert not under_way.exists(), "under the lock nobody else is writing"


def test_two_that_write_without_a_lock_lose_nothing_that_was_acknowledged(path: Path) -> None:
    start(path)
    code = """
import sys
from store.kit import *
from g221_tui.errors import ConflictError
from g221_tui.store.repository import Repository
store = Repository(Path(sys.argv[1]), CLOCK, locks=False)
for n in range(15):
    note = f"{sys.argv[2]} {n}"
    while True:
        try:
            log(store, note)
            break
        except ConflictError:
            if note in notes(store):
                break
"""
    writers = [python(code, str(path), name) for name in ("a", "b")]
    for writer in writers:
        finished(writer)
    found = notes(repository(path))
    assert sorted(found) == sorted(f"{name} {n}" for name in "ab" for n in range(15))
