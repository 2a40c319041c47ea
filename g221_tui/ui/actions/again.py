"""The actions of every day: the same look again, several papers in one step, NEXT's answer."""

from g221_tui.core.edits.documents.send_documents import SendDocuments
from g221_tui.core.edits.look_again import LookAgain, last_look
from g221_tui.core.steps import STILL_HERE
from g221_tui.core.text.phrases import counted, several
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import AnsweredBy, ChannelView, DocumentItem
from g221_tui.errors import G221Error, Refused
from g221_tui.ui.actions import record
from g221_tui.ui.actions.tools import ActionTools

SEND = "{}: {} today, as one set?"
"""What sending the marked papers is about to do."""
NOT_MARKED = "Only a document that is still with you can be marked."


async def look_again(run: ActionTools, subject: object) -> str | None:
    """Log a look that saw the same as the last: at the page of the row, else at CEAC."""
    session = run.session
    view, rules = session.view, session.tracker.rules
    if view is None:
        return None
    channel = rules.status_page.channels[0]
    if isinstance(subject, ChannelView):
        found = rules.channel(subject.id)
        channel = subject.id if found is not None and found.looking else channel
    if last_look(view.case, channel, view.snapshot.today) is None:
        return await record.log_on(run, channel)
    command = LookAgain(channel=channel)
    return await run.record(lambda: session.tracker.apply(command, case=session.case))


async def mark(run: ActionTools, subject: object) -> str | None:
    """Mark a document, or take its mark away."""
    if not isinstance(subject, DocumentItem):
        return None
    if subject.state not in STILL_HERE:
        run.complain(Refused(NOT_MARKED))
        return None
    run.session.marked ^= {subject.id}
    return None


async def tick(run: ActionTools, subject: object) -> str | None:
    """Send every marked document in one step; without a mark, tick the one of the row."""
    session = run.session
    marked = _still_marked(run)
    if not marked:
        return await record.tick(run, subject)
    command = SendDocuments(documents=tuple(item.id for item in marked))
    try:
        edit = session.tracker.preview(command, case=session.case)
    except G221Error as problem:
        session.marked = frozenset()
        session.load()
        run.complain(problem)
        return None
    names = several([clean(item.name) for item in marked])
    question = SEND.format(names, f"{counted(len(marked), 'document')} sent")
    text = f"{question}\n\n{edit.effect}" if edit.effect else question
    if not await run.agreed(text, "Send them"):
        return None
    done = await run.record(lambda: session.tracker.apply(command, case=session.case))
    session.marked = frozenset()
    return done


def _still_marked(run: ActionTools) -> list[DocumentItem]:
    """The marked documents that are still with the applicant, in the order of the list."""
    view = run.session.view
    items = view.snapshot.documents.items if view is not None else ()
    return [i for i in items if i.id in run.session.marked and i.state in STILL_HERE]


async def add_event(run: ActionTools, subject: object) -> str | None:
    """Record an event; where the next step asks for one, that kind is chosen at first."""
    if _answered_by(run) is AnsweredBy.EVENT:
        return await record.answer_next(run)
    return await record.add_event(run, subject)


async def correct_facts(run: ActionTools, subject: object) -> str | None:
    """Correct the facts; where the next step asks for one, begin there."""
    if _answered_by(run) is AnsweredBy.FACT:
        return await record.answer_next(run)
    return await record.correct_facts(run, subject)


def _answered_by(run: ActionTools) -> AnsweredBy:
    view = run.session.view
    return view.snapshot.attention.answered_by if view is not None else AnsweredBy.NOTHING
