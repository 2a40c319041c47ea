"""A document that both files changed: the steps of both, and each field that only one changed."""

import json
from collections import Counter

from g221_tui.core.steps import DocumentState
from g221_tui.records import Row

STEPS = "steps"
"""The field that holds the steps."""
RANKS = tuple(DocumentState)
"""The states in their order."""

Key = tuple[str, str, int]
"""What tells a step: its day, its state, and which of several alike it is."""


def merged(before: Row | None, own: Row, row: Row) -> Row | None:
    """The row of both; none where both changed one field in different ways.

    Args:
        before: The row as it was before the two parted; none where that is not known.
        own: Our row.
        row: Theirs.
    """
    base = before or {}
    made: Row = {}
    for name in dict.fromkeys((*own, *row)):
        here, there = own.get(name), row.get(name)
        if name == STEPS:
            steps = [_keyed(found.get(name)) for found in (base, own, row)]
            was, ours, theirs = steps
            if was is None or ours is None or theirs is None:
                return None
            made[name] = _union(was, ours, theirs)
        elif here == there or (before and base.get(name) == there):
            made[name] = here
        elif before and base.get(name) == here:
            made[name] = there
        else:
            return None
    return {name: value for name, value in made.items() if value is not None and value != []}


def _keyed(steps: object) -> dict[Key, Row] | None:
    """The steps by what tells them, in their order; none where they can't be told."""
    if steps is None:
        return {}
    found: dict[Key, Row] = {}
    seen: Counter[tuple[str, str]] = Counter()
    if not isinstance(steps, list):
        return None
    for step in steps:
        if not isinstance(step, dict):
            return None
        state, on = step.get("state"), step.get("on")
        if not isinstance(state, str) or state not in RANKS or not isinstance(on, str):
            return None
        seen[on, state] += 1
        found[on, state, seen[on, state]] = step
    return found


def _union(was: dict[Key, Row], ours: dict[Key, Row], theirs: dict[Key, Row]) -> list[Row]:
    """The steps of both, without those that one of them took back; whose come first is no matter.

    On one day each keeps the order it has; where that does not tell, the order of the states does.
    """
    first, second = sorted((list(ours), list(theirs)), key=lambda keys: [_place(k) for k in keys])
    order = list(first)
    after = 0
    for key in second:
        if key not in order:
            place = after
            while place < len(order) and _place(order[place]) < _place(key):
                place += 1
            order.insert(place, key)
        after = order.index(key) + 1
    gone = {key for key in was if key not in ours or key not in theirs}
    return [_same(ours.get(key), theirs.get(key)) for key in order if key not in gone]


def _place(key: Key) -> tuple[str, int, int]:
    on, state, number = key
    return on, RANKS.index(DocumentState(state)), number


def _same(own: Row | None, row: Row | None) -> Row:
    """One of two rows of one step, the same one on either side."""
    both = [found for found in (own, row) if found is not None]
    return min(both, key=lambda found: json.dumps(found, sort_keys=True))
