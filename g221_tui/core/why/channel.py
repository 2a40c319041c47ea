"""Why a channel is as it is today: the tree behind its state and its date."""

from datetime import date

from g221_tui.core.fields.labels import needed_words
from g221_tui.core.followup.access import (
    access_of,
    closed,
    closing_event,
    closing_facts,
    unavailable,
)
from g221_tui.core.followup.channel_state import decide, without_emergency
from g221_tui.core.followup.past_contacts import last_answer
from g221_tui.core.followup.rest_and_lock import (
    Counts,
    Lock,
    Rest,
    contacts_first,
    lock_of,
    rest_of,
    rest_words,
    silent_contacts,
    whose_rest,
)
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.reckoning import add_days, later_of, same_as
from g221_tui.core.rulebook.channel import Access, Channel
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import days_phrase, several
from g221_tui.core.views import ChannelState, ChannelView
from g221_tui.core.why import opening
from g221_tui.core.why.anchor import anchor_node
from g221_tui.core.why.facts import fact_node, fact_nodes
from g221_tui.core.why.node import Kind, Node
from g221_tui.core.why.records import contact_node, event_node
from g221_tui.core.why.stage import stage_node


def channel_tree(channel: Channel, day: CaseDay) -> Node:
    """The tree behind the state of a channel on a day."""
    view = decide(channel, day)
    access = access_of(channel, day)
    if view.state is ChannelState.CLOSED:
        children = _closed(channel, access, day)
    elif view.state is ChannelState.UNAVAILABLE:
        children = _unavailable(channel, access, day)
    else:
        children = _by_the_rules(channel, access, day, view)
    if view.state is not ChannelState.OPEN:
        children.append(opening.change(channel, day, view, channel_tree))
    text = f"{channel.name}: {state_words(view)}."
    ends = _ends(channel, access, day)
    op = None
    if view.opens_on is not None:
        found = ends and max(ends) == view.opens_on
        op = later_of(*ends) if found else same_as(view.opens_on)
    return Node(
        kind=Kind.ANSWER,
        text=text,
        date=view.opens_on,
        op=op,
        source=channel.source,
        as_of=channel.as_of,
        children=tuple(children),
    )


def state_words(view: ChannelView) -> str:
    """`locked until Fri 25 Dec 2026, in 13 days`, `open since Mon 4 Jan 2027`, `closed`."""
    if view.state is ChannelState.NEEDS:
        return f"needs {several(needed_words(view.missing)) or opening.EARLIER}"
    if view.opens_on is None:
        return view.state.value
    if view.days_left is None:
        return f"{view.state.value} since {long_date(view.opens_on)}"
    left = days_phrase(view.days_left)
    return f"{view.state.value} until {long_date(view.opens_on)}, in {left}"


def _ends(channel: Channel, access: Access, day: CaseDay) -> list[date]:
    """The end of the wait and that of the rest."""
    found = (lock_of(channel, access, day), rest_of(channel, day))
    return [each.until for each in found if each is not None]


def _closed(channel: Channel, access: Access, day: CaseDay) -> list[Node]:
    """What closes it: the stage, an event, a fact."""
    reason = Node(
        kind=Kind.STATE,
        text=closed(channel, access, day),
        source=access.source or channel.source,
        as_of="" if access.source else channel.as_of,
    )
    event = closing_event(access, day)
    return [
        reason,
        stage_node(day),
        *([event_node(event, day)] if event is not None else []),
        *fact_nodes(day, _closers(access, day)),
    ]


def _closers(access: Access, day: CaseDay) -> list[str]:
    """The facts that close it in this stage."""
    found = day.visa_class
    other = access.while_reinstatable and found is not None and not found.immigrant
    return [*_names(closing_facts(access, day)), *([opening.VISA] if other else [])]


def _unavailable(channel: Channel, access: Access, day: CaseDay) -> list[Node]:
    """What rules it out: a recorded fact, the visa, the policy."""
    facts = opening.against(channel, day)
    source, as_of = channel.source, channel.as_of
    if facts == ["policy"]:
        source, as_of = day.policy.source, day.policy.as_of
    reason = Node(
        kind=Kind.STATE,
        text=unavailable(channel, access, day),
        source=source,
        as_of=as_of,
        children=tuple(fact_nodes(day, facts)),
    )
    return [reason]


