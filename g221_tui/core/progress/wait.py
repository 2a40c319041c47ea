"""The wait: the anchor it counts from, elapsed calendar days, and how long it is."""

from datetime import date, timedelta

import msgspec

from g221_tui.core.model import CaseRecord
from g221_tui.core.progress.stages import Standing
from g221_tui.core.rulebook.policy import Policy, Rules, WaitRule
from g221_tui.core.text.dates import long_date
from g221_tui.core.views import WaitView

MAIN_CHANNEL = "dos"
"""The channel whose wait is shown as the wait of the case."""


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """The date the wait counts from; none when there is no wait."""

    on: date | None
    because: str
    """Why that date, or why there is none."""


def anchor(standing: Standing) -> Anchor:
    """The later of the round's start and the latest completing submission."""
    if standing.start is None:
        return Anchor(
            on=None, because="No refusal is recorded on or before this day, so no wait is counted."
        )
    if standing.stage.end:
        return Anchor(on=None, because="The case has ended, so no wait is counted.")
    start = standing.start.day
    complete = standing.papers.last_completed
    if complete is not None and complete > start:
        return Anchor(
            on=complete,
            because=f"Counting from {long_date(complete)}, when the requested documents"
            " were complete.",
        )
    words = {
        "refused_221g": "the refusal",
        "interview": "the new interview",
        "reaffirmed": "the petition's reaffirmation",
        "interview_scheduled": "the notice of the new interview",
    }
    what = words.get(standing.start.kind, "the new start")
    return Anchor(on=start, because=f"Counting from {long_date(start)}, the day of {what}.")


def wait_rule(channel: str, facts: CaseRecord, policy: Policy) -> WaitRule | None:
    """The wait of a channel: the policy's, or the case's own where the policy lets it."""
    rule = policy.waits.get(channel)
    if rule is None or facts.wait is None or not rule.own:
        return rule
    return msgspec.structs.replace(rule, days=max(facts.wait, rule.own_at_least))


def whose_wait(channel: str, facts: CaseRecord, policy: Policy) -> str:
    """Whose rule a channel's wait is, for people."""
    rule = policy.waits.get(channel)
    if facts.wait is not None and rule is not None and rule.own:
        if facts.wait < rule.own_at_least:
            return f"{policy.source}, {policy.as_of}"
        return "your post, as you recorded it"
    return f"{policy.source}, {policy.as_of}"


def state_day(anchor_on: date, rules: Rules) -> date:
    """The day on which the State Department's own figure is reached."""
    return anchor_on + timedelta(days=rules.state_days)


def in_emergency(facts: CaseRecord, today: date) -> bool:
    """Whether the emergency mark holds on that day."""
    return facts.emergency is not None and facts.emergency <= today


def wait_view(facts: CaseRecord, standing: Standing, rules: Rules, today: date) -> WaitView:
    """The wait as the faces draw it."""
    found = anchor(standing)
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
    rule = wait_rule(MAIN_CHANNEL, facts, rules.policy(facts.policy))
    days = rule.days if rule else 0
    until = found.on + timedelta(days=days)
    return WaitView(
        anchor=found.on,
        anchor_because=found.because,
        elapsed_days=(today - found.on).days,
        wait_days=days,
        days_left=max(0, (until - today).days),
        state_department_day_180=state_day(found.on, rules),
        wait_until=until,
    )
