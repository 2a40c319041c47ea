"""Three copies of a file that went on apart, made one in every order.

Each copy has a clock of its own, which may be behind or stand still. They record, correct, take
back, open cases, restore backups and now and then take one of the others in.
"""

import random
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from itertools import permutations
from pathlib import Path

from faults.machine import RULES
from g221_tui.contents import book_from
from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.corrections import Correct
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.documents.change_document import RemoveDocument, SetDocument, TickDocument
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.edits.named_dates import AddDeadline
from g221_tui.core.edits.removals import RemoveRecord
from g221_tui.errors import G221Error
from g221_tui.records import HISTORY, META, RawTables, Tables
from g221_tui.service.tracker import Tracker
from g221_tui.store.merging.merge import plan
from g221_tui.store.merging.side import side
from g221_tui.store.merging.taking import take_in
from g221_tui.store.repository import Repository
from g221_tui.store.transaction import Transaction
from g221_tui.store.working_copy import CaseStorage

TODAY = date(2026, 12, 12)
DAYS = (date(2026, 11, 20), date(2026, 12, 1), TODAY)
STATES = ("ready", "submitted", "received", "waived")
FACTS = ("title", "post", "phone", "visa", "tracking", "reasons")


class OwnClock:
    """The clock of one machine: it goes on with each look, and may be wrong."""

    def __init__(self, chance: random.Random, *, stands: bool) -> None:
        self._chance, self._stands = chance, stands
        self._seconds = 0 if stands else chance.randrange(3000)

    def today(self) -> date:
        """Always the same day."""
        return TODAY

    def stamp(self) -> str:
        """The moment on this clock."""
        if not self._stands:
            self._seconds += self._chance.choice([0, 1, 1, 7])
        minutes, seconds = divmod(self._seconds, 60)
        return f"2026-12-12T{12 + minutes // 60:02}:{minutes % 60:02}:{seconds:02}Z"


class Copy:
    """One copy of the file, and what is done on its machine."""

    def __init__(self, path: Path, chance: random.Random, *, stands: bool) -> None:
        self.path = path
        self.chance = chance
        self.clock = OwnClock(chance, stands=stands)
        self.tracker = Tracker(Repository(path, self.clock), RULES, self.clock)
        self.count = 0

    def begin(self) -> None:
        """A case, and what is the same in all copies."""
        self.tracker.open_case(
            OpenCase(answers={"refused": "2026-10-26"}, documents=("Client letter", "Chart"))
        )
        self.tracker.apply(LogContact(channel="ceac", note="first look"))

    def step(self) -> None:
        """Something at random; what is refused is nothing."""
        try:
            self.chance.choice(DEEDS)(self)
        except G221Error:
            return

    def some(self, kind: str) -> str:
        """The id of some record of the case in hand."""
        book = self.tracker.reader.book()
        case = next((case for case in book.cases if case.id == book.current), None)
        records = getattr(case, kind) if case is not None else ()
        return self.chance.choice(records).id if records else "c-222222"

    def word(self) -> str:
        """A text that another copy may draw as well."""
        return self.chance.choice(["one", "two", "three", f"{self.path.stem} {self.count}"])

    def new_name(self) -> str:
        """A name that only this copy gives."""
        self.count += 1
        return f"{self.path.stem} {self.count}"

    def value(self, fact: str) -> str:
        """A value that the fact can have."""
        if fact == "tracking":
            return self.chance.choice(["yes", "no"])
        if fact == "reasons":
            return self.chance.choice(["employment", "security", "employment, security", ""])
        return self.chance.choice([self.word(), ""])


def _restore(copy: Copy) -> None:
    names = [backup.name for backup in copy.tracker.reader.backups()]
    if names:
        copy.tracker.archive.restore(copy.chance.choice(names))


