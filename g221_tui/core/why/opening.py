"""What would open a channel that is not open: the day, a fact, or what would have to happen."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from g221_tui.core.fields.labels import needed_words
from g221_tui.core.followup.access import (
    access_of,
    closing_event,
    closing_facts,
    missing_facts,
    ruling_facts,
    unavailable,
)
from g221_tui.core.followup.channel_state import IF_NOTHING_OWED, decide
from g221_tui.core.model import Event, YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.stages import PAPERS
from g221_tui.core.reckoning import same_as
from g221_tui.core.rulebook.channel import Channel
from g221_tui.core.rulebook.stage import EventKind
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import days_phrase, quoted, several
from g221_tui.core.views import ChannelState, ChannelView
from g221_tui.core.why.facts import (
    example,
    fact_node,
    fact_nodes,
    field_of,
    set_command,
    with_facts,
)
from g221_tui.core.why.node import Kind, Node
from g221_tui.core.why.records import event_node

SHUT = (ChannelState.CLOSED, ChannelState.UNAVAILABLE)
"""The states that no day ends."""
VISA, PETITION = "visa", "petition"
"""The facts that tell whether a channel is for this visa."""
EARLIER = "contacts that come first"
"""What a channel needs that lacks no fact."""
NOTHING = "Nothing opens it any more in this case."

Tree = Callable[[Channel, CaseDay], Node]


def change(channel: Channel, day: CaseDay, view: ChannelView, tree: Tree) -> Node:
    """The one thing that would open a channel, with its date where it has one."""
    if view.state is ChannelState.CLOSED:
        return _reopening(channel, day, tree)
    if view.state is ChannelState.UNAVAILABLE:
        return _allowing(channel, day, tree)
    if view.state is ChannelState.NEEDS:
        return _supplying(channel, day, tree)
    return _waiting(channel, day, view)


def _waiting(channel: Channel, day: CaseDay, view: ChannelView) -> Node:
    """The day on which it opens by itself, and what is to be recorded until then."""
    until = view.opens_on if view.opens_on is not None else day.today
    missing = missing_facts(channel, day)
    also = Node(
        kind=Kind.CHANGE,
        text=f"Also not there yet: {several(needed_words(missing))}.",
        fact=missing[0] if missing else "",
        change=set_command(_examples(missing, day)),
    )
    return Node(
        kind=Kind.CHANGE,
        text=f"Opens {long_date(until)}, in {days_phrase((until - day.today).days)}"
        f"{IF_NOTHING_OWED * view.if_complete}.",
        date=until,
        children=(also,) if missing else (),
    )


def _supplying(channel: Channel, day: CaseDay, tree: Tree) -> Node:
    """The facts that are missing; or the contacts that have to come first."""
    missing = missing_facts(channel, day)
    if not missing:
        asked = channel.unanswered_to[0] if channel.unanswered_to else ""
        return Node(
            kind=Kind.CHANGE,
            text=f"It takes {channel.unanswered_because} first,"
            f" and then {days_phrase(channel.unanswered_days)}.",
            days=channel.unanswered_days,
            change=f"g221 log {asked}",
        )
    values = _examples(missing, day)
    return _told(f"Record {several(needed_words(missing))}", values, channel, day, tree)


def _allowing(channel: Channel, day: CaseDay, tree: Tree) -> Node:
    """The fact or the policy that rules it out, otherwise."""
    ruling = ruling_facts(channel, day)
    if ruling:
        return _otherwise(ruling, channel, day, tree)
    if channel.only_centre and channel.only_centre not in day.centre:
        return Node(
            kind=Kind.CHANGE,
            text="Nothing opens it, unless the visa is recorded wrongly.",
            fact=VISA,
            change=set_command({VISA: example(day, VISA)}),
        )
    policy = _other_policy(channel, day)
    if not policy:
        return Node(kind=Kind.CHANGE, text=NOTHING)
    title = day.rules.policies[policy].title
    start = f"If your post does answer, choose the policy {quoted(title)}"
    return _told(start, {"policy": policy}, channel, day, tree)


def _other_policy(channel: Channel, day: CaseDay) -> str:
    """A policy under which the channel may be used: the usual one where it can be."""
    usual = type(day.facts)(id=day.facts.id).policy
    fit = [p.id for p in day.rules.policies.values() if channel.id not in p.unavailable]
    return usual if usual in fit else next(iter(fit), "")


def _otherwise(pairs: tuple[str, ...], channel: Channel, day: CaseDay, tree: Tree) -> Node:
    """If the facts that stand against it were recorded otherwise."""
    values = _examples(_names(pairs), day)
    also = _names(ruling_facts(channel, with_facts(day, values)))
    values.update(_examples(also, day))
    labels = several([field_of(name).label for name in values])
    return _told(f"Only if it is not so, record it anew ({labels})", values, channel, day, tree)


def _names(pairs: tuple[str, ...]) -> list[str]:
    return [pair.partition("=")[0] for pair in pairs]


def _examples(names: Iterable[str], day: CaseDay) -> dict[str, str]:
    return {name: example(day, name) for name in names}


def _told(start: str, values: dict[str, str], channel: Channel, day: CaseDay, tree: Tree) -> Node:
    """What to record, and how the channel would be then: open today, or from when."""
    then = with_facts(day, values)
    if lacking := missing_facts(channel, then):
        values = {**values, **_examples(lacking, then)}
        start += f", with {several(needed_words(lacking))}"
        then = with_facts(day, values)
    view = decide(channel, then)
    is_open = view.state is ChannelState.OPEN
    return Node(
        kind=Kind.CHANGE,
        text=f"{start}: {_is_then(view)}",
        date=day.today if is_open else view.waits_until,
        op=same_as(view.waits_until) if view.waits_until is not None else None,
        fact=next(iter(values)),
        change=set_command(values),
        children=() if is_open else (tree(channel, then),),
    )


def _is_then(view: ChannelView) -> str:
    """How it would be, as a sentence ends: `it is locked until Fri 25 Dec 2026 then`."""
    if view.state is ChannelState.NEEDS:
        return f"it then still needs {several(needed_words(view.missing)) or EARLIER}."
    until = f" until {long_date(view.waits_until)}" if view.waits_until is not None else ""
    return f"it is {view.state.value}{until} then."


def _reopening(channel: Channel, day: CaseDay, tree: Tree) -> Node:
    """What would open a closed channel: a fact, what is recorded for later, what may happen."""
    access = access_of(channel, day)
    facts = closing_facts(access, day)
    if facts and closing_event(access, day) is None:
        return _otherwise(facts, channel, day, tree)
    for event in sorted(day.case.events, key=lambda event: event.day):
        if event.day > day.today and decide(channel, day.on(event.day)).state not in SHUT:
            node = event_node(event, day)
            text = f"What is recorded for {long_date(event.day)} opens it: {node.text}"
            return msgspec.structs.replace(node, kind=Kind.CHANGE, text=text)
    return _happening(channel, day)


def _happening(channel: Channel, day: CaseDay) -> Node:
    """What would have to happen; or that the channel is not for this visa."""
    found = [(kind, _after(kind, day)) for kind in _possible(day)]
    changing = [
        (kind, then, view)
        for kind, then in found
        if (view := decide(channel, then)).state is not ChannelState.CLOSED
    ]
    opening = [each for each in changing if each[2].state not in SHUT]
    for kind, then, view in (opening or changing)[:1]:
        reason = unavailable(channel, access_of(channel, then), then)
        facts = against(channel, then) if reason else []
        if VISA in facts:
            return _other_visa(reason, VISA, day)
        stage = then.standing.stage.name
        words = f"{quoted(kind.title)} would change the stage to {stage}"
        then_is = f"then this still stands against it: {reason}" if reason else _is_then(view)
        return Node(
            kind=Kind.CHANGE,
            text=f"Only what happens opens it: {words}, and {then_is}",
            source=kind.source,
            as_of=kind.as_of,
            change=f"g221 event add {kind.id}",
            children=tuple(fact_nodes(day, facts or view.missing)),
        )
    if day.petition is YesNo.NO and _with_petition(channel, day):
        return _other_visa("it is only for a visa that rests on a petition.", PETITION, day)
    return Node(kind=Kind.CHANGE, text=NOTHING)


def against(channel: Channel, day: CaseDay) -> list[str]:
    """The facts that make an unavailable channel so: recorded ones, the visa, the policy."""
    ruling = _names(ruling_facts(channel, day))
    if not ruling and channel.only_centre and channel.only_centre not in day.centre:
        return [VISA]
    return ruling or ["policy"]


def _other_visa(reason: str, fact: str, day: CaseDay) -> Node:
    """That it is for other visas, with the fact that tells so."""
    text = f"It is not for this visa: {reason}"
    return Node(kind=Kind.CHANGE, text=text, children=(fact_node(day, fact),))


def _after(kind: EventKind, day: CaseDay) -> CaseDay:
    """The same day of the case, were that to happen today."""
    happened = Event(id="", case=day.case.id, kind=kind.id, on=day.today)
    return day.of(msgspec.structs.replace(day.case, events=(*day.case.events, happened)))


def _possible(day: CaseDay) -> Iterator[EventKind]:
    """What may happen next, the roads of the stage first, then whatever is no surprise here."""
    stage, kinds = day.standing.stage, day.rules.event_kinds
    no_petition = day.petition is YesNo.NO
    for branch in stage.ahead:
        if branch.petition and no_petition:
            continue
        for name in branch.stages:
            mark = PAPERS if name in day.rules.papers_stages else name
            yield from (kind for kind in kinds if kind.stage == mark)
    usual = (kind for kind in kinds if stage.id in kind.usual_after)
    yield from (kind for kind in usual if not (kind.petition and no_petition))


def _with_petition(channel: Channel, day: CaseDay) -> bool:
    """Whether something would open it in this stage that takes a petition to happen."""
    usual = (k for k in day.rules.event_kinds if day.standing.stage.id in k.usual_after)
    return any(decide(channel, _after(k, day)).state not in SHUT for k in usual if k.petition)
