"""Row 14: single records whose fields were spoilt: named, kept to the byte, no bar to the rest."""

import json
import random
import types
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec

from faults.parts.part import Tally, scaled
from faults.runner import Runner, Template, at_home
from g221_tui.core.model import Problem
from g221_tui.records import TABLES
from g221_tui.store import codec
from store.kit import repository

TRIES = 5_000

ALWAYS: tuple[tuple[str, ...], ...] = (
    ("event", "add", "note", "--note", "new"),
    ("docs", "add", "Payslips"),
    ("deadline", "add", "Lease", "2027-01-05"),
    ("set", "title=mine"),
)
"""Commands that always have something to do."""

WRONG: dict[object, tuple[Any, ...]] = {
    date: ("2026-13-01", "2026-02-30", "soon", "05/02/2026", "", 5, None, True, [], {}, "½"),
    str: (5, None, True, ["x"], {}, 1.5),
    bool: ("yes", 0, 1, "true", [], {}),
    int: ("x", "5", 1.5, [], {}, True),
    tuple: ("x", 5, None, {}, [5], [None], {"1": "x"}),
}
"""What a field of each type can't hold."""
HALF = "half \ud83d"
"""Half a character: a choice or a date can't be compared with it."""


def spoilt(folder: Path, share: float) -> Iterator[Tally]:
    """A random field of a random record spoilt; then a command that writes."""
    total = scaled(TRIES, share, 12)
    name = "a record with spoilt or missing fields, before and after a save"
    tally = Tally(name, 14, planned=total)
    yield tally
    with at_home(folder):
        template = Template(folder)
        for n in range(total):
            with tally.attempt(n):
                _one(tally.chance, template.fresh())


def _one(chance: random.Random, g221: Runner) -> None:
    tables = json.loads(g221.file.read_bytes())
    before = _records(g221)
    table = chance.choice(list(TABLES))
    number = chance.choice(list(tables[table]))
    row = tables[table][number]
    name = was = row["id"]
    fields = _spoil(chance, TABLES[table], row)
    whole = chance.random() < 0.1
    if whole:
        tables[table][number] = chance.choice(([1], "x", 5, None, []))
        fields, name = (), f"row {number}"
    bad = tables[table][number]
    g221.file.write_bytes(codec.encode(tables))
    if "id" in fields:
        name = bad["id"] if isinstance(bad.get("id"), str) and bad["id"] else f"row {number}"
    found = repository(g221.file).load().problems
    _named(found, table, name, fields)
    if table != "cases":
        assert _records(g221) == {n: r for n, r in before.items() if n != was}
    else:
        salvaged = not whole and "id" not in fields
        assert (was in _records(g221)) is salvaged, fields
    text = codec.encode({table: {number: bad}}).partition(b"{")[2].partition(b": {")[2]
    g221("status")  # there are two cases, and one of them is whole
    g221(*chance.choice(ALWAYS))
    after = g221.file.read_bytes()
    kept = json.loads(after)[table][number]
    if table == "cases" and not whole:
        kept = {n: v for n, v in kept.items() if n in bad or n != "title"}
        assert {n: kept.get(n) for n in fields if n != "title"} == {
            n: bad.get(n) for n in fields if n != "title"
        }
    else:
        assert (kept, list(kept) if isinstance(kept, dict) else 0) == (
            bad,
            list(bad) if isinstance(bad, dict) else 0,
        )
        middle = text[: text.rindex(b"}")].rstrip()[:-1].rstrip()
        assert middle in after, "kept, but not byte for byte"


def _named(problems: tuple[Problem, ...], table: str, name: str, fields: tuple[str, ...]) -> None:
    """The problem names the table, the record and every field."""
    ours = [p for p in problems if p.table == table and p.record == name]
    assert ours, (table, name, problems)
    told = {fault.partition(":")[0] for problem in ours for fault in problem.faults}
    assert told >= set(fields), (fields, told)


def _spoil(
    chance: random.Random, kind: type[msgspec.Struct], row: dict[str, Any]
) -> tuple[str, ...]:
    """Spoil one to three fields; their names."""
    fields = list(msgspec.structs.fields(kind))
    chosen = chance.sample(fields, chance.choice((1, 1, 1, 2, 3)))
    for field in chosen:
        if field.required and chance.random() < 0.3:
            row.pop(field.encode_name, None)
        else:
            row[field.encode_name] = chance.choice(_wrong(field.type))
    if any(field.encode_name == "id" and not row.get("id") for field in chosen):
        row.pop("id", None)
    return tuple(field.encode_name for field in chosen)


def _wrong(kind: object) -> tuple[Any, ...]:
    """What a field of this type can't hold."""
    if get_origin(kind) is Annotated:
        return _wrong(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        inner = next(part for part in get_args(kind) if part is not type(None))
        return tuple(value for value in _wrong(inner) if value is not None)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        first = next(iter(kind))
        return (f"{first}s", first.upper(), "", 5, None, True, [], HALF)
    if get_origin(kind) is tuple:
        return WRONG[tuple]
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        inner = msgspec.structs.fields(kind)[-1]
        return (5, "x", [], True, {inner.encode_name: 5})
    return (*WRONG[kind], HALF) if kind is date else WRONG[kind]


def _records(g221: Runner) -> dict[str, Any]:
    """Every record that can be read, by id."""
    found: dict[str, Any] = {}
    for case in repository(g221.file).load().cases:
        found[case.id] = case.facts
        for part in (*case.events, *case.documents, *case.contacts, *case.deadlines):
            found[part.id] = part
    return found
