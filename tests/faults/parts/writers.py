"""Rows 3, 8 and 9: many writers of the same files, and random commands against a model."""

import time
from collections.abc import Iterator
from pathlib import Path

from faults.machine import Machine
from faults.parts.part import Kind, Tally, scaled
from faults.parts.rounds import rounds
from store.kit import names, notes, python, repository, start

WRITES = 100_000
WRITERS = 4
FILES = 200
MINUTES = 10

WRITER = """
import random, sys
from store.kit import *
folder, name, writes, files = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
stores = [repository(folder / f"{n}.json") for n in range(files)]
random.seed(name)
for n in range(writes):
    chosen = random.randrange(files)
    given = log(stores[chosen], f"{name}-{n}")
    print(chosen, given, f"{name}-{n}")
"""


def writes(folder: Path, share: float) -> Iterator[Tally]:
    """Long-lived processes that write to the same files."""
    files, each = scaled(FILES, share), scaled(WRITES / WRITERS, share)
    tally = Tally(f"a write by one of {WRITERS} processes at once over {files} files", 3, 1)
    tally.kind, tally.planned = Kind.ORDINARY, WRITERS * each
    yield tally
    for n in range(files):
        start(folder / f"{n}.json")
    told: dict[int, dict[str, str]] = {n: {} for n in range(files)}
    processes = [
        python(WRITER, str(folder), f"w{n}", str(each), str(files)) for n in range(WRITERS)
    ]
    for process in processes:
        said, wrong = process.communicate()
        if process.returncode:
            tally.tries += 1
            tally.fail(wrong)
        for line in said.splitlines():
            chosen, given, note = line.split()
            told[int(chosen)][given] = note
    acknowledged = sum(len(kept) for kept in told.values())
    tally.tries += acknowledged
    if tally.not_run and not tally.failures:
        tally.fail(f"{tally.not_run} writes were not acknowledged")
    for n, kept in told.items():
        store = repository(folder / f"{n}.json")
        held = dict(zip(names(store), notes(store), strict=True))
        for given in kept.keys() | held.keys():
            if held.get(given) != kept.get(given):
                tally.fail(f"file {n}, {given}: told {kept.get(given)}, kept {held.get(given)}")
        if [entry.n for entry in store.history()] != list(range(1, len(held) + 2)):
            tally.fail(f"file {n}: the history has holes")


def machine(folder: Path, share: float) -> Iterator[Tally]:
    """The state machine, for minutes."""
    name = "a save of a random command by one of two writers, held against a model"
    tally = Tally(name, 9, 3, 8, kind=Kind.ORDINARY)
    yield tally
    end = time.monotonic() + MINUTES * 60 * share

    rounds(tally, Machine, lambda machine: machine.saves + 1, until=end, examples=20, steps=60)
