"""Until when a registration that was ended can be reinstated."""

from g221_tui.core import reckoning
from g221_tui.core.deadlines.deadline_view import view
from g221_tui.core.deadlines.papers import asked_after_the_year
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.text.dates import add_years
from g221_tui.core.views import DeadlineView


def may_be_reinstated(day: CaseDay) -> bool:
    """Whether reinstatement may still be asked for: not known to be of another class, nor over."""
    refused_on, found = day.standing.refused_on, day.visa_class
    if refused_on is None or (found is not None and not found.immigrant):
        return False
    return day.today <= add_years(refused_on, day.rules.deadlines.reinstatement.years)


def reinstatement(day: CaseDay) -> DeadlineView | None:
    """The end of reinstatement: immigrant cases only, once a year has passed since the refusal."""
    standing, rule = day.standing, day.rules.deadlines.reinstatement
    refused_on, stage, refusal = standing.refused_on, standing.stage, standing.round.refusal
    if standing.limits_settled:
        return None
    lives = standing.papers.due and not stage.end and not stage.papers_rest
    waits = stage.reinstatable or (lives and not asked_after_the_year(day))
    if refused_on is None or refusal is None or not waits or not day.immigrant:
        return None
    limit = add_years(refused_on, rule.years)
    over = stage.end and day.today > limit
    if day.today < add_years(refused_on, day.rules.deadlines.papers.years) or over:
        return None
    counts = reckoning.add_years(refused_on, rule.years, record=refusal.id)
    return view(rule, rule.id, limit, day.today, counts=counts)
