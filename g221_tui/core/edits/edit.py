"""What an edit is, and the checks that all edits share."""

from datetime import date

import msgspec

from g221_tui.core.followup.channel_state import decide_all
from g221_tui.core.model import Case
from g221_tui.core.progress.case_day import CaseDay, within_calendar
from g221_tui.core.progress.wait import anchor
from g221_tui.core.rulebook.span import AHEAD, HAPPENED, within
from g221_tui.core.text.dates import long_date, near_date
from g221_tui.core.views import ChannelState
from g221_tui.errors import Refused


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """A changed case and what to say about it."""

    case: Case
    done: str
    """What was done, in a sentence."""
    effect: str = ""
    """What it does to the set of papers and to the wait, in a sentence; empty when nothing."""
    on: date
    """The day the thing happened."""
    record: str = ""
    """The id of the record it made or changed, where there is one."""
    warnings: tuple[str, ...] = ()
    """What is odd about it, though it was done."""
    notes: tuple[str, ...] = ()
    """What it means, for the user and not for the history."""

    @property
    def sentence(self) -> str:
        """What was done and what that does, for the user and for the history."""
        return f"{self.done} {self.effect}".rstrip()


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


def happened(on: date, day: CaseDay, what: str) -> date:
    """The date itself, on which something happened.

    Raises:
        Refused: when it has not come yet, or lies before anything of such a case.
    """
    return within(on, day.rules.spans[HAPPENED], day.today, what)


def may_come(on: date, day: CaseDay, what: str) -> date:
    """The date itself, which may lie ahead.

    Raises:
        Refused: when it lies further ahead or back than any date of a case.
    """
    return within(on, day.rules.spans[AHEAD], day.today, what)


def wait_note(before: CaseDay, after: CaseDay) -> str:
    """What an edit does to the set of papers and to the wait, in a sentence; else empty.

    Raises:
        Refused: a date is so far away that the days counted from it leave the calendar.
    """
    then, now = anchor(before).on, anchor(after).on
    if now is None or then is None:
        return ""
    old, new = before.standing.papers, after.standing.papers
    moved = then != now
    if not moved and old.complete_on == new.complete_on:
        return ""
    opening = _questions_open(after)
    formerly = f" (it counted from {long_date(then)})" if moved else ""
    if new.complete_on is not None and new.complete_on == now:
        if new.waived and moved:
            return (
                f"The set is complete: the wait counts from {long_date(now)}, the day of the last"
                f" submission{formerly}, {opening}."
            )
        if new.complete_on == after.today:
            return f"The set is complete today: the wait starts now, {opening}."
        return (
            f"The set is complete since {long_date(new.complete_on)}:"
            f" the wait starts on that day{formerly}, {opening}."
        )
    if moved:
        opened = new.outstanding and now < then and old.last_completed != new.last_completed
        why = "The set is not complete: the wait" if opened else "The wait now"
        return f"{why} counts from {long_date(now)}{formerly}, {opening}."
    return ""


def _questions_open(day: CaseDay) -> str:
    """`questions about status open Tue 19 May`, or that they are open."""
    with within_calendar():
        humans = [c for c in decide_all(day) if c.human]
    days = [c.opens_on for c in humans if c.state is ChannelState.LOCKED and c.opens_on]
    if not days:
        return "questions about status are open"
    first = min(days)
    this_year = first.year == day.today.year
    shown = near_date(first, day.today) if this_year else long_date(first)
    return f"questions about status open {shown}"
