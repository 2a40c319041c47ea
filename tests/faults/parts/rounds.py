"""Rounds of a state machine until a time: how many of its steps are counted."""

import sys
import time
from collections.abc import Callable
from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from faults.parts.part import Tally

Machine = TypeVar("Machine", bound=RuleBasedStateMachine)


def rounds(
    tally: Tally,
    machine: type[Machine],
    steps_of: Callable[[Machine], int],
    *,
    until: float,
    examples: int,
    steps: int,
) -> None:
    """Runs a machine in rounds; a round ends at its first failure, and its rest was not run.

    What is run again to find the shortest example of a failure is no further try.

    Args:
        tally: What counts.
        machine: The class of the machine.
        steps_of: How many tries one of its examples was.
        until: When the last round begins at the latest, by the monotonic clock.
        examples: How many examples a round has.
        steps: How many steps an example has at the most.
    """
    begun, failed, rest = 0, False, 0

    class Counted(machine):  # type: ignore[valid-type,misc]  # the class is an argument
        """The machine that counts what it did."""

        def teardown(self) -> None:
            """Notes how many tries there were."""
            nonlocal begun, failed
            if not failed:
                begun += 1
                failed = sys.exc_info()[0] is not None
                tally.tries += max(steps_of(self), int(failed))
            super().teardown()

    while time.monotonic() < until:
        begun, failed = 0, False
        try:
            run_state_machine_as_test(
                Counted,
                settings=settings(
                    max_examples=examples,
                    stateful_step_count=steps,
                    deadline=None,
                    database=None,
                    suppress_health_check=list(HealthCheck),
                ),
            )
        except Exception as error:  # also what nobody foresaw is a failure
            notes = "\n".join(getattr(error, "__notes__", ()))
            tally.fail(f"{error!r}\n{notes}")
            rest += max(0, examples - begun) * steps
        tally.planned = tally.tries + rest
