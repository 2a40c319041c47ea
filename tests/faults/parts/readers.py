"""Row 22: random commands from no file on, every reader asked after each."""

import time
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from faults.parts.part import Part, Tally
from faults.readers import Readers

MINUTES = 5


def readers(folder: Path, share: float) -> Iterator[Part]:
    """The state machine of the readers, for minutes."""
    tally = Tally("a random command from no file on, every reader asked after it", 22)
    end = time.monotonic() + MINUTES * 60 * share

    class Counted(Readers):
        """The machine that counts what it did."""

        def teardown(self) -> None:
            """Notes how many commands there were."""
            tally.tries += self.steps
            super().teardown()

    while time.monotonic() < end:
        try:
            run_state_machine_as_test(
                Counted,
                settings=settings(
                    max_examples=5,
                    stateful_step_count=20,
                    deadline=None,
                    database=None,
                    suppress_health_check=list(HealthCheck),
                ),
            )
        except Exception as error:  # also what nobody foresaw is a failure
            tally.fail(f"{error!r}")
    yield tally.part
