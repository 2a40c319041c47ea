"""Random commands by two writers on one file, against a simple model in memory.

The model knows nothing of rows, locks or history: it is a dictionary of records, a list of former
ones for undo, and the ten files before for the backups.
"""

import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from g221_tui.clock import FixedClock
from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.corrections import Correct
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.documents.change_document import RemoveDocument, SetDocument, TickDocument
from g221_tui.core.edits.facts import SetFacts
from g221_tui.core.edits.named_dates import AddDeadline
from g221_tui.core.edits.removals import RemoveRecord
from g221_tui.core.history.undo import MOST_STEPS
from g221_tui.core.model import Document, YesNo
from g221_tui.errors import Refused
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.backups import KEPT
from g221_tui.store.import_export import write_export
from g221_tui.store.repository import Repository

TODAY = date(2026, 12, 12)
RULES = load_rules(None)

State = dict[str, tuple[Any, ...]]
"""The records by their ids, and under "" the case in hand."""

texts = some.text(max_size=12) | some.sampled_from(["[/]", "\x1b[31m", "half \udc80", "a\nb"])
writers = some.integers(0, 1)
SENT = ("submitted", TODAY)
"""The step of a paper that goes in."""


def tracker(path: Path) -> Tracker:
    """A writer of the file."""
    clock = FixedClock(TODAY)
    return Tracker(Repository(path, clock), RULES, clock)


def state(path: Path) -> State:
    """What the file holds, as the model sees it."""
    book = Repository(path, FixedClock(TODAY)).load()
    assert book.problems == ()
    found: State = {"": (book.current,)}
    for case in book.cases:
        found[case.id] = ("case", case.facts.title, case.facts.post)
        for event in case.events:
            post = event.new_post.post if event.new_post is not None else None
            found[event.id] = ("event", case.id, event.kind, event.note, post, str(event.asked))
        for paper in case.documents:
            found[paper.id] = (
                *("document", case.id, paper.name, paper.note),
                *(_steps(paper), bool(paper.removed_at)),
            )
        for contact in case.contacts:
            found[contact.id] = ("contact", case.id, contact.channel, contact.note)
        for deadline in case.deadlines:
            found[deadline.id] = ("deadline", case.id, deadline.name, deadline.on)
        for gone in case.removed:
            found[gone.id] = ("removed", case.id)
    return found


def _steps(paper: Document) -> tuple[tuple[str, object], ...]:
    """The steps of a paper, as the model sees them."""
    return (("task", paper.task), *((str(step.state), step.on) for step in paper.in_order))


