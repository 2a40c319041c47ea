"""The lock: a live holder is waited for and named, a dead one is no obstacle."""

import errno
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from g221_tui.errors import LockTimeout, NoLocks, SaveFailed
from g221_tui.store import lock
from g221_tui.store.repository import Repository
from store.kit import (
    TODAY,
    Fault,
    fails_with,
    finished,
    log,
    notes,
    python,
    repository,
    start,
)

pytestmark = pytest.mark.promise(12)

HOLD = """
import sys, time
from store.kit import *
with repository(Path(sys.argv[1])).transaction():
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "case.json"


def test_a_live_holder_is_named_after_the_wait(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert lock.PATIENCE == 5
    monkeypatch.setattr(lock, "PATIENCE", 0.3)
    store = start(path)
    before = path.read_bytes()
    holder = python(HOLD, str(path), "60")
    assert holder.stdout is not None
    holder.stdout.readline()
    begun = time.monotonic()
    with pytest.raises(LockTimeout, match=f"process {holder.pid} is writing to case.json") as told:
        log(store)
    assert 0.3 <= time.monotonic() - begun < 2
    assert "\n" not in str(told.value)
    assert path.read_bytes() == before
    assert notes(store) == []
    assert not store.changed()

    holder.kill()
    holder.communicate()
    begun = time.monotonic()
    log(store, "free at once")
    assert time.monotonic() - begun < 0.3
    assert notes(store) == ["free at once"]


@pytest.mark.parametrize(
    "write",
    [
        log,
        lambda store: store.restore("1", TODAY),
        lambda store: store.write_last_read(TODAY),
    ],
    ids=["log", "restore", "put back"],
)
def test_whatever_writes_the_file_waits_for_the_lock(
    path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Repository], object]
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    log(start(path), "one")
    store = repository(path)
    store.load()
    whole = path.read_bytes()
    with repository(path).transaction():
        path.write_bytes(whole[:-9])  # so that all of them have something to do
        with pytest.raises(LockTimeout):
            write(store)
    assert path.read_bytes() == whole[:-9]


def test_a_holder_that_finishes_in_time_is_waited_for(path: Path) -> None:
    store = start(path)
    holder = python(HOLD, str(path), "0.3")
    assert holder.stdout is not None
    holder.stdout.readline()
    log(store, "after it")
    finished(holder)
    assert notes(store) == ["after it"]


def test_a_stale_lock_file_with_any_content_is_no_obstacle(path: Path) -> None:
    store = start(path)
    for content in (b"", b"99999999\n", b"not a number", b"\xff" * 30):
        path.with_name(".case.json.lock").write_bytes(content)
        log(store)
    assert len(notes(store)) == 4


@pytest.mark.parametrize("content", [b"", b"words", b"-1\n", b"0\n", b"99999999999999999999\n"])
def test_a_holder_whose_note_says_nothing_is_another_process(
    path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    start(path)
    with repository(path).transaction():
        path.with_name(".case.json.lock").write_bytes(content)
        thread = threading.Thread(target=expect_timeout, args=(path,))
        thread.start()
        thread.join()
    assert told == ["another process"]
    told.clear()


def test_a_holder_that_belongs_to_another_user_is_named_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = path.with_name("note")
    note.write_text("4711\n")
    for number, named in ((errno.EPERM, "process 4711"), (errno.ESRCH, "another process")):
        with monkeypatch.context() as patch:
            patch.setattr(os, "kill", lambda *_, number=number: fails_with(number)("kill"))
            assert lock._holder(note) == named


told: list[str] = []


def expect_timeout(path: Path) -> None:
    """Tries to write while the lock is held, and keeps whom the message names."""
    try:
        log(repository(path))
    except LockTimeout as error:
        told.append(str(error).removeprefix("Nothing was saved: ").partition(" is writing")[0])


def test_a_note_that_cannot_be_written_stops_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)
    fault = Fault(fails_with(errno.ENOSPC), 1)
    fault.arm(monkeypatch, "write")
    log(store, "kept")
    assert notes(store) == ["kept"]
    log(store, "next")
    assert notes(store) == ["kept", "next"]


def test_a_disk_without_locks_is_said_to_be_one_and_no_file_lock_is_left_instead(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "win32":
        pytest.skip("no flock there")
    import fcntl

    store = start(path)

    def no_lock(handle: int, operation: int) -> None:
        raise OSError(errno.ENOSYS, "not implemented")

    with monkeypatch.context() as patch:
        patch.setattr(fcntl, "flock", no_lock)
        with pytest.raises(NoLocks, match="gives no locks"):
            log(store)
    log(store, "again")
    assert notes(store) == ["again"]


def test_a_fork_of_a_process_that_wrote_can_write_too(path: Path) -> None:
    code = """
import os, sys
from store.kit import *
path = Path(sys.argv[1])
store = start(path)
child = os.fork()
for n in range(10):
    log(store, f"{'parent' if child else 'child'} {n}")
if child:
    assert os.waitpid(child, 0)[1] == 0
"""
    finished(python(code, str(path)))
    assert len(set(notes(repository(path)))) == 20


def test_a_lock_file_of_the_users_is_for_the_user_alone(path: Path) -> None:
    former = os.umask(0)
    try:
        log(start(path))
    finally:
        os.umask(former)
    assert path.with_name(".case.json.lock").stat().st_mode & 0o077 == 0 or sys.platform == "win32"


def test_the_lock_file_stays_so_that_all_lock_the_same_one(path: Path) -> None:
    store = start(path)
    first = path.with_name(".case.json.lock").stat().st_ino
    log(store)
    assert path.with_name(".case.json.lock").stat().st_ino == first
    assert os.getpid() == int(path.with_name(".case.json.lock").read_text())
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="no folder that takes no files")
def test_where_no_lock_can_be_made_nobody_else_is_blamed_or_waited_for() -> None:
    begun = time.monotonic()
    with pytest.raises(SaveFailed, match="Nothing was saved: no file can be made in /proc"):
        start(Path("/proc/case.json"))
    assert time.monotonic() - begun < 2
