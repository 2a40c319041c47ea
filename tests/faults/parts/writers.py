"""Rows 3, 8 and 9: many writers of the same files, and random commands against a model."""

import time
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from faults.machine import Machine
from faults.parts.part import Part, Tally, scaled
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


def writes(folder: Path, share: float) -> Iterator[Part]:
    """Long-lived processes that write to the same files."""
    files, each = scaled(FILES, share), scaled(WRITES / WRITERS, share)
    tally = Tally(f"a write by one of {WRITERS} processes at once over {files} files", 1, 3)
    tally.tries = WRITERS * each
    for n in range(files):
        start(folder / f"{n}.json")
    told: dict[int, dict[str, str]] = {n: {} for n in range(files)}
    processes = [
        python(WRITER, str(folder), f"w{n}", str(each), str(files)) for n in range(WRITERS)
    ]
    for process in processes:
        said, wrong = process.communicate()
        if process.returncode:
            tally.fail(wrong)
        for line in said.splitlines():
            chosen, given, note = line.split()
            told[int(chosen)][given] = note
    acknowledged = sum(len(kept) for kept in told.values())
    if acknowledged != WRITERS * each:
        tally.fail(f"{WRITERS * each - acknowledged} writes were not acknowledged")
    for n, kept in told.items():
        store = repository(folder / f"{n}.json")
        held = dict(zip(names(store), notes(store), strict=True))
        for given in kept.keys() | held.keys():
            if held.get(given) != kept.get(given):
                tally.fail(f"file {n}, {given}: told {kept.get(given)}, kept {held.get(given)}")
        if [entry.n for entry in store.history()] != list(range(1, len(held) + 2)):
            tally.fail(f"file {n}: the history has holes")
    yield tally.part


def machine(folder: Path, share: float) -> Iterator[Part]:
    """The state machine, for minutes."""
    tally = Tally("a save of a random command by one of two writers, held against a model", 3, 8, 9)
    end = time.monotonic() + MINUTES * 60 * share

    class Counted(Machine):
        """The machine that counts what it did."""

        def teardown(self) -> None:
            """Notes how many saves there were."""
            tally.tries += self.saves + 1
            super().teardown()

    while time.monotonic() < end:
        try:
            run_state_machine_as_test(
                Counted,
                settings=settings(
                    max_examples=20,
                    stateful_step_count=60,
                    deadline=None,
                    database=None,
                    suppress_health_check=list(HealthCheck),
                ),
            )
        except Exception as error:  # also what the model did not foresee is a failure
            notes_of = "\n".join(getattr(error, "__notes__", ()))
            tally.fail(f"{error!r}\n{notes_of}")
    yield tally.part
