"""Why the wait counts from the day it does: the round's start, and the papers."""

from datetime import date

from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.turns import sendings
from g221_tui.core.progress.stages import papers_rests
from g221_tui.core.progress.wait import anchor
from g221_tui.core.reckoning import Op, Reckoning, later_of
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import are, counted
from g221_tui.core.why.node import Dated, Kind, Node
from g221_tui.core.why.records import document_node, event_node

RESTS, OVER = "rests", "rests_over"
"""The first day on which papers rest, and the first on which they do no more."""


def anchor_node(day: CaseDay) -> Node:
    """The day the wait counts from: the later of the round's start and the complete set."""
    found = anchor(day)
    if found.on is None or found.start is None:
        return Node(kind=Kind.STATE, text=found.because)
    children = [event_node(found.start, day)]
    if found.complete is not None:
        children.append(_complete(found.complete, day))
    papers = day.standing.papers
    if papers.outstanding and not day.standing.stage.papers_rest:
        n = len(papers.outstanding)
        owed = f"{counted(n, 'requested document')} {are(n)} outstanding"
        children.append(
            Node(
                kind=Kind.STATE,
                text=f"{owed}: the day the last one goes in is the day to count from then.",
                children=tuple(document_node(d, day) for d in papers.outstanding),
            )
        )
    dates = [each for each in (found.start.day, found.complete) if each is not None]
    return Node(
        kind=Kind.DATE,
        text=found.because,
        date=found.on,
        op=later_of(*dates),
        children=tuple(children),
    )


def _complete(on: date, day: CaseDay) -> Node:
    """The day the requested documents were complete, from every document of the round."""
    papers, current = day.standing.papers, day.standing.round
    documents = [document_node(d, day) for d in papers.requested]
    since, opened = current.later_since, current.refusal
    sent = {on for d in papers.requested for on in sendings(d, day.today)}
    begins = [event_node(opened, day)] if since is not None and opened is not None else []
    rests = papers_rests(day.standing.passed, day.rules)
    text = f"The requested documents were complete on {long_date(on)}."
    if papers.waived:
        text = f"The last submission was on {long_date(on)}; what was left was waived."
    return Node(
        kind=Kind.DATE,
        text=text,
        date=on,
        op=Reckoning(
            op=Op.COMPLETE,
            start=since,
            dates=tuple(sorted(day for day in sent if since is None or day >= since)),
        ),
        children=(*begins, *(_rest(*span) for span in rests), *documents),
    )


def _rest(first: date, over: date) -> Node:
    """Days on which papers for the post rested: what was sent then completed nothing."""
    return Node(
        kind=Kind.STATE,
        text=f"From {long_date(first)} papers for the post rested: what went in then does not"
        " count.",
        dates=(Dated(name=RESTS, on=first), Dated(name=OVER, on=over)),
    )
