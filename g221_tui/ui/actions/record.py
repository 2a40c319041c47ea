"""The actions that record: each in its dialog, loaded when it is first needed."""

from typing import TYPE_CHECKING

from msgspec import structs

from g221_tui.core.edits.documents.change_document import SetDocument, TickDocument
from g221_tui.core.edits.removals import RemoveRecord
from g221_tui.core.fields.labels import step_word
from g221_tui.core.model import YesNo
from g221_tui.core.snapshot.folding import Entry
from g221_tui.core.snapshot.next.answers import ASKED, answer_to
from g221_tui.core.steps import STILL_HERE, DocumentState
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import AnsweredBy, DocumentItem
from g221_tui.errors import G221Error, Refused
from g221_tui.service.done import Done
from g221_tui.service.forms import announced, as_shown, record_fields
from g221_tui.ui.actions.one_of import is_several, one_of
from g221_tui.ui.actions.tools import ActionTools, channel_invited, channel_named
from g221_tui.ui.session import Session

if TYPE_CHECKING:
    from g221_tui.ui.screens.dialogs.correct import CorrectDialog

REMOVE = "Take this out of the case? Once that is done, you will read:\n\n{}"
"""What a removal is about to do."""
SEND = "Mark {} as {} today?"
TAKE_BACK = "{}: not {} after all?"
"""What a tick is about to do."""


async def tick(run: ActionTools, subject: object) -> str | None:
    """Tick or untick a document; ask first when that starts or stops the wait."""
    if not isinstance(subject, DocumentItem):
        return None
    name, sends = _name(run.session, subject), subject.state in STILL_HERE
    word = step_word(DocumentState.SUBMITTED if sends else subject.state, task=subject.task)
    question = (SEND if sends else TAKE_BACK).format(clean(name), word)
    seen = run.session.moment_ago.get(subject.id, subject.state)
    command = TickDocument(document=subject.id, seen=seen)
    paper = name if sends and not subject.task else ""
    return await run.after_effect(command, question, sent=paper)


async def set_state(run: ActionTools, document: str, state: str) -> str | None:
    """Set a document to a state, of today; ask first when that starts or stops the wait."""
    item = _item(run.session, document)
    if item is None:
        return None
    question = SEND.format(clean(_name(run.session, item)), step_word(state, task=item.task))
    return await run.after_effect(SetDocument(document=document, state=state), question)


async def submit_details(run: ActionTools, document: str) -> str | None:
    """Record when and how a document went in; where some are marked, all of those together."""
    from g221_tui.ui.screens.dialogs.submitted import SubmittedDialog

    item = _item(run.session, document)
    items = marked_items(run.session) or ((item,) if item is not None else ())
    if not items:
        return None
    plain = [structs.replace(each, name=_name(run.session, each)) for each in items]
    return run.told(await run.ask(SubmittedDialog(run.session, plain)))


def marked_items(session: Session) -> tuple[DocumentItem, ...]:
    """The documents that are marked, in the order of the list."""
    items = session.view.snapshot.documents.items if session.view is not None else ()
    return tuple(item for item in items if item.id in session.marked and item.state in STILL_HERE)


def _item(session: Session, document: str) -> DocumentItem | None:
    """A document as it is shown now."""
    items = session.view.snapshot.documents.items if session.view is not None else ()
    return next((item for item in items if item.id == document), None)


def _name(session: Session, document: DocumentItem) -> str:
    """The name of a document as it was typed: what shows it masks it."""
    cases = session.book.cases if session.book is not None else ()
    names = (d.name for case in cases for d in case.documents if d.id == document.id)
    return next(names, document.name)


async def log(run: ActionTools, subject: object) -> str | None:
    """Log a contact on the channel of the row, else on the one that the next step speaks of."""
    named = channel_named(subject)
    return await log_on(run, named or channel_invited(run), sure=bool(named))


async def log_on(run: ActionTools, channel: str, *, sure: bool = True) -> str | None:
    """Log a contact, on that channel unless another is chosen.

    Args:
        run: What asks and records.
        channel: The channel; empty for the first.
        sure: Whether it was named, and not guessed from the next step.
    """
    from g221_tui.ui.screens.dialogs.log_contact import LogDialog

    return run.told(await run.ask(LogDialog(run.session, channel, sure=sure)))


async def add_event(run: ActionTools, subject: object) -> str | None:
    """Record an event; where the next step asks for one, that kind is chosen at first."""
    if _answered_by(run.session) is AnsweredBy.EVENT:
        return await answer_next(run)
    from g221_tui.ui.screens.dialogs.add_event import EventDialog

    return run.told(await run.ask(EventDialog(run.session)))


