"""Which sheet a row opens: a record with every field, or the explanation of a rule."""

import re
from collections.abc import Iterable
from datetime import date

from textual.content import Content

from g221_tui.core.text.dates import days_phrase, distance, long_date
from g221_tui.core.views import ChannelView, DeadlineView, DocumentItem, Snapshot, TimelineRow
from g221_tui.errors import Refused
from g221_tui.service.forms import record_fields
from g221_tui.service.reader import View
from g221_tui.ui.refusals import GONE
from g221_tui.ui.render import sentence
from g221_tui.ui.screens import head
from g221_tui.ui.screens.sheets.channel import ChannelSheet
from g221_tui.ui.screens.sheets.sheet import Section, Sheet
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.panes.documents import GLYPHS as DOCUMENT_GLYPHS
from g221_tui.ui.widgets.panes.timeline import Entry, entry_title

KINDS = {"e": "Event", "d": "Document", "c": "Contact", "x": "Deadline"}
"""What a record is, by the letter its id begins with."""


def sheet_for(session: Session, view: View, subject: object) -> Sheet:
    """The sheet of a row.

    Raises:
        G221Error: when its record went from the file meanwhile.
    """
    if isinstance(subject, ChannelView):
        return channel_sheet(session, view, subject)
    if isinstance(subject, DocumentItem):
        glyph, style = DOCUMENT_GLYPHS.get(subject.state, ("·", ""))
        state = Content.assemble((f"{glyph} ", style), (subject.state, "bold"))
        return record_sheet(session, view, subject.id, subject.name, state)
    if isinstance(subject, Entry) and len(subject) > 1:
        return several_sheet(view, subject)
    if isinstance(subject, Entry) and subject:
        return _row_sheet(session, view, subject[0])
    return today_sheet(session, view)


def now_of(subject: object, then: Snapshot, now: Snapshot) -> object:
    """What stands now in a snapshot for a part of an earlier one.

    Raises:
        Refused: when it went meanwhile.
    """
    if isinstance(subject, ChannelView):
        return _by_id(subject.id, (*now.channels, *now.further))
    if isinstance(subject, DocumentItem):
        return _by_id(subject.id, now.documents.items)
    if isinstance(subject, Entry):
        return Entry(_row_now(row, then, now) for row in subject)
    return subject


def _by_id(name: str, rows: Iterable[ChannelView | DocumentItem]) -> object:
    for row in rows:
        if row.id == name:
            return row
    raise Refused(GONE)


def _row_now(row: TimelineRow, then: Snapshot, now: Snapshot) -> TimelineRow:
    """The row of the same day, kind and record, the same one of several that are alike."""

    def alike(other: TimelineRow) -> bool:
        return (other.date, other.kind, other.record) == (row.date, row.kind, row.record)

    before, after = list(filter(alike, then.timeline)), list(filter(alike, now.timeline))
    if len(before) != len(after) or row not in before:
        raise Refused(GONE)
    return after[before.index(row)]


def channel_sheet(session: Session, view: View, channel: ChannelView) -> Sheet:
    """The sheet of a channel; that of the status page tells what was seen on it."""
    shown = channel.id in session.tracker.rules.status_page.channels
    return ChannelSheet(view, channel, view.snapshot.status if shown else None)


def _row_sheet(session: Session, view: View, row: TimelineRow) -> Sheet:
    if row.record is not None:
        return record_sheet(session, view, row.record, row.title, _how_early(view, row.record))
    if row.kind == "unlock":
        return channel_sheet(session, view, _channel(view.snapshot, row))
    if row.kind == "deadline":
        found = next((d for d in view.snapshot.deadlines if d.id == row.subject), None)
        if found is not None:
            return deadline_sheet(view, found)
    return today_sheet(session, view)


def _channel(snapshot: Snapshot, row: TimelineRow) -> ChannelView:
    every = (*snapshot.channels, *snapshot.further)
    return next(channel for channel in every if channel.id == row.subject)


