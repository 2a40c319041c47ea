"""What undo and redo would do is told from the newest changes, and the same as from all of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from g221_tui.core.history.undo import line
from g221_tui.errors import Refused
from g221_tui.migrations import HISTORY
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from store.kit import log
from store.long_history import edit, lived_in, tables, tracker


@pytest.fixture
def store(tmp_path: Path) -> Repository:
    """A file of which the first hundred changes are packed."""
    return lived_in(tmp_path / "case.json")


def without_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on to unpack a block is a failure."""

    def unpack(*args: Any) -> Any:
        raise AssertionError("the history was unpacked")

    monkeypatch.setattr("g221_tui.store.repository.unpacked", unpack)


def test_what_undo_and_redo_would_do_is_told_without_the_blocks(
    store: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    log(store, "the last")
    here = tracker(store.path)
    before = tables(store.path)
    here.archive.undo()
    with monkeypatch.context() as patch:
        without_blocks(patch)
        assert here.archive.preview_redo().startswith("Redo does again")
        told = here.archive.preview_undo()
    step = line(store.history()).undo
    assert step is not None
    assert step.sentence in told
    here.archive.redo(here.archive.preview_redo())
    assert tables(store.path)["contacts"] == before["contacts"]


def test_where_a_turn_reaches_into_the_blocks_the_whole_history_is_asked(store: Repository) -> None:
    here = tracker(store.path)
    for _ in range(49):
        here.archive.undo(here.archive.preview_undo())
        step = line(store.history()).undo
        assert step is not None
        assert step.sentence in here.archive.preview_undo()
    here.archive.undo(here.archive.preview_undo())
    with pytest.raises(Refused, match="reaches back 50 steps"):
        here.archive.preview_undo()


@pytest.mark.parametrize("number", [1, 60, 100])
def test_newest_changes_that_count_as_earlier_than_a_block_are_not_asked_alone(
    store: Repository, number: int
) -> None:
    def renumber(found: Any) -> None:
        rows = found[HISTORY]
        rows[next(iter(rows))]["n"] = number

    edit(store.path, renumber)
    assert store.newest_history() == ()
    step = line(store.history()).undo
    assert step is not None
    assert step.sentence in tracker(store.path).archive.preview_undo()


def test_a_file_without_blocks_is_told_whole(store: Repository, tmp_path: Path) -> None:
    plain = tmp_path / "plain.json"
    whole = {**store.tables()}
    plain.write_text(json.dumps(whole))
    there: Tracker = tracker(plain)
    assert there.reader.repository.newest_history() == store.history()
    assert there.archive.preview_undo() == tracker(store.path).archive.preview_undo()
