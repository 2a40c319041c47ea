"""Row 5: a file that was damaged, by every means a disk, an editor or a tool has."""

import json
import math
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from faults.parts.part import Tally, scaled
from faults.runner import Runner, Template, at_home
from g221_tui.records import MIGRATIONS, SCHEMA

TRIES = 12_000

WRITING: tuple[tuple[str, ...], ...] = (
    ("log", "ceac", "--note", "new"),
    ("docs", "add", "Payslips"),
    ("docs", "set", "Client letter", "submitted"),
    ("event", "add", "note", "--note", "new"),
    ("set", "title=mine"),
    ("deadline", "add", "Lease", "2027-01-05"),
    ("new", "--refused", "2026-11-11"),
    ("undo",),
    ("redo",),
    ("import", "OTHER"),
    ("cases", "use", "1"),
)
"""Commands that write; `OTHER` stands for a file that can be imported."""


def damage(folder: Path, share: float) -> Iterator[Tally]:
    """A file damaged at random: not a byte is changed, and the good backup is named and found."""
    total = scaled(TRIES, share, len(DAMAGES) * 2)
    tally = Tally("a damaged file under a command that would write", 5, planned=total)
    yield tally
    spared = Tally("a damaged file that can still be read, under such a command", 5)
    yield spared
    with at_home(folder):
        template = Template(folder)
        first = template.fresh()
        good = first.file.read_bytes()
        newest = first("backup", "list", "--json").json()[0]["name"]
        for n in range(total):
            kind = tally.chance.choice(DAMAGES)
            data = kind(tally.chance, good)
            if n % 4 == 0:  # cut off at every place in turn
                data = good[: n * len(good) // total]
            whole = readable(data)
            if whole:
                tally.plan(-1)
                spared.plan(1)
            with (spared if whole else tally).attempt((kind.__name__, n)):
                g221 = template.fresh()
                g221.file.write_bytes(data)
                if whole:
                    _taken_as_it_is(tally.chance, g221, data)
                else:
                    _left_as_it_is(tally.chance, g221, data, newest)


def _left_as_it_is(chance: random.Random, g221: Runner, data: bytes, newest: str) -> None:
    """One line that names the damage and the way out; not a byte changed; the way out works."""
    for words in (chance.choice(WRITING), ("status",)):
        said = g221(*_named(g221, words), code=1)
        assert said.out == "", words
        assert len(said.lines) == 1, said.lines
        assert " is damaged: " in said.err, said.err
        assert "It was left as it is." in said.err, said.err
        assert f"'g221 backup restore {newest}'" in said.err, said.err
        assert g221.file.read_bytes() == data, words
    if chance.random() < 0.25:
        g221("backup", "restore", newest)
        g221("status")
        pinned = [p for p in g221.file.parent.rglob("*") if p.is_file() and p.read_bytes() == data]
        assert pinned, "the damaged file was not kept"
        g221("log", "ceac", "--note", "works again")


def _taken_as_it_is(chance: random.Random, g221: Runner, data: bytes) -> None:
    """What can still be read is used; a command that fails writes nothing, one that works adds."""
    words = chance.choice(WRITING)
    said = g221.ended(*_named(g221, words))
    if said.code:  # what is left of the file decides which of its rules refuses the command
        assert g221.file.read_bytes() == data, words
        assert len(said.lines) == 1
        return
    if words[0] in ("log", "deadline", "event"):  # what only adds keeps every row there is
        before, after = json.loads(data), json.loads(g221.file.read_bytes())
        for table, rows in before.items():
            for number, row in rows.items():
                assert after[table][number] == row, (table, number)


def _named(g221: Runner, words: tuple[str, ...]) -> list[str]:
    other = str(g221.file.with_name("other.json"))
    return [other if word == "OTHER" else word for word in words]


def readable(data: bytes) -> bool:
    """Whether the bytes are still a case file, judged without a line of the program's own code."""
    try:
        found = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_names_once,
            parse_constant=_refuse,
            parse_float=_finite,
        )
    except (ValueError, RecursionError):
        return False
    if not isinstance(found, dict) or not all(isinstance(t, dict) for t in found.values()):
        return False
    meta = found.get("meta", {}).get("1")
    if meta is None:
        return not any(found.get(name) for name in found if name != "meta")
    schema = meta.get("schema") if isinstance(meta, dict) else None
    return type(schema) is int and schema >= min(MIGRATIONS, default=SCHEMA)


