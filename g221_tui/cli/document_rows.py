"""The papers as lines: what the post asked for, extras, and the evidence for USCIS apart."""

from collections.abc import Sequence

from g221_tui.core.fields.labels import ASKERS, step_word
from g221_tui.core.model import DocumentState, Requester
from g221_tui.core.snapshot.documents_view import (
    earlier,
    gone_in,
    state_day,
    state_word,
    steps,
)
from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import DocumentItem, Snapshot

USCIS_TITLE = "Evidence for USCIS"
"""The heading of what USCIS asked for: no part of the post's set, nor of the wait."""


def documents_title(view: Snapshot) -> str:
    """`Documents 1/2`, or what is known where nothing is listed."""
    papers = view.documents
    if papers.requested:
        return f"Documents {gone_in(papers)}/{papers.requested}"
    here = " in this round" if view.case.round > 1 else ""
    words = {
        "no": f"Documents: none were asked for{here}",
        "yes": "Documents: asked for, not listed yet",
        "unknown": "Documents: unknown whether any were asked for",
    }
    return words[papers.asked]


def set_rows(view: Snapshot) -> list[str]:
    """Since when the set is complete, and that this starts the wait; nothing before that."""
    complete = view.documents.complete_on
    if complete is None:
        return []
    counts = ": the wait counts from there" if complete == view.wait.anchor else ""
    return [f"Set complete since {long_date(complete)}{counts}."]


def document_rows(items: Sequence[DocumentItem], *, whole: bool = False) -> list[str]:
    """A row a document: glyph, state, name, dates and details, id.

    Args:
        items: the documents.
        whole: with the date of every step, not only the last one.
    """
    width = max((len(state_word(item)) for item in items), default=0)
    return [_row(item, width, whole) for item in items]


def _row(item: DocumentItem, width: int, whole: bool) -> str:
    glyph = glyphs.DOCUMENT[item.state]
    parts = [item.name, *(_steps(item) if whole else _last_step(item)), *_details(item)]
    row = glyphs.BETWEEN.join(clean(part) for part in parts if part)
    return f"{glyph} {state_word(item):<{width}}  {row}  [{item.id}]"


def _last_step(item: DocumentItem) -> list[str]:
    """The date of the state, or who asked and when while it has none."""
    day = state_day(item)
    asked = [] if day else _asked(item)
    extra = [] if item.requested_by else ["extra"]
    return [*asked, *extra, *([long_date(day)] if day else [])]


def _steps(item: DocumentItem) -> list[str]:
    """Who asked and when, and the date of every step taken, those of earlier requests first."""
    extra = [] if item.requested_by else ["extra"]
    before = [f"{_word(item, step.state)} {long_date(step.on)}" for step in earlier(item)]
    since = [f"{_word(item, state)} {long_date(day)}" for state, day in steps(item)]
    return [*before, *_asked(item), *extra, *since]


def _word(item: DocumentItem, state: str) -> str:
    asked = state == DocumentState.REQUESTED
    return "asked" if asked else step_word(state, task=item.task)


def _asked(item: DocumentItem) -> list[str]:
    if item.requested_by and item.asked_on:
        asked = "asked again" if earlier(item) else "asked"
        return [f"{asked} by {ASKERS[Requester(item.requested_by)]} {long_date(item.asked_on)}"]
    return []


def _details(item: DocumentItem) -> list[str]:
    """What else is known of it."""
    kinds = {True: "original", False: "copy", None: ""}
    task = "task" if item.task else ""
    reason = f"for {item.reason}" if item.reason else ""
    expires = f"expires {long_date(item.expires_on)}" if item.expires_on else ""
    return [task, reason, kinds[item.original], item.route, item.receipt, item.note, expires]
