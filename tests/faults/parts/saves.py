"""Row 1 and 2: saves that are killed, that fail at a system call, or lose the power."""

import errno
import sys
from collections.abc import Iterator
from pathlib import Path

from faults import power
from faults.operations import OPERATIONS, failing, killing, sweep
from faults.parts.part import Part, Tally, scaled
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


def kills(folder: Path, share: float) -> Iterator[Part]:
    """A writer killed at a random moment, again and again; what it was told is there."""
    tally = Tally("a writer killed (kill -9) at a random moment", 1)
    left = scaled(KILLS, share)
    while left > 0:
        path = folder / f"{left}.json"
        process = python(RUN, killed_writer.__file__, str(path), "random", str(min(left, EACH)))
        said, wrong = process.communicate()
        tally.tries += said.count("killed")
        left -= EACH
        if process.returncode:
            tally.tries += 1
            tally.fail(wrong)
    yield tally.part


def each_call(folder: Path, share: float) -> Iterator[Part]:
    """Every kind of save with each of its system calls struck."""
    tally = Tally("a save killed before one of its system calls", 1, 8, 9)
    for kind in list(OPERATIONS)[: scaled(len(OPERATIONS), share)]:
        _strike(tally, sweep(folder / "killed" / kind, kind, killing))
    yield tally.part
    full = Tally("a save to which the disk is full at one of its system calls, then again", 1, 2)
    other = Tally("a save with another error at one of its system calls, then again", 1)
    sweeps = [(number, kind) for number in ERRORS for kind in OPERATIONS]
    for number, kind in sweeps[: scaled(len(sweeps), share, 2)]:
        place = folder / errno.errorcode[number] / kind
        _strike(full if number in NO_ROOM else other, sweep(place, kind, failing(number)))
    yield from (part for part in (full.part, other.part) if part.tries)


def _strike(tally: Tally, strikes: Iterator[int]) -> None:
    """Counts the calls of one sweep, which ends at its first failure."""
    try:
        for _ in strikes:
            tally.tries += 1
    except AssertionError as error:
        tally.tries += 1
        tally.fail(str(error))


def cuts(folder: Path, share: float) -> Iterator[Part]:
    """Power cuts on a disk of its own."""
    tries, failures, skipped = power.cuts(folder, scaled(CUTS, share))
    name = "a power cut: the disk's bytes at a random moment"
    yield Part(name, (1,), tries, failures, skipped)
    if skipped:
        print(skipped, file=sys.stderr)