def _names_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("twice")
    return dict(pairs)


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)


def _finite(digits: str) -> float:
    if math.isinf(float(digits)):
        raise ValueError(digits)
    return float(digits)


def cut_off(chance: random.Random, good: bytes) -> bytes:
    """The end is missing."""
    return good[: chance.randrange(len(good) - 1)]


def zeroed(chance: random.Random, good: bytes) -> bytes:
    """A run of zero bytes, as some file systems leave after a power cut."""
    start, end = sorted(chance.randrange(len(good) + 1) for _ in range(2))
    return good[:start] + b"\0" * (end - start + 1) + good[end:]


def zeros_at_the_end(chance: random.Random, good: bytes) -> bytes:
    """The length grew, the bytes did not come."""
    kept = good[: chance.randrange(len(good))] if chance.random() < 0.5 else good
    return kept + b"\0" * chance.randrange(1, 5000)


def flipped(chance: random.Random, good: bytes) -> bytes:
    """One to eight bits turned."""
    made = bytearray(good)
    for _ in range(chance.randrange(1, 9)):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def taken_twice(chance: random.Random, good: bytes) -> bytes:
    """A line is there twice: a name given twice, or a comma too few or too many."""
    lines = good.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    return b"".join([*lines[: at + 1], *lines[at:]])


def no_number(chance: random.Random, good: bytes) -> bytes:
    """A value that JSON does not know, or that no number can hold."""
    lines = good.splitlines(keepends=True)
    at = chance.choice([n for n, line in enumerate(lines) if b'": "' in line])
    name = lines[at].partition(b": ")[0]
    value = chance.choice((b"NaN", b"Infinity", b"-Infinity", b"1e999", b"-1e999", b"9" * 5000))
    lines[at] = name + b": " + value + (b",\n" if lines[at].rstrip().endswith(b",") else b"\n")
    return b"".join(lines)


def deep(chance: random.Random, good: bytes) -> bytes:
    """Lists within lists without end."""
    depth = chance.choice((5_000, 20_000, 100_000))
    nest = b"[" * depth + b"]" * depth
    return good.replace(b'"meta": {', b'"x": {"1": ' + nest + b'}, "meta": {', 1)


def more_at_the_end(chance: random.Random, good: bytes) -> bytes:
    """Something after the end: garbage, a brace, or the tail of a longer file before."""
    more = (b"}", b"x", b"{}", b"null", b"// mine", good[-chance.randrange(2, 200) :], b"\xff")
    return good + chance.choice(more)


def no_text(chance: random.Random, good: bytes) -> bytes:
    """Bytes that are no UTF-8."""
    if chance.random() < 0.1:
        return good.decode().encode("utf-16")
    at = chance.randrange(len(good))
    return good[:at] + chance.choice((b"\xff", b"\xe9", b"\xc3", b"\xed\xa0\x80")) + good[at:]


def conflicting(chance: random.Random, good: bytes) -> bytes:
    """The marks of a merge that was left undone."""
    lines = good.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    marks = (b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> laptop\n")
    if chance.random() < 0.5:
        return b"".join([*lines[:at], marks[0], lines[at], marks[1], lines[at], marks[2]])
    return b"".join([*lines[:at], chance.choice(marks), *lines[at:]])


def mixed(chance: random.Random, good: bytes) -> bytes:
    """A block of the file written at another place of it."""
    size = chance.choice((16, 64, 512))
    start, to = chance.randrange(len(good)), chance.randrange(len(good))
    block = good[start : start + size]
    return good[:to] + block + good[to + len(block) :]


def lost(chance: random.Random, good: bytes) -> bytes:
    """Some bytes in the middle are missing."""
    at = chance.randrange(len(good))
    return good[:at] + good[at + chance.randrange(1, 600) :]


def another_thing(chance: random.Random, good: bytes) -> bytes:
    """What is no case file at all."""
    return chance.choice((b"", b" \n", b"[]", b"null", b"5", b'"x"', b'{"cases": []}', b"\x89PNG"))


Damage = Callable[[random.Random, bytes], bytes]
DAMAGES: tuple[Damage, ...] = (
    *(cut_off, zeroed, zeros_at_the_end, flipped, taken_twice, no_number, deep),
    *(more_at_the_end, no_text, conflicting, mixed, lost, another_thing),
)
"""Every kind of damage."""
