"""The earlier part of the history lies packed in the file, and is there whole for all who ask."""

import base64
import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from g221_tui import packed_history
from g221_tui.migrations import HISTORY
from g221_tui.packed_history import BLOCK, PACKED, PLAIN, packed, unpacked
from g221_tui.rules import load_rules
from g221_tui.store import codec
from g221_tui.store.merging.driver import merge_files
from g221_tui.store.repository import Repository
from store.kit import CLOCK, add, log, notes, repository
from store.long_history import MANY, edit, lived_in, tables, tracker

PAST = Path(__file__).parent / "schema-3-packed.json"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "case.json"


@pytest.fixture
def store(path: Path) -> Repository:
    """A file with so many changes that the first hundred are packed."""
    return lived_in(path)


def test_the_last_changes_lie_plain_in_the_file_and_those_before_in_blocks(path: Path) -> None:
    store = lived_in(path, MANY - 2)
    assert PACKED not in tables(path)
    log(store)
    assert list(tables(path)[PACKED]) == ["1"]
    assert list(tables(path)[HISTORY]) == [str(n) for n in range(BLOCK + 1, MANY + 1)]
    assert [entry.n for entry in store.history()] == list(range(1, MANY + 1))
    assert store.history()[1].changes[0].after is not None


def test_a_block_takes_a_seventh_of_the_room_that_its_rows_took(store: Repository) -> None:
    whole = store.tables()
    block = len(tables(store.path)[PACKED]["1"]["text"])
    assert block * 7 < len(codec.encode(whole)) - len(codec.encode({**whole, HISTORY: {}}))


def test_the_same_history_gives_the_same_file_whoever_wrote_it_when(tmp_path: Path) -> None:
    once, often = lived_in(tmp_path / "once.json", 2 * BLOCK + PLAIN), tmp_path / "often.json"
    whole = once.tables()
    last = str(max(map(int, whole[HISTORY])))
    often.write_bytes(codec.encode({**whole, HISTORY: {}}))
    former = packed({**whole, HISTORY: {n: row for n, row in whole[HISTORY].items() if n != last}})
    read, known = unpacked(former)
    added = packed({**read, HISTORY: {**read[HISTORY], last: whole[HISTORY][last]}}, known)
    assert added == packed(whole) == tables(once.path)


