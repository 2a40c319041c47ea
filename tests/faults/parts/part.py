"""What a part of the long run is, and how it counts its tries."""

import os
import random
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

SEED = "G221_SEED"
"""The environment variable that makes a run draw the same chances again."""
SHOWN = 5
"""How many failures of a part are kept in words."""
LINES = 4
"""How many lines of one failure are shown."""


class Part(NamedTuple):
    """What one part found."""

    name: str
    """What one try is."""
    rows: tuple[int, ...]
    """The promises it shows."""
    tries: int
    failures: int
    skipped: str = ""
    """Why it could not be tried here."""
    said: tuple[str, ...] = ()
    """The first failures, in words."""


class Run(NamedTuple):
    """A part that can be run."""

    key: str
    """Its short name, for `--only`."""
    rows: tuple[int, ...]
    """The promises it shows."""
    run: Callable[[Path, float], Iterator[Part]]
    """Runs it in an empty folder, a share of its full length."""
    alone: bool = False
    """Whether it needs the machine for itself: it uses every core, or measures time."""


class Tally:
    """Counts the tries of one kind, and keeps what failed."""

    def __init__(self, name: str, *rows: int) -> None:
        self.name = name
        self.rows = rows
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
            self.fail(f"{what} {_told(error)}")

    def fail(self, why: str) -> None:
        """Count a failure of the try under way."""
        self.failures += 1
        print(f"{self.name}, try {self.tries}: {why}", file=sys.stderr, flush=True)
        if len(self.said) < SHOWN:
            self.said.append(f"try {self.tries}: {ascii(why)[:500]}")

    @property
    def part(self) -> Part:
        """What was found so far."""
        return Part(self.name, self.rows, self.tries, self.failures, self.skipped, tuple(self.said))


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
