"""The records that a set of acts makes: each act done in the order of all copies, field by field.

What was taken back is passed over. The result depends on the acts alone, so copies that hold the
same acts hold the same records, whichever took in which first.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from g221_tui.core.history.order import Moment
from g221_tui.records import META_KEY, ROW_NUMBER, TABLES, Key, Row
from g221_tui.store.merging.changes import CASES, CURRENT, Act
from g221_tui.store.merging.fields import changed

PARTS = frozenset(TABLES) - {CASES}
"""The tables of records that belong to a case."""

Born = tuple[tuple[Moment, bool, str], int]
"""Where a record stands among those of its table: the act that first named it, and its place."""


class Records(msgspec.Struct, kw_only=True):
    """What acts make."""

    rows: dict[Key, Row]
    """The records."""
    born: dict[Key, Born]
    """When each was first recorded, those that went included."""
    last: dict[Key, Act]
    """The last act that changed each."""


def replayed(acts: Iterable[Act]) -> Records:
    """The records that these acts make; their order is that of their moments."""
    ordered = sorted(acts, key=lambda act: act.order)
    own = [act for act in ordered if not act.turns]
    gone = _opened_for_others(own, _taken_back(ordered))
    kept: frozenset[str] = frozenset()
    while True:
        made = _done(own, gone, kept)
        # A case that was taken out stays with all of it where others recorded in it since.
        lacking = lacking_cases(made.rows) - kept
        if not lacking:
            made.rows[META_KEY] = in_hand(made.rows)
            return made
        kept |= lacking
        gone -= {act.name for act in own if lacking & set(act.opens)}


def in_hand(rows: Mapping[Key, Row]) -> Row:
    """What the meta row says of the case in hand: where none is named the last one."""
    row = rows.get(META_KEY, {})
    cases = {name for table, name in rows if table == CASES}
    current = row.get(CURRENT)
    if isinstance(current, str) and current in cases:
        return row
    numbers = [name for name in cases if ROW_NUMBER.fullmatch(name)]
    return {CURRENT: max(numbers, key=int)} if numbers else {}


def _taken_back(ordered: Iterable[Act]) -> frozenset[str]:
    """The names of the acts that are taken back: of each the last turning counts."""
    back: dict[str, bool] = {}
    for act in ordered:
        if act.turns:
            back[act.turns] = act.back
    return frozenset(name for name, is_back in back.items() if is_back)


def _opened_for_others(own: Sequence[Act], gone: frozenset[str]) -> frozenset[str]:
    """The acts that are gone, without the opening of a case in which another act recorded.

    It was opened all the same, also where a restore took out since what the other recorded. Where
    an act that counts had brought the case back before, nothing of it is missing.
    """
    openings: dict[str, str] = {}
    for act in own:
        for case in act.opens:
            openings.setdefault(case, act.name)
    while True:
        back = {openings[case] for case in _unopened(own, gone) & openings.keys()} & gone
        if not back:
            return gone
        gone -= back


def _unopened(own: Iterable[Act], gone: frozenset[str]) -> set[str]:
    """The cases in which acts that count recorded, and which none of them had opened by then."""
    opened: set[str] = set()
    found: set[str] = set()
    for act in own:
        if act.name in gone:
            continue
        opened.update(act.opens)
        parts = (c.after for c in act.changes if c.key[0] in PARTS and c.after is not None)
        cases = {case for row in parts if isinstance(case := row.get("case"), str)}
        found |= cases - opened
    return found


def _done(own: Iterable[Act], gone: frozenset[str], kept: frozenset[str]) -> Records:
    """What the acts make, without those that are gone; of the cases kept nothing is taken out."""
    made = Records(rows={}, born={}, last={})
    for act in own:
        for place, change in enumerate(act.changes):
            key = change.key
            made.born.setdefault(key, (act.order, place))
            if act.name in gone:
                continue
            made.last[key] = act
            if change.after is None:
                case = key[1] if key[0] == CASES else (change.before or {}).get("case")
                if not isinstance(case, str) or case not in kept:
                    made.rows.pop(key, None)
                continue
            # What another took away comes back with a later change of it.
            row = made.rows.get(key, change.before) or {}
            made.rows[key] = changed(row, change.before or {}, change.after)
    return made


def lacking_cases(rows: Mapping[Key, Row]) -> frozenset[str]:
    """The cases that records belong to and that are not there."""
    wanted = {row.get("case") for (table, _), row in rows.items() if table in PARTS}
    return frozenset(c for c in wanted if isinstance(c, str) and (CASES, c) not in rows)