def test_a_save_leaves_the_blocks_there_are_letter_by_letter(
    store: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables(store.path)[PACKED]
    packings: list[int] = []
    compress = zlib.compress

    def counted(data: bytes, level: int) -> bytes:
        packings.append(len(data))
        return compress(data, level)

    monkeypatch.setattr(zlib, "compress", counted)
    for _ in range(BLOCK - 1):
        log(store)
    assert (tables(store.path)[PACKED], packings) == (before, [])
    log(store)
    assert list(tables(store.path)[PACKED]) == ["1", str(BLOCK + 1)]
    assert len(packings) == 1
    tracker(store.path).archive.undo()
    assert len(packings) == 1


@pytest.mark.promise(9)
def test_fifty_steps_are_taken_back_and_done_again_across_the_packing(path: Path) -> None:
    store = lived_in(path)
    archive = tracker(path).archive
    before = notes(store)
    for _ in range(50):
        archive.undo()
    assert notes(store) == before[:-50]
    for _ in range(50):
        archive.redo()
    assert notes(store) == before
    assert list(tables(path)[PACKED]) == ["1", "101"]


@pytest.mark.promise(6)
def test_a_file_that_was_packed_by_this_layout_is_read_whole(path: Path) -> None:
    path.write_bytes(PAST.read_bytes())
    store = repository(path)
    assert store.load().problems == ()
    assert [entry.n for entry in store.history()] == list(range(1, MANY + 1))
    assert store.history()[1].sentence == "A contact was logged"
    log(store)
    assert tables(path)[PACKED] == json.loads(PAST.read_bytes())[PACKED]


@pytest.mark.promise(6)
def test_a_file_of_the_layout_before_is_packed_by_the_first_save_and_pinned(path: Path) -> None:
    store = lived_in(path)
    whole = store.tables()
    former = {**whole, "meta": {"1": {**whole["meta"]["1"], "schema": 2}}}  # type: ignore[dict-item]
    path.write_bytes(codec.encode(former))
    before = path.read_bytes()
    assert [entry.n for entry in store.history()] == list(range(1, MANY + 1))
    log(store)
    assert tables(path)["meta"]["1"]["schema"] == 3
    assert list(tables(path)[PACKED]) == ["1"]
    assert [entry.n for entry in store.history()] == list(range(1, MANY + 2))
    pinned = store.backups()[-1]
    assert (pinned.before, pinned.path.read_bytes()) == ("migration", before)


SPOILT: dict[str, Callable[[Any], object]] = {
    "a letter of the text": lambda row: row.update(text=row["text"][:-9] + "A" + row["text"][-8:]),
    "no text": lambda row: row.pop("text"),
    "half a character": lambda row: row.update(text="\ud83d"),
    "another number": lambda row: row.update(first=7),
    "a text for a number": lambda row: row.update(crc="1"),
}


@pytest.mark.promise(14)
@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_block_is_named_and_kept_and_all_else_works(store: Repository, how: str) -> None:
    edit(store.path, lambda whole: SPOILT[how](whole[PACKED]["1"]))
    before = tables(store.path)
    (problem,) = store.load().problems
    assert (problem.table, problem.record) == (PACKED, "row 1")
    assert [entry.n for entry in store.history()] == list(range(BLOCK + 1, MANY + 1))
    log(store, "on top")
    after = tables(store.path)
    assert after[PACKED] == before[PACKED]
    assert list(after[HISTORY])[-1] == str(MANY + 1)
    assert notes(store)[-1] == "on top"
    tracker(store.path).archive.undo()
    assert notes(store)[-1] != "on top"


def block(rows: Any, **other: Any) -> dict[str, Any]:
    """A block as somebody else could make one, whole as far as it shows from outside."""
    text = base64.b64encode(zlib.compress(json.dumps(rows).encode())).decode()
    made = {"first": 1, "last": BLOCK, "crc": zlib.crc32(text.encode()), "text": text}
    return {**made, **other}


@pytest.mark.promise(14)
@pytest.mark.parametrize(
    "rows",
    [
        [],
        {},
        5,
        {"1": 5},
        {"2": {}, "100": {}},
        {"1": {}, "99": {}},
        {"1": {}, str(MANY): {}},
        {"1": {"a": " " * packed_history.LARGEST}, "100": {}},
    ],
)
def test_a_block_that_holds_no_such_rows_is_left_alone(store: Repository, rows: Any) -> None:
    last = 100 if not isinstance(rows, dict) or "100" in rows else int(max([*rows, "0"], key=int))
    made = block(rows, last=last if rows != {"1": {}, "99": {}} else 100)
    edit(store.path, lambda whole: whole[PACKED].update({"1": made}))
    assert store.load().cases
    assert [entry.n for entry in store.history()] == list(range(BLOCK + 1, MANY + 1))
    log(store, "on top")
    assert tables(store.path)[PACKED]["1"] == made
    assert notes(store)[-1] == "on top"


@pytest.mark.parametrize("odd", [{"x": 5}, {"7": {"n": 7, "on": "soon"}}, {"07": {"n": 7}}])
def test_rows_that_g221_does_not_write_are_not_packed(path: Path, odd: dict[str, Any]) -> None:
    store = lived_in(path, 30)
    edit(path, lambda whole: whole[HISTORY].update(odd))
    with store.transaction() as change:
        for _ in range(2 * MANY):
            add(change)
    assert PACKED not in tables(path)
    assert {number: tables(path)[HISTORY][number] for number in odd} == odd


def test_what_another_version_wrote_in_an_entry_comes_back_from_its_block(path: Path) -> None:
    store = lived_in(path, MANY - 2)
    odd = {"x": [1, 1.5, True, None, {"é": "\ud83d half \x1b"}], "big": 10**30}
    edit(path, lambda whole: whole[HISTORY]["3"].update(odd))
    log(store)
    assert list(tables(path)[PACKED]) == ["1"]
    row = store.tables()[HISTORY]["3"]
    assert isinstance(row, dict)
    assert {name: row[name] for name in odd} == odd


@pytest.mark.promise(18)
def test_a_block_that_cannot_be_read_is_in_no_masked_export(store: Repository) -> None:
    edit(store.path, lambda whole: whole[PACKED]["1"].update(crc=1))
    reader = tracker(store.path).reader
    assert PACKED in reader.export(full=True)
    assert PACKED not in reader.export(full=False)


@pytest.mark.promise(18)
def test_a_masked_export_masks_what_only_a_block_still_holds(path: Path) -> None:
    store = lived_in(path, MANY - 2)
    edit(path, lambda w: w[HISTORY]["1"]["changes"][0]["after"].update(passport_number="K7654321"))
    log(store)
    assert b"K7654321" not in path.read_bytes()
    reader = tracker(path).reader
    assert "K7654321" in json.dumps(reader.export(full=True))
    assert "K7654321" not in json.dumps(reader.export(full=False))


@pytest.mark.promise(23)
def test_copies_of_which_one_packed_more_merge_the_same_both_ways(
    store: Repository, tmp_path: Path
) -> None:
    base, other = tmp_path / "base.json", tmp_path / "other.json"
    base.write_bytes(store.path.read_bytes())
    other.write_bytes(store.path.read_bytes())
    rules = load_rules(None)
    with store.transaction() as change:
        for number in range(BLOCK):
            add(change, f"here {number}")
    log(Repository(other, CLOCK), "there")
    assert len(tables(store.path)[PACKED]) == 2
    found = []
    for ours, theirs in ((store.path, other), (other, store.path)):
        result = tmp_path / "result.json"
        result.write_bytes(ours.read_bytes())
        merge_files(base, result, theirs, CLOCK, rules)
        found.append(sorted(notes(repository(result))))
        assert len(repository(result).history()) == MANY + BLOCK + 2
    assert found[0] == found[1]
    assert len(found[0]) == MANY + BLOCK


def test_an_export_and_an_import_bring_the_whole_history(store: Repository, tmp_path: Path) -> None:
    export, fresh = tmp_path / "export.json", tmp_path / "fresh.json"
    export.write_bytes(codec.encode(tracker(store.path).reader.export(full=True)))
    assert PACKED not in tables(export)
    tracker(fresh).archive.import_file(export)
    assert repository(fresh).history()[:MANY] == store.history()
    assert list(tables(fresh)[PACKED]) == ["1"]


def test_status_never_unpacks_the_history(
    store: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unpack(*args: Any) -> Any:
        raise AssertionError("the history was unpacked")

    monkeypatch.setattr(zlib, "decompressobj", unpack)
    assert len(store.load().cases[0].contacts) == MANY - 1


@pytest.mark.promise(6)
def test_the_rows_in_a_block_are_laid_out_anew_with_the_others(store: Repository) -> None:
    def former(whole: Any) -> None:
        rows = unpacked({PACKED: whole[PACKED]})[0][HISTORY]
        for row in (*rows.values(), whole["meta"]["1"]):
            for each in (row, *(c["after"] for c in row.get("changes", ()))):
                if each.get("schema") == 3:
                    each["schema"] = 2
        whole[PACKED]["1"] = block(rows)

    edit(store.path, former)
    changes = store.history()[0].changes
    assert changes[-1].after == {"schema": 2, "current": "1"}
    row: Any = store.tables()[HISTORY]["1"]
    assert row["changes"][-1]["after"]["schema"] == 3
    log(store)
    assert store.tables()["meta"]["1"] == {"schema": 3, "current": "1"}
    assert store.history()[0].changes[-1].after == {"schema": 3, "current": "1"}
