"""Every kind of save with a fault at its n-th system call, for every n.

Run as a program it kills itself at the call (`os._exit`); as a module it has the call fail.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from faults.machine import State, state, tracker
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.contacts import LogContact
from g221_tui.errors import G221Error, StoreError
from g221_tui.store.import_export import write_export
from store.kit import Fault, fails_with, left_over

MOST_CALLS = 200
"""More than any save makes."""

OPERATIONS: dict[str, Callable[[Path], object]] = {
    "new": lambda path: tracker(path).open_case(OpenCase(answers={"refused": "2026-11-11"})),
    "log": lambda path: tracker(path).apply(LogContact(channel="ceac", note="new")),
    "undo": lambda path: tracker(path).archive.undo(),
    "redo": lambda path: tracker(path).archive.redo(),
    "import": lambda path: tracker(path).archive.import_file(path.with_name("other.json")),
    "restore": lambda path: tracker(path).archive.restore("2"),
    "restore over damage": lambda path: tracker(path).archive.restore("2"),
    "export": lambda path: write_export(
        path.with_name("out.json"), tracker(path).reader.export(full=True)
    ),
}
"""What writes a file, each on a file made by `prepare`."""


def prepare(path: Path, operation: str) -> None:
    """Makes a file on which the operation has something to do."""
    here = tracker(path)
    path.with_name("there").mkdir(parents=True)
    here.open_case(OpenCase(answers={"refused": "2026-10-26"}))
    here.apply(LogContact(channel="ceac", note="one"))
    here.apply(LogContact(channel="ceac", note="two"))
    write_export(path.with_name("there") / "case.json", here.reader.export(full=True))
    there = tracker(path.with_name("there") / "case.json")
    there.apply(LogContact(channel="ceac", note="three"))
    write_export(path.with_name("other.json"), there.reader.export(full=True))
    shutil.rmtree(path.with_name("there"))
    here.archive.undo()
    if operation == "restore over damage":
        path.write_bytes(path.read_bytes()[:-9])


def held(path: Path) -> State | bytes:
    """What the file holds; its bytes where it is damaged."""
    try:
        return state(path)
    except StoreError:
        return path.read_bytes()


def sweep(folder: Path, operation: str, strike: Callable[[Path, int], bool]) -> Iterator[int]:
    """Strikes each call of an operation; the file holds the old or the new, and works on.

    Yields the number of each call that was struck; the first failure ends it.

    Args:
        folder: An empty folder.
        operation: Which one.
        strike: Runs it with the n-th call struck, and tells whether it was reached.
    """
    first = folder / "first" / "case.json"
    prepare(first, operation)
    goal = folder / "goal" / "case.json"
    shutil.copytree(first.parent, goal.parent)
    OPERATIONS[operation](goal)
    old, new = held(first), held(goal)
    for n in range(1, MOST_CALLS):
        path = folder / str(n) / "case.json"
        shutil.copytree(first.parent, path.parent)
        reached = strike(path, n)
        now = held(path)
        assert same(now, old) or same(now, new), (operation, n)
        for backup in tracker(path).reader.backups():
            damaged = backup.before == "restore" and operation == "restore over damage"
            assert not backup.fault or damaged, (operation, n, backup)
        if operation == "export":
            path.with_name("out.json").unlink(missing_ok=True)
        if same(now, old):
            OPERATIONS[operation](path)
        assert same(held(path), new), (operation, n)
        tracker(path).apply(LogContact(channel="ceac", note="and on"))
        assert [name for name in left_over(path) if name.endswith(".tmp")] == []
        shutil.rmtree(path.parent)
        if not reached:
            return
        yield n
    raise AssertionError("the operation never ended")


def calls(folder: Path, operation: str) -> int:
    """How many system calls the operation makes when nothing goes wrong."""
    path = folder / "case.json"
    prepare(path, operation)
    fault = Fault(fails_with(0))
    with pytest.MonkeyPatch.context() as patch:
        fault.arm(patch)
        OPERATIONS[operation](path)
    return len(fault.calls)


def same(one: State | bytes, other: State | bytes) -> bool:
    """Whether both hold the same; the ids of new records are drawn anew each time."""
    if isinstance(one, bytes) or isinstance(other, bytes):
        return one == other
    return sorted(map(repr, one.values())) == sorted(map(repr, other.values()))


def failing(number: int) -> Callable[[Path, int], bool]:
    """A strike that has the call fail with this error number."""
    return lambda path, n: _fail(path, n, number)


def _fail(path: Path, n: int, number: int) -> bool:
    fault = Fault(fails_with(number), n)
    with pytest.MonkeyPatch.context() as patch:
        fault.arm(patch)
        with suppress(G221Error):
            OPERATIONS[path.parent.parent.name](path)
    return len(fault.calls) >= n


def killing(path: Path, n: int) -> bool:
    """A strike that ends the process right before the call."""
    child = os.fork()
    if child == 0:
        Fault(lambda call: os._exit(9), n).arm(pytest.MonkeyPatch())
        OPERATIONS[path.parent.parent.name](path)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 9)
    return os.waitstatus_to_exitcode(status) == 9


if __name__ == "__main__":
    for kind in OPERATIONS:
        place = Path(sys.argv[1]) / kind
        struck = sum(1 for _ in sweep(place, kind, killing))
        print(kind, struck, flush=True)
