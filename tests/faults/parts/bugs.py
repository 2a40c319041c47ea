"""Row 20: a bug planted at a random call inside the program: said plainly, nothing private told."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType

import g221_tui
from faults.commands import BASE, READING, words
from faults.parts.part import Tally, scaled
from faults.runner import BUG, Runner, Template, at_home
from g221_tui import crash_report
from g221_tui.cli.main import _reported, main
from store.kit import left_over, repository

TRIES = 4_000
PACKAGE = str(Path(g221_tui.__file__).parent)
SECRET = "A1234567 Asha Example"
"""What a planted error repeats, as an error may repeat what the user typed."""
OURS = frozenset({"A1234567", "Asha", "Client letter", "Org chart", "first look", "Daughter"})
"""What is private in the filled file."""


class Planted(Exception):
    """A bug."""


def bugs(folder: Path, share: float) -> Iterator[Tally]:
    """A bug at a random call of a random command."""
    total = scaled(TRIES, share, 20)
    tally = Tally("a bug planted at a random call inside a command", 20, planned=total)
    yield tally
    commands = sorted(BASE.keys() - {"wipe"})  # after it nothing is left to be whole
    with at_home(folder):
        template = Template(folder)
        calls = {name: _calls(template.fresh(), name) for name in commands}
        for n in range(total):
            name = commands[n % len(commands)]
            nth = tally.chance.randrange(1, calls[name] + 1)
            with tally.attempt((name, nth)):
                if not _one(template.fresh(), name, nth, folder):
                    tally.spare()


def _calls(g221: Runner, name: str) -> int:
    """How many calls of our own code the command makes, once everything is loaded."""
    line = words(g221, name)
    g221(*line)
    if name not in READING:
        g221("undo")
    counter = _Counter(0)
    with counter:
        g221(*line)
    return counter.count


def _one(g221: Runner, name: str, nth: int, home: Path) -> bool:
    """One try; whether the call was reached: a random id may make a command shorter."""
    line = words(g221, name)
    log = home / "state" / "g221" / crash_report.LOG
    log.unlink(missing_ok=True)
    before = g221.file.read_bytes()
    counter = _Counter(nth)
    with counter:
        said = g221.run(*line)
    if not counter.struck:
        return False
    assert said.code == 1
    assert name in READING or said.out in ("", "3\n"), said.out
    *first, last = said.lines
    if name == "new" and first:  # it said what it did before the bug in printing the id
        assert [line.split(":")[0] for line in first] == ["Opened case 3"]
        assert "3" in {case.facts.id for case in repository(g221.file).load().cases}
    elif first and name not in READING:  # the change was made and told; what prints then failed
        assert last.startswith(f"{BUG} (Planted at g221_tui/cli/text.py:"), said.lines
        assert g221.file.read_bytes() != before
    else:
        assert len(first) <= (name in READING)
    assert last.startswith(f"{BUG} (Planted at g221_tui/"), last
    assert "Traceback" not in said.err
    told = log.read_text(encoding="utf-8")
    assert "Planted" in told
    for private in (*OURS, str(home)):
        assert private not in told, private
        assert private not in last or private == str(home)
    assert log.stat().st_mode & 0o777 == 0o600
    book = repository(g221.file).load()
    assert book.problems == ()
    if name in READING:
        assert g221.file.read_bytes() == before
    g221("event", "add", "note", "--note", "works again")
    assert [left for left in left_over(g221.file) if left.endswith(".tmp")] == []
    return True


class _Counter:
    """Counts the calls of our own code, and raises at the n-th."""

    def __init__(self, nth: int) -> None:
        self.nth = nth
        self.count = 0
        self.struck = False

    def __enter__(self) -> None:
        sys.setprofile(self._seen)

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _seen(self, frame: FrameType, event: str, _: object) -> None:
        if event == "call" and _is_ours(frame.f_code):
            self.count += 1
            if self.count == self.nth:
                self.struck = True
                raise Planted(SECRET)


def _is_ours(code: CodeType) -> bool:
    """Whether it is a function of the program that can be told of: no loading of a file.

    Nor what tells of bugs itself: nobody is left to tell of one there.
    """
    return (
        code.co_filename.startswith(PACKAGE)
        and code not in (main.__code__, _reported.__code__)
        and not code.co_name.startswith("<")
    )
