"""Trees as `--json` prints them, and doing what a tree says."""

import json
import shlex
from datetime import date
from typing import Any

import msgspec

from core.snapshot.kit import day_of
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.model import Case
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.why.subject import why

LATER = date(2031, 1, 1)
VALUES = {"XX": "TX", "TEXT": "IOE0912345678"}
"""What a person puts for the places of a command."""


def tree(word: str, case: Case, today: date) -> Any:
    """The tree as a program reads it."""
    return asked(word, day_of(case, today))["tree"]


def asked(word: str, day: CaseDay) -> Any:
    """The whole answer as a program reads it."""
    return json.loads(msgspec.json.encode(why(word, day)))


def the_change(node: Any) -> Any:
    """The one thing that would open a channel: the last child of its answer."""
    (found,) = [child for child in node["children"] if child["kind"] == "change"]
    assert node["children"][-1] == found
    return found


class NoIds:
    """Ids are not needed where no record is made."""

    stamp = "2026-01-01T12:00:00Z"

    def new_id(self, letter: str) -> str:
        """Not asked for."""
        raise AssertionError(letter)

    def new_case_id(self) -> str:
        """Not asked for."""
        raise AssertionError


def obeyed(command: str, case: Case) -> Case:
    """The case after a command `g221 set FACT=VALUE...`, its places filled.

    It is given on a day after all that is recorded: facts hold on every day.
    """
    program, verb, *pairs = shlex.split(command)
    assert (program, verb) == ("g221", "set"), command
    values = dict(pair.split("=", 1) for pair in pairs)
    filled = {name: VALUES.get(value, value) for name, value in values.items()}
    return SetFacts(values=filled).apply(day_of(case, LATER), NoIds()).case
