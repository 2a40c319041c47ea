"""The everyday use of the store: read, change, look back."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB, where

from g221_tui import records
from g221_tui.core.model import Book, Case, CaseLink, CaseRecord, Contact, Document, YesNo
from g221_tui.errors import SaveFailed
from store.kit import (
    CLOCK,
    REFUSED,
    TODAY,
    add,
    finished,
    log,
    names,
    notes,
    python,
    repository,
    start,
    with_facts,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "case.json"


def test_no_file_is_an_empty_book_and_reading_creates_nothing(path: Path) -> None:
    store = repository(path)
    assert store.load() == Book()
    assert store.history() == ()
    assert not store.changed()
    assert list(path.parent.iterdir()) == []


def test_what_is_saved_is_what_is_read_in_a_new_process(path: Path) -> None:
    store = repository(path)
    facts = CaseRecord(
        id="1",
        title="née Müller, 🧑‍👩‍👧 \x1b[31m [bold]x[/] ‮",
        reasons=("a", "b"),
        tracking=YesNo.NO,
        wait=90,
        emergency=TODAY,
        links=(CaseLink(case="2", kind="family"),),
    )
    contact = Contact(id="c-aaaaaa", case="1", channel="dos", on=TODAY, with_whom="R. Iyer")
    with store.transaction() as change:
        case = Case(facts=facts, contacts=(contact,))
        change.save(Book(cases=(case,), current="1"), "Begun", TODAY)
        inside = change.book
    assert repository(path).load() == inside
    read = repository(path).load().cases[0]
    assert msgspec.structs.replace(read.facts, entered_at="") == facts
    assert read.contacts[0].with_whom == "R. Iyer"


def test_a_new_record_says_when_it_was_written_and_keeps_it(path: Path) -> None:
    store = start(path)
    first = store.load().cases[0]
    assert first.facts.entered_at == CLOCK.stamp()
    with store.transaction() as change:
        facts = msgspec.structs.replace(first.facts, title="x", entered_at="2020-01-01T00:00:00Z")
        case = msgspec.structs.replace(first, facts=facts)
        change.save(msgspec.structs.replace(change.book, cases=(case,)), "Titled", TODAY)
    assert store.load().cases[0].facts.entered_at == "2020-01-01T00:00:00Z"


def test_records_come_in_the_order_of_their_entry_not_of_their_days(path: Path) -> None:
    store = start(path)
    for note in ("one", "two", "three"):
        log(store, note)
    assert notes(store) == ["one", "two", "three"]


def test_an_exception_inside_a_transaction_writes_nothing(path: Path) -> None:
    store = start(path)
    before = path.read_bytes()

    def fail_after_saving() -> None:
        with store.transaction() as change:
            add(change, "lost")
            raise KeyError

    with pytest.raises(KeyError):
        fail_after_saving()
    assert path.read_bytes() == before
    assert log(store, "kept") in names(store)


def test_a_transaction_without_a_save_writes_nothing(path: Path) -> None:
    store = start(path)
    before = path.stat()
    with store.transaction() as change:
        change.save(change.book, "Nothing differs", TODAY)
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert len(store.history()) == 1


def test_several_saves_of_a_transaction_are_one_write_and_several_entries(path: Path) -> None:
    store = start(path)
    with store.transaction() as change:
        add(change, "one")
        add(change, "two")
    assert notes(store) == ["one", "two"]
    assert [entry.n for entry in store.history()] == [1, 2, 3]


def test_a_save_after_the_transaction_is_refused_not_lost(path: Path) -> None:
    store = start(path)
    with store.transaction() as change:
        pass
    with pytest.raises(ValueError, match="over"):
        add(change)


def test_the_history_keeps_the_rows_before_and_after(path: Path) -> None:
    store = start(path)
    name = log(store, "first words")
    with store.transaction() as change:
        case = change.book.cases[0]
        changed = msgspec.structs.replace(case.contacts[0], note="other words")
        case = msgspec.structs.replace(case, contacts=(changed,))
        change.save(msgspec.structs.replace(change.book, cases=(case,)), "Corrected", REFUSED)
    entry = store.history()[-1]
    assert (entry.n, entry.at, entry.on, entry.sentence) == (3, CLOCK.stamp(), REFUSED, "Corrected")
    (row,) = entry.changes
    assert (row.table, row.id) == ("contacts", name)
    assert row.before is not None
    assert row.after is not None
    assert (row.before["note"], row.after["note"]) == ("first words", "other words")


def test_a_record_that_is_gone_from_the_book_is_gone_from_the_file(path: Path) -> None:
    store = start(path)
    log(store, "one")
    log(store, "two")
    with store.transaction() as change:
        case = change.book.cases[0]
        case = msgspec.structs.replace(case, contacts=case.contacts[1:])
        change.save(msgspec.structs.replace(change.book, cases=(case,)), "Taken out", TODAY)
    assert notes(store) == ["two"]
    (row,) = store.history()[-1].changes
    assert row.after is None


def test_ids_are_new_in_the_file_and_easy_to_read(path: Path) -> None:
    store = start(path)
    with store.transaction() as change:
        given = [change.new_id("d") for _ in range(300)]
    assert len(set(given)) == 300
    assert all(re.fullmatch(r"d-[2-9a-hjkmnp-z]{6}", name) for name in given)


def test_an_id_that_a_record_once_had_is_not_given_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)
    name = log(store)
    with store.transaction() as change:
        case = msgspec.structs.replace(change.book.cases[0], contacts=())
        change.save(msgspec.structs.replace(change.book, cases=(case,)), "Taken out", TODAY)
    drawn = iter([name[2:], name[2:], "222222"])
    monkeypatch.setattr("g221_tui.store.new_ids._random_signs", lambda count: next(drawn))
    with store.transaction() as change:
        assert change.new_id("c") == "c-222222"


def test_cases_are_numbered_on_even_after_the_last_one_is_gone(path: Path) -> None:
    store = start(path)
    start(path)
    assert [case.id for case in store.load().cases] == ["1", "2"]
    with store.transaction() as change:
        book = Book(cases=change.book.cases[:1], current="1")
        change.save(book, "The second went", TODAY)
    with store.transaction() as change:
        assert [change.new_case_id(), change.new_case_id()] == ["3", "4"]


def test_cases_come_in_the_order_of_their_numbers(path: Path) -> None:
    store = repository(path)
    with store.transaction() as change:
        cases = tuple(Case(facts=CaseRecord(id=name)) for name in ("10", "9", "1"))
        change.save(Book(cases=cases, current="9"), "Three", TODAY)
    assert [case.id for case in store.load().cases] == ["1", "9", "10"]
    assert store.load().current == "9"


def test_the_case_in_hand_can_be_changed_and_is_in_the_history(path: Path) -> None:
    store = start(path)
    start(path)
    with store.transaction() as change:
        change.save(msgspec.structs.replace(change.book, current="1"), "Case 1 in hand", TODAY)
    assert store.load().current == "1"
    (row,) = store.history()[-1].changes
    assert (row.table, row.before, row.after) == (
        "meta",
        {"schema": records.SCHEMA, "current": "2"},
        {"schema": records.SCHEMA, "current": "1"},
    )


def test_a_value_that_its_field_cannot_hold_is_refused_and_nothing_is_done(path: Path) -> None:
    store = start(path)
    before = path.read_bytes()
    with (
        pytest.raises(SaveFailed, match=r"Nothing was saved: cases 1: wait: \"soon\" is not"),
        store.transaction() as change,
    ):
        change.save(with_facts(change.book, wait="soon"), "Wrong", TODAY)
    assert path.read_bytes() == before


def test_half_a_character_is_kept_as_it_was_typed(path: Path) -> None:
    store = start(path)
    log(store, "half \udc80 日本")
    log(store, "next")
    assert notes(store) == ["half \udc80 日本", "next"]
    assert path.read_bytes().isascii()


def test_a_book_that_the_file_would_lose_a_record_of_is_refused(path: Path) -> None:
    store = start(path)
    twin = Document(id="d-222222", case="1", name="x")
    stray = Document(id="d-333333", case="2", name="x")
    whole = store.load()
    for documents in ((twin, twin), (stray,)):
        case = msgspec.structs.replace(whole.cases[0], documents=documents)
        book = msgspec.structs.replace(whole, cases=(case,))
        with (
            pytest.raises(ValueError, match=r"the id d-2|another case"),
            store.transaction() as change,
        ):
            change.save(book, "Wrong", TODAY)


def test_stock_tinydb_reads_the_file_and_adds_to_it(path: Path) -> None:
    store = start(path)
    name = log(store, "ours")
    with TinyDB(path) as stock:
        table = stock.table("contacts")
        assert [row["id"] for row in table.search(where("channel") == "dos")] == [name]
        row = {"id": "c-zzzzzz", "case": "1", "channel": "dos", "on": "2026-12-13", "note": "stock"}
        assert table.insert(row) == 2
    assert notes(store) == ["ours", "stock"]
    log(store, "ours again")
    assert notes(store) == ["ours", "stock", "ours again"]


def test_the_file_is_laid_out_for_people(path: Path) -> None:
    start(path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith('{\n  "meta": {\n    "1": {\n      "schema": 3,\n      "current": "1"\n')
    assert text.endswith("}\n")


def test_the_store_loads_nothing_that_a_reader_does_not_need() -> None:
    heavy = ("filelock", "textual", "rich", "arrow", "platformdirs", "dateutil")
    code = f"""
