"""What the tests of the store share: a small file, a contact to log, and faults to inject."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

import g221_tui
from g221_tui.clock import FixedClock
from g221_tui.core.model import Book, Case, CaseRecord, Contact, Event
from g221_tui.store.repository import Repository
from g221_tui.store.transaction import Transaction

TODAY = date(2026, 12, 12)
REFUSED = date(2026, 10, 15)
CLOCK = FixedClock(TODAY)
ROOT = Path(g221_tui.__file__).parent.parent

SYSTEM_CALLS = (
    *("open", "write", "fsync", "replace", "close", "fchmod", "mkdir", "read"),
    *("link", "lstat", "chmod"),
)
"""What a save asks of the system; each of these can fail."""


def repository(path: Path) -> Repository:
    """A store on a fixed day."""
    return Repository(path, CLOCK)


def start(path: Path, on: date = TODAY) -> Repository:
    """A file with one case more, opened on that day: refused, nothing else."""
    store = Repository(path, FixedClock(on))
    with store.transaction() as change:
        name = change.new_case_id()
        event = Event(id=change.new_id("e"), case=name, kind="refused", on=REFUSED)
        case = Case(facts=CaseRecord(id=name, post="Chennai", visa="H-1B"), events=(event,))
        cases = (*change.book.cases, case)
        change.save(Book(cases=cases, current=name), "A case was begun", REFUSED)
    return store


def add(change: Transaction, note: str = "", name: str = "") -> str:
    """Logs a contact inside a transaction and returns its id."""
    case = change.book.cases[0]
    name = name or change.new_id("c")
    contact = Contact(id=name, case=case.id, channel="dos", on=TODAY, note=note)
    cases = (with_contacts(case, (*case.contacts, contact)), *change.book.cases[1:])
    change.save(msgspec.structs.replace(change.book, cases=cases), "A contact was logged", TODAY)
    return name


def log(store: Repository, note: str = "") -> str:
    """Logs a contact and returns its id."""
    with store.transaction() as change:
        return add(change, note)


def save(store: Repository, note: str = "") -> str:
    """Logs a contact and returns what the save could not make sure of."""
    with store.transaction() as change:
        add(change, note)
    return change.saved_but


def with_contacts(case: Case, contacts: tuple[Contact, ...]) -> Case:
    """The case with these contacts."""
    return msgspec.structs.replace(case, contacts=contacts)


def with_facts(book: Book, **facts: Any) -> Book:
    """The book with other facts of its first case."""
    first = book.cases[0]
    case = msgspec.structs.replace(first, facts=msgspec.structs.replace(first.facts, **facts))
    return msgspec.structs.replace(book, cases=(case, *book.cases[1:]))


def notes(store: Repository) -> list[str]:
    """The notes of the first case's contacts, in order of entry."""
    return [contact.note for contact in store.load().cases[0].contacts]


def names(store: Repository) -> list[str]:
    """Their ids."""
    return [contact.id for contact in store.load().cases[0].contacts]


def left_over(path: Path) -> list[str]:
    """What lies in the file's folder beside the file and its lock."""
    known = {path.name, f".{path.name}.lock", f".{path.name}.backups"}
    return [entry.name for entry in path.parent.iterdir() if entry.name not in known]


class Fault:
    """Counts the system calls of a save, and has the n-th one go wrong."""

    def __init__(self, act: Callable[[str], None], n: int = 0) -> None:
        self.act = act
        """What happens instead of the call, by the call's name."""
        self.n = n
        """Which call it is, counted from 1; 0 means none."""
        self.calls: list[str] = []
        """The calls so far."""

    def arm(self, patch: pytest.MonkeyPatch, *calls: str) -> None:
        """Puts itself before these functions of `os`."""
        for call in calls or SYSTEM_CALLS:
            patch.setattr(os, call, self._before(call, getattr(os, call)))

    def _before(self, call: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **options: Any) -> Any:
            self.calls.append(call)
            if len(self.calls) == self.n:
                if call == "close":
                    real(*args, **options)  # the system lets go of it all the same
                self.act(call)
            return real(*args, **options)

        return counted


def fails_with(number: int) -> Callable[[str], None]:
    """A system call that fails with this error number."""

    def fail(call: str) -> None:
        raise OSError(number, os.strerror(number), call)

    return fail


def forget_names(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """From now on the disk does not take the names in this folder: a save is done, not safe."""
    real = os.fsync
    number = folder.stat().st_ino

    def fsync(handle: int) -> None:
        if os.fstat(handle).st_ino == number:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(handle)

    patch.setattr(os, "fsync", fsync)


def watch_syncs(patch: pytest.MonkeyPatch) -> list[int]:
    """The inodes that the disk was told to take from now on, and 0 for each file put in place."""
    seen: list[int] = []
    fsync, replace = os.fsync, os.replace

    def synced(handle: int) -> None:
        seen.append(os.fstat(handle).st_ino)
        fsync(handle)

    def replaced(*names: Any, **options: Any) -> None:
        seen.append(0)
        replace(*names, **options)

    patch.setattr(os, "fsync", synced)
    patch.setattr(os, "replace", replaced)
    return seen


def python(
    code: str, *args: str, before: tuple[str, ...] = (), **options: Any
) -> subprocess.Popen[str]:
    """A process of its own that runs this code with the store at hand, after a command `before`."""
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    return subprocess.Popen(
        [*before, sys.executable, "-c", code, *args],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def finished(process: subprocess.Popen[str], within: float = 60) -> str:
    """What the process printed, once it has ended well; it is killed after so many seconds."""
    try:
        out, err = process.communicate(timeout=within)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    assert process.returncode == 0, err
    return out


def as_user(code: str, folder: Path) -> str:
    """What this code prints, run by a user whom modes stop: root's folder is given to nobody.

    Args:
        code: The code; `file` is the file in the folder, `store` its store.
        folder: A folder outside pytest's own, which is closed to others.
    """
    start = """
import os, sys
from store.kit import *
from store import kit
import filelock
from g221_tui.errors import *
file = Path(sys.argv[1]) / "case.json"
if os.getuid() == 0:
    for entry in [file.parent, *file.parent.iterdir()]:
        os.chown(entry, 65534, 65534)
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
store = repository(file)
"""
    return finished(python(start + code, str(folder))).strip()
