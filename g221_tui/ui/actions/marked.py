"""The actions on marked papers: mark one, send all that are marked in one step."""

from g221_tui.core.edits.documents.send_documents import SendDocuments
from g221_tui.core.fields.labels import step_word
from g221_tui.core.steps import STILL_HERE, DocumentState
from g221_tui.core.text.phrases import several
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import DocumentItem
from g221_tui.errors import Refused
from g221_tui.ui.actions import record
from g221_tui.ui.actions.tools import ActionTools

SEND, TOGETHER = "Mark {} as {} today?", "Mark {} as {} today, as one set?"
"""What ticking the marked documents is about to do: of one, of several."""
WHAT_NEXT = "{} marked: {} records {} as sent today; {}, then s, with a date"
"""What can be done with the marked ones."""
NOT_MARKED = "Only a document that is still with you can be marked."


async def mark(run: ActionTools, subject: object) -> str | None:
    """Mark a document, or take its mark away."""
    if not isinstance(subject, DocumentItem):
        return None
    if subject.state not in STILL_HERE:
        run.complain(Refused(NOT_MARKED))
        return None
    run.session.marked ^= {subject.id}
    if count := len(record.marked_items(run.session)):
        them, keys = "it" if count == 1 else "them", run.session.key
        run.say(WHAT_NEXT.format(count, keys("tick"), them, keys("open")))
    return None


async def tick(run: ActionTools, subject: object) -> str | None:
    """Send every marked document in one step; without a mark, tick the one of the row."""
    marked = record.marked_items(run.session)
    if not marked:
        return await record.tick(run, subject)
    names = several([clean(item.name) for item in marked])
    words = (step_word(DocumentState.SUBMITTED, task=item.task) for item in marked)
    question = SEND if len(marked) == 1 else TOGETHER
    question = question.format(names, " or ".join(dict.fromkeys(words)))
    command = SendDocuments(documents=tuple(item.id for item in marked))
    return await run.after_effect(command, question, yes="Record it", always=True)
