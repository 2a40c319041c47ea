"""What a person asks after, by the words they type, and the tree behind it."""

from collections.abc import Callable
from functools import partial

import msgspec

from g221_tui.core.progress.case_day import CaseDay, within_calendar
from g221_tui.core.snapshot.build import build
from g221_tui.core.text.lookup import did_you_mean, in_own_words, meant
from g221_tui.core.views import Snapshot
from g221_tui.core.why.channel import channel_tree
from g221_tui.core.why.deadline import deadline_tree, no_limit_tree
from g221_tui.core.why.next import next_tree
from g221_tui.core.why.node import Node, Why
from g221_tui.core.why.stage import stage_tree
from g221_tui.errors import NotUnderstood

NEXT = "next"
STAGE = "stage"
CHANNEL = "channel"
DEADLINE = "deadline"


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can be asked after."""

    about: str
    id: str
    name: str
    tree: Callable[[], Node]


def why(word: str, day: CaseDay) -> Why:
    """The tree behind what a word names: a channel, `next`, `stage`, a date not to miss.

    Raises:
        NotUnderstood: when it names none or several; the message lists the known ones.
        Refused: a date lies beyond the calendar.
    """
    with within_calendar():
        every = subjects(day, build(day))
        found = meant(word, every, name=_name, identity=_id)
        if not found:
            said = in_own_words(word, day.rules.channel_words)
            found = [subject for subject in every if subject.id == said]
        if len(found) != 1:
            known = ", ".join(subject.id for subject in found or every)
            near = did_you_mean(word, map(_id, every), {_id(s): _name(s) for s in every})
            nothing = f"is neither a channel nor a date of this case;{near or ' known:'}"
            problem = "may be one of" if found else nothing
            raise NotUnderstood(f"'{word}' {problem} {known}.")
        subject = found[0]
        return Why(
            today=day.today,
            case=day.case.id,
            about=subject.about,
            id=subject.id,
            tree=subject.tree(),
        )


def _name(subject: Subject) -> str:
    return subject.name


def _id(subject: Subject) -> str:
    return subject.id


def subjects(day: CaseDay, snapshot: Snapshot) -> list[Subject]:
    """Everything that can be asked after on that day."""
    channels = [
        Subject(
            about=CHANNEL,
            id=channel.id,
            name=channel.name,
            tree=partial(channel_tree, channel, day),
        )
        for channel in day.rules.every_channel
    ]
    dates = [
        Subject(
            about=DEADLINE,
            id=deadline.id,
            name=deadline.title,
            tree=partial(deadline_tree, deadline, day),
        )
        for deadline in snapshot.deadlines
    ]
    step, stage = (
        Subject(about=NEXT, id=NEXT, name=NEXT, tree=partial(next_of, day, snapshot)),
        Subject(about=STAGE, id=STAGE, name=STAGE, tree=partial(stage_tree, day)),
    )
    return [step, stage, *channels, *dates, *_without_limit(day)]


def _without_limit(day: CaseDay) -> list[Subject]:
    """The limit for the papers, where it is told why none runs."""
    tree, rule = no_limit_tree(day), day.rules.deadlines.papers
    if tree is None:
        return []
    return [Subject(about=DEADLINE, id=rule.id, name=rule.title, tree=lambda: tree)]


def next_of(day: CaseDay, snapshot: Snapshot) -> Node:
    """The tree behind the next step of a snapshot."""
    return next_tree(day, snapshot.next, snapshot.channels, snapshot.deadlines)