def _let(channel: Channel, access: Access) -> list[str]:
    """The facts that would close it in this stage, or be against it, were they otherwise."""
    of_visa = [opening.VISA] if channel.only_centre or access.while_reinstatable else []
    return [*access.closed_if, *of_visa]


def _names(pairs: tuple[str, ...]) -> list[str]:
    """The names of facts that are given with their values."""
    return [pair.partition("=")[0] for pair in pairs]


def _by_the_rules(channel: Channel, access: Access, day: CaseDay, view: ChannelView) -> list[Node]:
    """The wait, the rest and the facts, over or not."""
    lock, rest = lock_of(channel, access, day), rest_of(channel, day)
    children: list[Node] = []
    if lock is not None:
        children.append(_lock(lock, day))
    if rest is not None:
        children.append(_rest(rest, day))
    if contacts_first(channel, day) and lock is None and not day.emergency:
        silent = silent_contacts(channel, day)
        answer = last_answer(day, (*channel.unanswered_to, *channel.answered_by))
        answers = [answer] if answer is not None else []
        since = f" since the answer of {long_date(answer.on)}" if answer is not None else ""
        children.append(
            Node(
                kind=Kind.STATE,
                text=f"It takes {channel.unanswered_because}; so far: {len(silent)}{since}.",
                source=channel.source,
                as_of=channel.as_of,
                children=tuple(contact_node(c, day) for c in (*silent, *answers)),
            )
        )
    if view.state is ChannelState.OPEN and (not channel.human or channel.free):
        children += [
            Node(kind=Kind.RULE, text=words, source=channel.source, as_of=channel.as_of)
            for words in view.because
        ]
    children += fact_nodes(day, (*channel.needs, *channel.unavailable_if, *_let(channel, access)))
    if day.emergency and channel.human and not channel.free:
        children += _emergency(channel, day)
    children.append(stage_node(day))
    return children


def _emergency(channel: Channel, day: CaseDay) -> list[Node]:
    """The mark that lifts wait and rest, and what would be without it."""
    mark = fact_node(day, "emergency")
    usual = channel_tree(channel, without_emergency(day))
    lifted = Node(
        kind=Kind.STATE,
        text="An emergency lifts the wait and the rest; without it the channel would be so.",
        date=usual.date,
        op=same_as(usual.date) if usual.date is not None else None,
        children=(usual,),
    )
    return [mark, lifted]


def _lock(lock: Lock, day: CaseDay) -> Node:
    """The wait, over or not: its rule, and the day it counts from."""
    ends = "ends" if day.today < lock.until else "ended"
    rule = Node(
        kind=Kind.RULE,
        text=lock.because,
        days=lock.days,
        source=lock.whose,
        as_of=lock.as_of,
        children=tuple(_rule_facts(lock, day)),
    )
    return Node(
        kind=Kind.DATE,
        text=f"The wait {ends} {long_date(lock.until)}.",
        date=lock.until,
        op=add_days(lock.start, lock.days),
        source=lock.whose,
        as_of=lock.as_of,
        children=(rule, *_counted_from(lock, day)),
    )


def _rule_facts(lock: Lock, day: CaseDay) -> list[Node]:
    """The facts that choose the wait."""
    if lock.counts is not Counts.ANCHOR:
        return []
    return fact_nodes(day, ["policy", *(["wait"] if day.facts.wait is not None else [])])


def _counted_from(lock: Lock, day: CaseDay) -> list[Node]:
    if lock.counts is Counts.ANCHOR:
        return [anchor_node(day)]
    if lock.counts is Counts.CONTACTS:
        return [contact_node(contact, day) for contact in lock.contacts]
    return [stage_node(day)]


def _rest_facts(day: CaseDay) -> list[str]:
    """The facts that choose the rest."""
    return ["policy", *(["rest"] if day.facts.rest is not None else [])]


def _rest(rest: Rest, day: CaseDay) -> Node:
    """The rest after the last question to the same office, over or not."""
    until, rule = rest_words(rest, day)
    over = day.today >= rest.until
    return Node(
        kind=Kind.DATE,
        text=f"The rest after the last question ended {long_date(rest.until)}." if over else until,
        date=rest.until,
        op=add_days(rest.after.on, day.rest_days),
        source=whose_rest(day),
        children=(
            Node(
                kind=Kind.RULE,
                text=rule,
                days=day.rest_days,
                source=whose_rest(day),
                children=tuple(fact_nodes(day, _rest_facts(day))),
            ),
            contact_node(rest.after, day),
        ),
    )
