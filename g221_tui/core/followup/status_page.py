"""The status page's words: what they mean, and since when they have stood still.

The user's own words are kept as typed; here they are only compared and explained. Nothing is
concluded from a date: the page's date moves when the record is touched, with or without news.
"""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise

import msgspec

from g221_tui.core.model import Contact
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents import known_on
from g221_tui.core.rulebook.advice import StatusWords
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import one_line
from g221_tui.core.views import StatusView

BREAK = r"(?=$|[.,:;!(/\n]| [-–—(])"
"""What may follow known words that begin a longer text."""


SURE = "high"
"""How well the sources have to bear a meaning that asks for a record."""


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


def explain(words: str, rules: Rules) -> StatusWords:
    """What the words mean; words that are not known get the code `unknown`, never a refusal."""
    return _match(words, rules.status_page.words) or rules.status_page.unknown


def _match(words: str, known_words: Iterable[StatusWords]) -> StatusWords | None:
    """The known words that these are, or begin with."""
    text = _folded(words)
    heads = [(_folded(name), known) for known in known_words for name in _names(known)]
    for name, known in heads:
        if text == name:
            return known
    for name, known in sorted(heads, key=lambda head: len(head[0]), reverse=True):
        if re.match(re.escape(name) + BREAK, text):
            return known
    return None


def quiet(day: CaseDay) -> Quiet | None:
    """How long the status has stood still on that day; none when it was never looked at."""
    looks = _looks(day)
    if not looks:
        return None
    walk = _Walk()
    for look in looks:
        _take(walk, look, day.rules)
    last = walk.changes[-1]
    # A page's date may lie before what was seen earlier; only what came before it is earlier.
    days = sorted({changed for changed in walk.changes if changed <= last})
    stretches = [(b - a).days for a, b in pairwise(days)]
    return Quiet(
        since=last,
        first_seen=walk.first_seen or looks[0].on,
        words=walk.words,
        seen_on=looks[-1].on,
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


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """That a page speaks of an event that is not recorded."""

    text: str
    """The sentence that suggests to record it."""
    contact: str
    """The id of the look at which it was seen."""
    sure: bool
    """Whether the meaning of the words is well borne out."""


def page_says(day: CaseDay) -> Said | None:
    """That the words last seen speak of an event, until it or a later one is recorded."""
    standing, rules = day.standing, day.rules
    found = quiet(day)
    meant = explain(found.words, day.rules) if found and found.words else None
    kind = rules.kind(meant.suggests) if meant else None
    over = standing.stage.end and not standing.stage.records_first
    if found is None or meant is None or kind is None or standing.since is None or over:
        return None
    # What the post asked for since then is news of it, too.
    listed = known_on(day.case.documents, day.today)
    asked = [on for d in listed for on in d.asked_days(day.today)]
    if any(on > found.first_seen for on in asked):
        return None
    start = standing.refused_on or standing.since
    for event in standing.events:
        moved = rules.kind(event.kind)
        if event.kind == kind.id and event.day >= start:
            return None
        if moved is not None and moved.stage and event.day > found.first_seen:
            return None
        if moved is not None and moved.answers_page and event.day >= found.first_seen:
            return None
    text = rules.status_page.suggestion.format(
        words=one_line(found.words),
        date=long_date(found.first_seen),
        title=kind.title,
        kind=kind.id,
    )
    return Said(text=text, contact=_looks(day)[-1].id, sure=meant.confidence == SURE)


def tracker_says(day: CaseDay) -> Said | None:
    """That the last words of the post's tracker speak of an event that is not recorded."""
    rules = day.rules
    if day.standing.stage.end and not day.standing.stage.records_first:
        return None
    for channel in rules.status_page.trackers:
        last = max(_seen_on(day, channel), key=lambda contact: contact.on, default=None)
        meant = tracker_words(last.status, channel, rules) if last is not None else None
        if last is None or meant is None:
            continue
        events = [event for event in day.standing.events if event.kind == meant.suggests]
        if any(event.day >= last.on for event in events):
            continue
        words, seen = one_line(last.status), long_date(last.on)
        text = rules.next.texts["record_tracker"].format(words=words, date=seen)
        return Said(text=text, contact=last.id, sure=True)
    return None


def suggested(look: Contact, day: CaseDay) -> str:
    """The event that the words of a look speak of; empty where they speak of none.

    A look that noted no words saw those of the looks before it.
    """
    if look.channel in day.rules.status_page.trackers:
        meant = tracker_words(look.status, look.channel, day.rules)
        return meant.suggests if meant is not None else ""
    found = quiet(day)
    return explain(found.words, day.rules).suggests if found is not None and found.words else ""


def tracker_words(words: str, channel: str, rules: Rules) -> StatusWords | None:
    """What the words of a post's tracker mean; none where they are not known."""
    known = [w for w in rules.status_page.tracker_words if channel in w.channels]
    return _match(words, known)


def _seen_on(day: CaseDay, channel: str) -> list[Contact]:
    """The looks at a page that noted its words."""
    return [
        c
        for c in day.case.contacts
        if c.channel == channel and c.on <= day.today and c.status.strip()
    ]


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


def _looks(day: CaseDay) -> list[Contact]:
    """The looks at the page that noted something of it, oldest first."""
    found = [
        c
        for c in day.case.contacts
        if c.channel in day.rules.status_page.channels
        and c.on <= day.today
        and (c.status.strip() or c.page_updated or c.page_created)
    ]
    return sorted(found, key=lambda contact: contact.on)


def _key(words: str, rules: Rules) -> str:
    """What makes two looks see the same: the code of known words, else the words."""
    code = explain(words, rules).code
    return _folded(words) if code == rules.status_page.unknown.code else code


def _names(known: StatusWords) -> tuple[str, ...]:
    return (known.title, *known.aliases)


def _folded(words: str) -> str:
    """Small letters, single spaces, the first line apart, no quotes around and no full stop."""
    lines = [one_line(line) for line in words.casefold().splitlines()]
    return "\n".join(line for line in lines if line).strip("\"'“”‘’. ")
