"""The documents of a case on a day, as the faces draw them."""

from datetime import date

from g221_tui.core.fields.labels import ASKERS, step_word
from g221_tui.core.model import Document, DocumentState, Requester
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.on_day import known_on
from g221_tui.core.steps import Course, Step, begun
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


def state_word(item: DocumentItem) -> str:
    """Its state in a word: a task is done where a paper is submitted."""
    return step_word(item.state, task=item.task)


def state_day(item: DocumentItem) -> date | None:
    """The day of the step that its state is; none while it has taken none."""
    return next((day for state, day in steps(item) if state == item.state), None)


def earlier(item: DocumentItem) -> tuple[StepView, ...]:
    """The steps before its latest request: none of what was asked for only once."""
    if len(item.steps) < 2:
        return ()
    asked = [n for n, step in enumerate(item.steps) if step.state == DocumentState.REQUESTED]
    since = [n for n in asked if item.steps[n].on == item.asked_on]
    return item.steps[: since[-1]] if since else ()


def told_steps(document: Document, today: date) -> tuple[tuple[str, date], ...]:
    """Every step up to that day in words, each with its day."""
    told = []
    course = begun(document.requested_by)
    for step in document.in_order:
        if step.on <= today:
            before, course = course, course.after(step, document.requested_by)
            told.append((_told(before, course, step, task=document.task), step.on))
    return tuple(told)


def asking(before: Course, course: Course) -> str:
    """What a request is: the first, a further one, or none, of what is asked for already."""
    if course.asker is None:
        return "added"
    if course.asked is before.asked:
        return str(DocumentState.REQUESTED)
    return "asked for again" if course.further else "asked for"


def _told(before: Course, course: Course, step: Step, *, task: bool) -> str:
    if step.state is not DocumentState.REQUESTED:
        return step_word(step.state, task=task)
    by = f" by {ASKERS[course.asker]}" if course.asker is not None else ""
    return asking(before, course) + by


def _item(document: Document, today: date) -> DocumentItem:
    course = document.course(today)
    last = {step.state: step.on for step in course.run}
    return DocumentItem(
        id=document.id,
        name=document.name,
        task=document.task,
        state=course.state,
        requested=course.asker is not None,
        requested_by=course.asker,
        asked_on=course.asked.on if course.asked is not None else None,
        ready_on=last.get(DocumentState.READY),
        submitted_on=last.get(DocumentState.SUBMITTED),
        received_on=last.get(DocumentState.RECEIVED),
        returned_on=last.get(DocumentState.RETURNED),
        waived_on=last.get(DocumentState.WAIVED),
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
