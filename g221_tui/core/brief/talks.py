"""The contacts of a brief: who turned to whom, what was said, and what was answered."""

from collections.abc import Iterable, Iterator

import msgspec

from g221_tui.core.brief.records import Talk
from g221_tui.core.followup.past_contacts import unanswered
from g221_tui.core.model import Contact, Direction, Purpose
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.snapshot.in_order import contacts_in_order
from g221_tui.core.snapshot.timeline import LOOKED, way


def talks(day: CaseDay) -> tuple[Talk, ...]:
    """Every contact up to that day, oldest first."""
    silent = set(_silent(day))
    past = [contact for contact in contacts_in_order(day.case) if contact.on <= day.today]
    return tuple(_talk(contact, day, silent=contact.id in silent) for contact in past)


def _silent(day: CaseDay) -> Iterator[str]:
    """The ids of the questions to which the office that was asked gave no answer so far."""
    people = [channel for channel in day.rules.every_channel if channel.human]
    for body in {channel.body for channel in people}:
        channels = [channel.id for channel in people if channel.body == body]
        yield from (contact.id for contact in unanswered(day, channels))


def _talk(contact: Contact, day: CaseDay, *, silent: bool) -> Talk:
    channel = day.rules.channel(contact.channel)
    return Talk(
        on=contact.on,
        until=contact.on,
        body=channel.body if channel is not None else "",
        by=channel.name if channel is not None else contact.channel,
        way=way(contact, day.rules),
        theirs=contact.direction is not Direction.OUT,
        words=contact.note,
        status=contact.status,
        answer=contact.answer,
        silent=silent and contact.purpose is Purpose.STATUS,
        ref=contact.ref,
        with_whom=contact.with_whom,
        page_updated=contact.page_updated,
    )


def folded(rows: Iterable[Talk]) -> tuple[Talk, ...]:
    """The contacts, looks at a page that showed the same words each time told as one."""
    found: list[Talk] = []
    last: dict[str, int] = {}
    for row in rows:
        place = last.get(row.by)
        if place is not None and _is_the_same(found[place], row):
            found[place] = msgspec.structs.replace(
                found[place],
                until=row.on,
                times=found[place].times + row.times,
                page_updated=row.page_updated or found[place].page_updated,
            )
            continue
        last[row.by] = len(found)
        found.append(row)
    return tuple(found)


def _is_the_same(before: Talk, row: Talk) -> bool:
    """Whether nothing but the day tells a look at a page from the one before it."""
    plain = not any((row.words, row.answer, row.ref, row.with_whom))
    return plain and row.way == LOOKED and (before.way, before.status) == (row.way, row.status)
