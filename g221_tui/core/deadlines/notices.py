"""The dates by which the answers to notices of USCIS must have arrived."""

from datetime import timedelta

from g221_tui.core.deadlines.deadline_view import view
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.stages import Notice
from g221_tui.core.reckoning import add_days, same_as
from g221_tui.core.rulebook.deadline import NoticeAnswer
from g221_tui.core.text.phrases import within_sentence
from g221_tui.core.views import DeadlineView


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
    counts = same_as(until, record=event.id)
    if event.due is None and event.on is not None:
        counts = add_days(event.on, rule.days, record=event.id)
    kind = day.rules.kind(event.kind)
    name = kind.title if kind else event.kind
    because = [rule.because]
    # A printed date is told like any other; of an estimate the law says more.
    closed = day.rules.closed_days.closed(until) if event.due is None else ""
    if event.due is None:
        because += [rule.estimate, *_notes(closed, rule)]
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
        counts=counts,
        closed=closed,
    )


def _notes(closed: str, rule: NoticeAnswer) -> list[str]:
    """What the law may add to the date, shown and never added."""
    return [*([rule.closed.format(closed=closed)] if closed else []), rule.mailed]
