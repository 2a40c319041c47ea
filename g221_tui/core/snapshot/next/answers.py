"""Where the next step asks for a record: which record answers it."""

import msgspec

from g221_tui.core.followup.page_news import suggested
from g221_tui.core.model import YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.snapshot.next import documents_step, passport_step, record_step
from g221_tui.core.snapshot.next.channel_step import FACT
from g221_tui.core.snapshot.next.dated_steps import DEADLINE, EXPIRES, NOTICE, settled_by
from g221_tui.core.views import NextStep

POST = "post"
"""The fact that says which post has the case."""
VISA_INSIDE = "visa_inside"
"""The field of an event that says what was in the passport."""
PRINTED = "on"
"""The field of a notice that says which date is printed on it."""
ASKED = "asked"
"""The fact that says whether the letter asks for documents."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What records the answer: an event, a field of a record, or a fact of the case."""

    event: bool = False
    """Whether it is a new event."""
    kind: str = ""
    """Its kind; empty where it may be one of several."""
    record: str = ""
    """The record to correct; empty where it is none."""
    field: str = ""
    """The field of that record, else the fact of the case."""
    listing: bool = False
    """Whether the papers that the letter asks for are to be listed."""


def answer_to(day: CaseDay, step: NextStep) -> Answer | None:
    """What records the answer to a step; none where it asks for no record."""
    if step.kind == record_step.KIND:
        return _of_record(day, step)
    if step.kind == documents_step.KIND:
        return _of_papers(day)
    if step.kind == FACT:
        return Answer(field=step.subject or "")
    if step.kind == NOTICE:
        return _of_notice(day, step)
    if step.kind in (DEADLINE, EXPIRES):
        return _of_expiry(day, step)
    if step.kind != passport_step.KIND:
        return None
    back = next((e for e in day.standing.events if e.id == step.subject), None)
    if back is None:
        return Answer(event=True, kind=day.standing.stage.next_event)
    if back.visa_inside is YesNo.UNKNOWN:
        return Answer(record=back.id, field=VISA_INSIDE)
    return Answer(event=True)


def _of_notice(day: CaseDay, step: NextStep) -> Answer:
    """That the petitioner answered; while its printed date is not known, that date."""
    if step.date is None:
        return Answer(record=step.subject or "", field=PRINTED)
    kinds = (kind.id for kind in day.rules.event_kinds if kind.answered)
    return Answer(event=True, kind=next(kinds, ""))


def _of_expiry(day: CaseDay, step: NextStep) -> Answer | None:
    """The new date of what has expired; none where the date is still ahead, or is no expiry."""
    if step.date is None or step.date >= day.today:
        return None
    by = settled_by(step.subject or "", day)
    if by.fact:
        return Answer(field=by.fact)
    return Answer(record=by.document, field="expires") if by.document else None


def _of_papers(day: CaseDay) -> Answer | None:
    """Whether the letter asks for papers, or which; none where they are listed."""
    papers = day.standing.papers
    if papers.asked is YesNo.UNKNOWN:
        return Answer(field=ASKED)
    return Answer(listing=True) if papers.unlisted else None


def _of_record(day: CaseDay, step: NextStep) -> Answer | None:
    """The event that a page spoke of, the post after a transfer, or what an appointment led to.

    None where a page wants something done that no one record answers.
    """
    look = next((c for c in day.case.contacts if c.id == step.subject), None)
    if look is not None:
        kind = suggested(look, day)
        return Answer(event=True, kind=kind) if kind else None
    transfer = day.standing.transfer
    if transfer is not None and transfer.id == step.subject:
        return Answer(field=POST)
    return Answer(event=True)
