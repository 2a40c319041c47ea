"""A transaction: new ids, steps that are taken back, and what it refuses."""

from pathlib import Path
from typing import Any

import filelock
import msgspec
import pytest

from g221_tui import records
from g221_tui.core.history import undo
from g221_tui.core.history.entries import HistoryEntry, RecordChange, RowChange
from g221_tui.errors import LockTimeout, Refused
from g221_tui.store import lock, new_ids
from g221_tui.store.repository import Repository
from store.kit import TODAY, add, log, notes, repository, start, with_contacts


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "case.json"


def backward(store: Repository, n: int) -> HistoryEntry:
    """The step that takes an entry of the history back."""
    entry = next(each for each in store.history() if each.n == n)
    return msgspec.structs.replace(undo.backward(entry), undoes=n)


def turn(store: Repository, step: HistoryEntry) -> None:
    """Takes a step."""
    with store.transaction() as change:
        change.turn(step, "Undone.", TODAY)


def test_an_id_is_given_once_in_a_transaction_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)
    drawn = iter(["aaaaaa", "aaaaaa", "bbbbbb"])
    monkeypatch.setattr(new_ids, "_random_signs", lambda count: next(drawn))
    with store.transaction() as change:
        assert [change.new_id("c"), change.new_id("c")] == ["c-aaaaaa", "c-bbbbbb"]


def test_a_case_gets_the_number_after_the_highest(path: Path) -> None:
    start(path)
    path.write_text(path.read_text().replace('"id": "1"', '"id": "7"').replace('": "1"', '": "7"'))
    with repository(path).transaction() as change:
        assert [case.id for case in change.book.cases] == ["7"]
        assert [change.new_case_id(), change.new_case_id()] == ["8", "9"]


def test_a_step_is_taken_back_where_all_is_as_it_left_it(path: Path) -> None:
    store = start(path)
    log(store, "one")
    turn(store, backward(store, 2))
    assert notes(store) == []
    assert store.history()[-1].undoes == 2


def test_a_step_is_not_taken_back_over_a_later_change_of_its_record(path: Path) -> None:
    store = start(path)
    name = log(store, "one")
    with store.transaction() as change:
        case = change.book.cases[0]
        changed = msgspec.structs.replace(case.contacts[0], note="other")
        cases = (with_contacts(case, (changed,)),)
        change.save(msgspec.structs.replace(change.book, cases=cases), "Corrected", TODAY)
    before = path.read_bytes()
    with pytest.raises(Refused, match=f"Nothing was changed: contacts {name} changed since"):
        turn(store, backward(store, 2))
    assert path.read_bytes() == before


def test_a_case_is_not_taken_back_from_under_a_record_of_it(path: Path) -> None:
    store = start(path)
    name = log(store, "one")
    before = path.read_bytes()
    with pytest.raises(Refused, match=f"contacts {name} was added since and would be left"):
        turn(store, backward(store, 1))
    assert path.read_bytes() == before


def test_what_an_older_program_wrote_without_a_moment_gets_none_later(path: Path) -> None:
    store = start(path)
    path.write_text(path.read_text().replace('"entered_at"', '"was_entered_at"'))
    log(store, "one")
    case = store.load().cases[0]
    assert (case.facts.entered_at, case.events[0].entered_at) == ("", "")
    assert case.contacts[0].entered_at != ""


def test_a_transaction_within_another_is_refused_like_any_other_writer(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    store = start(path)
    with store.transaction() as change:
        add(change, "outer")
        with pytest.raises(LockTimeout):
            log(store, "inner")
    assert notes(store) == ["outer"]


def test_the_lock_is_let_go_at_the_end_and_not_left_to_the_garbage_collector(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[filelock.BaseFileLock] = []
    real = filelock.FileLock

    def kept(*args: Any, **options: Any) -> filelock.BaseFileLock:
        made.append(real(*args, **options))
        return made[-1]

    monkeypatch.setattr(filelock, "FileLock", kept)
    store = start(path)

    def fail() -> None:
        with store.transaction():
            assert made[-1].is_locked
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert [each.is_locked for each in made] == [False, False]


@pytest.mark.promise(22)
def test_the_first_import_taken_back_leaves_a_file_that_says_its_layout(tmp_path: Path) -> None:
    there = start(tmp_path / "there.json")
    here = repository(tmp_path / "here.json")
    with here.transaction() as change:
        change.become(there.tables(), "Imported.", TODAY, before="import")
    (step,) = undo.line(here.history()).done
    with here.transaction() as change:
        back = msgspec.structs.replace(undo.backward(step), undoes=step.n)
        change.turn(back, "Undone.", TODAY)
    assert here.tables()["meta"] == {"1": {"schema": records.SCHEMA}}
    assert here.load().cases == ()
    with here.transaction() as change:
        change.turn(msgspec.structs.replace(step, redoes=step.n), "Done again.", TODAY)
    assert here.load() == there.load()


@pytest.mark.promise(22)
def test_a_step_that_noted_the_layout_as_new_is_taken_back_without_it(tmp_path: Path) -> None:
    store = start(tmp_path / "case.json")
    meta = store.tables()["meta"]["1"]
    noted = RowChange(table="meta", number="1", before=(), after=(meta,))
    step = HistoryEntry(n=1, at="", on=TODAY, sentence="Imported.", rows=(noted,))
    with store.transaction() as change:
        change.turn(msgspec.structs.replace(undo.backward(step), undoes=1), "Undone.", TODAY)
    assert store.tables()["meta"] == {"1": {"schema": records.SCHEMA}}


def test_a_book_that_would_lose_a_record_is_refused(path: Path) -> None:
    start(path)
    store = start(path)
    log(store, "one")
    before = path.read_bytes()
    with store.transaction() as change:
        first, second = change.book.cases
        moved = with_contacts(second, first.contacts)
        for cases, why in (
            ((with_contacts(first, ()), moved), "belongs to another case"),
            ((with_contacts(first, first.contacts * 2), second), "two records have the id"),
        ):
            book = msgspec.structs.replace(change.book, cases=cases)
            with pytest.raises(ValueError, match=why):
                change.save(book, "Moved", TODAY)
    assert path.read_bytes() == before


def test_a_step_that_tells_of_nothing_takes_nothing_back(path: Path) -> None:
    store = start(path)
    log(store, "one")
    nothing = RecordChange(table="letters", id="Z", before=None, after=None)
    step = msgspec.structs.replace(backward(store, 2), changes=(nothing,))
    turn(store, step)
    assert notes(store) == ["one"]
    assert store.history()[-1].undoes == 2
