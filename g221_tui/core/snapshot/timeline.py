"""The timeline: what happened, and what the rules put ahead."""

from datetime import date, timedelta
from operator import attrgetter
from types import MappingProxyType

from g221_tui.core.fields.labels import step_word
from g221_tui.core.model import Contact, Direction, Purpose
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.on_day import known_on
from g221_tui.core.progress.usual import usual_days
from g221_tui.core.reckoning import Op
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.channel import Channel
from g221_tui.core.snapshot.documents_view import asking
from g221_tui.core.steps import DocumentState, begun
from g221_tui.core.text.phrases import first_line
from g221_tui.core.views import ChannelView, DeadlineView, Origin, RowKind, TimelineRow

WAYS = MappingProxyType(
    {
        Purpose.STATUS: "asked",
        Purpose.DOCUMENTS: "sent papers",
        Purpose.ANSWER: "answered",
        Purpose.DETAILS: "wrote about details",
        Purpose.EMERGENCY: "told of an emergency",
    }
)
"""What an outgoing contact was, by its purpose."""
AUTO_REPLY = "auto reply"
"""The way of a contact that was answered by a machine."""
LOOKED = "looked"
"""The way of a contact that was a look at a page."""
SENT = "sent"
"""What stands behind a date that is quiet: what it asks for went in."""
TASK = "task"
"""What stands behind a row that speaks of an act, not of a paper."""


def timeline(
    day: CaseDay, channels: tuple[ChannelView, ...], deadlines: tuple[DeadlineView, ...]
) -> tuple[TimelineRow, ...]:
    """All rows in ascending order; what happened comes before what is ahead on one day."""
    rows = [*_events(day), *_documents(day), *_contacts(day)]
    rows += _ahead(day, channels, deadlines)
    return tuple(sorted(rows, key=attrgetter("date")))


def _row(
    on: date,
    kind: str,
    title: str,
    origin: Origin,
    record: str | None = None,
    subject: str | None = None,
    way: str | None = None,
    name: str = "",
    words: str = "",
) -> TimelineRow:
    return TimelineRow(
        date=on,
        kind=kind,
        title=title,
        origin=origin,
        record=record,
        subject=subject,
        way=way,
        name=name,
        words=words,
    )


def _events(day: CaseDay) -> list[TimelineRow]:
    rows = []
    for event in day.standing.events:
        kind = day.rules.kind(event.kind)
        title = kind.title if kind else event.kind
        if kind and kind.title_from_note and event.note:
            title = f"{title}: {first_line(event.note)}"
        if event.new_post is not None and event.new_post.post:
            title = f"{title}: {first_line(event.new_post.post)}"
        rows.append(_row(event.day, event.kind, title, Origin.RECORDED, event.id))
    return rows


def _documents(day: CaseDay) -> list[TimelineRow]:
    """Every step of every document that was on the list."""
    rows = []
    for document in known_on(day.case.documents, day.today):
        course = begun(document.requested_by)
        for step in document.in_order:
            if step.on > day.today:
                break
            before, course = course, course.after(step, document.requested_by)
            word = step_word(step.state, task=document.task)
            if step.state is DocumentState.REQUESTED:
                word = asking(before, course)
            rows.append(
                _row(
                    step.on,
                    RowKind.DOCUMENT,
                    f"{document.name}: {word}",
                    Origin.RECORDED,
                    document.id,
                    word,
                    TASK if document.task else None,
                    document.name,
                    word,
                )
            )
    return rows


def _contacts(day: CaseDay) -> list[TimelineRow]:
    rows = []
    kind, origin = RowKind.CONTACT, Origin.RECORDED  # found once: there may be thousands of rows
    for c in day.case.contacts:
        if c.on > day.today:
            continue
        channel = day.rules.channel(c.channel)
        name = channel.name if channel else c.channel
        words = c.status or first_line(c.note)
        rows.append(
            TimelineRow(
                date=c.on,
                kind=kind,
                title=f"{name}: {words}" if words else name,
                origin=origin,
                record=c.id,
                subject=c.channel,
                way=_way(c, channel),
                name=name,
                words=words,
            )
        )
    return rows


def way(contact: Contact, rules: Rules) -> str:
    """Who turned to whom, and what for, in a word or two."""
    return _way(contact, rules.channel(contact.channel))


def _way(contact: Contact, channel: Channel | None) -> str:
    if contact.direction is not Direction.OUT:
        return "reply" if contact.direction is Direction.IN else AUTO_REPLY
    if contact.purpose is Purpose.STATUS and channel is not None and channel.looking:
        return LOOKED
    return WAYS[contact.purpose]


def _origin(deadline: DeadlineView) -> Origin:
    """A date that somebody's paper, or the person, sets was recorded; others are reckoned."""
    if deadline.estimate:
        return Origin.ESTIMATE
    as_it_stands = deadline.counts is None or deadline.counts.op is Op.SAME_AS
    return Origin.RECORDED if as_it_stands else Origin.RULE


def _ahead(
    day: CaseDay, channels: tuple[ChannelView, ...], deadlines: tuple[DeadlineView, ...]
) -> list[TimelineRow]:
    rows = [
        _row(c.opens_on, RowKind.UNLOCK, f"{c.name} opens", Origin.RULE, None, c.id)
        for c in channels
        if c.opens_on is not None and c.opens_on >= day.today
    ]
    rows += [
        _row(
            d.date,
            RowKind.DEADLINE,
            f"{d.title} ({SENT})" if d.quiet else d.title,
            _origin(d),
            None,
            d.id,
        )
        for d in deadlines
    ]
    stage, since = day.standing.stage, day.standing.since
    if day.usual is not None and since is not None:
        until = since + timedelta(days=usual_days(day.usual, since)[1])
        if until >= day.today:
            title = f"{stage.name}: usual end"
            rows.append(_row(until, RowKind.USUAL_END, title, Origin.ESTIMATE, None, stage.id))
    return rows
