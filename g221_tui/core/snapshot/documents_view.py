"""The documents of a case on a day, as the faces draw them."""

from datetime import date

from g221_tui.core.model import Document
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents import dated, is_outstanding, known_on, state_on
from g221_tui.core.views import DocumentItem, DocumentsView


def documents_view(day: CaseDay) -> DocumentsView:
    """The documents as the faces draw them."""
    papers = day.standing.papers
    return DocumentsView(
        asked=papers.asked,
        requested=len(papers.requested),
        outstanding=len(papers.outstanding),
        complete_on=papers.complete_on,
        items=tuple(_item(d, day.today) for d in known_on(day.case.documents, day.today)),
    )


def _item(document: Document, today: date) -> DocumentItem:
    return DocumentItem(
        id=document.id,
        name=document.name,
        state=state_on(document, today),
        requested=document.requested_by is not None,
        requested_by=document.requested_by,
        asked_on=document.asked_on,
        ready_on=dated(document, "ready_on", today),
        submitted_on=dated(document, "submitted_on", today),
        received_on=dated(document, "received_on", today),
        returned_on=dated(document, "returned_on", today),
        waived_on=dated(document, "waived_on", today),
        expires_on=document.expires_on,
        route=document.route,
        receipt=document.receipt,
        original=document.original,
        reason=document.reason,
        note=document.note,
        outstanding=is_outstanding(document, today),
    )
