"""What an edit is, and the checks that all edits share."""

from datetime import date

import msgspec

from g221_tui.core.model import Case
from g221_tui.core.progress.stages import stand
from g221_tui.core.rulebook.policy import Rules
from g221_tui.core.rulebook.span import AHEAD, HAPPENED, within
from g221_tui.core.snapshot.build import build
from g221_tui.core.text.dates import day_date, long_date
from g221_tui.core.views import ChannelState, Snapshot
from g221_tui.errors import Refused


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """A changed case and what to say about it."""

    case: Case
    sentence: str
    """What was done, for the user and for the history."""
    on: date
    """The day the thing happened."""
    record: str = ""
    """The id of the record it made or changed, where there is one."""
    warnings: tuple[str, ...] = ()
    """What is odd about it, though it was done."""
    notes: tuple[str, ...] = ()
    """What it means, for the user and not for the history."""


def not_in_future(day: date, today: date, what: str) -> date:
    """The day itself.

    Raises:
        Refused: when it has not come yet; what happened can't be dated in the future.
    """
    if day > today:
        raise Refused(
            f"{what} can't be dated {long_date(day)}: that day has not come yet"
            f" (today is {long_date(today)})."
        )
    return day


def happened(day: date, rules: Rules, today: date, what: str) -> date:
    """The day itself, on which something happened.

    Raises:
        Refused: when it has not come yet, or lies before anything of such a case.
    """
    return within(day, rules.spans[HAPPENED], today, what)


def may_come(day: date, rules: Rules, today: date, what: str) -> date:
    """The day itself, which may lie ahead.

    Raises:
        Refused: when it lies further ahead or back than any date of a case.
    """
    return within(day, rules.spans[AHEAD], today, what)


def wait_note(before: Case, after: Case, rules: Rules, today: date) -> str:
    """What an edit does to the set of papers and to the wait, in a sentence; else empty."""
    old, new = stand(before, rules, today).papers, stand(after, rules, today).papers
    then, now = build(before, rules, today), build(after, rules, today)
    if now.wait.anchor is None or then.wait.anchor is None:
        return ""
    moved = then.wait.anchor != now.wait.anchor
    if not moved and old.complete_on == new.complete_on:
        return ""
    opening = _questions_open(now, today)
    formerly = f" (it counted from {long_date(then.wait.anchor)})" if moved else ""
    if new.complete_on is not None and new.complete_on == now.wait.anchor:
        if new.complete_on == today:
            return f"The set is complete today: the wait starts now, {opening}."
        return (
            f"The set is complete since {long_date(new.complete_on)}:"
            f" the wait starts on that day{formerly}, {opening}."
        )
    if moved:
        opened = new.outstanding and old.last_completed != new.last_completed
        why = "The set is not complete: the wait" if opened else "The wait now"
        return f"{why} counts from {long_date(now.wait.anchor)}{formerly}, {opening}."
    return ""


def _questions_open(now: Snapshot, today: date) -> str:
    """`questions about status open Tue 19 May`, or that they are open."""
    humans = [c for c in now.channels if c.human]
    days = [c.opens_on for c in humans if c.state is ChannelState.LOCKED and c.opens_on]
    if not days:
        return "questions about status are open"
    first = min(days)
    shown = day_date(first) if first.year == today.year else long_date(first)
    return f"questions about status open {shown}"
