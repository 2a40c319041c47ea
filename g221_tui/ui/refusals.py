"""What is said where something could not be done, in the words of the dashboard."""

from collections.abc import Callable

from g221_tui.errors import G221Error, NoRecord, RefusedWithWay

NO_LONGER_THERE = "It is no longer in the file."


def said(problem: G221Error, with_keys: Callable[[str], str]) -> str:
    """What to say of a problem; here no id was typed, so none is asked for anew.

    Args:
        problem: What was raised.
        with_keys: Puts the keys in force into a text that names actions.
    """
    if isinstance(problem, RefusedWithWay):
        return f"{problem.why} {with_keys(problem.in_dashboard)}".strip()
    return NO_LONGER_THERE if isinstance(problem, NoRecord) else str(problem)
