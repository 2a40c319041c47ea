"""Case files of any size with their history.

The first records of a file are made by the program's own services, one command a save. What a
save left of a record (its row and its entry in the history) is then written as often as asked,
with an id, a day and a number of its own.
"""

import json
import tempfile
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from g221_tui.clock import FixedClock
from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.packed_history import packed
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store import codec
from g221_tui.store.repository import Repository

Row = dict[str, Any]
"""A row of a table, as it stands in the file."""
SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""The signs of a record's id."""
WAIT = 400
"""How many days before today the cases were refused."""
MARK = "Benchmark"
"""The title of the case in hand: when it is on the screen, the dashboard stands."""
LOOKS = 20
"""Each contact of this number is a look at a page, which the dashboard folds with the others."""


class Size(NamedTuple):
    """What a file holds."""

    contacts: int = 30
    """Of the case in hand, as are the documents and the events."""
    documents: int = 20
    events: int = 10
    cases: int = 1
    each: int = 8
    """How many contacts each other case has."""
    days: int = WAIT - 1
    """Over how many days the records are spread."""

    @property
    def records(self) -> int:
        """Of the whole file; the cases themselves and their refusals are not counted."""
        return self.contacts + self.documents + self.events + (self.cases - 1) * self.each


SMALL = Size()
NAMED: Mapping[str, Size] = {
    "60 records": SMALL,
    "10,000 records": Size(contacts=7_000, documents=2_000, events=1_000),
    "3,000 documents": Size(contacts=0, documents=3_000, events=0),
    "500 cases": Size(cases=500),
}
"""The sizes that are measured, by their names; the second is one case."""


def write(path: Path, size: Size, today: date) -> None:
    """Write a file of this size.

    Args:
        path: Where it is to lie; nothing lies there yet.
        size: What it holds.
        today: The last day on which anything happened.
    """
    with tempfile.TemporaryDirectory(prefix="g221-seed-") as folder:
        seed = Path(folder) / "seed.json"
        _seed(seed, today)
        tables: dict[str, Any] = json.loads(seed.read_bytes())
    made = Growing(tables, today)
    made.case_in_hand(size)
    for case in range(2, size.cases + 1):
        made.other_case(str(case), size)
    path.write_bytes(codec.encode(packed(made.tables)))
    path.chmod(0o600)


def tracker_of(path: Path, today: date) -> Tracker:
    """The program's own service over a file, on that day."""
    clock = FixedClock(today)
    return Tracker(Repository(path, clock), load_rules(None), clock)


def opening(today: date, title: str) -> OpenCase:
    """A case that waits since long."""
    refused = today - timedelta(days=WAIT)
    number = f"{refused:%Y%j} 345 0001"
    answers = {"title": title, "post": "Mumbai", "visa": "H-1B", "case_number": number}
    return OpenCase(answers={**answers, "refused": refused.isoformat(), "asked": "yes"})


def email(on: date, note: str) -> LogContact:
    """A message about papers, which no rule holds back."""
    return LogContact(channel="consulate_email", on=on, purpose="documents", note=note)


def look(on: date, note: str) -> LogContact:
    """A look at the status page."""
    return LogContact(channel="ceac", on=on, status="Refused", note=note)


def _seed(path: Path, today: date) -> None:
    """One case with a record of each kind, by the program itself."""
    tracker = tracker_of(path, today)
    opened = opening(today, MARK)
    tracker.open_case(opened)
    refused = date.fromisoformat(opened.answers["refused"])
    on = today - timedelta(days=1)
    tracker.apply(AddDocuments(names=("Paper 0",), by="slip", asked=refused))
    tracker.apply(AddEvent(kind="note", on=on, note="Event 0"))
    tracker.apply(email(on, "Letter 0"))
    tracker.apply(look(on, "Look 0"))


class Growing:
    """The tables of a file that grows."""

    def __init__(self, tables: dict[str, Any], today: date) -> None:
        self.tables = tables
        """By their names; a row by its number."""
        self._today = today
        self._number = 0
        last: Callable[[str, int], Row] = lambda name, at: list(tables[name].values())[at]  # noqa: E731
        self._paper = self._pattern("documents", last("documents", -1))
        self._event = self._pattern("events", last("events", -1))
        self._email = self._pattern("contacts", last("contacts", 0))
        self._look = self._pattern("contacts", last("contacts", 1))
        self._case = self._pattern("cases", last("cases", 0))
        self._refusal = last("events", 0)

    def _pattern(self, table: str, row: Row) -> "Pattern":
        quoted = f'"{row["id"]}"'
        entries = [json.dumps(entry) for entry in self.tables["history"].values()]
        entry = next(entry for entry in entries if quoted in entry and f'"{table}"' in entry)
        return Pattern(table, row["id"], row.get("on", ""), json.dumps(row), entry)

    def case_in_hand(self, size: Size) -> None:
        """Fill the first case; one record of each kind lies there, two of the contacts."""
        for n in range(1, size.documents):
            self._add(self._paper, n, size.days, "1")
        for n in range(1, size.events):
            self._add(self._event, n, size.days, "1")
        for n in range(2, size.contacts):
            self._add(self._look if n % LOOKS == 0 else self._email, n, size.days, "1")

    def other_case(self, name: str, size: Size) -> None:
        """One more case with its refusal and its contacts."""
        fresh = self._id("e")
        refusal = {**self._refusal, "id": fresh, "case": name}
        case = {**json.loads(self._case.row), "id": name, "title": f"Case {name}"}
        entry = json.loads(self._case.entry)
        own = {"cases": case, "events": refusal}
        changes = [
            {**change, "id": own[change["table"]]["id"], "after": own[change["table"]]}
            for change in entry["changes"]
            if change["table"] in own
        ]
        self._append("cases", case, int(name))
        self._append("events", refusal)
        self._note({**entry, "changes": changes})
        for n in range(size.each):
            self._add(self._look if n % 4 == 0 else self._email, int(name) + n, size.days, name)

    def _add(self, pattern: "Pattern", n: int, days: int, case: str) -> None:
        """One more record like the pattern."""
        fresh = self._id(pattern.id[0])
        on = (self._today - timedelta(days=n % days)).isoformat()

        def own(text: str) -> Row:
            text = text.replace(f'"{pattern.id}"', f'"{fresh}"')
            for word in ("Paper", "Event", "Letter", "Look"):
                text = text.replace(f"{word} 0", f"{word} {n}")
            if pattern.day:
                text = text.replace(pattern.day, on)
            found: Row = json.loads(text.replace('"case": "1"', f'"case": "{case}"'))
            return found

        self._append(pattern.table, own(pattern.row))
        self._note(own(pattern.entry))

    def _append(self, table: str, row: Row, number: int = 0) -> None:
        rows = self.tables[table]
        rows[str(number or len(rows) + 1)] = row

    def _note(self, entry: Row) -> None:
        history = self.tables["history"]
        at = len(history) + 1
        history[str(at)] = {**entry, "n": at}

    def _id(self, letter: str) -> str:
        """An id that no record has: each number has its own."""
        self._number += 1
        rest, signs = self._number, ""
        for _ in range(6):
            rest, sign = divmod(rest, len(SIGNS))
            signs = SIGNS[sign] + signs
        return f"{letter}-{signs}"


class Pattern(NamedTuple):
    """What a save left of a record."""

    table: str
    id: str
    day: str
    """Of a record that has one, else empty."""
    row: str
    """As JSON."""
    entry: str
    """As JSON."""
