"""The papers that a refusal's letter asks for: where its day is corrected, theirs goes with it."""

from datetime import date

import msgspec

from g221_tui.core.edits.documents.document_checks import check_document, replace_document
from g221_tui.core.model import Case, Document, DocumentState, Event, Requester
from g221_tui.core.steps import Step
from g221_tui.core.text.dates import long_date


def move_slip(case: Case, before: Event, after: Event, today: date) -> tuple[Case, str]:
    """The case with the papers of that letter asked for on its new day; what to say of it.

    Args:
        case: The case, the event in it corrected already.
        before: The event as it was.
        after: The event as it is now.
        today: The day.

    Raises:
        Refused: when one of them went in before that day.
    """
    if before.day == after.day:
        return case, ""
    moved = {paper.id: _asked_with(paper, before.day, after.day) for paper in case.listed}
    papers = [moved[paper.id] for paper in case.listed if moved[paper.id] != paper]
    if not papers:
        return case, ""
    for paper in papers:
        check_document(paper, today)
        case = replace_document(case, paper)
    which = "Its paper is" if len(papers) == 1 else f"Its {len(papers)} papers are"
    return case, f"{which} asked for on {long_date(after.day)} as well."


def _asked_with(paper: Document, before: date, after: date) -> Document:
    """The paper with what was asked by the letter of one day asked on the other.

    What the post asked on the letter's day goes with it where it would come before the letter.
    """

    def moves(step: Step) -> bool:
        by = step.by or paper.requested_by
        too_early = by is Requester.POST and before < after
        return (
            step.state is DocumentState.REQUESTED
            and step.on == before
            and (by is Requester.SLIP or too_early)
        )

    steps = tuple(
        msgspec.structs.replace(step, on=after) if moves(step) else step for step in paper.in_order
    )
    return msgspec.structs.replace(paper, steps=steps)
