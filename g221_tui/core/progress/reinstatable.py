"""Whether a registration that was ended can still be reinstated."""

from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.text.dates import add_years


def may_be_reinstated(day: CaseDay) -> bool:
    """Whether reinstatement may still be asked for: not known to be of another class, nor over."""
    refused_on, found = day.standing.refused_on, day.visa_class
    if refused_on is None or (found is not None and not found.immigrant):
        return False
    return day.today <= add_years(refused_on, day.rules.deadlines.reinstatement.years)
