"""Until when a registration that was ended can be reinstated."""

from g221_tui.core import reckoning
from g221_tui.core.deadlines.deadline_view import view
from g221_tui.core.deadlines.papers import asked_after_the_year
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.text.dates import add_years
from g221_tui.core.views import DeadlineView


def reinstatement(day: CaseDay) -> DeadlineView | None:
    """The end of reinstatement: of immigrant cases that were terminated, or may be.

    They may be once a year has passed since the refusal.
    """
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
    early = day.today < add_years(refused_on, day.rules.deadlines.papers.years)
    if (early and not stage.end) or over:
        return None
    counts = reckoning.add_years(refused_on, rule.years, record=refusal.id)
    return view(rule, rule.id, limit, day.today, counts=counts)
