"""What keeps a template of the user's from running without an end: bounds for loops and texts."""

from collections.abc import Iterator, Sized

from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range

MOST_STEPS = 100_000
"""How many steps the loops over `range` of one text may take together."""
MOST_SIGNS = 100_000
"""How long a text or a list may be that is made by repeating one."""
MOST_POWER = 64
"""The highest power that a number is raised to."""


class Bounded(ImmutableSandboxedEnvironment):
    """The sandbox, which also refuses to multiply things into more than any letter holds."""

    intercepted_binops = frozenset({"*", "**"})
    """The signs whose use is looked at."""

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """The value of `left * right` or `left ** right`.

        Raises:
            ValueError: It would be too much.
        """
        if operator == "**" and isinstance(right, int | float) and right > MOST_POWER:
            raise ValueError(f"a power may be {MOST_POWER} at most")
        for thing, times in ((left, right), (right, left)):
            if (
                isinstance(thing, Sized)
                and isinstance(times, int)
                and len(thing) * times > MOST_SIGNS
            ):
                raise ValueError(f"what is repeated may be {MOST_SIGNS} long at most")
        return super().call_binop(context, operator, left, right)


class Steps:
    """Counts the steps of all loops of one text."""

    def __init__(self) -> None:
        self._taken = 0

    def counted(self, *bounds: int) -> Iterator[int]:
        """The numbers that `range` gives.

        Raises:
            OverflowError: One loop alone is too long.
            ValueError: All loops together take too many steps.
        """
        for number in safe_range(*bounds):
            self._taken += 1
            if self._taken > MOST_STEPS:
                raise ValueError(f"its loops take more than {MOST_STEPS} steps")
            yield number
