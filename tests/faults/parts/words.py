"""Row 16: random words that can't be read or taken, for every option of every command."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from faults.bad_values import FACTS, bad, refusal
from faults.commands import Argument, arguments, leaves, with_value, words
from faults.hostile import PATHS, is_parted
from faults.parts.part import Tally, scaled
from faults.parts.texts import NOT_OPEN, made
from faults.runner import Runner, Template, at_home
from g221_tui.core.edits.facts import fact_fields

TRIES = 12_000
DATES = frozenset(
    {"--on", "--asked", "--expires", "--learned", "--due", "--page-created", "--page-updated"}
    | {"--refused", "--interview", "--today", "date"}
)
"""The options and places that take a day."""
WIPES = "Goes: "
"""How the removal of everything begins, a line a file."""
UNREADABLE = (
    *("05/02/2026", "2026", "2026-01", "2026-W01-1", "soon", "next week", "3x"),
    *("2026-02-30", "31 Apr 2026", "2026-13-01", "14 Foo 2026", "--3d", "-3y"),
)
"""What no option that takes a day can read."""


def bad_words(folder: Path, share: float) -> Iterator[Tally]:
    """A bad value, an unknown option, a word too many or too few: one line, nothing done."""
    total = scaled(TRIES, share, 20)
    tally = Tally("random words that can't be read or taken, in a command", 16, planned=total)
    yield tally
    places = [argument for argument in arguments() if argument.takes_value]
    commands = [command for command, _ in leaves()]
    with at_home(folder):
        template = Template(folder)
        g221 = template.fresh()
        before = g221.file.read_bytes()
        for n in range(total):
            line, code, must = _line(tally.chance, g221, places, commands)
            with tally.attempt((n, ascii(line)[:200])):
                said = g221.ended(*line)
                if said.code == 0:
                    assert not must, "taken"
                    tally.spare()
                    g221.file.write_bytes(before)
                    continue
                # By chance a channel may be named that is not open.
                closed = said.code == NOT_OPEN and line[0] == "log" and not must
                # A slip may leave a command that is known, of a file that is not there.
                absent = said.code == 1 and not must
                if said.code == 1 and said.err.startswith(WIPES) and not must:
                    continue  # by chance it is `wipe`, which first says what would go
                assert closed or absent or said.code == code, f"exit {said.code}, not {code}"
                assert (said.out, len(said.lines)) == ("", 1), said
                assert said.err.endswith("\n")
                assert g221.file.read_bytes() == before
            if g221.file.read_bytes() != before:
                g221 = template.fresh()


class Line(NamedTuple):
    """Words that are likely to be refused."""

    words: list[str]
    code: int
    """The code with which they are refused."""
    must: bool
    """Whether they are in any case: by chance other words may be taken."""


def _line(chance: random.Random, g221: Runner, places: list[Argument], commands: list[str]) -> Line:
    """A line of random words."""
    kind = chance.randrange(6)
    if kind == 0:
        line = words(g221, chance.choice(commands))
        more = chance.choice(("--", "-", "---")) + _garbled(chance, "no such option")
        return Line([*line, more], 2, must=False)
    if kind == 1:
        name = _garbled(chance, chance.choice(commands).split()[0])
        # A slip may leave a start that only one command has.
        return Line([name, *made(chance).split()[:2]], 2, must=False)
    if kind == 2:
        fields = [f for f in fact_fields() if f.kind in FACTS]
        field = chance.choice(fields)
        bad_fact = f"{field.name}={chance.choice(FACTS[field.kind])}"
        return Line(["set", "title=half done", bad_fact], 2, must=True)
    argument = chance.choice(places)
    if kind == 3 and (known := bad(argument)):
        value = chance.choice(known)
        return Line(with_value(g221, argument, value), refusal(argument, value), must=True)
    if argument.name in DATES and chance.random() < 0.5:
        return Line(with_value(g221, argument, chance.choice(UNREADABLE)), 2, must=True)
    value = made(chance)
    if argument.name in PATHS:
        value = f"/no/such/{_garbled(chance, 'folder')}"
    # Of several lines none may hold a name: that is a list that can't be read.
    code = 2 if is_parted(argument, value) else refusal(argument, value)
    return Line(with_value(g221, argument, value), code, must=False)


def _garbled(chance: random.Random, word: str) -> str:
    """The word with a slip of the hand in it."""
    at = chance.randrange(len(word))
    other = chance.choice("aeioxz-_=0 ".replace(word[at], ""))
    slip = chance.choice(("", word[at] * 2, other, word[at].swapcase()))
    return word[:at] + slip + word[at + 1 :]
