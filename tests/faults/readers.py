"""Random commands from no file on: whatever was written, every reader takes it.

There is no model of what the file holds, that is the other machine's. Here the file is deleted,
damaged, of a former layout, taken in from others and taken back to its first step, and after each
command the readers are asked: the command line, the dashboard's session, and one more undo.
"""

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from faults.machine import tracker
from faults.runner import Runner, at_home
from g221_tui.ui.file_problem import Kind
from g221_tui.ui.session import Session

FIXTURES = Path(__file__).parents[1] / "store"
FORMER = ("schema-1.json", "schema-2.json", "schema-3.json")
"""Files of former versions."""
OTHERS = ("a.json", "b.json", "empty.json", "taken-back.json", *FORMER)
"""Files that can be taken in."""
TURNS = ("undo", "redo")
READERS = (
    ("status",),
    ("status", "--json"),
    ("docs", "list"),
    ("event", "list"),
    ("contacts",),
    ("cases",),
    ("history",),
    ("info",),
    ("export", "json"),
    ("backup", "list"),
)
"""What reads the file and must never call it damaged."""
NO_CASE = "no case yet"
"""What a reader says of a file in which nothing was opened."""
CHANGES = (
    ("new", "--refused", "2026-10-26", "--document", "Client letter"),
    ("new", "--refused", "2026-11-02", "--title", "Daughter"),
    ("docs", "add", "Payslips"),
    ("docs", "remove", "Client letter"),
    ("log", "ceac", "--note", "a look"),
    ("event", "add", "note", "--note", "the post rang"),
    ("deadline", "add", "Lease", "2027-01-05"),
    ("deadline", "remove", "Lease"),
    ("set", "title=mine", "post=Mumbai"),
    ("cases", "use", "2"),
)
"""Commands that change records, where they find any."""


class Readers(RuleBasedStateMachine):
    """A file that need not exist, under random commands."""

    def __init__(self) -> None:
        super().__init__()
        self.home = ExitStack()
        self.folder = Path(tempfile.mkdtemp(prefix="g221-readers-"))
        self.home.enter_context(at_home(self.folder))
        self.run = Runner(self.folder / "kept" / "case.json")
        self.steps = 0
        """How many commands that may change the file were run."""
        self.damaged = False
        """Whether the file was spoilt, and not put back yet."""

    def teardown(self) -> None:
        """Takes the files away."""
        self.home.close()
        shutil.rmtree(self.folder)

    def told(self, *words: str) -> None:
        """Runs a command; it may be refused, and it is never a bug."""
        self.steps += 1
        said = self.run.ended(*words)
        assert said.code in (0, 1, 2, 3), said

    @initialize()
    def others(self) -> None:
        """The files that can be taken in."""
        for name in FORMER:
            shutil.copy(FIXTURES / name, self.folder / name)
        for name in OTHERS[:4]:
            there = Runner(self.folder / name)
            there("new", "--refused", "2026-10-20")
            there("log", "ceac", "--note", name)
        for _ in range(2):
            Runner(self.folder / "taken-back.json")("undo")
        (self.folder / "empty.json").write_text('{"meta": {}}')

    @rule(words=some.sampled_from(CHANGES))
    def change(self, words: tuple[str, ...]) -> None:
        """Change a record."""
        self.told(*words)

    @rule(name=some.sampled_from(OTHERS))
    def take_in(self, name: str) -> None:
        """Take another file in."""
        self.told("import", str(self.folder / name))

    @rule(words=some.sampled_from([*(("log", "dos", "--note", "there"), ("undo",), ("redo",))]))
    def take_in_a_copy(self, words: tuple[str, ...]) -> None:
        """Another machine went on with a copy."""
        if self.run.file.exists():
            copy = self.folder / "copy.json"
            shutil.copy(self.run.file, copy)
            Runner(copy).ended(*words)
            self.told("import", str(copy))

    @rule(turn=some.sampled_from(TURNS), far=some.sampled_from([1, 2, 60]))
    def turn(self, turn: str, far: int) -> None:
        """Take steps back, or again, one or all of them."""
        for _ in range(far):
            self.steps += 1
            if self.run.ended(turn).code:
                return

    @rule(number=some.integers(1, 4), pinned=some.booleans())
    def restore(self, number: int, pinned: bool) -> None:
        """Restore a backup, if there is one."""
        self.told("backup", "restore", f"pinned-{number}" if pinned else str(number))
        self.damaged = self.damaged and not self.readable()

    @rule(name=some.sampled_from((*FORMER, "")))
    def replaced(self, name: str) -> None:
        """The file is gone, or one of a former version lies there."""
        self.run.file.parent.mkdir(exist_ok=True)
        self.run.file.unlink(missing_ok=True)
        self.damaged = False
        if name:
            shutil.copy(FIXTURES / name, self.run.file)

    @precondition(lambda self: self.run.file.exists())
    @rule()
    def spoilt(self) -> None:
        """The file's end is lost; only a restore may change it then."""
        self.run.file.write_bytes(self.run.file.read_bytes()[:-9])
        self.damaged = True

    def readable(self) -> bool:
        """Whether the readers take the file."""
        return self.run.ended("history").code == 0

    @invariant()
    def every_reader_takes_it(self) -> None:
        """No reader calls damaged what was written here, and one more step back can be taken."""
        if self.damaged:
            return
        for words in READERS:
            said = self.run.ended(*words)
            assert said.code == 0 or NO_CASE in said.err, (words, said)
            assert "is damaged" not in said.err, (words, said)
        session = Session(tracker(self.run.file))
        session.load()
        shown = session.file_problem
        assert shown is None or shown.kind in (Kind.GONE, Kind.EMPTY), shown
        assert not session.problem, session.problem
        if self.run.file.exists():
            after = self.folder / "after.json"
            shutil.copy(self.run.file, after)
            there = Runner(after)
            said = there.ended("undo")
            assert said.code == 0 or "undo" in said.err.casefold(), said
            assert there.ended("history").code == 0
            assert said.code or there("redo").code == 0
