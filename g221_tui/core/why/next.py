"""Why the next step is what it is: what was looked at before, and what it rests on."""

from g221_tui.core.followup.past_contacts import status_contacts
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.reckoning import add_days, same_as
from g221_tui.core.rulebook.channel import Channel
from g221_tui.core.snapshot.next.channel_step import ASK, paced, pacing_counsel
from g221_tui.core.snapshot.next.coming import Coming, coming
from g221_tui.core.snapshot.next.found import Found
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import days_phrase
from g221_tui.core.views import ChannelState, ChannelView, DeadlineView, NextStep
from g221_tui.core.why.channel import channel_tree, state_words
from g221_tui.core.why.deadline import deadline_tree
from g221_tui.core.why.facts import fact_node
from g221_tui.core.why.node import Kind, Node
from g221_tui.core.why.records import Record, contact_node, document_node, event_node, record_of
from g221_tui.core.why.stage import stage_node


def next_tree(
    day: CaseDay,
    step: NextStep,
    channels: tuple[ChannelView, ...],
    deadlines: tuple[DeadlineView, ...],
) -> Node:
    """The tree behind the next step."""
    found = Found(day=day, channels=channels, deadlines=deadlines)
    reasons = _reasons(step, found)
    if step.date is not None and all(reason.date != step.date for reason in reasons):
        reasons.append(Node(kind=Kind.DATE, text=f"{long_date(step.date)}.", date=step.date))
    return Node(
        kind=Kind.ANSWER,
        text=step.text,
        date=step.date,
        op=same_as(step.date) if step.date is not None else None,
        source=day.rules.next.source,
        as_of=day.rules.next.as_of,
        children=(*_looked_at(step, found), *reasons),
    )


def _looked_at(step: NextStep, found: Found) -> list[Node]:
    """The order of the kinds, and why those before this one do not apply."""
    rules, standing = found.rules.next, found.day.standing
    order = rules.order
    if standing.stage.end or standing.since is None or step.kind not in order:
        return [_alone(found)]
    before = order[: order.index(step.kind)]
    urgent = found.rules.deadlines.pressing.urgent_days
    return [
        Node(
            kind=Kind.RULE,
            text=f"The first of these that applies: {', '.join(order)}.",
            source=rules.source,
            as_of=rules.as_of,
        ),
        *(
            Node(
                kind=Kind.STATE,
                text=f"Not {kind}: {rules.absent.get(kind, 'it does not apply.')}".format(
                    urgent=urgent
                ),
                children=tuple(_nearest(kind, found)),
            )
            for kind in before
        ),
        Node(kind=Kind.STATE, text=f"So it is {step.kind}."),
    ]


def _alone(found: Found) -> Node:
    """Why no order of kinds is gone through."""
    ended = found.day.standing.stage.end
    text = "The case has ended: only what the end asks for is left."
    return Node(
        kind=Kind.RULE,
        text=text if ended else "Nothing is looked at before the first event.",
        source=found.rules.next.source,
        as_of=found.rules.next.as_of,
    )


def _nearest(kind: str, found: Found) -> list[Node]:
    """What was looked at for a kind that does not apply: the dates, the channels."""
    if kind == ASK:
        return _offices(found)
    if kind == found.rules.next.order[0]:
        live = [d for d in found.deadlines if not d.quiet and d.days_left >= 0][:1]
        return [_date(d) for d in live]
    return []


def _date(deadline: DeadlineView) -> Node:
    return Node(
        kind=Kind.DATE,
        text=f"{deadline.title}: {long_date(deadline.date)}.",
        date=deadline.date,
        source=deadline.source,
        as_of=deadline.as_of,
        record=deadline.record,
    )


def _offices(found: Found) -> list[Node]:
    """The state of each office, and the contacts that make asking again too soon."""
    day = found.day
    nodes = [
        Node(
            kind=Kind.STATE,
            text=f"{view.name}: {state_words(view)}.",
            date=view.opens_on,
        )
        for view in found.channels
        if view.human
    ]
    if counsel := pacing_counsel(day):
        last = status_contacts(day, paced(day.rules))[-1:]
        nodes.append(
            Node(
                kind=Kind.RULE,
                text=counsel,
                source=day.rules.pacing.source,
                as_of=day.rules.pacing.as_of,
                children=tuple(contact_node(contact, day) for contact in last),
            )
        )
    return nodes


