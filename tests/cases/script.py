"""Reads a case as it is told in its file: days, commands, and what must be said after them."""

import re
import shlex
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from g221_tui.core.text.dates_read import read_date

TURNED_DOWN = {"refused": 1, "not understood": 2, "not open": 3}
"""The lines that tell how a command was turned down, each with its exit code."""


@dataclass(frozen=True)
class Check:
    """One indented line: what must be said."""

    line: int
    key: str
    value: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.key}: {self.value}"


@dataclass
class Step:
    """A command, or a look where there is none, and the checks after it."""

    today: date
    words: tuple[str, ...] = ()
    checks: list[Check] = field(default_factory=list)

    @property
    def code(self) -> int:
        """The exit code that the checks tell of."""
        return next((TURNED_DOWN[c.key] for c in self.checks if c.key in TURNED_DOWN), 0)


@dataclass(frozen=True)
class Script:
    """A whole case."""

    title: str
    about: str
    steps: tuple[Step, ...]

    @property
    def days(self) -> int:
        """On how many days somebody acted or looked."""
        return len({step.today for step in self.steps})


def day_of(text: str, today: date) -> date:
    """A day as the files write it: `12 Jan 2026`, or `today`."""
    return read_date(text.strip(), today)


def read(path: Path) -> Script:
    """Read a case.

    Raises:
        ValueError: A line is none of the known ones; the message names it.
    """
    title, about = "", []
    steps: list[Step] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = line.strip()
        if not text:
            continue
        if text.startswith("== "):
            day, _, _ = text[3:].partition(":")
            steps.append(Step(today=day_of(day, date(2026, 1, 1))))
        elif text.startswith("g221 ") and not line.startswith(" "):
            steps.append(Step(today=steps[-1].today, words=tuple(shlex.split(text)[1:])))
        elif line.startswith("    ") and steps:
            key, colon, value = re.split(r"(:)(?=\s|$)", text, maxsplit=1)
            if not colon:
                raise ValueError(f"{path.name}:{number}: no colon in '{text}'")
            steps[-1].checks.append(Check(number, key.strip(), value.strip()))
        elif steps:
            raise ValueError(f"{path.name}:{number}: '{text}' is no day, command or check")
        elif not title:
            title = text
        else:
            about.append(text)
    return Script(title, " ".join(about), tuple(steps))
