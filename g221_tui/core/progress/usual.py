"""How long a stage usually takes: a figure with its source, never a promise."""

from datetime import date

from g221_tui.core.rulebook.stage import Usual
from g221_tui.core.text.dates import add_months
from g221_tui.core.text.phrases import counted

WORKING_WEEK, WEEK = 5, 7
"""Working and calendar days of a week."""


def usual_days(usual: Usual, since: date) -> tuple[int, int]:
    """How long a stage usually takes, calendar days from `since`: from and to."""
    if usual.unit == "months":
        least, most = (add_months(since, n) - since for n in (usual.least, usual.most))
        return least.days, most.days
    if usual.unit == "working_days":
        return _calendar(usual.least), _calendar(usual.most)
    return usual.least, usual.most


def _calendar(working: int) -> int:
    """Working days as calendar days: a weekend for every full week."""
    return working + (working // WORKING_WEEK) * (WEEK - WORKING_WEEK)


def length(usual: Usual) -> str:
    """`up to 3 months`, `2 to 3 months`, `7 to 10 working days`."""
    most = counted(usual.most, usual.unit.replace("_", " ").removesuffix("s"))
    return f"{usual.least} to {most}" if usual.least else f"up to {most}"
