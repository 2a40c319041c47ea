"""The documents of a brief, each with all of its days."""

from g221_tui.core.brief.records import Paper, Told
from g221_tui.core.fields.labels import ASKERS
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.on_day import known_on
from g221_tui.core.progress.documents.turns import sendings
from g221_tui.core.snapshot.documents_view import state_word, told_steps
from g221_tui.core.steps import Requester
from g221_tui.core.views import DocumentsView


def papers(day: CaseDay, view: DocumentsView) -> tuple[Paper, ...]:
    """Every document that was on the list on that day."""
    found = []
    by_id = {item.id: item for item in view.items}
    for document in known_on(day.case.documents, day.today):
        item = by_id[document.id]
        asker = ASKERS[Requester(item.requested_by)] if item.requested_by else ""
        steps = told_steps(document, day.today)
        found.append(
            Paper(
                name=document.name,
                asker=asker,
                asked_on=item.asked_on,
                sent=sendings(document, day.today),
                route=document.route,
                receipt=document.receipt,
                received_on=item.received_on,
                now=state_word(item),
                owed=item.outstanding,
                original=document.original,
                expires_on=document.expires_on,
                reason=document.reason,
                note=document.note,
                steps=tuple(Told(words=words, on=on) for words, on in steps),
            )
        )
    return tuple(found)
