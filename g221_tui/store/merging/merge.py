"""Two copies of a file made one: what either holds, by the order of all changes, field by field.

Nothing is refused. Where both changed one field, the later change holds; the other stays in the
history and is named in a line. Which copy takes in which does not matter.
"""

import json

import msgspec

from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.text.glyphs import THEN
from g221_tui.records import (
    HISTORY,
    META,
    META_KEY,
    META_ROW,
    ROW_NUMBER,
    TABLES,
    Key,
    RawTables,
    Row,
    Tables,
    new_meta,
)
from g221_tui.store.merging import words
from g221_tui.store.merging.changes import CASES, CURRENT, Act
from g221_tui.store.merging.numbers import Numbers, agreed
from g221_tui.store.merging.others import other_tables
from g221_tui.store.merging.replay import Records, in_hand, lacking_cases, replayed
from g221_tui.store.merging.side import Raw, Side, renamed, side


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What taking in another file would do."""

    tables: RawTables
    """The tables as they would be, the history left out."""
    taken: tuple[Act, ...]
    """What of the other's history would be added to ours, in order."""
    renamed: dict[str, str]
    """Our cases that would get another number."""
    lines: tuple[str, ...]
    """What would change, a line a record."""
    clashes: tuple[str, ...]
    """What both changed, a line a record, with the value that holds."""
    added: int
    changed: int
    news: bool
    """Whether the other's history tells of something that ours does not, shown or not."""

    gone: int
    """How many records of theirs are not here and stay away: they were taken back."""

    @property
    def anything(self) -> bool:
        """Whether there is anything to take in."""
        return bool(self.lines or self.clashes or self.news)


def plan(ours: Tables, theirs: Tables, rules: Rules, base: Tables | None = None) -> Plan:
    """What taking their tables into ours would do; all are of this version's layout.

    Args:
        ours: Our tables.
        theirs: Theirs.
        rules: The rules, which name what the records hold.
        base: What both were once, where that is known.
    """
    made = _Merge(side(ours), side(theirs), base or {}, rules).plan()
    if any(ours.get(table) for table in (*TABLES, HISTORY)):
        return made
    # There is nothing here that theirs could differ from: all of it comes as it is.
    whole = {name: dict(rows) for name, rows in {**ours, **theirs}.items() if name != HISTORY}
    return msgspec.structs.replace(made, tables=whole)


