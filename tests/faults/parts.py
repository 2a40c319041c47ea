"""The parts of the long run, each a generator of what it found."""

import errno
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from faults import power
from faults.machine import Machine
from faults.operations import OPERATIONS, failing, killing, sweep
from faults.promises import TESTS, rows_to_show
from store import killed_writer
from store.kit import names, notes, python, repository, start

KILLS = 2_000
WRITES = 100_000
WRITERS = 4
FILES = 200
CUTS = 200
MINUTES = 10
ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EDQUOT)

RUN = "import runpy, sys; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"


class Part(NamedTuple):
    """What one part found."""

    name: str
    rows: tuple[int, ...]
    """The promises it shows."""
    tries: int
    failures: int
    skipped: str = ""
    """Why it could not be tried here."""


def kills(folder: Path, share: float) -> Iterator[Part]:
    """A writer killed at a random moment, again and again; what it was told is there."""
    tries = failures = 0
    for n in range(max(1, round(KILLS * share / 100))):
        process = python(RUN, killed_writer.__file__, str(folder / f"{n}.json"), "random", "100")
        said, wrong = process.communicate()
        tries += said.count("killed")
        if process.returncode:
            failures += 1
            print(wrong, file=sys.stderr)
    yield Part("kill -9 at a random moment", (1,), tries, failures)


def each_call(folder: Path, share: float) -> Iterator[Part]:
    """Every kind of save with each of its system calls struck."""
    tries = failures = 0
    for kind in OPERATIONS:
        done, wrong = _counted(sweep(folder / "killed" / kind, kind, killing))
        tries, failures = tries + done, failures + wrong
    yield Part("killed before each system call of a save", (1, 8, 9), tries, failures)
    tries = failures = 0
    for number in ERRORS:
        for kind in OPERATIONS:
            place = folder / errno.errorcode[number] / kind
            done, wrong = _counted(sweep(place, kind, failing(number)))
            tries, failures = tries + done, failures + wrong
    yield Part("an error at each system call of a save, then a retry", (1, 2), tries, failures)


def _counted(strikes: Iterator[int]) -> tuple[int, int]:
    done = 0
    try:
        for _ in strikes:
            done += 1
    except AssertionError as error:
        print(error, file=sys.stderr)
        return done + 1, 1
    return done, 0


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
    files = max(1, round(FILES * share))
    each = max(1, round(WRITES * share / WRITERS))
    for n in range(files):
        start(folder / f"{n}.json")
    told: dict[int, dict[str, str]] = {n: {} for n in range(files)}
    processes = [
        python(WRITER, str(folder), f"w{n}", str(each), str(files)) for n in range(WRITERS)
    ]
    failures = 0
    outputs = [folder / f"w{n}.log" for n in range(WRITERS)]
    assert len(outputs) == len(processes)
    for process in processes:
        said, wrong = process.communicate()
        if process.returncode:
            failures += 1
            print(wrong, file=sys.stderr)
        for line in said.splitlines():
            chosen, given, note = line.split()
            told[int(chosen)][given] = note
    acknowledged = sum(len(kept) for kept in told.values())
    failures += WRITERS * each - acknowledged
    for n, kept in told.items():
        store = repository(folder / f"{n}.json")
        held = dict(zip(names(store), notes(store), strict=True))
        failures += sum(held.get(given) != note for given, note in kept.items())
        failures += len(held) - len(kept)
        failures += [entry.n for entry in store.history()] != list(range(1, len(held) + 2))
    yield Part(
        f"writes by {WRITERS} processes over {files} files", (1, 3), WRITERS * each, failures
    )


def cuts(folder: Path, share: float) -> Iterator[Part]:
    """Power cuts on a disk of its own."""
    tries, failures, skipped = power.cuts(folder, max(1, round(CUTS * share)))
    yield Part("power cut: the disk's bytes at a random moment", (1,), tries, failures, skipped)


def machine(folder: Path, share: float) -> Iterator[Part]:
    """The state machine, for minutes."""
    end = time.monotonic() + MINUTES * 60 * share
    steps: list[int] = []

    class Counted(Machine):
        """The machine that counts what it did."""

        def teardown(self) -> None:
            """Notes how many saves there were."""
            steps.append(self.saves + 1)
            super().teardown()

    failures = 0
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
        except AssertionError as error:
            failures += 1
            print(error, file=sys.stderr)
    yield Part(
        "saves of random commands by two writers against a model", (3, 8, 9), sum(steps), failures
    )


class Counter:
    """Counts the tests of each promise as pytest runs them."""

    def __init__(self) -> None:
        self.rows: dict[str, tuple[int, ...]] = {}
        """The promises of each test."""
        self.passed: dict[int, int] = {}
        self.failed: dict[int, int] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Learn which test shows which promise."""
        for item in items:
            marks = item.iter_markers("promise")
            self.rows[item.nodeid] = tuple(n for mark in marks for n in mark.args)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count it."""
        if report.failed or (report.when == "call" and report.passed):
            counts = self.failed if report.failed else self.passed
            for row in set(self.rows[report.nodeid]):
                counts[row] = counts.get(row, 0) + 1


def tests(folder: Path, share: float) -> Iterator[Part]:
    """The tests that carry a promise's number."""
    counter = Counter()
    if share < 1:
        return
    pytest.main(["-q", "--no-header", "-p", "no:cacheprovider", str(TESTS)], plugins=[counter])
    for row in rows_to_show():
        failed = counter.failed.get(row, 0)
        yield Part(f"tests of row {row}", (row,), counter.passed.get(row, 0) + failed, failed)


ALL: tuple[Callable[[Path, float], Iterator[Part]], ...] = (
    tests,
    kills,
    each_call,
    cuts,
    machine,
    writes,
)
"""Every part, in order."""
