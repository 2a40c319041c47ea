"""One calculation for all faces: everything about one case on one day."""

from datetime import timedelta

from g221_tui.core.cases import label
from g221_tui.core.deadlines.all_deadlines import deadlines
from g221_tui.core.deadlines.papers import papers_note
from g221_tui.core.followup.channel_state import decide_all, decide_further
from g221_tui.core.followup.page_news import page_says
from g221_tui.core.followup.status_page import status_view
from g221_tui.core.progress.case_day import CaseDay, within_calendar
from g221_tui.core.progress.number_warnings import number_warnings
from g221_tui.core.progress.road import road
from g221_tui.core.progress.usual import usual_days
from g221_tui.core.progress.visa_class import unclear_class
from g221_tui.core.progress.wait import wait_view
from g221_tui.core.snapshot.attention import attention, deadline_warnings
from g221_tui.core.snapshot.documents_view import documents_view
from g221_tui.core.snapshot.later import later_records
from g221_tui.core.snapshot.next.answers import answer_to
from g221_tui.core.snapshot.next.next_step import next_step
from g221_tui.core.snapshot.originals import originals_notes
from g221_tui.core.snapshot.post_practice import post_practice
from g221_tui.core.snapshot.timeline import timeline
from g221_tui.core.text.dates import long_date
from g221_tui.core.views import CaseView, NextStep, Snapshot, StageView


def build(day: CaseDay, *, live: bool = False) -> Snapshot:
    """Compute the snapshot of a case on a day, from what happened on or before it.

    Args:
        day: The case on the day.
        live: Whether the day is today, so that what is dated after it is odd.

    Raises:
        Refused: a date is so far away that the days counted from it leave the calendar.
    """
    with within_calendar():
        return _build(day, live=live)


def answer(day: CaseDay) -> NextStep:
    """The next step alone, without the rest of the snapshot.

    Raises:
        Refused: a date is so far away that the days counted from it leave the calendar.
    """
    with within_calendar():
        channels = decide_all(day)
        return next_step(day, channels, deadlines(day, channels))


def _build(day: CaseDay, *, live: bool) -> Snapshot:
    channels = decide_all(day)
    due = deadlines(day, channels)
    step = next_step(day, channels, due)
    post = post_practice(day, due)
    later = later_records(day) if live else ""
    others = tuple(filter(None, [*_other_warnings(day), post.year_warning, later]))
    notes = tuple(filter(None, [*_longer(day), papers_note(day), *originals_notes(day)]))
    return Snapshot(
        today=day.today,
        case=_case(day),
        stage=_stage(day),
        wait=wait_view(day),
        channels=channels,
        documents=documents_view(day),
        deadlines=due,
        timeline=timeline(day, channels, due),
        next=step,
        warnings=(*deadline_warnings(due, day.today), *others, *_old_post(day)),
        road=road(day),
        further=decide_further(day),
        notes=notes,
        status=status_view(day),
        attention=attention(day.rules, step, due, others, notes, answer_to(day, step)),
        post=post,
    )


def _case(day: CaseDay) -> CaseView:
    facts, standing = day.facts, day.standing
    first = standing.first_refusal
    return CaseView(
        id=facts.id,
        title=facts.title,
        case_number=facts.case_number,
        post=facts.post,
        visa=facts.visa,
        refused_on=standing.refused_on,
        first_refused_on=first.day if first else None,
        policy=facts.policy,
        round=standing.round.n,
        label=label(facts),
    )


def _longer(day: CaseDay) -> list[str]:
    """That the stage lasts longer than usual, once it does."""
    usual, since = day.usual, day.standing.since
    if usual is None or since is None:
        return []
    if day.today <= since + timedelta(days=usual_days(usual, since)[1]):
        return []
    return [day.rules.next.texts["longer"].format(whose=usual.whose)]


def _stage(day: CaseDay) -> StageView:
    stage, since, usual = day.standing.stage, day.standing.since, day.usual
    days = usual_days(usual, since) if usual and since else None
    return StageView(
        id=stage.id,
        name=stage.name,
        meaning=day.meaning,
        since=since,
        days=(day.today - since).days if since else None,
        holder=day.holder,
        usual_days=days,
        usual_until=since + timedelta(days=days[1]) if days and since else None,
        usual_source=usual.source if usual else "",
        travels=stage.travels,
    )


def _old_post(day: CaseDay) -> list[str]:
    """That the dates are a former post's; the next step says the same, so it is no remark."""
    moved = day.standing.transfer
    if moved is None or day.standing.new_post is not None:
        return []
    return [day.rules.next.texts["old_post"].format(date=long_date(moved.day))]


def _other_warnings(day: CaseDay) -> list[str]:
    """The warnings that speak of no deadline."""
    found, rules, policy = [], day.rules, day.facts.policy
    for event in day.standing.odd:
        kind = rules.kind(event.kind)
        title = kind.title if kind else event.kind
        found.append(f"{title} on {long_date(event.day)} is out of the usual order.")
    for event in day.standing.events:
        if rules.kind(event.kind) is None:
            found.append(f"The event kind '{event.kind}' is unknown here; it changes nothing.")
    if policy not in rules.policies:
        found.append(f"The policy '{policy}' is not installed; '{day.policy.id}' is used.")
    said = page_says(day)
    if said is not None and not said.sure:
        found.append(said.text)
    unclear = unclear_class(day.facts.visa, rules, day.facts.case_number)
    return [*filter(None, found), *number_warnings(day), *unclear]
