"""A save adds to the end of the history; what lies in blocks is neither unpacked nor forgotten."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.history.order import Moment
from g221_tui.migrations import HISTORY
from g221_tui.packed_history import BLOCK, PACKED, last_number, packed, unpacked
from g221_tui.store import diff
from g221_tui.store.new_ids import ID_SIGNS
from g221_tui.store.repository import Repository
from store.kit import TODAY, add, log, notes, repository, start
from store.long_history import MANY, edit, lived_in, tables, tracker


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "case.json"


@pytest.fixture
def store(path: Path) -> Repository:
    """A file of which the first hundred changes are packed."""
    return lived_in(path)


def lived_in_again(path: Path) -> Repository:
    """The file with so many changes more that all before are packed."""
    store = tracker(path).reader.repository
    with store.transaction() as change:
        for number in range(MANY):
            add(change, f"later {number}")
    return store


def test_a_contact_is_logged_without_the_blocks_being_read_as_rows(
    store: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unpack(*args: Any) -> Any:
        raise AssertionError("the history was unpacked")

    monkeypatch.setattr("g221_tui.store.working_copy.unpacked", unpack)
    before = tables(store.path)[PACKED]
    done = tracker(store.path).apply(LogContact(channel="attorney", note="seen", anyway=True))
    assert notes(store)[-1] == "seen"
    after = tables(store.path)
    assert after[PACKED] == before
    assert list(after[HISTORY])[-1] == str(MANY + 1)
    assert after[HISTORY][str(MANY + 1)]["changes"][0]["id"] == done.record


def test_no_id_is_given_again_that_only_a_block_still_tells_of(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(path)
    gone = log(repository(path), "taken back")
    tracker(path).archive.undo()
    store = lived_in_again(path)
    assert gone.encode() not in path.read_bytes()
    drawn = [gone[2:], "222222"]

    def draw(count: int) -> bytes:
        signs = drawn[0] if len(drawn) == 1 else drawn.pop(0)
        return bytes(ID_SIGNS.index(sign) for sign in signs)

    monkeypatch.setattr(os, "urandom", draw)
    assert log(store) == "c-222222"


def test_no_number_of_a_case_is_given_again_that_only_a_block_still_tells_of(path: Path) -> None:
    start(path)
    opening = OpenCase(answers={"refused": "2026-10-26"})
    assert tracker(path).open_case(opening).case == "2"
    tracker(path).archive.undo()
    lived_in_again(path)
    assert not {"2"} & {case.id for case in tracker(path).reader.book().cases}
    assert tracker(path).open_case(opening).case == "3"


def test_the_numbers_go_on_after_the_blocks_where_the_later_rows_were_deleted(
    store: Repository,
) -> None:
    edit(store.path, lambda whole: whole.pop(HISTORY))
    assert last_number(tables(store.path)) == BLOCK
    log(store, "on top")
    rows = tables(store.path)[HISTORY]
    assert {number: row["n"] for number, row in rows.items()} == {str(BLOCK + 1): BLOCK + 1}
    assert [entry.n for entry in store.history()] == list(range(1, BLOCK + 2))


def test_an_entry_that_says_a_higher_number_than_its_row_is_not_packed(path: Path) -> None:
    store = lived_in(path, 30)
    edit(path, lambda whole: whole[HISTORY]["7"].update(n=5000))
    with store.transaction() as change:
        for _ in range(2 * MANY):
            add(change)
    assert PACKED not in tables(path)
    assert tables(path)[HISTORY][str(31 + 2 * MANY)]["n"] == 5000 + 2 * MANY


def moments(row: dict[str, Any], at: str, place: int) -> None:
    """Gives an entry this moment; one of a former version names no place."""
    row["at"] = at
    row.pop("moment", None)
    row.pop("place", None)
    if place:
        row["place"] = place


@pytest.mark.promise(23)
@pytest.mark.parametrize(
    ("plain", "latest"),
    [
        (("2026-12-12T09:00:00Z", 4), Moment("2026-12-12T09:00:00Z", 4)),
        (("2026-12-12T09:00:00Z", 0), Moment("2026-12-12T10:00:00Z", MANY)),
        (("2026-12-12T11:00:00Z", 0), Moment("2026-12-12T11:00:00Z", MANY - BLOCK)),
    ],
)
def test_a_change_counts_for_no_moment_before_those_in_the_blocks(
    store: Repository, plain: tuple[str, int], latest: Moment
) -> None:
    whole = store.tables()
    for number, row in whole[HISTORY].items():
        assert isinstance(row, dict)
        moments(row, *(plain if int(number) > BLOCK else ("2026-12-12T10:00:00Z", 0)))
    found = packed(whole)
    assert PACKED in found
    assert diff.last_moment(found) == latest


def test_a_save_that_packs_leaves_what_a_repacking_of_the_whole_would(store: Repository) -> None:
    with store.transaction() as change:
        for _ in range(BLOCK - 1):
            add(change)
    log(store)
    found = tables(store.path)
    assert list(found[PACKED]) == ["1", str(BLOCK + 1)]
    assert json.dumps(packed(unpacked(found)[0])) == json.dumps(found)
    assert store.history()[-1].on == TODAY