class Machine(RuleBasedStateMachine):
    """The file under random commands, and the model beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="g221-machine-"))
        self.path = self.folder / "case.json"
        self.trackers = (tracker(self.path), tracker(self.path))
        self.model: State = {"": (None,)}
        self.done: list[State] = []
        self.undone: list[State] = []
        self.backups: dict[str, State] = {}
        self.saves = -1
        self.pinned = 0
        self.exports: list[tuple[Path, State]] = []
        self.count = 0
        self.came: set[str] = set()
        """The ids of what copies that were taken in brought or changed."""

    def teardown(self) -> None:
        """Takes the files away."""
        shutil.rmtree(self.folder)

    def saved(self, after: State, *, pin: bool = False) -> None:
        """The model of one save: the former file becomes a backup."""
        self.saves += 1
        if self.saves:
            self.backups[str(self.saves)] = dict(self.model)
            self.backups.pop(str(self.saves - KEPT), None)
        if pin:
            self.pinned += 1
            self.backups[f"pinned-{self.pinned}"] = dict(self.model)
        self.model = dict(after)

    def stepped(self, after: State, *, pin: bool = False) -> None:
        """The model of one new step."""
        if after != self.model:
            self.done.append(dict(self.model))
            self.undone = []
            self.saved(after, pin=pin)

    def added(self, *expected: tuple[Any, ...], **more: tuple[Any, ...]) -> None:
        """The step that added these records, under ids that the file chose."""
        now = state(self.path)
        new = {name: value for name, value in now.items() if name not in self.model}
        assert sorted(map(repr, new.values())) == sorted(map(repr, expected))
        self.stepped({**self.model, **new, **({"": more["hand"]} if "hand" in more else {})})

    def name(self) -> str:
        """A name that nothing has yet."""
        self.count += 1
        return f"paper {self.count}"

    def of(self, kind: str) -> list[str]:
        """The ids of the records of a kind in the case in hand, in order of entry.

        Not in that of the ids, which are drawn anew each time: one choice must stay one record.
        """
        hand = self.model.get("", (None,))[0]
        return [n for n, r in self.model.items() if r[0] == kind and (r[1] == hand or n == hand)]

    @initialize(writer=writers)
    def begin(self, writer: int) -> None:
        """There is always a case."""
        self.new(writer, "first")

    @rule(writer=writers, title=texts)
    def new(self, writer: int, title: str) -> None:
        """Open a case; it is in hand then."""
        done = self.trackers[writer].open_case(
            OpenCase(answers={"refused": "2026-10-26", "title": title})
        )
        self.added(
            ("case", title, ""),
            ("event", done.case, "refused_221g", "", None, "unknown"),
            hand=(done.case,),
        )

    @rule(writer=writers, data=some.data())
    def use(self, writer: int, data: some.DataObject) -> None:
        """Take another case in hand."""
        cases = [name for name, record in self.model.items() if record[0] == "case"]
        if cases:
            chosen = data.draw(some.sampled_from(sorted(cases)))
            self.trackers[writer].use_case(chosen)
            self.stepped({**self.model, "": (chosen,)})

    @precondition(lambda self: self.of("case"))
    @rule(writer=writers, note=texts, task=some.booleans())
    def add_document(self, writer: int, note: str, task: bool) -> None:
        """List a paper, or a task."""
        name, hand = self.name(), self.of("case")[0]
        self.trackers[writer].apply(
            AddDocuments(names=(name,), task=task, by="post", asked=TODAY, details={"note": note})
        )
        steps = (("task", task), ("requested", TODAY))
        self.added(("document", hand, name, note, steps, False))

    @precondition(lambda self: self.of("document"))
    @rule(writer=writers, note=texts, data=some.data(), remove=some.booleans())
    def change_document(self, writer: int, note: str, data: some.DataObject, remove: bool) -> None:
        """Note something about a paper, or take it off the list."""
        listed = [name for name in self.of("document") if not self.model[name][5]]
        if not listed:
            return
        chosen = data.draw(some.sampled_from(listed))
        record = self.model[chosen]
        if remove:
            self.trackers[writer].apply(RemoveDocument(document=record[2]))
            self.stepped({**self.model, chosen: (*record[:5], True)})
        else:
            self.trackers[writer].apply(
                SetDocument(document=record[2], state="submitted", details={"note": note})
            )
            steps = record[4] if record[4][-1] == SENT else (*record[4], SENT)
            self.stepped({**self.model, chosen: (*record[:3], note, steps, False)})

    @precondition(lambda self: self.of("document"))
    @rule(writer=writers, data=some.data())
    def ask_again(self, writer: int, data: some.DataObject) -> None:
        """Ask for a paper again: once it went in, and not before."""
        listed = [name for name in self.of("document") if not self.model[name][5]]
        if not listed:
            return
        chosen = data.draw(some.sampled_from(listed))
        record, here = self.model[chosen], self.trackers[writer]
        command = AddDocuments(names=(record[2].upper(),))
        if record[4][-1] != SENT:
            refused(lambda: here.apply(command))
            return
        here.apply(command)
        steps = (*record[4], ("requested", TODAY))
        self.stepped({**self.model, chosen: (*record[:4], steps, False)})

    @precondition(lambda self: self.of("document"))
    @rule(writer=writers, data=some.data())
    def tick(self, writer: int, data: some.DataObject) -> None:
        """Tick a paper, or take today's last step back."""
        listed = [name for name in self.of("document") if not self.model[name][5]]
        if not listed:
            return
        chosen = data.draw(some.sampled_from(listed))
        record = self.model[chosen]
        self.trackers[writer].apply(TickDocument(document=chosen))
        sent = record[4][-1] == SENT
        steps = record[4][:-1] if sent else (*record[4], SENT)
        self.stepped({**self.model, chosen: (*record[:4], steps, False)})

    @precondition(lambda self: self.of("case"))
    @rule(writer=writers, note=texts)
    def log(self, writer: int, note: str) -> None:
        """Log a look at the status page."""
        self.trackers[writer].apply(LogContact(channel="ceac", note=note))
        self.added(("contact", self.of("case")[0], "ceac", note))

    @precondition(lambda self: self.of("case"))
    @rule(writer=writers, note=texts)
    def event(self, writer: int, note: str) -> None:
        """Record a note."""
        self.trackers[writer].apply(AddEvent(kind="note", note=note))
        self.added(("event", self.of("case")[0], "note", note, None, "unknown"))

    @precondition(lambda self: self.of("case"))
    @rule(writer=writers, post=texts)
    def transfer(self, writer: int, post: str) -> None:
        """Record that another post has the case."""
        self.trackers[writer].apply(AddEvent(kind="transferred", post=post))
        known = post if post.strip() else None  # of no post nothing is known, not even its name
        self.added(("event", self.of("case")[0], "transferred", "", known, "unknown"))

    @precondition(lambda self: self.of("case"))
    @rule(writer=writers, asked=some.sampled_from(YesNo))
    def slip(self, writer: int, asked: YesNo) -> None:
        """Record a further letter, and what it asks."""
        self.trackers[writer].apply(AddEvent(kind="refused_221g", asked=asked))
        self.added(("event", self.of("case")[0], "refused_221g", "", None, str(asked)))

    @precondition(lambda self: self.of("case"))
    @rule(writer=writers)
    def deadline(self, writer: int) -> None:
        """Name a date."""
        name = self.name()
        self.trackers[writer].apply(AddDeadline(name=name, on=TODAY))
        self.added(("deadline", self.of("case")[0], name, TODAY))

    @precondition(lambda self: self.of("case"))
    @rule(writer=writers, title=texts, post=texts)
    def set_facts(self, writer: int, title: str, post: str) -> None:
        """Set two facts."""
        self.trackers[writer].apply(SetFacts(values={"title": title, "post": post}))
        self.stepped({**self.model, **self.with_post(title, post)})

    def with_post(self, title: str, post: str) -> State:
        """The records that two facts change: after a transfer the post is that of the transfer."""
        hand = self.of("case")[0]
        moves = [name for name in self.of("event") if self.model[name][2] == "transferred"]
        if not moves:
            return {hand: ("case", title, post)}
        moved, case = self.model[moves[-1]], self.model[hand]
        return {moves[-1]: (*moved[:4], post, moved[5]), hand: ("case", title, case[2])}

    @precondition(lambda self: self.of("contact"))
    @rule(writer=writers, note=texts, data=some.data())
    def correct(self, writer: int, note: str, data: some.DataObject) -> None:
        """Correct a contact."""
        chosen = data.draw(some.sampled_from(self.of("contact")))
        self.trackers[writer].apply(Correct(record=chosen, values={"note": note}))
        self.stepped({**self.model, chosen: (*self.model[chosen][:3], note)})

    @precondition(lambda self: self.of("contact") + self.of("deadline"))
    @rule(writer=writers, data=some.data())
    def remove(self, writer: int, data: some.DataObject) -> None:
        """Remove a contact or a date that was named."""
        chosen = data.draw(some.sampled_from(self.of("contact") + self.of("deadline")))
        self.trackers[writer].apply(RemoveRecord(record=chosen))
        self.stepped({**self.model, chosen: ("removed", self.of("case")[0])})

    @rule(writer=writers, announced=some.booleans())
    def undo(self, writer: int, announced: bool) -> None:
        """Take a step back."""
        here = self.trackers[writer]
        if self.done and len(self.undone) < MOST_STEPS:
            here.archive.undo(here.archive.preview_undo() if announced else "")
            self.undone.append(dict(self.model))
            self.saved(self.done.pop())
        else:
            refused(here.archive.undo)

    @rule(writer=writers, announced=some.booleans())
    def redo(self, writer: int, announced: bool) -> None:
        """Take it again."""
        here = self.trackers[writer]
        if self.undone:
            here.archive.redo(here.archive.preview_redo() if announced else "")
            self.done.append(dict(self.model))
            self.saved(self.undone.pop())
        else:
            refused(here.archive.redo)

    @rule(writer=writers, data=some.data())
    def restore(self, writer: int, data: some.DataObject) -> None:
        """Make the file what it was in a backup."""
        names = sorted(n for n, kept in self.backups.items() if kept != self.model)
        if names:
            chosen = data.draw(some.sampled_from(names))
            after = self.backups[chosen]
            self.trackers[writer].archive.restore(chosen)
            self.stepped(after, pin=True)

    @rule(writer=writers)
    def export(self, writer: int) -> None:
        """Write everything into another file."""
        path = self.folder / f"export-{len(self.exports)}.json"
        write_export(path, self.trackers[writer].reader.export(full=True))
        self.exports.append((path, dict(self.model)))

    @precondition(lambda self: self.exports)
    @rule(writer=writers, data=some.data())
    def take_in(self, writer: int, data: some.DataObject) -> None:
        """Take an earlier export in: all that it tells is known here, and what changed stays.

        Only what came from a copy that was taken in, and taken back since, comes again.
        """
        path, held = data.draw(some.sampled_from(self.exports))
        before = len(self.trackers[writer].reader.history())
        self.trackers[writer].archive.import_file(path)
        after = state(self.path)
        assert after.keys() <= {*held, *self.model, *self.came}
        if not self.came:
            assert after == self.model
        if len(self.trackers[writer].reader.history()) > before:
            self.done.append(dict(self.model))
            self.undone = []
            self.saved(after, pin=True)

    @precondition(lambda self: self.of("case"))
    @rule(writer=writers, note=texts)
    def take_in_a_copy(self, writer: int, note: str) -> None:
        """Another machine went on with a copy of the file; both come together."""
        copy = self.folder / f"copy-{self.saves}-{self.pinned}.json"
        write_export(copy, self.trackers[writer].reader.export(full=True))
        there = tracker(copy)
        made = there.apply(LogContact(channel="dos", purpose="details", note=note))
        there.apply(SetFacts(values={"post": note}))
        self.trackers[writer].archive.import_file(copy)
        hand = self.of("case")[0]
        _, title, _ = self.model[hand]
        new = {made.record: ("contact", hand, "dos", note), **self.with_post(title, note)}
        self.came.update(new)
        self.stepped({**self.model, **new}, pin=True)

    @invariant()
    def the_file_holds_what_the_model_holds(self) -> None:
        """Both writers, and whoever opens the file, see the same records."""
        assert state(self.path) == self.model
        kept = {backup.name for backup in self.trackers[0].reader.backups()}
        assert kept == self.backups.keys()
        steps = self.trackers[1].reader.history()
        assert [entry.n for entry in steps] == list(range(1, len(steps) + 1))


def refused(step: Any) -> None:
    """There is nothing to take."""
    try:
        step()
    except Refused:
        return
    raise AssertionError("a step was taken that the model does not know")