def _reasons(step: NextStep, found: Found) -> list[Node]:
    """What the step rests on."""
    day, rules = found.day, found.rules
    if step.subject is None:
        return _without_subject(step, found)
    deadline = next((d for d in found.deadlines if d.id == step.subject), None)
    if deadline is not None:
        return [deadline_tree(deadline, day)]
    channel = rules.channel(step.subject)
    if channel is not None:
        return [channel_tree(channel, day), *_asked_after_a_look(channel, step, found)]
    record = record_of(day.case, step.subject)
    if record is not None:
        return _of_record(record, step, found)
    return [_fact(step.subject, found)]


def _of_record(record: Record, step: NextStep, found: Found) -> list[Node]:
    """A document that is outstanding with the others, a notice with its date."""
    owed = found.day.standing.papers.outstanding
    if any(document.id == record.id for document in owed):
        return [document_node(document, found.day) for document in owed]
    dated = [d for d in found.deadlines if d.record == record.id]
    dated = dated or [d for d in found.deadlines if d.date == step.date]
    events = [event for event in found.day.case.events if event.id == record.id]
    return [
        *(deadline_tree(deadline, found.day) for deadline in dated),
        *(event_node(event, found.day) for event in events),
    ]


def _fact(name: str, found: Found) -> Node:
    """The fact that is missing, with the channel that it alone keeps shut."""
    node = fact_node(found.day, name)
    shut = next((c for c in found.channels if name in c.missing), None)
    channel = found.rules.channel(shut.id) if shut is not None else None
    children = (channel_tree(channel, found.day),) if channel is not None else ()
    return Node(
        kind=node.kind, text=node.text, fact=node.fact, change=node.change, children=children
    )


def _asked_after_a_look(page: Channel, step: NextStep, found: Found) -> list[Node]:
    """The channel that is asked once the page was looked at; nothing where people answer."""
    if page.human:
        return []
    opened = (view for view in found.channels if view.human and view.opens_on == step.date)
    channels = (found.rules.channel(view.id) for view in opened if view.state is ChannelState.OPEN)
    return [channel_tree(channel, found.day) for channel in channels if channel is not None][:1]


def _without_subject(step: NextStep, found: Found) -> list[Node]:
    """The stage; of a day to wait for what changes on it by itself."""
    day = found.day
    if step.date is None:
        return [stage_node(day)]
    if day.standing.since is None:
        return [event_node(e, day) for e in day.case.events if e.day == step.date]
    causes = [change for change in coming(found) if change.day == step.date]
    if any(change.channel for change in causes):
        causes = [change for change in causes if not change.contact]
    return [_cause(change, found) for change in causes]


def _cause(change: Coming, found: Found) -> Node:
    """Why something may change by itself on a day: a channel, a date, a contact, a sending."""
    day = found.day
    channel = found.rules.channel(change.channel)
    if channel is not None:
        return channel_tree(channel, day)
    if change.fact:
        return fact_node(day, change.fact)
    deadline = next((d for d in found.deadlines if d.id == change.deadline), None)
    contact = next((c for c in day.case.contacts if c.id == change.contact), None)
    if deadline is not None:
        text = f"{deadline.title} is {days_phrase(-change.days)} away on {long_date(change.day)}."
        child, rule = deadline_tree(deadline, day), found.rules.deadlines.pressing
        source, as_of = rule.source, rule.as_of
    elif contact is not None:
        text = f"A question asked {days_phrase(change.days)} before no longer counts as lately."
        child = contact_node(contact, day)
        source, as_of = found.rules.pacing.source, found.rules.pacing.as_of
    else:
        days = days_phrase(change.days)
        text = f"{days} after it was sent, the post may be asked where it is."
        child, stage = stage_node(day), day.standing.stage
        source, as_of = stage.source, stage.as_of
    return Node(
        kind=Kind.DATE,
        text=text,
        date=change.day,
        op=add_days(change.start, change.days),
        source=source,
        as_of=as_of,
        children=(child,),
    )
