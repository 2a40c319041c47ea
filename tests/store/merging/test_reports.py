"""What went wrong in public reports about merging and syncing, tried here."""

from pathlib import Path

import pytest

from g221_tui.clock import FixedClock
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.corrections import Correct
from g221_tui.core.edits.documents.change_document import SetDocument
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from store.kit import TODAY, log, notes, start
from store.merging.kit import RULES, copied, noted, taken_back, taken_in, taking

pytestmark = pytest.mark.promise(23)


def tracker(path: Path) -> Tracker:
    """The program on a file."""
    return Tracker(Repository(path, FixedClock(TODAY)), RULES, FixedClock(TODAY))


def test_elements_that_both_added_to_a_list_are_there_once_each(tmp_path: Path) -> None:
    """jonatanpedersen/git-json-merge#3, falsecz/3-way-merge#3, trimerge/trimerge#27."""
    here, there = tmp_path / "here.json", tmp_path / "there.json"
    tracker(here).open_case(OpenCase(answers={"refused": "2026-10-26"}, documents=("Chart",)))
    there.write_bytes(here.read_bytes())
    tracker(here).apply(SetDocument(document="Chart", state="submitted"))
    for state in ("submitted", "received"):
        tracker(there).apply(SetDocument(document="Chart", state=state))
    tracker(here).archive.import_file(there)
    (paper,) = tracker(here).reader.book().cases[0].documents
    assert [step.state for step in paper.in_order] == ["requested", "submitted", "received"]


def test_a_record_deleted_on_one_machine_and_edited_offline_on_another_is_the_same_on_both(
    pair: tuple[Repository, Repository],
) -> None:
    """memrynote/memry#2198: one machine kept a ghost that the others refused for ever."""
    ours, theirs = pair
    taken_back(ours)
    noted(theirs, "renamed offline")
    copy = copied(ours, ours.path.with_name("copy.json"))
    taken_in(ours, theirs)
    taken_in(theirs, copy)
    assert ours.load() == theirs.load()
    assert notes(ours) == ["renamed offline"]


def test_a_deletion_taken_back_is_not_done_again_by_the_next_merge(
    pair: tuple[Repository, Repository],
) -> None:
    """justine-george/tab-keeper-react-chrome-extension#124."""
    ours, theirs = pair
    tracker(ours.path).archive.undo()
    taken_in(theirs, ours)
    assert notes(theirs) == []
    tracker(ours.path).archive.redo()
    for one, other in ((ours, theirs), (theirs, ours)):
        taken_in(one, other)
        assert notes(one) == ["both"]


def test_a_restore_is_not_undone_by_what_the_other_machine_deleted(
    pair: tuple[Repository, Repository],
) -> None:
    """submersion-app/submersion#1345."""
    ours, theirs = pair
    log(ours, "more")
    taken_back(theirs)
    taken_in(ours, theirs)
    assert notes(ours) == ["more"]
    ours.restore("2", TODAY)
    assert "both" in notes(ours)
    taken_in(ours, theirs)
    taken_in(theirs, ours)
    assert "both" in notes(ours)
    assert ours.load() == theirs.load()


def test_five_conflict_files_of_one_file_are_taken_in_in_any_order(tmp_path: Path) -> None:
    """keepassxreboot/keepassxc#11666, owncloud/client#397."""
    first = start(tmp_path / "case.json")
    pile = [copied(first, tmp_path / f"case.sync-conflict-{n}.json") for n in range(5)]
    for n, copy in enumerate(pile):
        log(copy, f"note {n}")
    other = copied(first, tmp_path / "other.json")
    for store, order in ((first, pile), (other, pile[::-1])):
        for copy in order:
            taken_in(store, copy)
    assert first.load() == other.load()
    assert sorted(notes(first)) == [f"note {n}" for n in range(5)]
    assert not any(taking(first, copy).anything for copy in pile)


def test_what_is_missing_there_is_never_taken_for_deleted(
    pair: tuple[Repository, Repository],
) -> None:
    """xunxunProjects/Oyama-s-HRT-Tracker#59."""
    ours, theirs = pair
    log(ours, "only here")
    taken_in(theirs, ours)
    taken_in(ours, theirs)
    assert notes(ours) == notes(theirs) == ["both", "only here"]


def test_an_older_copy_brings_nothing_back_that_was_corrected_since(tmp_path: Path) -> None:
    here, old = tmp_path / "here.json", tmp_path / "old.json"
    tracker(here).open_case(OpenCase(answers={"refused": "2026-10-26"}))
    old.write_bytes(here.read_bytes())
    event = tracker(here).reader.book().cases[0].events[0].id
    tracker(here).apply(Correct(record=event, values={"note": "corrected"}))
    said = tracker(here).archive.import_file(old).sentence
    assert said.startswith("Nothing to take in")
    assert tracker(here).reader.book().cases[0].events[0].note == "corrected"
