"""The records of a case in the order in which they are read."""

from datetime import date

from g221_tui.core.model import Case, Contact, Event


def contacts_in_order(case: Case) -> list[Contact]:
    """Every contact, oldest first."""
    return sorted(case.contacts, key=lambda contact: contact.on)


def events_in_order(case: Case) -> list[Event]:
    """Every event, oldest first."""
    return sorted(case.events, key=lambda event: event.day)


def past_contacts(case: Case, channel: str, today: date) -> list[Contact]:
    """The contacts with a channel up to that day, newest first."""
    found = [c for c in case.contacts if c.channel == channel and c.on <= today]
    return sorted(found, key=lambda contact: contact.on)[::-1]
