"""The rules that a brief goes by, each with whose it is and of when."""

from collections.abc import Iterator

from g221_tui.core.brief.records import Cited
from g221_tui.core.followup.access import access_of
from g221_tui.core.followup.rest_and_lock import Counts, Lock, lock_of, rest_of, whose_rest
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.deadline import EXPIRY
from g221_tui.core.text.phrases import days_phrase, several
from g221_tui.core.views import Snapshot


def cited(day: CaseDay, snapshot: Snapshot) -> Iterator[Cited]:
    """The rules behind the stage, its usual length, the waits, the rest and the deadlines."""
    stage = day.standing.stage
    yield Cited(what=f"The stage: {stage.name}", source=stage.source, as_of=stage.as_of)
    if stage.usual is not None and snapshot.stage.usual_until is not None:
        what = "Its usual length, a figure and no promise"
        yield Cited(what=what, source=stage.usual.source, as_of=stage.usual.as_of)
    yield from _waits(day)
    if any(rest_of(channel, day) is not None for channel in day.rules.channels):
        what = f"Between two questions to one office: {days_phrase(day.rest_days)}"
        yield Cited(what=what, source=whose_rest(day), as_of="")
    if snapshot.wait.state_department_day_180 is not None:
        state = day.rules.policies[day.rules.state_policy]
        what = "The State Department's own figure for questions"
        yield Cited(what=what, source=state.source, as_of=state.as_of)
    for deadline in snapshot.deadlines:
        if not deadline.as_of:
            continue  # the person's own paper or record sets it
        as_of = "" if deadline.as_of in deadline.source else deadline.as_of
        own = deadline.id.startswith(EXPIRY)
        yield Cited(what=deadline.title, source=deadline.source, as_of=as_of, own=own)


def _waits(day: CaseDay) -> Iterator[Cited]:
    """The waits before a question about the status, channels with the same one together."""
    found: dict[tuple[int, str, str], list[str]] = {}
    for channel in day.rules.channels:
        lock: Lock | None = lock_of(channel, access_of(channel, day), day)
        if lock is not None and lock.counts is Counts.ANCHOR:
            found.setdefault((lock.days, lock.whose, lock.as_of), []).append(channel.name)
    for (days, source, as_of), names in found.items():
        what = f"Questions about the status from day {days} on: {several(names)}"
        yield Cited(what=what, source=source, as_of=as_of)
