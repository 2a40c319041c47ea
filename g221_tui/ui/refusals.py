"""What is said where something could not be done, in the words of the dashboard."""

from g221_tui.errors import G221Error, NoRecord, RefusedWithWay

NO_LONGER_THERE = "It is no longer in the file."


def said(problem: G221Error) -> str:
    """What to say of a problem; here no id was typed, so none is asked for anew."""
    if isinstance(problem, RefusedWithWay):
        return problem.in_dashboard
    return NO_LONGER_THERE if isinstance(problem, NoRecord) else str(problem)
