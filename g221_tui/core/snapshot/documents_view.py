"""The documents of a case on a day, as the faces draw them."""

from datetime import date

from g221_tui.core.model import Document, DocumentState, Requester
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents import known_on
from g221_tui.core.views import DocumentItem, DocumentsView, StepView


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


def for_the_post(documents: DocumentsView) -> tuple[DocumentItem, ...]:
    """What slip or post asked for, and extras."""
    return tuple(item for item in documents.items if item.requested_by != Requester.USCIS)


def for_uscis(documents: DocumentsView) -> tuple[DocumentItem, ...]:
    """The evidence that USCIS asked for: no part of the post's set, nor of the wait."""
    return tuple(item for item in documents.items if item.requested_by == Requester.USCIS)


def gone_in(documents: DocumentsView) -> int:
    """How many of those asked for are no longer with the applicant."""
    return documents.requested - documents.outstanding


def steps(item: DocumentItem) -> tuple[tuple[DocumentState, date], ...]:
    """The steps it has taken, each with its day."""
    days = (
        (DocumentState.READY, item.ready_on),
        (DocumentState.SUBMITTED, item.submitted_on),
        (DocumentState.RECEIVED, item.received_on),
        (DocumentState.RETURNED, item.returned_on),
        (DocumentState.WAIVED, item.waived_on),
    )
    return tuple((state, day) for state, day in days if day is not None)


def state_day(item: DocumentItem) -> date | None:
    """The day of the step that its state is; none while it has taken none."""
    return next((day for state, day in steps(item) if state == item.state), None)


def _item(document: Document, today: date) -> DocumentItem:
    course = document.course(today)

    def day(state: DocumentState) -> date | None:
        step = course.last(state)
        return step.on if step is not None else None

    return DocumentItem(
        id=document.id,
        name=document.name,
        task=document.task,
        state=course.state,
        requested=course.asker is not None,
        requested_by=course.asker,
        asked_on=day(DocumentState.REQUESTED),
        ready_on=day(DocumentState.READY),
        submitted_on=day(DocumentState.SUBMITTED),
        received_on=day(DocumentState.RECEIVED),
        returned_on=day(DocumentState.RETURNED),
        waived_on=day(DocumentState.WAIVED),
        expires_on=document.expires_on,
        route=document.route,
        receipt=document.receipt,
        original=document.original,
        reason=document.reason,
        note=document.note,
        outstanding=course.owed,
        steps=tuple(
            StepView(state=step.state, on=step.on) for step in document.in_order if step.on <= today
        ),
    )
