"""A process that kills writers: run by `test_kills.py`, prints one line for each kill.

It forks a writer for each round, so that a round costs milliseconds.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from store.kit import Fault, log, notes, repository, start

AWAITED = (2, 1, 0)
"""How many saves a writer is left to acknowledge before it is killed, one after the other."""
LONGEST = 1.0
"""Seconds after which it is killed at the latest, however long its last save took."""


def writer(path: Path, pipe: int) -> None:
    """Logs contacts for ever, and tells each one when it is acknowledged."""
    store = repository(path)
    for n in range(10_000):
        note = f"{os.getpid()}-{n}" + "x" * random.randrange(2000)
        log(store, note)
        os.write(pipe, f"{note}\n".encode())


def kill_at_random(path: Path, rounds: int) -> None:
    """Kills writers, each at a random moment of a save, and checks what they had acknowledged.

    A writer is left to acknowledge some saves first: on a busy machine it takes any time until
    the first. The moment after that is measured by how long the last save took.
    """
    acknowledged: list[str] = []
    took = 0.0
    for n in range(rounds):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            writer(path, writing)
            os._exit(0)
        os.close(writing)
        told = b""
        for _ in range(AWAITED[n % len(AWAITED)]):
            asked = time.monotonic()
            told += _next(reading)
            took = time.monotonic() - asked
        time.sleep(random.uniform(0, min(took, LONGEST)))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading, "rb") as rest:
            acknowledged += (told + rest.read()).decode().split()
        kept = notes(repository(path))
        missing = set(acknowledged) - set(kept)
        assert not missing, missing
        assert len(kept) - len(acknowledged) <= n + 2  # the one before all, and each writer's last
        print("killed", len(acknowledged))
    log(repository(path), "last")
    print("acknowledged", len(acknowledged))


def _next(reading: int) -> bytes:
    """What a writer tells next, to the end of a line; waits for it as long as it takes."""
    told = b""
    while not told.endswith(b"\n"):
        more = os.read(reading, 65536)
        assert more, "a writer ended by itself"
        told += more
    return told


def kill_at_each_call(path: Path) -> None:
    """Kills a writer before its n-th system call, for every n until a save is done."""
    for n in range(1, 100):
        before = notes(repository(path))
        child = os.fork()
        if child == 0:
            fault = Fault(lambda call: os.kill(os.getpid(), signal.SIGKILL), n)
            fault.arm(pytest.MonkeyPatch())
            log(repository(path), f"call {n}")
            os._exit(0)
        _, status = os.waitpid(child, 0)
        kept = notes(repository(path))
        if not os.WIFSIGNALED(status):
            assert kept == [*before, f"call {n}"]
            print("done", n)
            return
        assert kept in (before, [*before, f"call {n}"]), n
        print("killed", n)


if __name__ == "__main__":
    file = Path(sys.argv[1])
    start(file)
    log(repository(file), "warm")  # loads the lock before the forks
    if sys.argv[2] == "random":
        kill_at_random(file, int(sys.argv[3]))
    else:
        kill_at_each_call(file)
