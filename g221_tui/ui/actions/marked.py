"""The actions on marked papers: mark one, send all that are marked in one step."""

from g221_tui.core.edits.documents.send_documents import SendDocuments
from g221_tui.core.steps import STILL_HERE
from g221_tui.core.text.phrases import counted, several
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import DocumentItem
from g221_tui.errors import Refused
from g221_tui.ui.actions import record
from g221_tui.ui.actions.tools import ActionTools

SEND = "{}: {} sent today, as one set?"
"""What sending the marked papers is about to do."""
NOT_MARKED = "Only a document that is still with you can be marked."


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
    view = run.session.view
    items = view.snapshot.documents.items if view is not None else ()
    marked = [i for i in items if i.id in run.session.marked and i.state in STILL_HERE]
    if not marked:
        return await record.tick(run, subject)
    names = several([clean(item.name) for item in marked])
    question = SEND.format(names, counted(len(marked), "document"))
    command = SendDocuments(documents=tuple(item.id for item in marked))
    changed = await run.after_effect(command, question, yes="Send them", always=True)
    if changed is not None:
        run.session.marked = frozenset()
    return changed
