"""The deadlines of the road back: the answer to a notice, and reinstatement."""

from datetime import date, timedelta

from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.stages import Notice
from g221_tui.core.rulebook.deadline import Dated, NoticeAnswer
from g221_tui.core.text.dates import LONG_WEEKDAYS, add_years
from g221_tui.core.text.phrases import within_sentence
from g221_tui.core.views import DeadlineView

SATURDAY = 5
"""From this weekday on (Monday is 0) a day is no business day."""


def notices(day: CaseDay) -> list[DeadlineView]:
    """The dates by which the answers to notices must have arrived.

    The printed date counts; without it the notice's own date gives an estimate; a notice known
    only by hearsay gives none.
    """
    dated = [d for n in day.standing.notices if (d := _notice(n, day)) is not None]
    # Of several notices of one kind the one to answer first counts: the answered ones come after.
    dated.sort(key=lambda d: (d.quiet, d.date))
    return list({d.id: d for d in reversed(dated)}.values())


def _notice(notice: Notice, day: CaseDay) -> DeadlineView | None:
    event, rule = notice.event, day.rules.deadlines.notice
    until = event.due
    if until is None and event.on is not None:
        until = event.on + timedelta(days=rule.days)
    if until is None:
        return None
    kind = day.rules.kind(event.kind)
    name = kind.title if kind else event.kind
    because = [rule.because]
    if event.due is None:
        because += [rule.estimate, *_notes(until, rule)]
    else:
        because.append(rule.printed)
    if notice.answered:
        because.append(rule.sent)
    return view(
        rule,
        rule.id.format(kind=event.kind),
        until,
        day.today,
        title=rule.title.format(notice=within_sentence(name)),
        because=" ".join(because),
        quiet=notice.answered,
        estimate=event.due is None,
        record=event.id,
    )


def _notes(day: date, rule: NoticeAnswer) -> list[str]:
    """What the law may add to the date, shown and never added."""
    notes = [rule.mailed]
    if day.weekday() >= SATURDAY:
        notes.insert(0, rule.weekend.format(weekday=LONG_WEEKDAYS[day.weekday()]))
    return notes


def may_be_reinstated(day: CaseDay) -> bool:
    """Whether reinstatement may still be asked for: not known to be of another class, nor over."""
    refused_on, found = day.standing.refused_on, day.visa_class
    if refused_on is None or (found is not None and not found.immigrant):
        return False
    return day.today <= add_years(refused_on, day.rules.deadlines.reinstatement.years)


def reinstatement(day: CaseDay) -> DeadlineView | None:
    """The end of reinstatement: immigrant cases only, once a year has passed since the refusal."""
    standing, rule = day.standing, day.rules.deadlines.reinstatement
    refused_on, stage = standing.refused_on, standing.stage
    if standing.limits_settled:
        return None
    waits = stage.reinstatable or (standing.papers.due and not stage.end and not stage.papers_rest)
    if refused_on is None or not waits or not day.immigrant:
        return None
    limit = add_years(refused_on, rule.years)
    over = stage.end and day.today > limit
    if day.today < add_years(refused_on, day.rules.deadlines.papers.years) or over:
        return None
    return view(rule, rule.id, limit, day.today)


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
) -> DeadlineView:
    """A deadline before its warnings are known; without words of its own it has its rule's."""
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
    )
