"""The deadlines of the road back: the answer to a notice, and reinstatement."""

from datetime import date, timedelta

from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.stages import Notice
from g221_tui.core.rulebook.deadline import DeadlineRules
from g221_tui.core.text.dates import LONG_WEEKDAYS, add_years
from g221_tui.core.views import DeadlineView

REINSTATED = "reinstated"
"""The event after which neither the first limit nor reinstatement runs."""

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
    event, texts = notice.event, day.rules.deadlines
    until = event.due
    if until is None and event.on is not None:
        until = event.on + timedelta(days=texts.notice_days)
    if until is None:
        return None
    kind = day.rules.kind(event.kind)
    name = kind.title if kind else event.kind
    because = [texts.notice_because]
    if event.due is None:
        because += [texts.notice_estimate, *_notes(until, texts)]
    else:
        because.append(texts.notice_printed)
    if notice.answered:
        because.append(texts.notice_sent)
    return view(
        f"{event.kind}_response",
        texts.notice_title.format(notice=name[0].lower() + name[1:]),
        until,
        day.today,
        because=" ".join(because),
        source=texts.notice_source,
        quiet=notice.answered,
        estimate=event.due is None,
        record=event.id,
    )


def _notes(day: date, texts: DeadlineRules) -> list[str]:
    """What the law may add to the date, shown and never added."""
    notes = [texts.notice_mailed]
    if day.weekday() >= SATURDAY:
        notes.insert(0, texts.notice_weekend.format(weekday=LONG_WEEKDAYS[day.weekday()]))
    return notes


def may_be_reinstated(day: CaseDay) -> bool:
    """Whether reinstatement may still be asked for: not known to be of another class, nor over."""
    refused_on, found = day.standing.refused_on, day.visa_class
    if refused_on is None or (found is not None and not found.immigrant):
        return False
    return day.today <= add_years(refused_on, day.rules.deadlines.reinstatement_years)


def reinstatement(day: CaseDay) -> DeadlineView | None:
    """The end of reinstatement: immigrant cases only, once a year has passed since the refusal."""
    standing, texts = day.standing, day.rules.deadlines
    refused_on, stage = standing.refused_on, standing.stage
    if standing.happened(REINSTATED):
        return None
    waits = stage.reinstatable or (standing.papers.due and not stage.end and not stage.papers_rest)
    if refused_on is None or not waits or not day.immigrant:
        return None
    limit = add_years(refused_on, texts.reinstatement_years)
    over = stage.end and day.today > limit
    if day.today < add_years(refused_on, texts.papers_years) or over:
        return None
    return view(
        "reinstatement",
        texts.reinstatement_title,
        limit,
        day.today,
        because=texts.reinstatement_because,
        source=texts.reinstatement_source,
    )


def view(
    identity: str,
    title: str,
    day: date,
    today: date,
    *,
    because: str,
    source: str = "your record",
    quiet: bool = False,
    estimate: bool = False,
    record: str | None = None,
) -> DeadlineView:
    """A deadline before its warnings are known."""
    return DeadlineView(
        id=identity,
        title=title,
        date=day,
        days_left=(day - today).days,
        estimate=estimate,
        quiet=quiet,
        because=because,
        source=source,
        level=None,
        before_opening=False,
        record=record,
    )
