"""The contacts that count for a rule: questions about status, and those without an answer."""

from collections.abc import Iterable
from datetime import date

from g221_tui.core.model import Contact, Direction, Purpose
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.channel import Channel


def latest(contacts: Iterable[Contact]) -> Contact | None:
    """The last of them by day, and of one day the one entered last; none where there is none."""
    return max(reversed(tuple(contacts)), key=lambda contact: contact.on, default=None)


def status_contacts(day: CaseDay, channels: Iterable[Channel]) -> list[Contact]:
    """The outgoing status contacts over those channels up to the day, oldest first."""
    return sorted(_questions(day, channels), key=lambda contact: contact.on)


def last_status_contact(day: CaseDay, channels: Iterable[Channel]) -> Contact | None:
    """The last of them; none where there is none."""
    return latest(_questions(day, channels))


def _questions(day: CaseDay, channels: Iterable[Channel]) -> list[Contact]:
    """The outgoing status contacts over those channels, in order of entry."""
    return [
        contact
        for contact in day.contacts_over({channel.id for channel in channels})
        if contact.direction is Direction.OUT and contact.purpose is Purpose.STATUS
    ]


def unanswered(
    day: CaseDay, channels: Iterable[str], answered_by: Iterable[str] = ()
) -> list[Contact]:
    """The outgoing contacts over these channels after the last answer.

    A contact with a recorded answer, or before a reply, is answered.

    Args:
        day: The case on its day.
        channels: Where the contacts went.
        answered_by: Where else an answer may come from.
    """
    ids = set(channels)
    past = sorted(day.contacts_over(ids), key=lambda contact: contact.on)
    answer = last_answer(day, ids | set(answered_by))
    since = answer.on if answer is not None else date.min
    asked = [c for c in past if c.direction is Direction.OUT]
    return [c for c in asked if not c.answer and c.on > since]


def last_answer(day: CaseDay, channels: Iterable[str]) -> Contact | None:
    """The last reply over these channels, or contact with a recorded answer; none without one.

    An automatic reply is none.
    """
    heard = (c for c in day.contacts_over(set(channels)) if c.direction is not Direction.AUTO)
    return latest(c for c in heard if c.direction is Direction.IN or c.answer)
