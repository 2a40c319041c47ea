"""How the calendar and the reminders are made, as read from `data/outgoing.toml`."""

import msgspec

from g221_tui.core.rulebook.rule import Rule


class CalendarRules(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a case becomes entries of a calendar."""

    lead_days: int
    """Calendar days before a date on which it is announced by an entry of its own."""
    alarm_hours: int
    """Hours before the day begins at which its alarm rings."""
    look_days: int
    """Calendar days from one useful look at a page to the next."""
    lead: str
    """The title of what announces a date: `{title}`, `{days}`, `{date}`."""
    unlock: str
    """The title of the day a channel opens: `{channel}`."""
    look: str
    """The title of the next useful look at a page: `{channel}`."""
    look_text: str
    """What is said of it."""
    unlock_text: str
    """What is said of the day a channel opens: `{source}`."""
    unlock_if: str
    """What is said of it besides while papers are outstanding."""
    estimate: str
    """What is said of a date that is only estimated."""


class ReminderRules(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When and how a date is told."""

    days: tuple[int, ...]
    """Calendar days before a date at which it is told."""
    hour: int
    """The hour of the day at which a schedule asks."""
    kept_days: int
    """Calendar days after which a date that was told and has passed is forgotten."""
    today: str
    """What is said of a date that is today: `{title}`, `{date}`."""
    ahead: str
    """What is said of a date ahead: `{distance}` besides."""
    over: str
    """What is said of a date that has passed."""
    estimate: str
    """What is added to a date that is only estimated."""
    opened: str
    """What is said of channels that opened: `{channels}`, `{date}`."""


class OutgoingRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `outgoing.toml`."""

    calendar: CalendarRules
    reminders: ReminderRules