class _Merge:
    """One merge under way."""

    def __init__(self, ours: Side, theirs: Side, base: Tables, rules: Rules) -> None:
        self._rules = rules
        self._base = base
        self._names, others = _numbers(ours, theirs)
        self._ours, self._theirs = renamed(ours, self._names), renamed(theirs, others)
        self._made = replayed({**self._theirs.all, **self._ours.all}.values())
        self._rows = self._alive(self._made)
        self._lines = [f"~ Case {old} is case {new} now" for old, new in self._names.items()]
        self._clashes: list[str] = []
        self._added = 0
        self._changed = len(self._names)

    def plan(self) -> Plan:
        """What comes of it."""
        self._tell()
        self._tell_clashes()
        tables: RawTables = {}
        for table in TABLES:
            tables[table] = self._numbered(table)
        kept = other_tables(self._ours.tables, self._theirs.tables, self._base)
        tables |= kept.tables
        tables[META][META_ROW] = self._meta()
        self._lines += kept.lines
        self._clashes += kept.clashes
        known = self._ours.all
        taken = [act for act in self._theirs.all.values() if act.name not in known]
        news = bool(taken)
        taken += self._ours.found.values()
        return Plan(
            tables={name: rows for name, rows in tables.items() if rows},
            taken=tuple(sorted(taken, key=lambda act: act.order)),
            renamed=dict(self._names),
            lines=tuple(self._lines),
            clashes=tuple(self._clashes),
            added=self._added + sum(line.startswith("+") for line in kept.lines),
            changed=self._changed + sum(not line.startswith("+") for line in kept.lines),
            news=news,
            gone=len(self._theirs.rows.keys() - self._rows.keys()),
        )

    def _alive(self, made: Records) -> dict[Key, Row]:
        """The records of both; what an editor took out and neither holds does not come back.

        What neither holds may come back all the same: where a case stays for what one recorded
        in it, all of it does, also what a restore took out in the other with the case.
        """
        there = self._ours.rows.keys() | self._theirs.rows.keys()
        gone = (self._ours.missing | self._theirs.missing) - there
        rows = {key: row for key, row in made.rows.items() if key not in gone}
        # A case that an editor took out stays where what is left of it came back.
        lacking = ((CASES, case) for case in lacking_cases(rows))
        rows |= {key: made.rows[key] for key in lacking if key in made.rows}
        rows[META_KEY] = in_hand(rows)
        return rows

    def _tell(self) -> None:
        """A line for each record that comes, changes or goes."""
        ours = self._ours.rows
        for key, row in self._rows.items():
            own = ours.get(key)
            if key == META_KEY:
                if own != row and own:
                    hands = (own.get(CURRENT), row.get(CURRENT))
                    self._line(f"~ Case in hand: {hands[0]}{THEN}{hands[1]}")
            elif own is None:
                self._added += 1
                self._lines.append(f"+ {words.told(key[0], row, self._rules)}")
            elif own != row:
                self._line(f"~ {words.changed(key[0], own, row, self._rules)}")
        for key, own in ours.items():
            if key not in self._rows:
                self._line(f"- {words.told(key[0], own, self._rules)}")

    def _line(self, line: str) -> None:
        self._changed += 1
        self._lines.append(line)

    def _tell_clashes(self) -> None:
        """A line for each record in which both changed one field, or which one of them took out."""
        ours, theirs = self._ours, self._theirs
        once = replayed(act for name, act in ours.all.items() if name in theirs.all).rows
        for key, was in once.items():
            own, row, now = ours.rows.get(key), theirs.rows.get(key), self._rows.get(key)
            if key == META_KEY or own == row:
                continue
            if own is None or row is None:
                left = own or row
                if left is not None and left != was:
                    here, stays = own is None, now is not None
                    told = words.taken_out(key[0], left, self._rules, here=here, stays=stays)
                    self._clashes.append(told)
            elif now is not None:
                names = _both(was, own, row, now)
                if names:
                    self._clashes.append(words.clashing(key[0], names, own, row, now, self._rules))
        self._tell_strangers(once)

    def _tell_strangers(self, once: dict[Key, Row]) -> None:
        """The same for records whose common past is not told by any history."""
        for key, own in self._ours.rows.items():
            row, now = self._theirs.rows.get(key), self._rows.get(key)
            if key in once or key == META_KEY or row is None or now is None or own == row:
                continue
            names = _both({}, own, row, now)
            if names:
                self._clashes.append(words.clashing(key[0], names, own, row, now, self._rules))

    def _numbered(self, table: str) -> dict[str, object]:
        """The rows of a table in the order of entry that every copy gives."""
        ours = self._ours.numbers
        keys = [key for key in self._rows if key[0] == table]
        keys.sort(key=lambda key: self._made.born[key])
        raws, more = self._raws(table)
        free = sorted(ours[key] for key in keys if key in ours)
        last = max([*free, *(int(n) for n in raws if ROW_NUMBER.fullmatch(n))], default=0)
        free += range(last + 1, last + 1 + len(keys) - len(free))
        made: dict[str, object] = {
            str(n): self._whole(key) for n, key in zip(free, keys, strict=True)
        }
        made |= raws
        last = max([*free, last], default=0)
        for n, row in enumerate(more, last + 1):
            made[str(n)] = row
        return made

    def _whole(self, key: Key) -> Row:
        """The row of a record as ours has it where nothing differs, the order of its fields too."""
        own, row = self._ours.rows.get(key), self._rows[key]
        return own if own == row and own is not None else row

    def _raws(self, table: str) -> tuple[dict[str, object], list[object]]:
        """What can't be read: our rows by their numbers, and those of theirs that we lack."""
        alive = {name for t, name in self._rows if t in TABLES}
        own = {raw.number: raw for raw in self._ours.raws if raw.table == table}
        rows: dict[str, object] = {}
        for number, raw in own.items():
            other = next((r for r in self._theirs.raws if r.id and r.id == raw.id), None)
            if raw.id in alive:
                self._clashes.append(f"{_named(raw)} can't be read here, and can there")
            else:
                rows[number] = raw.row if other is None else _greater(raw.row, other.row)
                if rows[number] != raw.row:
                    self._line(f"~ {_named(raw)}, which needs attention")
        ids = {raw.id for raw in own.values() if raw.id}
        more = []
        for raw in self._theirs.raws:
            known = raw.id in alive | ids or any(raw.row == r.row for r in own.values())
            if raw.table == table and not known:
                more.append(raw.row)
                self._added += 1
                self._lines.append(f"+ {_named(raw)}, which needs attention")
        return rows, more

    def _meta(self) -> Row:
        """The row of the layout: ours, with what only theirs knows, and the case in hand."""
        rows = [copy.tables.get(META, {}).get(META_ROW) for copy in (self._theirs, self._ours)]
        made = new_meta()
        for row in rows:
            if isinstance(row, dict):
                made |= row
        made.pop(CURRENT, None)
        return {**made, **self._rows.get(META_KEY, {})}


def _numbers(ours: Side, theirs: Side) -> tuple[Numbers, Numbers]:
    """The new numbers of cases on either side."""
    order = {act.name: act.order for act in (*ours.acts.values(), *theirs.acts.values())}
    own, other = ours.opened, theirs.opened
    every = {*own.values(), *other.values()}
    opened = sorted(every - order.keys())
    opened += sorted(every & order.keys(), key=lambda name: order[name])
    return agreed(own, other, opened, kin=not ours.acts.keys().isdisjoint(theirs.acts))


def _both(was: Row, own: Row, row: Row, now: Row) -> list[str]:
    """The fields that both changed, each in another way, and of which one value holds."""
    return [
        name
        for name in dict.fromkeys((*own, *row))
        if own.get(name) != row.get(name)
        and was.get(name) not in (own.get(name), row.get(name))
        and now.get(name) in (own.get(name), row.get(name))
    ]


def _greater(one: object, other: object) -> object:
    """One of two rows that nobody can read, the same whichever comes first."""
    return max((one, other), key=lambda row: json.dumps(row, sort_keys=True))


def _named(raw: Raw) -> str:
    return f"{raw.table} {raw.id or f'row {raw.number}'}"
