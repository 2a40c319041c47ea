"""A file of cases in memory: what an applicant does, told in words, and what the rules say of it.

The words are those of the command line, turned into the same commands; there is no argparse, no
file and no dashboard between a test and the core. What the command line itself promises (its
streams, exit codes and options) is tested in `tests/cli`.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

import msgspec

from core.words import CHANGING, Words, options
from g221_tui.core.cases import find_case
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.command import Command
from g221_tui.core.model import Book, Case
from g221_tui.core.progress.case_day import CaseDay, case_day
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.snapshot.build import build
from g221_tui.core.views import Snapshot
from g221_tui.errors import G221Error, NotUnderstood
from g221_tui.rules import load_rules

TODAY = "2026-12-12"
LATER = "2031-01-01"
"""A day after everything the tests record, to record it on."""
EVERY_FACT = {"--tracking": "yes", "--us-link": "employer", "--us-state": "TX"}
"""What no channel then lacks."""
HUMAN = ("consulate_call", "consulate_email", "dos", "senator")
WAIT = ("anchor", "elapsed_days", "wait_days", "days_left", "state_department_day_180")
"""What is null when there is no wait."""
SEVERAL = ("document", "reason")
"""The options of `new` that may be given more than once, and take several values."""


@cache
def rules() -> Rules:
    """The rules that come with the package, read once."""
    return load_rules(None)


@dataclass(frozen=True)
class Said:
    """What came of some words."""

    value: object = None
    """What was asked for."""
    err: str = ""
    """The sentence that tells what was done, or why it was not."""
    code: int = 0
    """The exit code that the command line ends with."""
    record: str = ""
    """The id of the record that was made or changed."""

    def json(self) -> Any:
        """What was asked for, as the JSON of it would be read."""
        return json.loads(msgspec.json.encode(self.value))

    @property
    def lines(self) -> list[str]:
        """The lines of the sentence."""
        return self.err.splitlines()


@dataclass
class Numbers:
    """Ids that count, so that a failing test reads the same each time."""

    stamp: str = "2026-01-01T12:00:00Z"
    count: int = 0
    cases: int = 0

    def new_id(self, letter: str) -> str:
        """`d-1`, `e-2`."""
        self.count += 1
        return f"{letter}-{self.count}"

    def new_case_id(self) -> str:
        """`1`, `2`."""
        self.cases += 1
        return str(self.cases)


@dataclass
class Life:
    """Cases in memory, changed by words and looked at on any day."""

    rules: Rules = field(default_factory=rules)
    book: Book = field(default_factory=Book)
    ids: Numbers = field(default_factory=Numbers)

    def __call__(self, *words: str, today: str = TODAY, code: int = 0) -> Said:
        """Do what the words say on that day, and check how it ends."""
        try:
            said = self._said(list(words), date.fromisoformat(today))
        except G221Error as problem:
            said = Said(err=str(problem), code=problem.exit_code)
        assert said.code == code, f"{words}: exit {said.code}, not {code}\n{said.err}"
        return said

    def open(self, refused: str, *more: str, today: str = LATER) -> str:
        """Open a case with every fact that a channel needs, unless given, and give its id."""
        facts = [word for pair in EVERY_FACT.items() if pair[0] not in more for word in pair]
        return self("new", "--refused", refused, *facts, *more, today=today).record

    def apply(self, command: Command, today: str = LATER) -> Said:
        """Apply a command to the current case on that day."""
        day = self.day(today)
        edit = command.apply(day, self.ids)
        self.put(edit.case)
        said = " ".join([edit.sentence, *edit.notes, *edit.warnings])
        return Said(err=said, record=edit.record)

    def use(self, case: str) -> Said:
        """Make another case the current one."""
        found = find_case(self.book, case)
        self.book = msgspec.structs.replace(self.book, current=found.id)
        return Said(record=found.id)

    @property
    def case(self) -> Case:
        """The current case."""
        return find_case(self.book, None)

    def put(self, case: Case) -> None:
        """Take this case in the place of the one with its id."""
        cases = tuple(case if other.id == case.id else other for other in self.book.cases)
        self.book = msgspec.structs.replace(self.book, cases=cases)

    def day(self, today: str = TODAY) -> CaseDay:
        """The current case on that day."""
        return case_day(self.case, self.rules, date.fromisoformat(today))

    def snapshot(self, today: str = TODAY) -> Snapshot:
        """The snapshot of that day."""
        return build(self.day(today))

    def status(self, today: str = TODAY) -> Any:
        """The snapshot of that day, as the JSON of it would be read."""
        return Said(self.snapshot(today)).json()

    def channels(self, today: str = TODAY) -> dict[str, Any]:
        """The channels of that day by their ids."""
        return {row["id"]: row for row in self.status(today)["channels"]}

    def states(self, today: str = TODAY) -> dict[str, str]:
        """The state of each channel on that day."""
        return {name: row["state"] for name, row in self.channels(today).items()}

    def documents(self, today: str = TODAY) -> dict[str, Any]:
        """The documents of that day by their names."""
        return {row["name"]: row for row in self.status(today)["documents"]["items"]}

    def deadlines(self, today: str = TODAY) -> dict[str, Any]:
        """The deadlines of that day by their ids."""
        return {row["id"]: row for row in self.status(today)["deadlines"]}

    def next_step(self, today: str = TODAY) -> Any:
        """The next step on that day."""
        return self.status(today)["next"]

    def contacts(self) -> list[dict[str, Any]]:
        """All contacts, by their days."""
        rows: list[dict[str, Any]] = self("contacts", "--json").json()
        return rows

    def recorded(self) -> Book:
        """All that could show that something was recorded."""
        return self.book

    def _said(self, words: list[str], today: date) -> Said:
        for count in (2, 1):
            name = " ".join(words[:count])
            if name in SHOWING:
                return Said(SHOWING[name](self, options(words[count:]), today))
            if name in CHANGING:
                command = CHANGING[name](options(words[count:], several=("document",)))
                return self.apply(command, today.isoformat())
        if words[:2] == ["cases", "use"]:
            return self.use(words[2])
        if words[0] == "new":
            return self._open(options(words[1:], several=SEVERAL), today)
        raise NotUnderstood(f"The core has no words '{' '.join(words)}'.")

    def _open(self, given: Words, today: date) -> Said:
        opening = OpenCase(
            answers={n: t for n, t in given.named.items() if n not in SEVERAL},
            documents=given.several("document"),
            reasons=given.several("reason"),
        )
        edit = opening.open(self.rules, today, self.ids)
        cases = (*self.book.cases, edit.case)
        self.book = msgspec.structs.replace(self.book, cases=cases, current=edit.case.id)
        said = " ".join([edit.sentence, *edit.notes, *edit.warnings])
        return Said(edit.record, err=said, record=edit.record)


def _whole(record: msgspec.Struct) -> dict[str, object]:
    return {f.encode_name: getattr(record, f.name) for f in msgspec.structs.fields(record)}


def _contacts(life: Life) -> object:
    return [_whole(c) for c in sorted(life.case.contacts, key=lambda contact: contact.on)]


def _events(life: Life) -> object:
    return [_whole(e) for e in sorted(life.case.events, key=lambda event: event.day)]


SHOWING: Mapping[str, Callable[[Life, Words, date], object]] = {
    "status": lambda life, given, today: life.snapshot(today.isoformat()),
    "next": lambda life, given, today: life.snapshot(today.isoformat()).next,
    "channels": lambda life, given, today: (
        life.snapshot(today.isoformat()).further
        if "further" in given.named
        else life.snapshot(today.isoformat()).channels
    ),
    "timeline": lambda life, given, today: life.snapshot(today.isoformat()).timeline,
    "docs list": lambda life, given, today: life.snapshot(today.isoformat()).documents,
    "contacts": lambda life, given, today: _contacts(life),
    "event list": lambda life, given, today: _events(life),
}
"""The words that look at a case."""


def plus(start: str, days: int) -> str:
    """The day that many days later."""
    return (date.fromisoformat(start) + timedelta(days=days)).isoformat()


def names_day(text: str, day: str) -> bool:
    """Whether the text names the day, in the form for people or for data."""
    wanted = date.fromisoformat(day)
    spoken = {f"{wanted.day} {wanted:%b %Y}", f"{wanted.day:02} {wanted:%b %Y}"}
    return day in text or any(form in text for form in spoken)
