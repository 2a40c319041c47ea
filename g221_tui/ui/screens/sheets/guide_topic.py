"""Which page of the guide matters for a row."""

from collections.abc import Sequence

from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.snapshot.folding import Entry
from g221_tui.core.snapshot.subjects import channel_of_row
from g221_tui.core.views import ChannelView, DeadlineView, DocumentItem, RowKind, TimelineRow
from g221_tui.guide import Page, PageKind, page_about
from g221_tui.service.reader import View
from g221_tui.ui.widgets.panes.channels import Fold

ORIGINAL = "original"
"""What the page on originals is about."""


def page_for(
    subject: object, view: View | None, rules: Rules, pages: Sequence[Page]
) -> Page | None:
    """The page of a row; none where all topics serve better."""
    if view is None or isinstance(subject, Fold):
        return None
    found: Page | None = None
    if isinstance(subject, ChannelView):
        found = page_about(PageKind.CHANNEL, subject.id, pages)
    elif isinstance(subject, DocumentItem):
        found = _of_paper(subject, view, pages)
    elif isinstance(subject, DeadlineView):
        found = page_about(PageKind.PAGE, subject.id, pages)
    elif isinstance(subject, Entry):
        found = _of_row(subject.first, view, rules, pages)
    return found or page_about(PageKind.STAGE, view.snapshot.stage.id, pages)


def _of_paper(paper: DocumentItem, view: View, pages: Sequence[Page]) -> Page | None:
    """The reason it is asked for; without one, what to know of originals, else of the case's."""
    if not paper.reason and paper.original:
        return page_about(PageKind.PAGE, ORIGINAL, pages)
    reasons = [paper.reason] if paper.reason else list(view.case.facts.reasons)
    found = (page_about(PageKind.REASON, reason, pages) for reason in reasons)
    return next(filter(None, found), None) or page_about(PageKind.PAGE, ORIGINAL, pages)


def _of_row(row: TimelineRow, view: View, rules: Rules, pages: Sequence[Page]) -> Page | None:
    if channel := channel_of_row(row):
        return page_about(PageKind.CHANNEL, channel, pages)
    if row.kind == RowKind.DEADLINE:
        return page_about(PageKind.PAGE, row.subject or "", pages)
    if row.kind == RowKind.DOCUMENT:
        papers = (d for d in view.snapshot.documents.items if d.id == row.record)
        return next((_of_paper(paper, view, pages) for paper in papers), None)
    kind = rules.kind(row.kind)
    stage = page_about(PageKind.STAGE, kind.stage, pages) if kind is not None else None
    return page_about(PageKind.PAGE, row.kind, pages) or stage
