"""The calendar of a case as an iCalendar file (RFC 5545), which every calendar takes in."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from g221_tui.core.outgoing.calendar_entries import EntryKind
from g221_tui.core.outgoing.calendar_memory import Numbered
from g221_tui.core.outgoing.outgoing_rules import CalendarRules
from g221_tui.core.outgoing.storable import storable

DOMAIN = "g221"
"""What the ids end with, so that no other program's are the same."""
PRODUCT = "-//g221//calendar of a case//EN"
"""Who made the file."""
ALARMED = (EntryKind.DEADLINE, EntryKind.LEAD)
"""The entries that ring."""


def calendar_file(
    entries: Sequence[Numbered], rules: CalendarRules, name: str, stamp: str
) -> bytes:
    """The file.

    Args:
        entries: What stands in it.
        rules: When an alarm rings.
        name: What the calendar is called where it is shown.
        stamp: The moment of making it: a UTC timestamp, ISO 8601.
    """
    calendar = Calendar()
    for key, value in (
        ("prodid", PRODUCT),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("x-wr-calname", storable(name, lines=False)),
    ):
        calendar.add(key, value)
    moment = datetime.fromisoformat(stamp).astimezone(UTC)
    for each in entries:
        calendar.add_component(_event(each, rules, moment))
    made: bytes = calendar.to_ical()
    return made


def _event(numbered: Numbered, rules: CalendarRules, moment: datetime) -> Event:
    """One whole day; it blocks no time."""
    entry = numbered.entry
    event = Event()
    for key, value in (
        ("uid", f"{entry.id}@{DOMAIN}"),
        ("dtstamp", moment),
        ("sequence", numbered.sequence),
        ("dtstart", entry.day),
        ("dtend", entry.day + timedelta(days=1)),
        ("summary", storable(entry.title, lines=False)),
        ("description", storable(entry.text)),
        ("status", "CANCELLED" if numbered.cancelled else "CONFIRMED"),
        ("transp", "TRANSPARENT"),
        ("class", "PRIVATE"),
        ("categories", [DOMAIN, str(entry.kind)]),
    ):
        event.add(key, value)
    if entry.kind in ALARMED and not numbered.cancelled:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", storable(entry.title, lines=False))
        alarm.add("trigger", timedelta(hours=-rules.alarm_hours))
        event.add_component(alarm)
    return event
