"""What a part of the long run is, and how it counts its tries."""

import os
import random
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

SEED = "G221_SEED"
"""The environment variable that makes a run draw the same chances again."""
SHOWN = 5
"""How many failures of a part are kept in words."""
LINES = 4
"""How many lines of one failure are shown."""


class Kind(StrEnum):
    """What a try does to the program."""

    FAULT = "fault"
    """A fault is injected, or hostile or impossible input given."""
    ORDINARY = "ordinary"
    """It is used as it is meant to be, at random."""
    TEST = "test"
    """A test of the suite, which may do either."""


class Part(NamedTuple):
    """What one part found."""

    name: str
    """What one try is."""
    rows: tuple[int, ...]
    """The promises it shows; its tries are counted with the first."""
    tries: int
    """How many were made."""
    failures: int
    """How many of them failed."""
    skipped: str = ""
    """Why it could not be tried here."""
    said: tuple[str, ...] = ()
    """The first failures, in words."""
    kind: str = Kind.FAULT
    """What a try is: one of `Kind`."""
    not_run: int = 0
    """How many tries were planned and not made, because something stopped before them."""
    run: str = ""
    """The key of the run that it belongs to."""


class Run(NamedTuple):
    """A part that can be run."""

    key: str
    """Its short name, for `--only`."""
    rows: tuple[int, ...]
    """The promises it shows."""
    run: Callable[[Path, float], Iterator["Tally"]]
    """Runs it in an empty folder, a share of its full length; it hands out each tally before it
    begins to count with it, so that what was counted is known wherever it breaks."""
    alone: bool = False
    """Whether it needs the machine for itself: it uses every core, or measures time."""


class Tally:
    """Counts the tries of one kind, and keeps what failed."""

    def __init__(
        self, name: str, *rows: int, kind: Kind = Kind.FAULT, planned: int | None = None
    ) -> None:
        """Begin to count.

        Args:
            name: What one try is.
            rows: The promises it shows; the tries are counted with the first.
            kind: What a try does to the program.
            planned: How many tries there are to be; none where that shows only as it goes.
        """
        self.name = name
        self.rows = rows
        self.kind = kind
        self.planned = planned
        self.tries = 0
        self.failures = 0
        self.skipped = ""
        self.said: list[str] = []
        self.chance = chance(name)
        """The chances of this kind of try."""

    @contextmanager
    def attempt(self, what: object = "") -> Iterator[None]:
        """One try; whatever it raises is a failure of it."""
        self.tries += 1
        try:
            yield
        except Exception as error:  # also what no check foresaw is a failure, not the run's end
            self.fail(f"{_told(error)} {what}")

    def fail(self, why: str) -> None:
        """Count a failure of the try under way."""
        self.failures += 1
        print(f"{self.name}, try {self.tries}: {why}", file=sys.stderr, flush=True)
        if len(self.said) < SHOWN:
            self.said.append(f"try {self.tries}: {ascii(why)[:500]}")

    def spare(self) -> None:
        """The try under way was none: by chance there was nothing to see."""
        self.tries -= 1
        if self.planned is not None:
            self.planned -= 1

    def plan(self, more: int) -> None:
        """So many more tries are to come."""
        self.planned = (self.planned or 0) + more

    @property
    def not_run(self) -> int:
        """How many tries are planned and not made."""
        due = 0 if self.planned is None or self.skipped else self.planned
        return max(0, due - self.tries)

    @property
    def part(self) -> Part:
        """What was found so far."""
        return Part(
            name=self.name,
            rows=self.rows,
            tries=self.tries,
            failures=self.failures,
            skipped=self.skipped,
            said=tuple(self.said),
            kind=self.kind,
            not_run=self.not_run,
        )


def found_by(run: Run, folder: Path, share: float) -> Iterator[Part]:
    """What a run finds; where it breaks, that is a try that failed, and the rest was not run."""
    tallies: list[Tally] = []
    try:
        for tally in run.run(folder, share):
            tallies.append(tally)
    except Exception as error:  # also what no check foresaw is a failure, not the end of all
        print(traceback.format_exc(), file=sys.stderr, flush=True)
        if not tallies:
            tallies.append(Tally(f"the beginning of {run.key}", *run.rows[:1]))
        tallies[-1].tries += 1
        tallies[-1].fail(_told(error))
    parts = [tally.part for tally in tallies]
    yield from (part for part in parts if part.tries or part.not_run or part.skipped)


def chance(name: str) -> random.Random:
    """The chances of a part: the same ones again for the same seed."""
    return random.Random(f"{os.environ.get(SEED, '221')} {name}")


def scaled(full: float, share: float, least: int = 1) -> int:
    """How many tries a share of the full number is."""
    return max(least, round(full * share))


def _told(error: Exception) -> str:
    """The last lines of the error and where it was raised."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    words = "\n".join(traceback.format_exception_only(error)[-1].splitlines()[:LINES])
    return f"[{Path(place.filename).name}:{place.lineno}] {words}"
