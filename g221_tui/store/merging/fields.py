"""A record changed field by field: what one change did, done to a record that others changed too.

A field of one value becomes what the change made it. In a list (steps of a document, reasons, links
of a case) a change adds what it added and takes away what it took away, and leaves the rest.
"""

import json
from collections import Counter
from collections.abc import Sequence

from g221_tui.core.steps import DocumentState
from g221_tui.records import Row

STEPS = "steps"
"""The field that holds the dated steps of a document."""
RANKS = tuple(DocumentState)
"""The states in their order."""

Part = tuple[str, int]
"""What tells a part of a list: the words of it, and which of several alike it is."""


def changed(row: Row, before: Row, after: Row) -> Row:
    """A row to which is done what a change did.

    Args:
        row: The row as it is.
        before: The row as the change found it.
        after: The row as the change left it.
    """
    if row == before:
        return dict(after)
    made = dict(row)
    for name in dict.fromkeys((*before, *after)):
        was, now, here = before.get(name), after.get(name), row.get(name)
        if was == now:
            continue
        value = _value(name, here, was, now)
        if value is None or value == []:
            made.pop(name, None)
        else:
            made[name] = value
    return made


def _value(name: str, here: object, was: object, now: object) -> object:
    if here == was:
        return now
    lists = [[] if found is None else found for found in (here, was, now)]
    one, two, three = lists
    if isinstance(one, list) and isinstance(two, list) and isinstance(three, list):
        return listed(name, one, two, three)
    if isinstance(here, dict) and isinstance(was, dict) and isinstance(now, dict):
        return changed(here, was, now)
    return now


def listed(
    name: str, here: Sequence[object], was: Sequence[object], now: Sequence[object]
) -> list[object]:
    """A list to which is done what a change did; the arguments are those of `changed`."""
    made, before, after = (_parts(name, some) for some in (here, was, now))
    for part in before:
        if part not in after:
            made.pop(part, None)
    order = list(made)
    place = 0
    for part, value in after.items():
        if part in made:
            if before.get(part) != value:
                made[part] = value
            place = order.index(part) + 1
        elif part not in before:
            while name == STEPS and place < len(order) and _day(made[order[place]]) < _day(value):
                place += 1
            order.insert(place, part)
            made[part] = value
            place += 1
    return [made[part] for part in order]


def _parts(name: str, some: Sequence[object]) -> dict[Part, object]:
    """The parts of a list by what tells them, in their order."""
    seen: Counter[str] = Counter()
    found: dict[Part, object] = {}
    for value in some:
        words = _words(name, value)
        seen[words] += 1
        found[words, seen[words]] = value
    return found


def _words(name: str, value: object) -> str:
    """What tells a part: of a step its day and state, else all of it."""
    if name == STEPS and isinstance(value, dict):
        return json.dumps([value.get("on"), value.get("state")])
    return json.dumps(value, sort_keys=True)


def _day(step: object) -> tuple[str, int]:
    """Where a step stands where its neighbours do not tell: by its day, then by its state."""
    if not isinstance(step, dict):
        return "", 0
    state = step.get("state")
    rank = RANKS.index(DocumentState(state)) if state in RANKS else len(RANKS)
    return str(step.get("on")), rank
