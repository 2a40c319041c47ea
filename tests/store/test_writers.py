"""Several writers at once lose nothing, and each sees what the others wrote."""

from pathlib import Path

import pytest

from store.kit import finished, log, names, notes, python, repository, start

pytestmark = pytest.mark.promise(3)


def test_four_processes_with_25_writes_each_make_100_contacts(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    store = start(path)
    code = """
import sys
from store.kit import *
store = repository(Path(sys.argv[1]))
for n in range(25):
    log(store, f"{sys.argv[2]}-{n}")
"""
    for process in [python(code, str(path), str(n)) for n in range(4)]:
        finished(process)
    assert len(set(names(store))) == 100
    wanted = {f"{process}-{n}" for process in range(4) for n in range(25)}
    assert set(notes(store)) == wanted
    assert [entry.n for entry in store.history()] == list(range(1, 102))


def test_a_save_lands_on_top_of_what_another_process_saved_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    ours, theirs = start(path), repository(path)
    ours.load()
    log(theirs, "theirs")
    log(ours, "ours")
    assert notes(theirs) == ["theirs", "ours"]


def test_another_writer_is_noticed_and_our_own_save_is_not(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    ours, theirs = start(path), repository(path)
    ours.load()
    assert not ours.changed()
    log(ours)
    assert not ours.changed()
    log(theirs)
    assert ours.changed()
    assert ours.changed()
    ours.load()
    assert not ours.changed()


def test_looking_at_the_history_does_not_hide_another_writer(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    ours, theirs = start(path), repository(path)
    ours.load()
    log(theirs)
    assert len(ours.history()) == 2
    assert ours.changed()
