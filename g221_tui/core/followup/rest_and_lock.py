"""Until when a channel is locked by its wait, and until when it rests after a question."""

from datetime import date, timedelta
from enum import StrEnum

import msgspec

from g221_tui.core.followup.access import access_of
from g221_tui.core.followup.past_contacts import last_status_contact, unanswered
from g221_tui.core.model import Contact
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.wait import OWN, anchor, own_wait, wait_rule, whose_wait
from g221_tui.core.rulebook.channel import Access, Channel
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import days_phrase


class Counts(StrEnum):
    """What a lock counts from."""

    ANCHOR = "anchor"
    STAGE = "stage"
    CONTACTS = "contacts"


class Lock(msgspec.Struct, frozen=True, kw_only=True):
    """Until when a channel's wait lasts, and in whose words."""

    until: date
    """The first day it is over."""
    because: str
    counted_from: str
    source: str
    start: date
    """The day it counts from."""
    days: int
    """Calendar days from then until it is over."""
    counts: Counts
    """What the day it counts from is."""
    whose: str
    """Whose rule it is, without its date."""
    as_of: str = ""
    """When that was so; empty where `whose` says it."""
    contacts: tuple[Contact, ...] = ()
    """The contacts without an answer that it counts from."""


class Rest(msgspec.Struct, frozen=True, kw_only=True):
    """The rest after the last outgoing status contact to a body."""

    after: Contact
    until: date
    """The first day it is over."""


def contacts_first(channel: Channel, day: CaseDay) -> int:
    """How many contacts must have stayed without an answer first, for the class of the visa."""
    found = day.visa_class
    direct = found is not None and found.id in channel.direct_classes
    return 0 if direct else channel.unanswered


def missing_contacts(channel: Channel, day: CaseDay) -> tuple[str, ...]:
    """The contacts without an answer that have to come first, in words; empty when they are."""
    lacking = contacts_first(channel, day) > len(silent_contacts(channel, day))
    return (channel.unanswered_because,) if lacking else ()


def silent_contacts(channel: Channel, day: CaseDay) -> list[Contact]:
    """The contacts without an answer that the channel asks for."""
    return unanswered(day, channel.unanswered_to, channel.answered_by)


def lock_of(channel: Channel, access: Access, day: CaseDay) -> Lock | None:
    """Until when the channel waits; none where no wait applies."""
    if not channel.human or channel.free or day.emergency:
        return None
    if contacts_first(channel, day):
        return silence(channel, day)
    if access.mode == "after" and day.standing.since is not None:
        return Lock(
            until=day.standing.since + timedelta(days=access.days),
            because=f"Opens {access.because}.",
            counted_from=f"Counting from {long_date(day.standing.since)}.",
            source=access.source,
            start=day.standing.since,
            days=access.days,
            counts=Counts.STAGE,
            whose=access.source,
        )
    found = anchor(day)
    waits = channel.wait_as or channel.id
    rule = wait_rule(waits, day)
    if access.mode != "rules" or rule is None or found.on is None:
        return None
    whose, own = whose_wait(waits, day), own_wait(waits, day)
    more = "more than" if rule.strict else "at least"
    return Lock(
        until=found.on + timedelta(days=rule.opens_after),
        because=f"The rule: {more} {days_phrase(rule.days)} ({whose}).",
        counted_from=found.because,
        source=whose,
        start=found.on,
        days=rule.opens_after,
        counts=Counts.ANCHOR,
        whose=whose if own or rule.source else day.policy.source,
        as_of="" if own or rule.source else day.policy.as_of,
    )


def silence(channel: Channel, day: CaseDay) -> Lock | None:
    """The lock that counts from the contact that stayed without an answer."""
    silent = silent_contacts(channel, day)
    if len(silent) < channel.unanswered:
        return None
    last = silent[channel.unanswered - 1]
    return Lock(
        until=last.on + timedelta(days=channel.unanswered_days),
        because=f"The rule: {days_phrase(channel.unanswered_days)} after"
        f" {channel.unanswered_because} ({channel.source}).",
        counted_from=f"Counting from {long_date(last.on)}, the last of them.",
        source=channel.cited,
        start=last.on,
        days=channel.unanswered_days,
        counts=Counts.CONTACTS,
        whose=channel.source,
        as_of=channel.as_of,
        contacts=tuple(silent[: channel.unanswered]),
    )


def rest_of(channel: Channel, day: CaseDay) -> Rest | None:
    """The rest after the last question to the same body; none where there was none."""
    if not channel.human or channel.free or day.emergency:
        return None
    if not access_of(channel, day).of_status:
        return None
    same_body = [c for c in day.rules.every_channel if c.body == channel.body]
    last = last_status_contact(day, same_body)
    if last is None:
        return None
    return Rest(after=last, until=last.on + timedelta(days=day.rest_days))


def rest_words(rest: Rest, day: CaseDay) -> list[str]:
    """Until when, after which contact, and whose rule that is."""
    return [
        f"Rests until {long_date(rest.until)}: {_asked(rest, day)}.",
        f"The rule: {days_phrase(day.rest_days)} between two questions to the same"
        f" office ({whose_rest(day)}).",
    ]


def rest_over(rest: Rest, day: CaseDay) -> str:
    """After which contact it rested until then."""
    return f"It rested until then: {_asked(rest, day)}."


def _asked(rest: Rest, day: CaseDay) -> str:
    """The question after which it rests, within a sentence."""
    used = day.rules.channel(rest.after.channel)
    name = used.name if used else rest.after.channel
    return f"you asked by {name} on {long_date(rest.after.on)}"


def whose_rest(day: CaseDay) -> str:
    """Whose figure the rest is, for people."""
    return day.policy.rest_source if day.facts.rest is None else OWN
