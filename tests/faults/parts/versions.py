"""Rows 6 and 7: files of other versions, newer and older, and what they alone know."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any
from unittest import mock

from faults.parts.damage import WRITING
from faults.parts.part import Kind, Tally, scaled
from faults.runner import Runner, Template, at_home
from g221_tui import records
from g221_tui.store import codec

NEWER = 3_000
KEPT = 1_500
NEXT = records.SCHEMA + 1
"""The layout after the present one."""
STEPS = 6
"""How many random commands a file with unknown parts sees."""
RECORDS = ("cases", "events", "documents", "contacts", "deadlines", "history")

NAMES = ("mood", "colour", "x-1", "é", "", "Ünknown", "[/]", "half \ud83d", "id2", "with whom")
VALUES: tuple[Any, ...] = (
    *("laptop", "", "a\nb", "\x1b[31m", "日本語", "half \udc80", 0, -1, 10**30, 1e-05, 0.5),
    *(True, None, [], {}, [1, [2, {"a": None}]], {"r": {"g": [1, "b"]}}),
)
"""What a version not written yet may keep."""


def newer(folder: Path, share: float) -> Iterator[Tally]:
    """A file of a newer layout is read and never written; one of an older is migrated whole."""
    total = scaled(NEWER, share, 8)
    tally = Tally("a file of a newer layout under a command that would write", 6)
    tally.planned = total - total // 4
    yield tally
    name = "a file of an older layout under a command that writes"
    older = Tally(name, 6, kind=Kind.ORDINARY, planned=total // 4)
    yield older
    with at_home(folder):
        template = Template(folder)
        for n in range(total):
            which = older if n % 4 == 3 else tally
            g221 = template.fresh()
            with which.attempt(n):
                if which is older:
                    _migrated(which.chance, g221)
                else:
                    _only_read(which.chance, g221)


def _only_read(chance: random.Random, g221: Runner) -> None:
    tables = json.loads(g221.file.read_bytes())
    tables["meta"]["1"]["schema"] = chance.choice((NEXT, NEXT + 1, 99, 10**9))
    _extend(chance, tables)
    data = codec.encode(tables)
    g221.file.write_bytes(data)
    words = chance.choice(WRITING)
    other = str(g221.file.with_name("other.json"))
    said = g221(*(other if word == "OTHER" else word for word in words), code=1)
    assert (said.out, len(said.lines)) == ("", 1), said
    assert "written by a newer g221" in said.err, said
    assert g221.file.read_bytes() == data
    assert g221("status", "--json").json()["case"]["id"] == tables["meta"]["1"]["current"]
    assert g221.file.read_bytes() == data


def _migrated(chance: random.Random, g221: Runner) -> None:
    """The layout has the next number, and in this one the post has another name, by a plant."""
    tables = json.loads(g221.file.read_bytes())
    post = chance.choice(("Mumbai", "日本", "a [/] b"))
    tables["cases"]["2"]["consulate"] = post
    _extend(chance, {name: tables[name] for name in ("contacts", "documents")})
    data = codec.encode(tables)
    g221.file.write_bytes(data)
    steps = MappingProxyType({records.SCHEMA: _renamed})
    schema = mock.patch.object(records, "SCHEMA", NEXT)
    with schema, mock.patch.object(records, "MIGRATIONS", steps):
        assert g221("status", "--json").json()["case"]["post"] == post
        assert g221.file.read_bytes() == data, "reading wrote"
        g221("event", "add", "note", "--note", "on top")
        after = json.loads(g221.file.read_bytes())
        assert after["meta"]["1"]["schema"] == NEXT
        assert g221("status", "--json").json()["case"]["post"] == post
        pinned = [b for b in g221("backup", "list", "--json").json() if b["before"] == "migration"]
        assert [Path(b["path"]).read_bytes() for b in pinned] == [data]
    for table in ("contacts", "documents", "deadlines"):
        assert after[table] == tables[table], table


def _renamed(tables: records.RawTables) -> records.RawTables:
    cases: dict[str, object] = {
        number: {("post" if name == "consulate" else name): row[name] for name in row}
        for number, row in tables["cases"].items()
        if isinstance(row, dict)
    }
    meta = tables["meta"]["1"]
    assert isinstance(meta, dict)
    return {**tables, "cases": cases, "meta": {**tables["meta"], "1": {**meta, "schema": NEXT}}}


def unknown(folder: Path, share: float) -> Iterator[Tally]:
    """What another version wrote is there after any commands, to the value."""
    total = scaled(KEPT, share, 8)
    name = f"a file with unknown tables, rows and fields after {STEPS} random commands"
    tally = Tally(name, 7, planned=total)
    yield tally
    with at_home(folder):
        template = Template(folder)
        for n in range(total):
            g221 = template.fresh()
            with tally.attempt(n):
                tables = json.loads(g221.file.read_bytes())
                added = _extend(tally.chance, tables)
                g221.file.write_bytes(codec.encode(tables))
                done = 0
                for _ in range(STEPS):
                    if done and tally.chance.random() < 0.3:
                        g221("undo")
                        done -= 1
                    else:
                        done += _step(tally.chance, g221)
                    _all_there(added, json.loads(g221.file.read_bytes()))
                assert g221("info").code == 0


def _step(chance: random.Random, g221: Runner) -> bool:
    """A random command; whether it was a step that can be taken back."""
    steps = [words for words in WRITING if words[0] not in ("undo", "redo", "import", "docs")]
    steps += [("docs", "add", f"Paper {chance.random()}"), ("docs", "set", "Client", "submitted")]
    steps += [("docs", "set", "Client", "--note", f"{chance.random()}")]
    steps += [("set", f"title={chance.random()}"), ("deadline", "add", f"{chance.random()}", "-3d")]
    before = json.loads(g221.file.read_bytes())
    words = chance.choice(steps)
    g221(*words, code=1 if _in_vain(words, before) else 0)
    return len(json.loads(g221.file.read_bytes())["history"]) > len(before["history"])


def _in_vain(words: tuple[str, ...], tables: dict[str, Any]) -> bool:
    """Whether the command has nothing to change in the current case, told by the file alone."""
    current = tables["meta"]["1"]["current"]
    names = {
        table: [row["name"] for row in tables[table].values() if row["case"] == current]
        for table in ("documents", "deadlines")
    }
    if words[:2] == ("docs", "set"):
        return "Client letter" not in names["documents"]
    return words[:3] == ("deadline", "add", "Lease") and "Lease" in names["deadlines"]


Added = list[tuple[tuple[str, ...], Any]]
"""Each thing that was put in: the way to it, with the id of a record for its number; its value."""


def _extend(chance: random.Random, tables: dict[str, Any]) -> Added:
    """Put unknown tables, rows and fields at random places."""
    added: Added = []
    for _ in range(chance.randrange(1, 7)):
        name, value = chance.choice(NAMES), chance.choice(VALUES)
        kind = chance.randrange(4)
        if kind == 0:
            tables[f"letters {name}"] = {"1": value, "x": {"n": value}, "01": {}}
            added.append(((f"letters {name}",), tables[f"letters {name}"]))
        elif kind == 1 and "meta" in tables:
            tables["meta"]["1"][f"device {name}"] = value
            added.append((("meta", "1", f"device {name}"), value))
        elif kind == 2 and "meta" in tables:
            tables["meta"]["2"] = {"more": value}
            added.append((("meta", "2"), {"more": value}))
        else:
            table = chance.choice([name for name in RECORDS if name in tables])
            number = chance.choice(list(tables[table]))
            tables[table][number][f"? {name}"] = value
            added = [(way, old) for way, old in added if way != (table, number, f"? {name}")]
            added.append(((table, number, f"? {name}"), value))
    return [(way, value) for n, (way, value) in enumerate(added) if way not in dict(added[n + 1 :])]


def _all_there(added: Added, tables: dict[str, Any]) -> None:
    for way, value in added:
        here: Any = tables
        for name in way:
            assert name in here, way
            here = here[name]
        assert here == value, (way, here, value)
