"""A tree behind an answer: each node says one thing, and how its date is reckoned."""

import datetime
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from g221_tui.core.reckoning import Reckoning
from g221_tui.core.views import View

PROGRAM = "g221 "
"""What every command begins with."""


class Kind(StrEnum):
    """What a node speaks of."""

    ANSWER = "answer"
    RULE = "rule"
    DATE = "date"
    RECORD = "record"
    FACT = "fact"
    STATE = "state"
    CHANGE = "change"
    """What would make the answer another one: the day to wait for, or what to record."""


class Dated(View, frozen=True, kw_only=True):
    """A date that a record holds."""

    name: str
    """The name that `correct` takes; of a step of a document, the state."""
    on: datetime.date
    by: str = ""
    """Of a request: who asked."""


class Node(View, frozen=True, kw_only=True):
    """One reason of an answer, and the reasons of it."""

    kind: Kind
    text: str
    """One sentence."""
    date: datetime.date | None = None
    days: int | None = None
    """For a rule: its own figure, calendar days."""
    op: Reckoning | None = None
    """How the date is reckoned from those of the children; none where it stands as recorded."""
    source: str = ""
    """Whose rule it is."""
    as_of: str = ""
    """When its source said so; empty where the source's words hold it."""
    record: str | None = None
    """The id of the record it speaks of."""
    dates: tuple[Dated, ...] = ()
    """For a record: its dates that count."""
    fact: str = ""
    """The fact of the case it speaks of: the name `set` takes."""
    change: str = ""
    """The command that changes it."""
    children: tuple["Node", ...] = ()


class Why(View, frozen=True, kw_only=True):
    """The answer to one question after a reason."""

    schema: int = 1
    today: datetime.date
    case: str
    about: str
    """What was asked after: `channel`, `next`, `stage` or `deadline`."""
    id: str
    """The id of that channel or deadline, else the same word."""
    tree: Node


def every(node: Node) -> Iterator[Node]:
    """The node and all below it, from above."""
    yield node
    for child in node.children:
        yield from every(child)


def lines(node: Node, depth: int = 0) -> Iterator[tuple[int, Node]]:
    """Every node with how deep it stands, from above."""
    yield depth, node
    for child in node.children:
        yield from lines(child, depth + 1)


def told(node: Node) -> str:
    """A node as a line: its sentence, and whose rule it is where the sentence does not say so."""
    if not node.source or node.source in node.text:
        return node.text
    dated = node.as_of and node.as_of not in node.source
    return f"{node.text} ({f'{node.source}, {node.as_of}' if dated else node.source})"


def for_case(node: Node, case: str) -> Node:
    """The tree with commands that name the case, where it is not the one in hand."""
    return msgspec.structs.replace(
        node,
        change=node.change and node.change.replace(PROGRAM, f"{PROGRAM}--case {case} ", 1),
        children=tuple(for_case(child, case) for child in node.children),
    )
