"""How a deadline is told: one way for all of them."""

from datetime import date

from g221_tui.core.reckoning import Reckoning
from g221_tui.core.rulebook.deadline import Dated
from g221_tui.core.views import DeadlineView


def view(
    rule: Dated,
    identity: str,
    day: date,
    today: date,
    *,
    title: str = "",
    because: str = "",
    quiet: bool = False,
    estimate: bool = False,
    record: str | None = None,
    counts: Reckoning | None = None,
    closed: str = "",
) -> DeadlineView:
    """A deadline before its warnings are known; without words of its own it has its rule's.

    `closed` is given where its own words already say that the office may be closed.
    """
    return DeadlineView(
        id=identity,
        title=title or rule.title,
        date=day,
        days_left=(day - today).days,
        estimate=estimate,
        quiet=quiet,
        because=because or rule.because,
        source=rule.cited,
        level=None,
        before_opening=False,
        record=record,
        as_of="" if rule.whose else rule.as_of,
        counts=counts,
        office=rule.office,
        closed=closed,
    )
