"""Which sheet a row opens: a record with every field, or the explanation of a rule."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date

from textual.content import Content

from g221_tui.core.fields.labels import step_word
from g221_tui.core.snapshot.documents_view import state_word, told_steps
from g221_tui.core.snapshot.folding import Entry, entry
from g221_tui.core.snapshot.next.answers import answer_to
from g221_tui.core.snapshot.subjects import (
    channel_of,
    channel_of_row,
    deadline_of_row,
    is_named,
    page_of,
    record_word,
)
from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import distance, long_date
from g221_tui.core.text.glyphs import ELLIPSIS
from g221_tui.core.text.phrases import days_phrase, sentence
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import (
    ChannelView,
    DeadlineView,
    DocumentItem,
    NextStep,
    Snapshot,
    TimelineRow,
)
from g221_tui.errors import Refused
from g221_tui.service.forms import record_fields
from g221_tui.service.reader import View
from g221_tui.ui.refusals import NO_LONGER_THERE
from g221_tui.ui.screens import head
from g221_tui.ui.screens.letters.offered import has_letters
from g221_tui.ui.screens.row_summary import day_title
from g221_tui.ui.screens.sheets.channel import ChannelSheet
from g221_tui.ui.screens.sheets.reasons import (
    anchor_reasons,
    channel_reasons,
    deadline_reasons,
    next_reasons,
    stage_reasons,
)
from g221_tui.ui.screens.sheets.sheet import STATES, Branch, Section, Sheet, Verb
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.panes.documents import GLYPHS as DOCUMENT_GLYPHS

OF_PAPERS = ("route", "receipt", "original")
"""The fields that only a paper has, and no act."""
ACT = "task"
"""The field that says of an act that it is one; of a paper it is empty."""
MARKED_ONES = f"{{}} marked{ELLIPSIS}"
"""The words for recording how the marked documents went in."""
DATES = ("asked", "ready", "submitted", "received", "returned", "waived")
"""The fields of a document that its steps tell."""


def sheet_for(session: Session, view: View, subject: object) -> Sheet:
    """The sheet of a row.

    Raises:
        G221Error: when its record went from the file meanwhile.
    """
    if isinstance(subject, ChannelView):
        return channel_sheet(session, view, subject)
    if isinstance(subject, DocumentItem):
        glyph, style = DOCUMENT_GLYPHS.get(subject.state, (glyphs.OTHER, ""))
        state = Content.assemble((f"{glyph} ", style), (state_word(subject), "bold"))
        states = {verb: state_name(verb, task=subject.task) for verb in STATES}
        if marked := len(session.marked):
            states[Verb.DETAILS] = MARKED_ONES.format(marked)
        return record_sheet(session, view, subject.id, subject.name, state, states)
    if isinstance(subject, Entry) and len(subject.rows) > 1:
        return several_sheet(view, subject)
    if isinstance(subject, Entry):
        return _row_sheet(session, view, subject.first)
    if isinstance(subject, NextStep):
        return next_sheet(session, view)
    if isinstance(subject, DeadlineView):
        return deadline_sheet(session, view, subject)
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
    if isinstance(subject, DeadlineView):
        return _by_id(subject.id, now.deadlines)
    if isinstance(subject, Entry):
        return entry([_row_now(row, then, now) for row in subject.rows], now)
    return subject


def each_now(several: Entry, then: Snapshot, now: Snapshot) -> tuple[Entry, ...]:
    """What stands now for each row that is told as one; what went meanwhile is left out."""
    found = []
    for row in several.rows:
        with suppress(Refused):
            found.append(entry([_row_now(row, then, now)], now))
    return tuple(found)


def _by_id(name: str, rows: Iterable[ChannelView | DocumentItem | DeadlineView]) -> object:
    for row in rows:
        if row.id == name:
            return row
    raise Refused(NO_LONGER_THERE)


def _row_now(row: TimelineRow, then: Snapshot, now: Snapshot) -> TimelineRow:
    """The row of the same day, kind and record, the same one of several that are alike."""

    def alike(other: TimelineRow) -> bool:
        return (other.date, other.kind, other.record) == (row.date, row.kind, row.record)

    before, after = list(filter(alike, then.timeline)), list(filter(alike, now.timeline))
    if len(before) != len(after) or row not in before:
        raise Refused(NO_LONGER_THERE)
    return after[before.index(row)]


def channel_sheet(session: Session, view: View, channel: ChannelView) -> Sheet:
    """The sheet of a channel; that of the status page tells what was seen on it."""
    page = page_of(view.snapshot, channel.id, session.tracker.rules)
    reasons = channel_reasons(session, view, channel)
    return ChannelSheet(view, channel, page, reasons, letters=has_letters(session, channel.id))


def _row_sheet(session: Session, view: View, row: TimelineRow) -> Sheet:
    if row.record is not None:
        return record_sheet(session, view, row.record, row.title, _how_early(view, row.record))
    channel = channel_of(view.snapshot, channel_of_row(row))
    if channel is not None:
        return channel_sheet(session, view, channel)
    deadline = deadline_of_row(view.snapshot, row)
    if deadline is not None:
        return deadline_sheet(session, view, deadline)
    return today_sheet(session, view)


def state_name(verb: Verb, *, task: bool) -> str:
    """What a state that can be set is called."""
    if verb is Verb.DETAILS:
        return step_word(Verb.SUBMITTED, task=task) + ELLIPSIS
    return step_word(verb, task=task)


def record_sheet(
    session: Session,
    view: View,
    record: str,
    title: str,
    state: Content,
    states: Mapping[Verb, str] | None = None,
) -> Sheet:
    """Every field of a record; of a document also the states that it may be set to."""
    day = session.tracker.reader.day(view.case.id, book=view.book)
    act = any(d.id == record and d.task for d in view.case.documents)
    fields = [f for f in record_fields(day, record) if not act or f.name not in OF_PAPERS]
    filled = tuple(
        (field.label, for_people(session.shown_field(field.name, field.words)))
        for field in fields
        if field.value and field.name not in DATES
    )
    told = (*DATES, ACT)
    empty = ", ".join(f.label.casefold() for f in fields if not f.value and f.name not in told)
    return Sheet(
        title,
        state,
        (
            Section(record_word(view.case, record), filled),
            Section("Steps", _steps(view, record)),
            Section("Not filled in", (sentence(empty),) if empty else (), "$muted"),
            Section("Record", (record,), "$muted"),
        ),
        {Verb.CORRECT: record, Verb.REMOVE: record, **dict.fromkeys(states or (), record)},
        states,
    )


def _steps(view: View, record: str) -> tuple[tuple[str, str], ...]:
    """Every step of a document, each with its day; nothing of any other record."""
    today = view.snapshot.today
    return tuple(
        (long_date(day), words)
        for document in view.case.documents
        if document.id == record
        for words, day in told_steps(document, today)
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


def deadline_sheet(session: Session, view: View, deadline: DeadlineView) -> Sheet:
    """Why that date, whose rule it is, how long it is off."""
    when = f"{long_date(deadline.date)}, {distance(deadline.date, view.snapshot.today)}"
    remarks = ("It falls before the next channel opens.",) if deadline.before_opening else ()
    leads = {Verb.CORRECT: deadline.record or ""}
    if is_named(view.case, deadline):
        leads[Verb.REMOVE] = leads[Verb.CORRECT]
    return Sheet(
        deadline.title,
        Content.assemble(("! ", "$caution"), (when, "bold")),
        (
            Section("Why", deadline_reasons(session, view, deadline)),
            Section("Mind", remarks, "$caution"),
            Section("Source", (deadline.source,), "$muted"),
        ),
        leads,
    )


def _leads_of_next(session: Session, view: View) -> dict[Verb, str]:
    """From the next step to what records its answer, where it asks for that, and to the facts."""
    day = session.tracker.reader.day(view.case.id, view.snapshot.today, book=view.book)
    answer = answer_to(day, view.snapshot.next)
    return {Verb.CORRECT: ""} if answer is None else {Verb.ANSWER: "", Verb.CORRECT: ""}


def next_sheet(session: Session, view: View) -> Sheet:
    """The next step, what was looked at before it, and what it rests on."""
    return Sheet(
        "Next",
        Content.styled(clean(view.snapshot.next.text), "bold"),
        (
            Section("Why", next_reasons(session, view)),
            Section("Mind", view.snapshot.warnings, "$caution"),
        ),
        _leads_of_next(session, view),
    )


def several_sheet(view: View, several: Entry) -> Sheet:
    """The rows that are told as one."""
    title = sentence(several.text)
    when = Content.styled(long_date(several.first.date), "bold")
    found = (channel_of(view.snapshot, channel_of_row(row)) for row in several.rows)
    channels = [channel for channel in found if channel is not None]
    if not channels:
        return Sheet(title, when, (Section("", tuple(row.title for row in several.rows)),))
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
    waited: tuple[str | Branch, ...] = ()
    if wait.elapsed_days is not None and wait.anchor is not None:
        waited = (
            f"Day {wait.elapsed_days}, counted from {long_date(wait.anchor)}.",
            *anchor_reasons(session, view),
        )
    return Sheet(
        day_title(snapshot.today, looking=session.looking is not None),
        Content.styled(head.now(stage), "bold"),
        (
            Section("What that is", (stage.meaning,)),
            Section("Next", (snapshot.next.text,)),
            Section("The wait", waited),
            Section("Usual length, an estimate", usual),
            Section("Mind", snapshot.warnings, "$caution"),
            Section("Worth knowing", snapshot.notes),
            Section("The post itself", snapshot.post.says),
            *(Section(each.title, each.facts) for each in snapshot.post.practices),
            Section("Kept as they are in the file, but not understood", bad, "$caution"),
            Section("Why that is next", next_reasons(session, view)),
            Section("How it came to this stage", stage_reasons(session, view)),
        ),
        _leads_of_next(session, view),
    )
