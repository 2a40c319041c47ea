"""The days of a case as entries of a calendar: what opens, what is due, when to look again.

An entry says nothing that changes from one day to the next by itself, so that a calendar is told
of it again only when it is another one.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from g221_tui.core.model import Case, Event
from g221_tui.core.outgoing.outgoing_rules import CalendarRules
from g221_tui.core.outgoing.storable import storable
from g221_tui.core.text.dates import long_date
from g221_tui.core.views import ChannelState, ChannelView, DeadlineView, Snapshot


class EntryKind(StrEnum):
    """What an entry of the calendar is."""

    DEADLINE = "deadline"
    LEAD = "lead"
    """It announces a deadline, for calendars that take no alarm."""
    UNLOCK = "unlock"
    LOOK = "look"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One whole day of the calendar."""

    id: str
    """Always the same for the same thing; made of the ids of records and rules alone."""
    kind: EntryKind
    day: date
    title: str
    """What it is, in a few words, with the case it is about."""
    text: str
    """More of it, in sentences."""


def case_key(case: Case, known: Collection[str] = ()) -> str:
    """What tells a case from every other of any file: the id of the event written first.

    The number of a case will not do: every file has a case 1.

    Args:
        case: The case.
        known: The keys in use: where one is an event of the case, even a removed one, it stays.
    """
    removed = [record for record in case.removed if isinstance(record, Event)]
    ids = [event.id for event in (*case.events, *removed)]
    return next((key for key in ids if key in known), ids[0] if ids else case.id)


def entries(shown: Snapshot, key: str, rules: CalendarRules) -> tuple[Entry, ...]:
    """Every entry of a case, by day.

    Args:
        shown: The snapshot of the case; a masked one gives masked entries.
        key: What tells the case from others.
        rules: How entries are made.
    """
    found = [
        *_deadlines(shown, key, rules),
        *_unlocks(shown, key, rules),
        *_look(shown, key, rules),
    ]
    spelt = [
        msgspec.structs.replace(e, title=storable(e.title, lines=False), text=storable(e.text))
        for e in found
    ]
    return tuple(sorted(spelt, key=lambda entry: (entry.day, entry.id)))


def _deadlines(shown: Snapshot, key: str, rules: CalendarRules) -> Iterator[Entry]:
    """Each date that still asks for something, and before it what announces it."""
    for deadline in shown.deadlines:
        if deadline.quiet:
            continue
        identity = f"{deadline.id}.{deadline.record or key}"
        text = _told(deadline, rules)
        yield Entry(
            id=identity,
            kind=EntryKind.DEADLINE,
            day=deadline.date,
            title=f"{deadline.title} ({shown.case.label})",
            text=text,
        )
        announced = rules.lead.format(
            title=deadline.title, days=rules.lead_days, date=long_date(deadline.date)
        )
        yield Entry(
            id=f"{identity}.{EntryKind.LEAD}",
            kind=EntryKind.LEAD,
            day=deadline.date - timedelta(days=rules.lead_days),
            title=f"{announced} ({shown.case.label})",
            text=text,
        )


def _told(deadline: DeadlineView, rules: CalendarRules) -> str:
    estimate = rules.estimate if deadline.estimate else ""
    return "\n".join(filter(None, [estimate, deadline.because, deadline.source]))


def _unlocks(shown: Snapshot, key: str, rules: CalendarRules) -> Iterator[Entry]:
    """The day on which each channel opens, or since when it is open."""
    for channel in shown.channels:
        if channel.opens_on is not None:
            text = rules.unlock_text.format(source=channel.source)
            waiting = rules.unlock_if if channel.if_complete else ""
            yield Entry(
                id=f"{channel.id}.{EntryKind.UNLOCK}.{key}",
                kind=EntryKind.UNLOCK,
                day=channel.opens_on,
                title=f"{rules.unlock.format(channel=channel.name)} ({shown.case.label})",
                text=" ".join(filter(None, [text, waiting])),
            )


def _look(shown: Snapshot, key: str, rules: CalendarRules) -> Iterator[Entry]:
    """The next useful look at a page, counted from the last one, else from the refusal."""
    page = _page(shown.channels)
    first = shown.wait.anchor
    if page is None or first is None:
        return
    start = page.last_contact or first
    weeks = max(1, -((start - shown.today).days // rules.look_days))
    yield Entry(
        id=f"{EntryKind.LOOK}.{key}",
        kind=EntryKind.LOOK,
        day=start + timedelta(days=weeks * rules.look_days),
        title=f"{rules.look.format(channel=page.name)} ({shown.case.label})",
        text=rules.look_text,
    )


def _page(channels: tuple[ChannelView, ...]) -> ChannelView | None:
    """The page that was looked at last; else one that surely exists."""
    pages = [c for c in channels if not c.human and c.state is ChannelState.OPEN]
    looked = [c for c in pages if c.last_contact is not None]
    if looked:
        return max(looked, key=lambda c: c.last_contact or date.min)
    return min(pages, key=lambda c: len(c.cautions), default=None)
