"""Every command with every option, read from the parser itself: a new one can't be forgotten."""

import argparse
import json
import shutil
from collections.abc import Iterator
from typing import Any, NamedTuple

from cli.conftest import Cli
from g221_tui.cli.arguments import whole_parser
from g221_tui.cli.parser import Parser

REFUSED = "2026-10-26"

BASE: dict[str, tuple[str, ...]] = {
    "status": (),
    "next": (),
    "why": ("next",),
    "channels": (),
    "timeline": (),
    "contacts": (),
    "history": (),
    "info": (),
    "guide": (),
    "demo": (),
    "docs list": (),
    "backup restore": ("BACKUP",),
    "docs add": ("Payslips",),
    "docs set": ("Client letter", "submitted"),
    "docs starter": ("employment",),
    "docs remove": ("Client letter",),
    "event add": ("note",),
    "event list": (),
    "event remove": ("EVENT",),
    "contacts remove": ("CONTACT",),
    "draft": ("dos",),
    "log": ("ceac",),
    "new": ("--refused", REFUSED),
    "cases": (),
    "cases link": ("1", "family"),
    "cases use": ("1",),
    "set": ("title=mine",),
    "correct": ("CONTACT", "note=better"),
    "deadline add": ("Lease", "2027-01-05"),
    "deadline list": (),
    "deadline remove": ("Flight",),
    "undo": (),
    "redo": (),
    "export": ("json",),
    "remind": (),
    "completion": ("bash",),
    "wipe": ("--yes",),
    "import": ("OTHER",),
    "merge-driver": ("OTHER", "OTHER", "OTHER"),
    "backup list": (),
}
"""Words that each command takes; those in capitals stand for what a filled file has."""

READING = frozenset(
    {
        "status",
        "next",
        "why",
        "channels",
        "timeline",
        "contacts",
        "history",
        "info",
        "guide",
        "demo",
        "draft",
    }
    | {"docs list", "docs starter", "event list", "deadline list", "cases", "export", "backup list"}
    | {"remind", "completion"}
)
"""The commands that change nothing."""

GLOBAL = ("--file", "--case", "--today")
"""The options of every command."""


class Argument(NamedTuple):
    """One option or place of a command."""

    command: str
    name: str
    """`--note`, or the name of a place."""
    takes_value: bool
    place: int
    """Which place it is; -1 for an option."""


def leaves(parser: Parser | None = None, path: str = "") -> Iterator[tuple[str, Parser]]:
    """Each command and its parser."""
    parser = parser or whole_parser()
    below = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    if path and (not below or not below[0].required):
        yield path, parser
    for action in below:
        for name, child in action.choices.items():
            yield from leaves(child, f"{path} {name}".strip())


def arguments() -> list[Argument]:
    """Every option and place of every command, those of all commands once each."""
    found: list[Argument] = []
    for command, parser in leaves():
        places = 0
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction | argparse._HelpAction):
                continue
            if not action.option_strings:
                found.append(Argument(command, action.dest, True, places))
                places += 1
                continue
            name = action.option_strings[0]
            if name not in GLOBAL or command == "log":
                found.append(Argument(command, name, action.nargs != 0, -1))
    return found


def in_turn() -> list[str]:
    """Every command, those that take a record or all away last: the others still find it."""
    return sorted(BASE, key=lambda command: (command == "wipe", command.endswith("remove")))


def words(g221: Cli, command: str) -> list[str]:
    """Words of this command that work on a filled file."""
    contact = g221.contacts()[0]["id"]
    newest = g221("backup", "list", "--json").json()[0]["name"]
    event = g221("event", "list", "--json").json()[-1]["id"]
    names = {"CONTACT": contact, "EVENT": event, "OTHER": str(other(g221)), "BACKUP": newest}
    return [*command.split(), *(names.get(word, word) for word in BASE[command])]


def with_value(g221: Cli, argument: Argument, value: str) -> list[str]:
    """The words of a command with this value as the option, or in the place."""
    base = words(g221, argument.command)
    depth = len(argument.command.split())
    if argument.place < 0:
        return [*base, f"{argument.name}={value}"]
    placed = base[: depth + argument.place]
    after = base[depth + argument.place + 1 :]
    return [*placed, *(["--"] if value.startswith("-") else []), value, *after]


def other(g221: Cli) -> Any:
    """Where the file lies that can be imported."""
    return g221.file.with_name("other.json")


def fill(g221: Cli) -> None:
    """Two cases, papers, contacts, an event, a deadline, a step to undo and one to redo."""
    g221.open(REFUSED, "--title", "Daughter")
    g221.open(REFUSED, "--document", "Client letter", "Org chart", "--reason", "employment")
    g221("log", "ceac", "--status", "Refused", "--note", "first look")
    g221("event", "add", "note", "--note", "the post rang")
    g221("deadline", "add", "Flight", "2027-02-05")
    g221("log", "dos", "--purpose", "details", "--note", "mine")
    g221("undo")
    write_other(g221)


def write_other(g221: Cli) -> None:
    """Writes the file that can be imported: another machine went on with this one."""
    there = g221.file.with_name("there") / "case.json"
    there.parent.mkdir()
    shutil.copy(g221.file, there)
    words = ("log", "dos", "--purpose", "details", "--note", "theirs")
    g221("--file", str(there), *words)
    g221("--file", str(there), "export", "json", "--full", "--out", str(other(g221)))
    shutil.rmtree(there.parent)


def texts(g221: Cli) -> set[str]:
    """Every text in the file, as it is kept."""
    found: set[str] = set()
    stack: list[Any] = [json.loads(g221.file.read_bytes())]
    while stack:
        here = stack.pop()
        if isinstance(here, dict):
            stack += here.values()
        elif isinstance(here, list):
            stack += here
        elif isinstance(here, str):
            found.add(here)
    return found
