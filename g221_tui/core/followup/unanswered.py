"""Contacts that stayed without an answer."""

from collections.abc import Iterable
from datetime import date

from g221_tui.core.model import Contact, Direction


def unanswered(contacts: Iterable[Contact], channels: Iterable[str], today: date) -> list[Contact]:
    """The outgoing contacts over these channels after the last answer from any of them.

    A contact with a recorded answer, or before a reply, is answered.
    """
    ids = set(channels)
    past = sorted((c for c in contacts if c.channel in ids and c.on <= today), key=lambda c: c.on)
    replies = [c.on for c in past if c.direction is Direction.IN or c.answer]
    last_reply = max(replies, default=date.min)
    return [c for c in past if c.direction is Direction.OUT and not c.answer and c.on > last_reply]
