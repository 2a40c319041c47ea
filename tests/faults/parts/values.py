"""Rows 14 and 15: every value of a file is somebody's, for every command and the open dashboard."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unicodedata import category

from cli.conftest import Result
from faults.any_values import Tables, drawn
from faults.commands import BASE, leaves
from faults.parts.part import Tally, scaled
from faults.parts.texts import clean
from faults.runner import Runner, Template, at_home
from g221_tui.store import codec

NO_FILE = ("Cc", "Cs", "Zl", "Zp")
"""The kinds of signs that no table and no calendar holds."""
FILES = 300
"""How many files are drawn; every command is run on each."""
MORE: dict[str, tuple[tuple[str, ...], ...]] = {
    "export": (
        ("json", "--full"),
        ("csv", "contacts"),
        ("ics",),
        ("brief",),
        ("packet", "attorney"),
    ),
    "why": (("stage",), ("ceac",), ("dos",)),
    "status": (("--json",), ("--masked",), ("--json", "--masked"), ("--plain",)),
    **dict.fromkeys(("docs list", "contacts", "event list", "timeline"), (("--json",),)),
    **dict.fromkeys(("channels", "next", "info", "deadline list"), (("--json",),)),
    "undo": (("--dry-run",),),
    "redo": (("--dry-run",),),
}
"""Further words of some commands, where they know them."""


def values(folder: Path, share: float) -> Iterator[Tally]:
    """Random values in random fields; then every command, each on a file as it was drawn."""
    total = scaled(FILES, share, 4)
    tally = Tally("a command on a file in which any field may hold anything", 15, 14)
    tally.planned = total * len(lines(random.Random(0), {}, Path()))
    yield tally
    with at_home(folder):
        template = Template(folder)
        tables: Tables = json.loads(template.fresh().file.read_bytes())
        for n in range(total):
            g221 = template.fresh()
            whole = drawn(tally.chance, tables)
            data = codec.encode(whole)
            other = g221.file.with_name("other.json")
            other.write_bytes(codec.encode(drawn(tally.chance, tables)))
            kept = other.read_bytes()
            for line in lines(tally.chance, whole, other):
                g221.file.write_bytes(data)
                other.write_bytes(kept)
                with tally.attempt((n, line, ascii(differing(tables, whole))[:1500])):
                    one(g221, line)


def one(g221: Runner, line: list[str]) -> Result:
    """Runs a command: it ends as it may, and nothing of the file reaches the terminal raw."""
    said = g221.ended(*line)  # never "a bug"
    assert said.code in (0, 1, 2, 3, 4), said
    if line[:2] in (["export", "csv"], ["export", "ics"]):
        # What goes to another program keeps signs that only a display would obey, and the
        # standards of tables and calendars end each line with two signs.
        odd = [sign for sign in set(said.out) - {"\r", "\n", "\t"} if category(sign) in NO_FILE]
        assert not odd, ascii(odd)
    else:
        clean(said.out, None)
    clean(said.err, None)
    return said


def lines(chance: random.Random, whole: Tables, other: Path) -> list[list[str]]:
    """Every command of the parser, with words that it takes on a filled file; a new one bare."""
    found: list[list[str]] = []
    for command, _ in leaves():
        for more in (BASE.get(command, ()), *MORE.get(command, ())):
            names = {
                "CONTACT": identity(chance, whole, "contacts"),
                "EVENT": identity(chance, whole, "events"),
                "OTHER": str(other),
                "BACKUP": "1",
            }
            line = [*command.split(), *(names.get(word, word) for word in more)]
            found.append([*line, "--case", chance.choice("12")] if chance.random() < 0.5 else line)
    found.append([])
    return found


def identity(chance: random.Random, whole: Tables, table: str) -> str:
    """What one of the rows of a table calls itself."""
    rows = [row for row in whole.get(table, {}).values() if isinstance(row, dict)]
    names = [row["id"] for row in rows if isinstance(row.get("id"), str)]
    named: list[str] = [name for name in names if name.isascii() and name.isprintable()]
    return chance.choice([*named, "c-none"])


def differing(tables: Tables, whole: Tables) -> list[Any]:
    """The fields that were drawn, for who looks at a failure."""
    found: list[Any] = []
    for table, rows in whole.items():
        for number, row in rows.items():
            was = tables.get(table, {}).get(number)
            if row == was:
                continue
            if isinstance(row, dict) and isinstance(was, dict):
                found += [
                    (table, number, name, row[name]) for name in row if row[name] != was.get(name)
                ]
            else:
                found.append((table, number, row))
    return found