DEEDS: tuple[Callable[[Copy], object], ...] = (
    lambda c: c.tracker.apply(LogContact(channel=c.chance.choice(["ceac", "dos"]), note=c.word())),
    lambda c: c.tracker.apply(AddDocuments(names=(c.new_name(), c.new_name()), by="post")),
    lambda c: c.tracker.apply(
        SetDocument(
            document=c.some("documents"), state=c.chance.choice(STATES), on=c.chance.choice(DAYS)
        )
    ),
    lambda c: c.tracker.apply(TickDocument(document=c.some("documents"))),
    lambda c: c.tracker.apply(TickDocument(document=c.some("documents"))),
    lambda c: c.tracker.apply(
        SetDocument(document=c.some("documents"), details={"note": c.word(), "route": c.word()})
    ),
    lambda c: c.tracker.apply(RemoveDocument(document=c.some("documents"))),
    lambda c: c.tracker.apply(AddEvent(kind="note", note=c.word())),
    lambda c: c.tracker.apply(AddEvent(kind="transferred", post=c.word())),
    lambda c: c.tracker.apply(Correct(record=c.some("contacts"), values={"note": c.word()})),
    lambda c: c.tracker.apply(Correct(record=c.some("events"), values={"note": c.word()})),
    lambda c: c.tracker.apply(SetFacts(values={(f := c.chance.choice(FACTS)): c.value(f)})),
    lambda c: c.tracker.apply(SetFacts(values={(f := c.chance.choice(FACTS)): c.value(f)})),
    lambda c: c.tracker.apply(AddDeadline(name=c.new_name(), on=TODAY)),
    lambda c: c.tracker.apply(
        RemoveRecord(record=c.some(c.chance.choice(["contacts", "events", "deadlines"])))
    ),
    lambda c: c.tracker.archive.undo(),
    lambda c: c.tracker.archive.undo(),
    lambda c: c.tracker.archive.redo(),
    lambda c: c.tracker.open_case(OpenCase(answers={"refused": "2026-11-02", "title": c.word()})),
    lambda c: c.tracker.use_case(c.chance.choice(["1", "2"])),
    _restore,
)
"""What is done on a machine."""


def parted(folder: Path, chance: random.Random, *, meet: bool = True) -> list[Copy]:
    """Three copies of one file that went on apart.

    Args:
        folder: An empty folder.
        chance: Draws what is done.
        meet: Whether one may take another in on the way.
    """
    stands = chance.random() < 0.3
    first = Copy(folder / "a.json", chance, stands=stands)
    first.begin()
    for _ in range(chance.randrange(5)):
        first.step()
    copies = [first]
    for name in ("b", "c"):
        shutil.copy(first.path, folder / f"{name}.json")
        copies.append(Copy(folder / f"{name}.json", chance, stands=stands))
    for _ in range(chance.randrange(3, 16)):
        here = chance.choice(copies)
        if meet and chance.random() < 0.08:
            here.tracker.archive.import_file(chance.choice(copies).path)
        else:
            here.step()
    return copies


def both(ours: Tables, theirs: Tables) -> RawTables:
    """Ours with theirs taken in."""
    made = plan(ours, theirs, RULES)
    if not made.anything:
        return {name: dict(rows) for name, rows in ours.items()}
    clock = OwnClock(random.Random(0), stands=True)
    storage = CaseStorage(Path("no file"))
    storage.take({name: dict(rows) for name, rows in ours.items()})
    take_in(Transaction(storage, clock), made, theirs, "Merged.", TODAY)
    return storage.whole()


def held(tables: Tables) -> Mapping[str, object]:
    """All that can be seen of a file: its records, in their order, and the case in hand."""
    book = book_from(tables)
    assert not book.problems, book.problems
    rows = {
        table: [found[number] for number in sorted(found, key=int)]
        for table, found in tables.items()
        if found and table not in (HISTORY, META)
    }
    return {"book": book, "rows": rows}


def check(folder: Path, chance: random.Random, *, meet: bool = True) -> None:
    """Parts a file in three and makes it one in every order: each gives the same."""
    copies = parted(folder, chance, meet=meet)
    files = [copy.tracker.reader.repository.tables() for copy in copies]
    for tables in files:
        assert not side(tables).found, [act.row for act in side(tables).found.values()]
        assert not side(tables).missing, side(tables).missing
        assert held(both(tables, tables)) == held(tables), "idempotent"
    results = []
    for x, y, z in permutations(files):
        results += [both(both(x, y), z), both(x, both(y, z))]
    for other in results[1:]:
        assert held(other) == held(results[0])
    for tables in (*files, *results):
        again = plan(results[0], tables, RULES)
        assert (again.lines, again.clashes) == ((), ()), (again.lines, again.clashes)
    _taken_back(copies, chance)


def _taken_back(copies: list[Copy], chance: random.Random) -> None:
    """One takes another in, and takes that back: it is as it was, and can be done again."""
    here, there = chance.sample(copies, 2)
    before = held(here.tracker.reader.repository.tables())
    done = here.tracker.archive.import_file(there.path)
    after = held(here.tracker.reader.repository.tables())
    if done.sentence.startswith("Nothing"):
        return
    here.tracker.archive.undo()
    assert held(here.tracker.reader.repository.tables()) == before
    here.tracker.archive.redo()
    assert held(here.tracker.reader.repository.tables()) == after
    here.tracker.archive.undo()
    here.tracker.archive.import_file(there.path)
    assert held(here.tracker.reader.repository.tables()) == after
