"""Row 22: random commands from no file on, every reader asked after each."""

import time
from collections.abc import Iterator
from pathlib import Path

from faults.parts.part import Kind, Tally
from faults.parts.rounds import rounds
from faults.readers import Readers

MINUTES = 5


def readers(folder: Path, share: float) -> Iterator[Tally]:
    """The state machine of the readers, for minutes."""
    name = "a random command from no file on, every reader asked after it"
    tally = Tally(name, 22, kind=Kind.ORDINARY)
    yield tally
    end = time.monotonic() + MINUTES * 60 * share
    rounds(tally, Readers, lambda machine: machine.steps, until=end, examples=5, steps=20)