import sys
import g221_tui.store.repository
print([name for name in {heavy!r} if name in sys.modules])
"""
    assert finished(python(code)).strip() == "[]"


def test_one_object_serves_writing_threads_and_a_reading_one(path: Path) -> None:
    store = start(path)
    with ThreadPoolExecutor(4) as pool:
        writes = [pool.submit(log, store, str(n)) for n in range(24)]
        while not all(write.done() for write in writes):
            assert len(store.load().cases) == 1
            store.changed()
        given = [write.result() for write in writes]
    assert sorted(names(store)) == sorted(given)
    assert len(store.history()) == 25
    assert not store.changed()


def test_looking_is_cheap_once_the_file_is_no_longer_fresh(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(path)
    later = time.time_ns() + 10_000_000_000
    monkeypatch.setattr("time.time_ns", lambda: later)
    assert not store.changed()
    monkeypatch.setattr("g221_tui.store.signature.read", lambda path: pytest.fail("read again"))
    assert not store.changed()


def test_only_dates_of_one_form_are_read_as_dates(path: Path) -> None:
    store = start(path)
    assert isinstance(store.load().cases[0].events[0].on, date)
    for form in ("2026-1-5", "20260105", "2026-01-05T00:00:00", "2026-W01-1"):
        path.write_text(path.read_text().replace('"on": "2026-10-15"', f'"on": "{form}"', 1))
        assert store.load().problems[0].faults == (f'on: "{form}" is not a date (YYYY-MM-DD)',)
        path.write_text(path.read_text().replace(f'"on": "{form}"', '"on": "2026-10-15"', 1))
