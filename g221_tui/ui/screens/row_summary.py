"""What the strip below the panes says of the row under the cursor, in a few lines."""

from collections.abc import Sequence

from g221_tui.core.fields.labels import ASKERS
from g221_tui.core.model import Requester
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import sentence
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import ChannelView, DocumentItem, Snapshot, TimelineRow
from g221_tui.ui.screens.sheets.status_page import status_lines
from g221_tui.ui.widgets.panes.channels import Fold, state_words
from g221_tui.ui.widgets.panes.timeline import Entry, entry_title

RECORDED = "Recorded by you. Enter shows all of it."
CORRECT = "c corrects it."
FURTHER = "Further ways"
NOT_SENT = "Still with you."
TICK = "Space marks it as submitted today."
USUAL = "An estimate, never a promise: stages end earlier and later than this."


def glance(
    snapshot: Snapshot, subject: object, pages: Sequence[str] = (), *, may_record: bool = True
) -> tuple[str, tuple[str, ...]]:
    """A title, and why the row is as it is; of a status page, what was seen on it.

    Args:
        snapshot: What is shown.
        subject: What the row stands for.
        pages: The channels that are status pages.
        may_record: Whether the keys that record do anything now.
    """
    if isinstance(subject, ChannelView) and subject.id in pages and snapshot.status.seen_on:
        return subject.name, status_lines(snapshot.status)
    if isinstance(subject, ChannelView):
        return subject.name, (*subject.because, *subject.cautions)
    if isinstance(subject, Fold):
        return FURTHER, tuple(f"{c.name}: {state_words(c)}" for c in subject.channels)
    if isinstance(subject, DocumentItem):
        return subject.name, document(subject, TICK if may_record else "")
    if isinstance(subject, Entry) and len(subject) > 1:
        return entry_title(subject, snapshot), several(snapshot, subject)
    if isinstance(subject, Entry) and subject:
        return (
            clean(subject[0].title),
            row(snapshot, subject[0], CORRECT if may_record else ""),
        )
    return f"Today, {long_date(snapshot.today)}", today(snapshot)


def document(item: DocumentItem, key: str = "") -> tuple[str, ...]:
    """Who asked when, and how far it has come; the key that sends it."""
    lines = []
    if item.requested_by is not None and item.asked_on is not None:
        who = ASKERS[Requester(item.requested_by)]
        lines.append(f"Asked for by {who} on {long_date(item.asked_on)}.")
    elif not item.requested:
        lines.append("An extra of yours: nobody asked for it, and the wait does not depend on it.")
    for words, day in (
        ("Submitted on", item.submitted_on),
        ("Received on", item.received_on),
        ("Returned on", item.returned_on),
        ("Waived on", item.waived_on),
    ):
        if day is not None:
            lines.append(f"{words} {long_date(day)}.")
    if item.outstanding:
        lines.append(f"{NOT_SENT} {key}".strip())
    return tuple(lines)


def several(snapshot: Snapshot, entry: Entry) -> tuple[str, ...]:
    """Why the channels open; or which papers."""
    if entry[0].kind == "unlock":
        return row(snapshot, entry[0])
    return tuple(each.title for each in entry)


def row(snapshot: Snapshot, found: TimelineRow, key: str = "") -> tuple[str, ...]:
    """Why a row of the timeline is there; the key that corrects what was recorded."""
    if found.record is not None:
        return (f"{RECORDED} {key}".strip(),)
    if found.kind == "unlock":
        every = (*snapshot.channels, *snapshot.further)
        channels = (c.because for c in every if c.id == found.subject)
        return next(channels, ())
    if found.kind == "usual_end":
        return (f"{sentence(snapshot.stage.usual_source)}.", USUAL)
    deadlines = ((d.because, f"Source: {d.source}.") for d in snapshot.deadlines)
    same = (d.id == found.subject for d in snapshot.deadlines)
    return next((lines for lines, here in zip(deadlines, same, strict=True) if here), ())


def today(snapshot: Snapshot) -> tuple[str, ...]:
    """What the stage is, and what the days count from."""
    lines = [snapshot.stage.meaning]
    if snapshot.wait.anchor is not None:
        lines.append(sentence(snapshot.wait.anchor_because))
    return (*lines, *snapshot.notes)
