"""The tree behind an answer as the lines of a sheet."""

from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.views import ChannelView, DeadlineView
from g221_tui.core.why.anchor import anchor_node
from g221_tui.core.why.channel import channel_tree
from g221_tui.core.why.deadline import deadline_tree
from g221_tui.core.why.node import Node, lines, told
from g221_tui.core.why.stage import stage_tree
from g221_tui.core.why.subject import next_of
from g221_tui.service.reader import View
from g221_tui.ui.screens.sheets.sheet import Branch
from g221_tui.ui.session import Session


def channel_reasons(session: Session, view: View, channel: ChannelView) -> tuple[Branch, ...]:
    """Why a channel is as it is; nothing of one that the rules no longer have."""
    found = session.tracker.rules.channel(channel.id)
    return _branches(session, channel_tree(found, _day(session, view))) if found else ()


def deadline_reasons(session: Session, view: View, deadline: DeadlineView) -> tuple[Branch, ...]:
    """Why a date must not be missed, and what it is reckoned from."""
    return _branches(session, deadline_tree(deadline, _day(session, view)))


def next_reasons(session: Session, view: View) -> tuple[Branch, ...]:
    """Why the next step is what it is."""
    return _branches(session, next_of(_day(session, view), view.snapshot))


def anchor_reasons(session: Session, view: View) -> tuple[Branch, ...]:
    """Why the wait counts from the day it does, that day included."""
    tree = session.shown(anchor_node(_day(session, view)))
    return tuple(Branch(depth, told(node)) for depth, node in lines(tree))


def stage_reasons(session: Session, view: View) -> tuple[Branch, ...]:
    """What led to the stage."""
    return _branches(session, stage_tree(_day(session, view)))


def _day(session: Session, view: View) -> CaseDay:
    """The day that is shown, with the records as they are: what is drawn is masked after."""
    return session.tracker.reader.day(view.case.id, view.snapshot.today, book=view.book)


def _branches(session: Session, tree: Node) -> tuple[Branch, ...]:
    """The nodes below the answer, which the sheet says itself, as they may be shown."""
    shown = session.shown(tree)
    return tuple(Branch(depth - 1, told(node)) for depth, node in lines(shown) if depth)
