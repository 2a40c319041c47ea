"""Row 12: a lock whose holder lives is waited for and named; a dead one's is free at once."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from faults.parts.part import Tally, scaled
from g221_tui.errors import LockTimeout
from g221_tui.store import lock
from store.kit import log, notes, repository, start

KILLED = 2_000
LIVE = 24
AT_ONCE = 1.0
"""Seconds within which a dead holder's lock is free, also on a busy machine."""
SLACK = 2.0
"""How many seconds a busy machine may take over the patience."""


def locks(folder: Path, share: float) -> Iterator[Tally]:
    """Holders that are killed at any moment, and holders that live."""
    killed = Tally("the next write after the lock's holder was killed (kill -9)", 12)
    killed.planned = scaled(KILLED, share)
    yield killed
    if sys.platform == "win32":
        killed.skipped = "needs fork and kill -9"
    else:
        path = folder / "case.json"
        log(start(path), "warm")  # loads the lock before the forks
        for n in range(killed.planned):
            if n % 200 == 0:
                path = folder / f"{n}.json"
                start(path)
            with killed.attempt(n):
                _dead(path, n, killed.chance.choice((0.0, 0.001, 0.005)))
        name = "a write while another process holds the lock for longer than 5 s"
        live = Tally(name, 12, planned=scaled(LIVE, share))
        yield live
        for n in range(scaled(LIVE, share)):
            with live.attempt(n):
                _alive(path)


def _holder(path: Path) -> int:
    """A process that holds the lock; it has it when this returns."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with repository(path).transaction():
            os.write(writing, b"held")
            time.sleep(60)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        assert told.read(4) == b"held"
    return child


def _dead(path: Path, n: int, after: float) -> None:
    child = _holder(path)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    before = notes(repository(path))
    began = time.monotonic()
    log(repository(path), f"free {n}")
    took = time.monotonic() - began
    assert took < AT_ONCE, f"{took:.2f} s"
    assert notes(repository(path)) == [*before, f"free {n}"]


def _alive(path: Path) -> None:
    child = _holder(path)
    before = path.read_bytes()
    began = time.monotonic()
    told = ""
    try:
        log(repository(path), "while it is held")
    except LockTimeout as error:
        told = str(error)
    finally:
        took = time.monotonic() - began
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert f"process {child} is writing to {path.name}" in told, told
    assert "\n" not in told
    assert lock.PATIENCE <= took < lock.PATIENCE + SLACK, f"{took:.2f} s"
    assert path.read_bytes() == before
