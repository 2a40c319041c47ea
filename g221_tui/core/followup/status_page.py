"""The status page as it was seen: its last words, and since when they have stood still.

Nothing is concluded from a date: the page's date moves when the record is touched, with or without
news.
"""

from datetime import date
from itertools import pairwise

import msgspec

from g221_tui.core.followup.page_words import explain, folded
from g221_tui.core.followup.past_contacts import latest
from g221_tui.core.model import Contact
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.status_view import StatusView


class Quiet(msgspec.Struct, frozen=True, kw_only=True):
    """How long the status has stood still, as far as the user saw it."""

    since: date
    """The page's own date of the last change, else the first day the words were seen."""
    first_seen: date
    """The first of the looks in a row that saw these words."""
    words: str
    """Verbatim, as last seen; empty when only dates were noted."""
    seen_on: date
    """The last look."""
    page_created: date | None
    page_updated: date | None
    """The page's own dates, as last noted for these words."""
    days: int
    """Calendar days since the last change."""
    longest_earlier: int | None
    """The longest stretch between two earlier changes; none while only one was seen."""


def quiet(day: CaseDay) -> Quiet | None:
    """How long the status has stood still on that day; none when it was never looked at."""
    seen = looks(day)
    if not seen:
        return None
    walk = _Walk()
    for look in seen:
        _take(walk, look, day.rules)
    last = walk.changes[-1]
    # A page's date may lie before what was seen earlier; only what came before it is earlier.
    days = sorted({changed for changed in walk.changes if changed <= last})
    stretches = [(b - a).days for a, b in pairwise(days)]
    return Quiet(
        since=last,
        first_seen=walk.first_seen or seen[0].on,
        words=walk.words,
        seen_on=seen[-1].on,
        page_created=walk.created,
        page_updated=walk.updated,
        days=(day.today - last).days,
        longest_earlier=max(stretches, default=None),
    )


def status_view(day: CaseDay) -> StatusView:
    """The status page as the faces draw it; every field is null when nothing was logged."""
    found = quiet(day)
    if found is None:
        return StatusView()
    meant = explain(found.words, day.rules) if found.words else None
    return StatusView(
        words=found.words or None,
        code=meant.code if meant else None,
        meaning=meant.meaning if meant else None,
        source=meant.cited if meant else None,
        confidence=meant.confidence if meant else None,
        seen_on=found.seen_on,
        first_seen_on=found.first_seen,
        page_created=found.page_created,
        page_updated=found.page_updated,
        changed_on=found.since,
        days_since_change=found.days,
        longest_quiet_days=found.longest_earlier,
        touched=day.rules.status_page.touched,
    )


class _Walk(msgspec.Struct, kw_only=True):
    """The state while going through the looks."""

    key: str | None = None
    keys: dict[str, str] = {}
    """What the words seen so far were taken for."""
    words: str = ""
    first_seen: date | None = None
    created: date | None = None
    updated: date | None = None
    changes: list[date] = []
    dated: bool = False
    """Whether the last change is the page's own date, not only the day it was seen."""


def _take(walk: _Walk, look: Contact, rules: Rules) -> None:
    """Take one look at the page."""
    # A page can't have shown a date later than the day of the look.
    updated = min(look.page_updated, look.on) if look.page_updated else None
    key = walk.key
    if look.status.strip():
        key = walk.keys.get(look.status) or _key(look.status, rules)
        walk.keys[look.status] = key
    if key != walk.key or not walk.changes:
        walk.changes.append(updated or look.on)
        walk.dated = updated is not None
        walk.first_seen, walk.updated = look.on, None
    elif updated is not None and updated != walk.changes[-1]:
        if updated < walk.changes[-1] and not walk.dated:
            walk.changes[-1] = updated  # it changed before it was first seen
        else:
            walk.changes.append(updated)
        walk.dated = True
    walk.key = key
    walk.words = look.status if look.status.strip() else walk.words
    walk.updated = look.page_updated or walk.updated
    walk.created = look.page_created or walk.created


def looks(day: CaseDay) -> list[Contact]:
    """The looks at the page that noted something of it, oldest first."""
    found = [
        c
        for c in day.contacts_over(day.rules.status_page.channels)
        if c.status.strip() or c.page_updated or c.page_created
    ]
    return sorted(found, key=lambda contact: contact.on)


def last_look(day: CaseDay, channel: str) -> Contact | None:
    """The last look at a page that noted its words; none where there is none."""
    return latest(look for look in day.contacts_over((channel,)) if look.status.strip())


def _key(words: str, rules: Rules) -> str:
    """What makes two looks see the same: the code of known words, else the words."""
    code = explain(words, rules).code
    return folded(words) if code == rules.status_page.unknown.code else code
