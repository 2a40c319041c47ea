"""The papers that a refusal's letter asks for: where its day is corrected, theirs goes with it."""

from datetime import date

import msgspec

from g221_tui.core.edits.document_checks import check_document, replace_document
from g221_tui.core.model import Case, Document, Event, Requester
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
    papers = [
        msgspec.structs.replace(paper, asked_on=after.day)
        for paper in case.listed
        if paper.asked_on == before.day
        and (paper.requested_by is Requester.SLIP or _too_early(paper, after))
    ]
    if not papers or before.day == after.day:
        return case, ""
    for paper in papers:
        check_document(paper, today)
        case = replace_document(case, paper)
    which = "Its paper is" if len(papers) == 1 else f"Its {len(papers)} papers are"
    return case, f"{which} asked for on {long_date(after.day)} as well."


def _too_early(paper: Document, letter: Event) -> bool:
    """Whether the post would have asked for it before the letter came."""
    asked, day = paper.asked_on, letter.day
    return paper.requested_by is Requester.POST and asked is not None and asked < day
