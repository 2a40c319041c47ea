"""Why a date must not be missed: its rule, and the record or fact it is reckoned from."""

from datetime import date

from g221_tui.core.deadlines.papers import no_limit_note, owed_by
from g221_tui.core.model import YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.reckoning import Op
from g221_tui.core.text.dates import distance, long_date
from g221_tui.core.views import DeadlineView
from g221_tui.core.why.facts import fact_node
from g221_tui.core.why.node import Kind, Node
from g221_tui.core.why.records import document_node, due_node, event_node

ESTIMATE = "An estimate: the printed date is not recorded, and wins once it is."
PRINTED = "The date stands as it was recorded."
QUIET = "Nothing is left to do for it but to wait for the confirmation."


def deadline_tree(found: DeadlineView, day: CaseDay) -> Node:
    """The tree behind a date that must not be missed."""
    counts, source = found.counts, _begins_with(found, day)
    children = [
        Node(kind=Kind.RULE, text=found.because, source=found.source, as_of=found.as_of),
        *([source] if source is not None else []),
    ]
    if found.estimate:
        children.append(_remark(ESTIMATE))
    elif counts is not None and counts.op is Op.SAME_AS:
        children.append(_remark(PRINTED))
    if found.quiet:
        children.append(_remark(QUIET))
    children += [document_node(document, day) for document in owed_by(found, day)]
    when = f"{long_date(found.date)}, {distance(found.date, day.today)}"
    return Node(
        kind=Kind.ANSWER,
        text=f"{found.title}: {when}.",
        date=found.date,
        op=counts if counts is not None and source is not None else None,
        source=found.source,
        as_of=found.as_of,
        record=found.record,
        children=tuple(children),
    )


def no_limit_tree(day: CaseDay) -> Node | None:
    """Why no limit for the papers runs, where nothing was asked for; none where that is not so."""
    note, rule = no_limit_note(day), day.rules.deadlines.papers
    refusal = day.standing.round.refusal
    if not note or refusal is None:
        return None
    nothing = day.standing.papers.asked is YesNo.NO
    documents = (document_node(d, day) for d in day.standing.papers.outstanding)
    asked = Node(
        kind=Kind.FACT if nothing else Kind.STATE,
        text=note,
        fact="documents_asked" if nothing else "",
        change="g221 set documents_asked=yes" if nothing else "",
        children=(event_node(refusal, day), *documents),
    )
    return Node(
        kind=Kind.ANSWER,
        text=f"{rule.title}: none.",
        source=rule.source,
        as_of=rule.as_of,
        children=(asked,),
    )


def _remark(text: str) -> Node:
    return Node(kind=Kind.STATE, text=text)


def _begins_with(found: DeadlineView, day: CaseDay) -> Node | None:
    """The record or the fact that the date is reckoned from."""
    counts = found.counts
    if counts is None:
        return due_node(found.record, found.date, day) if found.record else None
    if counts.record:
        return due_node(counts.record, _start(counts.start, found), day)
    return fact_node(day, counts.fact) if counts.fact else None


def _start(start: date | None, found: DeadlineView) -> date:
    return start if start is not None else found.date