def record_sheet(session: Session, view: View, record: str, title: str, state: Content) -> Sheet:
    """Every field of a record."""
    day = session.tracker.reader.day(view.case.id, book=view.book)
    fields = record_fields(day, record)
    filled = tuple(
        (field.label, for_people(session.shown_field(field.name, field.words)))
        for field in fields
        if field.value
    )
    empty = ", ".join(f.label.casefold() for f in fields if not f.value)
    kind = KINDS.get(record[:1], "Record")
    return Sheet(
        title,
        state,
        (
            Section(kind, filled),
            Section("Not filled in", (sentence(empty),) if empty else (), "$muted"),
            Section("Record", (record,), "$muted"),
        ),
        {"correct": record, "remove": record},
    )


def _how_early(view: View, record: str) -> Content:
    """That a contact was made before its channel was open; nothing of any other record."""
    early = [c.when_logged for c in view.case.contacts if c.id == record and c.early]
    if not early:
        return Content("")
    words = f"early: the channel was {early[0]} that day"
    return Content.assemble(("! ", "$caution"), (words, "bold"))


def for_people(value: str) -> str:
    """A date written out; anything else as it is."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return long_date(date.fromisoformat(value))
    return value


def deadline_sheet(view: View, deadline: DeadlineView) -> Sheet:
    """Why that date, whose rule it is, how long it is off."""
    when = f"{long_date(deadline.date)}, {distance(deadline.date, view.snapshot.today)}"
    remarks = []
    if deadline.estimate:
        remarks.append("An estimate: the date printed on the notice wins.")
    if deadline.quiet:
        remarks.append("Nothing left to do for it but to wait for the confirmation.")
    if deadline.before_opening:
        remarks.append("It falls before the next channel opens.")
    leads = {"correct": deadline.record or ""}
    if any(named.id == deadline.record for named in view.case.deadlines):
        leads["remove"] = leads["correct"]
    return Sheet(
        deadline.title,
        Content.assemble(("! ", "$caution"), (when, "bold")),
        (
            Section("Why", (deadline.because,)),
            Section("Mind", tuple(remarks), "$caution"),
            Section("Source", (deadline.source,), "$muted"),
        ),
        leads,
    )


def several_sheet(view: View, entry: Entry) -> Sheet:
    """The rows that one row of the pane stands for."""
    snapshot = view.snapshot
    title = entry_title(entry, snapshot)
    when = Content.styled(long_date(entry[0].date), "bold")
    if entry[0].kind != "unlock":
        return Sheet(title, when, (Section("", tuple(row.title for row in entry)),))
    channels = [_channel(snapshot, row) for row in entry]
    sections = [Section(channel.name, channel.because) for channel in channels]
    sources = tuple(dict.fromkeys(channel.source for channel in channels if channel.source))
    return Sheet(title, when, (*sections, Section("Source", sources, "$muted")))


def today_sheet(session: Session, view: View) -> Sheet:
    """Where the case stands: the stage, the wait, what to mind, and records that are spoilt."""
    snapshot = view.snapshot
    stage, wait = snapshot.stage, snapshot.wait
    bad = session.shown(tuple(f"{p.where}." for p in view.book.problems))
    usual: tuple[str, ...] = ()
    if stage.usual_days is not None and stage.usual_until is not None:
        least, most = stage.usual_days
        span = f"up to {days_phrase(most)}" if not least else f"{least} to {days_phrase(most)}"
        usual = (f"{sentence(span)}: until {long_date(stage.usual_until)}. {stage.usual_source}",)
    waited: tuple[str, ...] = ()
    if wait.elapsed_days is not None and wait.anchor is not None:
        waited = (
            f"Day {wait.elapsed_days}, counted from {long_date(wait.anchor)}.",
            wait.anchor_because,
        )
    return Sheet(
        f"Today, {long_date(snapshot.today)}",
        Content.styled(head.now(stage), "bold"),
        (
            Section("What that is", (stage.meaning,)),
            Section("Next", (snapshot.next.text,)),
            Section("The wait", waited),
            Section("Usual length, an estimate", usual),
            Section("Mind", snapshot.warnings, "$caution"),
            Section("Worth knowing", snapshot.notes),
            Section("Kept as they are in the file, but not understood", bad, "$caution"),
        ),
        {"correct": ""},
    )
