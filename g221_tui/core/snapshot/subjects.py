"""What the parts of a snapshot speak of: the channel, the deadline, the record behind a row."""

from g221_tui.core.model import Case
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.snapshot.next.channel_step import ASK
from g221_tui.core.status_view import StatusView
from g221_tui.core.text.phrases import sentence
from g221_tui.core.views import ChannelView, DeadlineView, RowKind, Snapshot, TimelineRow

ESTIMATE_WORDS = "An estimate, never a promise: stages end earlier and later than this."
"""What is said of the usual length of a stage."""


def channel_of(snapshot: Snapshot, channel: str) -> ChannelView | None:
    """The channel of that id, a further one too."""
    every = (*snapshot.channels, *snapshot.further)
    return next((c for c in every if c.id == channel), None)


def channel_name(snapshot: Snapshot, channel: str) -> str:
    """The name of a channel; its id where the rules no longer have it."""
    found = channel_of(snapshot, channel)
    return found.name if found is not None else channel


def channel_of_row(row: TimelineRow) -> str:
    """The id of the channel that a row speaks of; empty for any other row."""
    speaks = row.kind in (RowKind.UNLOCK, RowKind.CONTACT)
    return (speaks and row.subject) or ""


def deadline_of_row(snapshot: Snapshot, row: TimelineRow) -> DeadlineView | None:
    """The deadline that a row stands for; none for any other row."""
    if row.kind != RowKind.DEADLINE:
        return None
    return next((d for d in snapshot.deadlines if d.id == row.subject), None)


def channel_of_step(snapshot: Snapshot) -> str:
    """The id of the channel that the next step invites to; empty where it invites to none."""
    return (snapshot.next.kind == ASK and snapshot.next.subject) or ""


def page_of(snapshot: Snapshot, channel: str, rules: Rules) -> StatusView | None:
    """What was seen on a channel that is the status page; none for the other channels."""
    return snapshot.status if channel in rules.status_page.channels else None


def why(snapshot: Snapshot, row: TimelineRow) -> tuple[str, ...]:
    """Why a rule or an estimate put a row ahead; nothing for what was recorded."""
    if row.kind == RowKind.UNLOCK:
        channel = channel_of(snapshot, row.subject or "")
        return channel.because if channel is not None else ()
    if row.kind == RowKind.USUAL_END:
        return (f"{sentence(snapshot.stage.usual_source)}.", ESTIMATE_WORDS)
    deadline = deadline_of_row(snapshot, row)
    return (deadline.because, f"Source: {deadline.source}.") if deadline is not None else ()


def is_named(case: Case, deadline: DeadlineView) -> bool:
    """Whether the user named that date, so that it can be removed."""
    return any(named.id == deadline.record for named in case.deadlines)


def record_word(case: Case, record: str) -> str:
    """What a record of the case is."""
    tables = {
        "Event": case.events,
        "Document": case.documents,
        "Contact": case.contacts,
        "Deadline": case.deadlines,
    }
    return next((w for w, rows in tables.items() if any(r.id == record for r in rows)), "Record")
