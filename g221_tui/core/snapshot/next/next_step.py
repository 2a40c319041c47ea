"""The first answer: the one thing to do next, or that there is nothing to do."""

from collections.abc import Callable
from datetime import date

import msgspec

from g221_tui.core.deadlines.all_deadlines import deadlines
from g221_tui.core.followup.channel_state import decide_all
from g221_tui.core.model import Case
from g221_tui.core.progress.case_day import CaseDay, case_day
from g221_tui.core.progress.past import known_then
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.snapshot.next import documents_step, passport_step, record_step
from g221_tui.core.snapshot.next.channel_step import ASK, FACT, channel_step, fact_step
from g221_tui.core.snapshot.next.coming import coming
from g221_tui.core.snapshot.next.dated_steps import (
    DEADLINE,
    EXPIRES,
    NOTICE,
    deadline_step,
    expiry_step,
    notice_step,
    reinstatement_step,
)
from g221_tui.core.snapshot.next.end_step import ended
from g221_tui.core.snapshot.next.found import Found, step
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import opening
from g221_tui.core.views import ChannelState, ChannelView, DeadlineView, NextStep

WAIT = "wait"
"""The kind of the step that says that there is nothing to do."""
AT_THE_END = "ended"
"""The kind of the step of a case that has ended."""
BRIEF = 2
"""How many channels a sentence names that says of their day that the office may be closed."""


def next_step(
    day: CaseDay, channels: tuple[ChannelView, ...], due: tuple[DeadlineView, ...]
) -> NextStep:
    """The first of the steps that applies, in the order of the data."""
    found = Found(day=day, channels=channels, deadlines=due)
    if day.standing.stage.end:
        first = record_step.page_step(day) if day.standing.stage.records_first else None
        return first or reinstatement_step(found) or step(AT_THE_END, ended(day, channels))
    if day.standing.since is None:
        return _before(found)
    return _active(found) or _wait(found)


def _active(found: Found) -> NextStep | None:
    """The first step that asks for something; none when there is nothing to do."""
    choices: dict[str, Callable[[Found], NextStep | None]] = {
        DEADLINE: deadline_step,
        NOTICE: notice_step,
        passport_step.KIND: lambda found: passport_step.passport_step(found.day),
        record_step.KIND: lambda found: record_step.record_step(found.day),
        documents_step.KIND: documents_step.documents_step,
        EXPIRES: expiry_step,
        FACT: fact_step,
        ASK: channel_step,
    }
    for kind in found.rules.next.order:
        choice = choices.get(kind)
        made = choice(found) if choice else None
        if made is not None:
            return made
    return None


def _before(found: Found) -> NextStep:
    first = min((e.day for e in found.day.case.events), default=None)
    if first is None:
        return step(WAIT, found.text("before_unknown"))
    slips = [k.id for k in found.rules.event_kinds if k.opens_round]
    refusal = min((e.day for e in found.day.case.events if e.kind in slips), default=first)
    return step(WAIT, found.text("before_refusal", date=long_date(refusal)), refusal)


def _wait(found: Found) -> NextStep:
    """That there is nothing to do, and until when; with what holds the case, where that is told."""
    made = _day_to_wait_for(found)
    words = filter(None, [found.day.held, made.text])
    return msgspec.structs.replace(made, text=" ".join(words))


def _day_to_wait_for(found: Found) -> NextStep:
    """The first day on which, with nothing recorded, there is something to do."""
    known, look = known_then(found.day), _page(found)
    for day in sorted({change.day for change in coming(found)}):
        asked = _active(_on(day, known, found.rules))
        if asked is None:
            continue
        names = [c.name for c in found.channels if c.opens_on == day and c.days_left]
        when, brief = long_date(day), len(names) <= BRIEF
        off = brief and found.rules.closed_days.closed(day)
        closed = found.text("wait_closed") if off else ""
        if names:
            text = found.text(
                "wait_until", date=when, closed=closed, names=opening(names), look=look
            )
        else:
            key = "wait_again" if asked.kind == ASK else "wait_date"
            text = found.text(key, date=when, closed=closed, look=look)
        return step(WAIT, text, day)
    return step(WAIT, found.text("wait", look=look))


def _page(found: Found) -> str:
    """The page to look at meanwhile: the first tracker that is open."""
    pages = (c for c in found.channels if not c.human and c.state is ChannelState.OPEN)
    page = next((c.id for c in pages), "")
    return found.rules.next.texts.get(f"look_{page}", found.text("look"))


def _on(today: date, case: Case, rules: Rules) -> Found:
    """The same case on a later day, with nothing recorded meanwhile."""
    day = case_day(case, rules, today)
    channels = decide_all(day)
    return Found(day=day, channels=channels, deadlines=deadlines(day, channels))
