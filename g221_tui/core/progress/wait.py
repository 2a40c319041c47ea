"""The wait: the anchor it counts from, elapsed calendar days, and how long it is."""

from datetime import date, timedelta

import msgspec

from g221_tui.core.model import Event
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.policy import WaitRule
from g221_tui.core.text.dates import long_date
from g221_tui.core.views import WaitView

OWN = "your post, as you recorded it"
"""Whose a wait or a rest is that the person recorded."""


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """The date the wait counts from; none when there is no wait."""

    on: date | None
    because: str
    """Why that date, or why there is none."""
    start: Event | None = None
    """What the round's wait starts with."""
    complete: date | None = None
    """The latest day on which the requested documents were complete, where there is one."""


def anchor(day: CaseDay) -> Anchor:
    """The later of the round's start and the latest completing submission."""
    standing = day.standing
    if standing.start is None:
        return Anchor(
            on=None, because="No refusal is recorded on or before this day, so no wait is counted."
        )
    if standing.stage.end:
        return Anchor(on=None, because="The case has ended, so no wait is counted.")
    start = standing.start.day
    complete = standing.papers.last_completed
    if complete is not None and complete > start and standing.papers.waived:
        return Anchor(
            on=complete,
            because=f"Counting from {long_date(complete)}, the day of the last submission: what was"
            " still asked for was waived.",
            start=standing.start,
            complete=complete,
        )
    if complete is not None and complete > start:
        return Anchor(
            on=complete,
            because=f"Counting from {long_date(complete)}, when the requested documents"
            " were complete.",
            start=standing.start,
            complete=complete,
        )
    kind = day.rules.kind(standing.start.kind)
    what = kind.start_words if kind else ""
    because = f"Counting from {long_date(start)}, the day of {what}."
    return Anchor(on=start, because=because, start=standing.start, complete=complete)


def wait_rule(channel: str, day: CaseDay) -> WaitRule | None:
    """The wait of a channel: the policy's, or the case's own where the policy lets it."""
    rule, own = day.policy.waits.get(channel), day.facts.wait
    if rule is None or own is None or not rule.own:
        return rule
    if own < rule.own_at_least:
        source = rule.own_at_least_source
        return msgspec.structs.replace(rule, days=rule.own_at_least, source=source)
    return msgspec.structs.replace(rule, days=own)


def whose_wait(channel: str, day: CaseDay) -> str:
    """Whose rule a channel's wait is, for people."""
    if own_wait(channel, day):
        return OWN
    rule = wait_rule(channel, day)
    return (rule.source if rule is not None else "") or day.policy.cited


def own_wait(channel: str, day: CaseDay) -> bool:
    """Whether a channel's wait is the one that the case records for itself."""
    rule, own = day.policy.waits.get(channel), day.facts.wait
    return own is not None and rule is not None and rule.own and own >= rule.own_at_least


def state_day(anchor_on: date, rules: Rules) -> date:
    """The day on which the State Department's own figure is reached."""
    return anchor_on + timedelta(days=rules.state_days)


def wait_view(day: CaseDay) -> WaitView:
    """The wait as the faces draw it."""
    found = anchor(day)
    if found.on is None:
        return WaitView(
            anchor=None,
            anchor_because=found.because,
            elapsed_days=None,
            wait_days=None,
            days_left=None,
            state_department_day_180=None,
            wait_until=None,
        )
    rule = wait_rule(day.rules.main_channel, day)
    days = rule.days if rule else 0
    until = found.on + timedelta(days=days)
    return WaitView(
        anchor=found.on,
        anchor_because=found.because,
        elapsed_days=(day.today - found.on).days,
        wait_days=days,
        days_left=max(0, (until - day.today).days),
        state_department_day_180=state_day(found.on, day.rules),
        wait_until=until,
    )
