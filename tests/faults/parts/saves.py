"""Row 1 and 2: saves that are killed, that fail at a system call, or lose the power."""

import errno
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from faults import power
from faults.operations import OPERATIONS, calls, failing, killing, sweep
from faults.parts.part import Tally, scaled
from store import killed_writer
from store.kit import python

KILLS = 2_000
CUTS = 200
EACH = 100
"""How many writers one process kills before the file is begun anew."""
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
ERRORS = (*NO_ROOM, errno.EIO, errno.EACCES, errno.EROFS)

RUN = "import runpy, sys; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
"""Runs a file of the tests as a program."""


def kills(folder: Path, share: float) -> Iterator[Tally]:
    """A writer killed at a random moment, again and again; what it was told is there."""
    left = scaled(KILLS, share)
    tally = Tally("a writer killed (kill -9) at a random moment", 1, planned=left)
    yield tally
    while left > 0:
        path = folder / f"{left}.json"
        process = python(RUN, killed_writer.__file__, str(path), "random", str(min(left, EACH)))
        said, wrong = process.communicate()
        tally.tries += said.count("killed")
        left -= EACH
        if process.returncode:
            tally.tries += 1
            tally.fail(wrong)


def each_call(folder: Path, share: float) -> Iterator[Tally]:
    """Every kind of save with each of its system calls struck."""
    tally = Tally("a save killed before one of its system calls", 1, 8, 9)
    yield tally
    for kind in list(OPERATIONS)[: scaled(len(OPERATIONS), share)]:
        strike_each(tally, folder / "killed" / kind, kind, killing)
    full = Tally("a save to which the disk is full at one of its system calls, then again", 2, 1)
    yield full
    other = Tally("a save with another error at one of its system calls, then again", 1)
    yield other
    sweeps = [(number, kind) for number in ERRORS for kind in OPERATIONS]
    for number, kind in sweeps[: scaled(len(sweeps), share, 2)]:
        place = folder / errno.errorcode[number] / kind
        strike_each(full if number in NO_ROOM else other, place, kind, failing(number))


def strike_each(
    tally: Tally, folder: Path, operation: str, strike: Callable[[Path, int], bool]
) -> None:
    """Counts the calls of one sweep, which ends at its first failure: the others are not run."""
    before = tally.tries
    length = calls(folder / "counted", operation)
    tally.plan(length)
    try:
        for _ in sweep(folder, operation, strike):
            tally.tries += 1
    except Exception as error:  # also what no check foresaw is a failure of this call
        tally.tries += 1
        tally.fail(f"{operation}: {error!r}")
    else:
        tally.plan(tally.tries - before - length)  # how many there were


def cuts(folder: Path, share: float) -> Iterator[Tally]:
    """Power cuts on a disk of its own."""
    total = scaled(CUTS, share)
    tally = Tally("a power cut: the disk's bytes at a random moment", 1, planned=total)
    yield tally
    tally.tries, tally.failures, tally.skipped = power.cuts(folder, total)
    if tally.skipped:
        print(tally.skipped, file=sys.stderr)
