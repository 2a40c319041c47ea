"""Why the case is in its stage: what happened, in order, and the papers."""

from datetime import date, timedelta

from g221_tui.core.model import Event, YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.programme_year import programme_end
from g221_tui.core.progress.stages import PAPERS
from g221_tui.core.progress.usual import usual_days
from g221_tui.core.reckoning import add_days, same_as
from g221_tui.core.rulebook.stage import Stage
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import are, sentence
from g221_tui.core.why.facts import set_command
from g221_tui.core.why.node import Kind, Node
from g221_tui.core.why.records import document_node, event_node

NONE = "none"
LISTED = "g221 docs set NAME STATE"
"""What changes that documents were asked for, where they are listed."""
ASKED = {
    YesNo.YES: "Documents were asked for in this round.",
    YesNo.NO: "No documents were asked for in this round.",
    YesNo.UNKNOWN: "It is not recorded yet whether documents were asked for in this round.",
}


def stage_words(day: CaseDay) -> str:
    """The stage and the day it began: `Documents due, since Mon 26 Oct 2026`."""
    stage, since = day.standing.stage, day.standing.since
    return f"{stage.name}, since {long_date(since)}." if since is not None else f"{stage.name}."


def stage_node(day: CaseDay) -> Node:
    """The stage as one reason of another answer; `g221 why stage` has its own reasons."""
    standing = day.standing
    begun = next((e for e in reversed(standing.events) if e.day == standing.since), None)
    return Node(
        kind=Kind.STATE,
        text=f"The stage: {stage_words(day)}",
        date=standing.since,
        source=standing.stage.source,
        as_of=standing.stage.as_of,
        record=begun.id if begun is not None else None,
        change="g221 event add KIND",
    )


def stage_tree(day: CaseDay) -> Node:
    """The tree behind the stage, and the day it began."""
    standing, stage = day.standing, day.standing.stage
    children = [_event(event, day) for event in standing.events]
    if stage.papers:
        children.append(_papers(day))
    if stage.programme_over:
        children += _programme_over(day)
    if standing.since is not None:
        children += _usual(stage, standing.since)
    children.append(
        Node(kind=Kind.CHANGE, text="What happens next is recorded.", change="g221 event add KIND")
    )
    since = standing.since
    return Node(
        kind=Kind.ANSWER,
        text=stage_words(day),
        date=since,
        op=same_as(since) if since is not None else None,
        source=stage.source,
        as_of=stage.as_of,
        children=(
            Node(kind=Kind.RULE, text=day.meaning, source=stage.source, as_of=stage.as_of),
            *children,
        ),
    )


def _programme_over(day: CaseDay) -> list[Node]:
    """The last day of the programme year, after which the stage began by itself."""
    end = programme_end(day.facts, day.rules, day.visa_class, day.standing.first_refusal)
    if end is None:
        return []
    return [
        Node(
            kind=Kind.DATE,
            text=f"The last day of its programme year was {long_date(end.day)}.",
            date=day.standing.since,
            op=add_days(end.day, 1),
            source=day.standing.stage.source,
            as_of=day.standing.stage.as_of,
        )
    ]


def _event(event: Event, day: CaseDay) -> Node:
    """What happened, and the stage it began."""
    node, kind = event_node(event, day), day.rules.kind(event.kind)
    source, as_of = (kind.source, kind.as_of) if kind is not None else ("", "")
    text = f"{node.text[:-1]}: {_led_to(event, day)}."
    return Node(
        kind=node.kind,
        text=text,
        date=node.date,
        source=source,
        as_of=as_of,
        record=node.record,
        dates=node.dates,
        change=node.change,
    )


def _led_to(event: Event, day: CaseDay) -> str:
    """The stage that an event began; of most a further one of the same stage begins none."""
    stage = dict(day.standing.begun_by).get(event.id, "")
    if stage == PAPERS or (not stage and _moved_by_papers(event, day)):
        stages = day.rules.stages
        names = [stage.name for stage in stages.values() if stage.id in day.rules.papers_stages]
        return f"{' or '.join(names)}, by the papers"
    return day.rules.stages[stage].name if stage else "the stage stays"


def _moved_by_papers(event: Event, day: CaseDay) -> bool:
    """Whether it is a further slip, and what it asks for moved the stage that day."""
    kind, standing = day.rules.kind(event.kind), day.standing
    if kind is None or kind.stage != PAPERS or not standing.stage.papers:
        return False
    return event.day in (standing.since, *(since for _, since in standing.earlier_by_papers))


def _papers(day: CaseDay) -> Node:
    """What was asked for, and what of it is still with the applicant."""
    papers = day.standing.papers
    n, since = len(papers.outstanding), day.standing.since
    documents = tuple(document_node(d, day) for d in papers.requested)
    other = YesNo.NO if papers.asked is YesNo.YES else YesNo.YES
    decided = since is not None and any(each.on == since for d in documents for each in d.dates)
    return Node(
        kind=Kind.FACT,
        date=since if decided else None,
        op=same_as(since) if decided and since is not None else None,
        text=f"{ASKED[papers.asked]} {sentence(f'{n or NONE} {are(n)} outstanding.')}",
        fact="documents_asked",
        change=LISTED if documents else set_command({"documents_asked": other}),
        children=documents,
    )


def _usual(stage: Stage, since: date) -> list[Node]:
    """How long the stage usually takes: a figure, never a promise."""
    if stage.usual is None:
        return []
    _, most = usual_days(stage.usual, since)
    until = since + timedelta(days=most)
    return [
        Node(
            kind=Kind.DATE,
            text=f"Its usual end, an estimate and never a promise: {long_date(until)}.",
            date=until,
            op=add_days(since, most),
            source=stage.usual.source,
            as_of=stage.usual.as_of,
            children=(Node(kind=Kind.STATE, text=f"It began {long_date(since)}.", date=since),),
        )
    ]
