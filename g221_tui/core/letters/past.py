"""What a letter tells of the past: papers sent, questions asked and answered, what happened."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from g221_tui.core.followup.past_contacts import status_contacts, unanswered
from g221_tui.core.followup.rest_and_lock import silent_contacts
from g221_tui.core.letters.letter_text import letter_date, letter_lines, letter_text
from g221_tui.core.model import Contact, Direction, Document, PostFacts
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.turns import sendings
from g221_tui.core.rulebook.channel import Channel
from g221_tui.core.text.phrases import several
from g221_tui.core.views import View

MOST_ROWS = 6
"""How many rows an account of the case has; the refusal and the latest ones stay."""


class Sent(View, frozen=True, kw_only=True):
    """What went in on one day by one route."""

    on: str
    names: str
    route: str | None


class Asked(View, frozen=True, kw_only=True):
    """One earlier question, with its answer where one is recorded."""

    on: str
    by: str
    """Over which channel, in the words of the template."""
    ref: str | None
    answer: str | None
    lines: tuple[str, ...]
    """What was written, where it was kept."""


class Row(View, frozen=True, kw_only=True):
    """One dated line of the account: an event, papers that went in, or a question."""

    on: str
    kind: str
    """`event`, `sent`, `asked` or `answered`; a template says each in its own words."""
    what: str
    answer: str | None = None


def papers_sent(day: CaseDay) -> tuple[Sent, ...]:
    """The papers of this round that went in, by day and route."""
    found: dict[tuple[date, str], list[str]] = {}
    for document in day.standing.papers.requested:
        for on in () if document.task else sendings(document, day.today):
            if _since(day) <= on:
                route = letter_text(document.route)
                found.setdefault((on, route), []).append(letter_text(document.name))
    return tuple(
        Sent(on=letter_date(on), names=several(names), route=route or None)
        for (on, route), names in sorted(found.items())
    )


def asked_before(day: CaseDay, channel: Channel) -> list[Contact]:
    """The questions about status that the same office was asked in this round, oldest first."""
    same_body = [each for each in day.rules.every_channel if each.body == channel.body]
    start, moved = _since(day), day.standing.transfer
    if moved is not None and channel.contact_fact in PostFacts.__struct_fields__:
        start = max(start, moved.day)  # another post was never asked
    return _questions(day, same_body, start)


def asked_rows(day: CaseDay, contacts: Iterable[Contact], told: Mapping[str, str]) -> list[Asked]:
    """Questions for a letter.

    Args:
        day: The case on its day.
        contacts: The questions.
        told: How each channel is told; others by their names.
    """
    asked = list(contacts)
    return [_asked(contact, day, told, _reply(day, contact, asked)) for contact in asked]


def tried(day: CaseDay, told: Mapping[str, str]) -> list[Contact]:
    """The questions of this round over these channels, oldest first."""
    channels = [each for each in day.rules.every_channel if each.id in told]
    return _questions(day, channels, _since(day))


def messages(day: CaseDay, channel: Channel) -> list[Contact]:
    """The messages that stayed without an answer, which the channel asks for."""
    return silent_contacts(channel, day)[: channel.unanswered]


def without_answer(day: CaseDay, channel: Channel, asked: Sequence[Contact]) -> bool:
    """Whether no answer is recorded to the last of these questions."""
    same_body = [each.id for each in day.rules.every_channel if each.body == channel.body]
    return bool(asked) and asked[-1] in unanswered(day, same_body)


def last_answer(day: CaseDay, channel: Channel, asked: Sequence[Contact]) -> str:
    """What was answered last since the first of these questions; empty where nothing was."""
    if not asked:
        return ""
    same_body = [each.id for each in day.rules.every_channel if each.body == channel.body]
    heard = [
        contact
        for contact in day.case.contacts
        if contact.channel in same_body and asked[0].on <= contact.on <= day.today
    ]
    heard.sort(key=lambda contact: contact.on)
    return next(filter(None, map(_answer, reversed(heard))), "")


def account(day: CaseDay, contacts: Iterable[Contact], told: Mapping[str, str]) -> list[Row]:
    """What happened in this round, in a few dated lines: events, papers, questions."""
    rows: list[tuple[date, Row]] = []
    pinned: list[Row] = []
    for event in day.standing.events:
        kind = day.rules.kind(event.kind)
        if kind is not None and not kind.title_from_note and event.day > date.min:
            row = Row(on=letter_date(event.day), kind="event", what=kind.title)
            rows.append((event.day, row))
            pinned += [row] if event is day.standing.round.refusal else []
    sent: dict[date, list[str]] = {}
    for document in day.standing.papers.requested:
        for on in () if document.task else sendings(document, day.today):
            if on > date.min:
                sent.setdefault(on, []).append(letter_text(document.name))
    for on, names in sent.items():
        rows.append((on, Row(on=letter_date(on), kind="sent", what=several(names))))
    for contact in contacts:
        asked = _asked(contact, day, told)
        row = Row(on=asked.on, kind="asked", what=asked.by, answer=asked.answer)
        rows.append((contact.on, row))
    for reply in _replies(day, told):
        said = _answer(reply)
        row = Row(on=letter_date(reply.on), kind="answered", what=told[reply.channel], answer=said)
        rows.append((reply.on, row))
    rows.sort(key=lambda row: row[0])
    found = [row for _, row in rows]
    latest = found[-MOST_ROWS + len(pinned) :]
    return [row for row in found if any(row is kept for kept in (*pinned, *latest))]


def names_of(documents: Iterable[Document]) -> tuple[str, ...]:
    """The names of papers; tasks are no papers."""
    return tuple(letter_text(document.name) for document in documents if not document.task)


def _questions(day: CaseDay, channels: Sequence[Channel], start: date) -> list[Contact]:
    """The questions over these channels from a day on; a look at a page is none."""
    looking = {channel.id for channel in channels if channel.looking}
    return [
        contact
        for contact in status_contacts(day, channels)
        if contact.on >= start
        and (contact.channel not in looking or (contact.note and not contact.status))
    ]


def _asked(contact: Contact, day: CaseDay, told: Mapping[str, str], reply: str = "") -> Asked:
    channel = day.rules.channel(contact.channel)
    name = channel.name if channel is not None else letter_text(contact.channel)
    return Asked(
        on=letter_date(contact.on),
        by=told.get(contact.channel, name),
        ref=letter_text(contact.ref) or None,
        answer=letter_text(contact.answer) or reply or None,
        lines=letter_lines(contact.note),
    )


def _reply(day: CaseDay, asked: Contact, every: Iterable[Contact]) -> str:
    """What the same channel answered after a question and before its next one."""
    later = [c.on for c in every if c.channel == asked.channel and c.on > asked.on]
    until = min((*later, day.today))
    heard = [
        contact
        for contact in day.case.contacts
        if contact.channel == asked.channel
        and contact.direction is Direction.IN
        and asked.on <= contact.on <= until
    ]
    return next(filter(None, map(_answer, sorted(heard, key=lambda contact: contact.on))), "")


def _replies(day: CaseDay, told: Mapping[str, str]) -> list[Contact]:
    """What these channels answered in this round, where it was kept in words."""
    return [
        contact
        for contact in day.case.contacts
        if contact.channel in told
        and contact.direction is Direction.IN
        and _since(day) <= contact.on <= day.today
        and _answer(contact)
    ]


def _answer(contact: Contact) -> str:
    said = contact.answer or (contact.note if contact.direction is Direction.IN else "")
    return letter_text(said)


def _since(day: CaseDay) -> date:
    """The first day of the round."""
    return day.standing.refused_on or date.min
