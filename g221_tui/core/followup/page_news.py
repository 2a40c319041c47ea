"""What a page said that is not in the record yet: an event that its last words speak of."""

from datetime import date
from typing import NamedTuple

import msgspec

from g221_tui.core.followup.page_words import explain, tracker_words
from g221_tui.core.followup.past_contacts import latest
from g221_tui.core.followup.status_page import Quiet, looks, quiet
from g221_tui.core.model import Contact, Direction
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.on_day import known_on
from g221_tui.core.rulebook.advice import StatusWords
from g221_tui.core.rulebook.stage import EventKind
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import one_line

SURE = "high"
"""How well the sources have to bear a meaning that asks for a record."""


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
    return _suggests(day, _read(day))


def page_news(day: CaseDay) -> Said | None:
    """What the words last seen ask for: to record an event, where that is sure, or to act."""
    read = _read(day)
    said = _suggests(day, read)
    return said if said is not None and said.sure else _wants(day, read)


class _Read(NamedTuple):
    """The words last seen on the status page, and what they mean."""

    found: Quiet
    meant: StatusWords


def _read(day: CaseDay) -> _Read | None:
    """The words last seen; none where there are none, or what they say changes nothing now."""
    if _settled(day):
        return None
    found = quiet(day)
    if found is None or not found.words:
        return None
    return _Read(found, explain(found.words, day.rules))


def _suggests(day: CaseDay, read: _Read | None) -> Said | None:
    """That the words speak of an event, until it or a later one is recorded."""
    kind = day.rules.kind(read.meant.suggests) if read is not None else None
    if read is None or kind is None:
        return None
    seen = read.found.first_seen
    if _asked_since(day, seen) or _happened_since(day, kind, seen):
        return None
    text = day.rules.status_page.suggestion.format(
        words=one_line(read.found.words), date=long_date(seen), title=kind.title, kind=kind.id
    )
    return Said(text=text, contact=looks(day)[-1].id, sure=read.meant.confidence == SURE)


def _wants(day: CaseDay, read: _Read | None) -> Said | None:
    """That the words want something of the applicant, until something was done since."""
    if read is None or not read.meant.act_now:
        return None
    seen = read.found.first_seen
    if _asked_since(day, seen) or _acted_since(day, seen):
        return None
    text = day.rules.status_page.act.format(
        words=one_line(read.found.words), date=long_date(seen), meaning=read.meant.meaning
    )
    return Said(text=text, contact=looks(day)[-1].id, sure=True)


def _acted_since(day: CaseDay, seen: date) -> bool:
    """Whether, from that day on, somebody was asked or a paper went in."""
    people = {channel.id for channel in day.rules.every_channel if channel.human}
    asked = (c.on for c in day.contacts_over(people) if c.direction is Direction.OUT)
    listed = known_on(day.case.documents, day.today)
    sent = (on for document in listed if (on := document.course(day.today).submission))
    return any(on >= seen for on in (*asked, *sent))


def _settled(day: CaseDay) -> bool:
    """Whether what a page says changes nothing any more, or not yet."""
    standing = day.standing
    ended = standing.stage.end and not standing.stage.records_first
    return standing.since is None or ended


def _asked_since(day: CaseDay, seen: date) -> bool:
    """Whether the post asked for something later: that is newer than the page's word."""
    listed = known_on(day.case.documents, day.today)
    return any(on > seen for document in listed for on in document.asked_days(day.today))


def _happened_since(day: CaseDay, kind: EventKind, seen: date) -> bool:
    """Whether the event is recorded, or one that makes the page's word old news."""
    standing = day.standing
    start = standing.refused_on or standing.since
    for event in standing.events:
        if event.kind == kind.id and start is not None and event.day >= start:
            return True
        moved = day.rules.kind(event.kind)
        if moved is None:
            continue
        if moved.stage and event.day > seen:
            return True
        if moved.answers_page and event.day >= seen:
            return True
    return False


def tracker_says(day: CaseDay) -> Said | None:
    """That the last words of the post's tracker speak of an event that is not recorded."""
    rules = day.rules
    if _settled(day):
        return None
    for channel in rules.status_page.trackers:
        last = latest(_seen_on(day, channel))
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


def _seen_on(day: CaseDay, channel: str) -> list[Contact]:
    """The looks at a page that noted its words."""
    return [look for look in day.contacts_over((channel,)) if look.status.strip()]