def _answered_by(session: Session) -> AnsweredBy:
    """What records the answer that the next step asks for."""
    view = session.view
    return view.snapshot.attention.answered_by if view is not None else AnsweredBy.NOTHING


async def add_deadline(run: ActionTools, subject: object) -> str | None:
    """Name a date that must not be missed."""
    from g221_tui.ui.screens.dialogs.add_deadline import DeadlineDialog

    return run.told(await run.ask(DeadlineDialog(run.session)))


async def answer_next(run: ActionTools) -> str | None:
    """Record what the next step asks for: an event, papers, or a fact that is missing."""
    view = run.session.view
    if view is None:
        return None
    day = run.session.tracker.reader.day(view.case.id, view.snapshot.today, book=view.book)
    answer = answer_to(day, view.snapshot.next)
    if answer is None:
        return None
    if answer.listing:
        return await add_documents(run, None)
    if not answer.event:
        return await correct_record(run, answer.record or None, at=answer.field)
    from g221_tui.ui.screens.dialogs.add_event import EventDialog

    return run.told(await run.ask(EventDialog(run.session, answer.kind)))


async def add_documents(run: ActionTools, subject: object) -> str | None:
    """List documents that are asked for."""
    from g221_tui.ui.screens.dialogs.add_documents import DocumentDialog

    return run.told(await run.ask(DocumentDialog(run.session)))


async def new_case(run: ActionTools, subject: object) -> str | None:
    """Open a new case."""
    from g221_tui.ui.screens.dialogs.new_case import NewCase

    return run.told(await run.ask(NewCase(run.session)))


async def correct(run: ActionTools, subject: object) -> str | None:
    """Correct the record that the row stands for, one of several, else the facts of the case."""
    record, view = None, run.session.view
    if isinstance(subject, Entry) and is_several(subject):
        chosen = await one_of(run, subject, view.snapshot, "corrects") if view else None
        return await correct_record(run, chosen.record) if chosen is not None else None
    if isinstance(subject, DocumentItem):
        record = subject.id
    elif isinstance(subject, Entry):
        record = subject.record
    return await correct_record(run, record)


async def correct_facts(run: ActionTools, subject: object) -> str | None:
    """Correct the facts of the case; where the next step asks for one, begin there.

    Else begin with what the letter asks for, while that is not known.
    """
    if _answered_by(run.session) is AnsweredBy.FACT:
        return await answer_next(run)
    view = run.session.view
    unknown = view is not None and view.snapshot.documents.asked == YesNo.UNKNOWN
    return await correct_record(run, None, at=ASKED if unknown else "")


async def correct_record(run: ActionTools, record: str | None, at: str = "") -> str | None:
    """Correct a record, or the facts of the case where none is given.

    Args:
        run: What asks and records.
        record: The record.
        at: The field to begin in; empty for the first.
    """
    dialog = correction(run, record, at)
    return None if dialog is None else run.told(await run.ask(dialog))


def correction(run: ActionTools, record: str | None, at: str = "") -> "CorrectDialog | None":
    """The dialog that corrects a record; none where that can't be done, which is said.

    Args:
        run: What asks and records.
        record: The record; none for the facts of the case.
        at: The field to begin in; empty for the first.
    """
    from g221_tui.ui.screens.dialogs.correct import CorrectDialog

    try:
        if run.session.file_problem is not None:
            raise Refused(run.session.why_not)
        return CorrectDialog(run.session, record, at)
    except G221Error as problem:
        run.complain(problem)
        return None


async def remove_record(run: ActionTools, record: str) -> str | None:
    """Take a record out of the case, after saying what that does."""
    tracker, case, book = run.session.tracker, run.session.case, run.session.book

    def preview() -> str:
        return REMOVE.format(announced(tracker.preview(RemoveRecord(record=record), case=case)))

    def change(_: str) -> Done:
        shown = as_shown(record_fields(tracker.reader.day(case, book=book), record))
        return tracker.apply(RemoveRecord(record=record, seen=shown), case=case)

    return await run.announced(preview, change, "Take it out")


async def undo(run: ActionTools, subject: object) -> str | None:
    """Take the last change back, after naming it."""
    session, archive = run.session, run.session.tracker.archive

    def preview() -> str:
        return archive.preview_undo(session.book_at_hand())

    return await run.announced(preview, archive.undo, "Undo it")


async def redo(run: ActionTools, subject: object) -> str | None:
    """Do again what was taken back last, after naming it."""
    session, archive = run.session, run.session.tracker.archive

    def preview() -> str:
        return archive.preview_redo(session.book_at_hand())

    return await run.announced(preview, archive.redo, "Redo it")
