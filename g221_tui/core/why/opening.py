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
)
from g221_tui.core.followup.channel_state import decide
from g221_tui.core.model import Event, YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.stages import PAPERS
from g221_tui.core.reckoning import same_as
from g221_tui.core.rulebook.channel import Channel
from g221_tui.core.rulebook.stage import EventKind, Stage
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import days_phrase, quoted, several
from g221_tui.core.views import ChannelState, ChannelView
from g221_tui.core.why.facts import example, field_of, set_command, with_facts
from g221_tui.core.why.node import Kind, Node
from g221_tui.core.why.records import event_node

SHUT = (ChannelState.CLOSED, ChannelState.UNAVAILABLE)
"""The states that no day ends."""
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
        text=f"Opens {long_date(until)}, in {days_phrase((until - day.today).days)}.",
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
            fact="visa",
            change=set_command({"visa": example(day, "visa")}),
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
        text=f"{start}: it is {_then(view)} then.",
        date=day.today if is_open else view.waits_until,
        op=same_as(view.waits_until) if view.waits_until is not None else None,
        fact=next(iter(values)),
        change=set_command(values),
        children=() if is_open else (tree(channel, then),),
    )


def _then(view: ChannelView) -> str:
    """How the channel would be: `open`, `locked until Fri 25 Dec 2026`."""
    if view.waits_until is None:
        return view.state.value
    return f"{view.state.value} until {long_date(view.waits_until)}"


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
    found = [(kind, *_after(kind, channel, day)) for kind in _possible(day)]
    changing = [each for each in found if each[2] is not ChannelState.CLOSED]
    opening = [each for each in changing if each[2] not in SHUT]
    for kind, stage, state in (opening or changing)[:1]:
        words = f"{quoted(kind.title)} would change the stage to {stage.name}"
        return Node(
            kind=Kind.CHANGE,
            text=f"Only what happens opens it: {words}, and it is {state} then.",
            source=kind.source,
            as_of=kind.as_of,
            change=f"g221 event add {kind.id}",
        )
    return Node(kind=Kind.CHANGE, text=NOTHING)


def _after(kind: EventKind, channel: Channel, day: CaseDay) -> tuple[Stage, ChannelState]:
    """The stage, and the state of the channel, were that to happen today."""
    happened = Event(id="", case=day.case.id, kind=kind.id, on=day.today)
    then = day.of(msgspec.structs.replace(day.case, events=(*day.case.events, happened)))
    return then.standing.stage, decide(channel, then).state


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
    yield from (kind for kind in kinds if stage.id in kind.usual_after)
