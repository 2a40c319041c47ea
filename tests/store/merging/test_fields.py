"""A record that two changed: each field is what its change made it, and lists keep both."""

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from g221_tui.clock import FixedClock
from g221_tui.core.edits.cases.opening import OpenCase
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.documents.change_document import SetDocument, TickDocument
from g221_tui.errors import G221Error
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.merging.fields import changed
from g221_tui.store.repository import Repository
from store.kit import TODAY

STATES = ("requested", "ready", "submitted", "received", "returned", "waived")


def step(state: str, on: str, **more: str) -> dict[str, Any]:
    """A step as it lies in the file."""
    return {"state": state, "on": on, **more}


ASKED, SENT = step("requested", "2026-10-26"), step("submitted", "2026-11-02")
AGAIN, RECEIVED = step("requested", "2026-11-16", by="post"), step("received", "2026-11-09")


def paper(*steps: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A document as it lies in the file."""
    return {"id": "d-222222", "case": "1", "name": "Chart", "steps": list(steps), **more}


BASE = paper(ASKED)


def test_the_steps_of_both_are_there() -> None:
    found = changed(paper(ASKED, SENT), BASE, paper(ASKED, RECEIVED))
    assert found == paper(ASKED, SENT, RECEIVED)


def test_a_step_that_both_recorded_is_there_once() -> None:
    found = changed(paper(ASKED, SENT, AGAIN), BASE, paper(ASKED, SENT))
    assert found == paper(ASKED, SENT, AGAIN)


def test_a_step_that_one_took_back_is_gone() -> None:
    base = paper(ASKED, SENT)
    assert changed(paper(ASKED), base, paper(ASKED, SENT, RECEIVED)) == paper(ASKED, RECEIVED)
    assert changed(paper(ASKED, SENT, RECEIVED), base, paper(ASKED)) == paper(ASKED, RECEIVED)


def test_what_a_change_said_of_a_step_is_said_where_others_added_steps() -> None:
    by_post = {**ASKED, "by": "post"}
    assert changed(paper(ASKED, SENT), BASE, paper(by_post)) == paper(by_post, SENT)
    assert changed(paper(by_post), BASE, paper(ASKED, SENT)) == paper(by_post, SENT)


def test_each_field_that_a_change_touched_is_what_it_made_it() -> None:
    row, after = paper(ASKED, note="two pages"), paper(ASKED, SENT, route="e-mail")
    assert changed(row, BASE, after) == paper(ASKED, SENT, note="two pages", route="e-mail")
    assert changed(paper(ASKED, note="one"), BASE, paper(ASKED, note="two"))["note"] == "two"
    assert "note" not in changed(row, paper(ASKED, note="one"), BASE)


def test_a_no_a_nought_and_an_empty_text_are_values_too() -> None:
    before: dict[str, Any] = {"original": True, "wait": 60, "note": "one"}
    row: dict[str, Any] = {**before, "route": "e-mail"}
    after: dict[str, Any] = {"original": False, "wait": 0, "note": ""}
    assert changed(row, before, after) == {**after, "route": "e-mail"}


def test_a_list_of_reasons_keeps_what_each_added_and_lacks_what_each_took_out() -> None:
    before: dict[str, Any] = {"reasons": ["security", "employment"]}
    row: dict[str, Any] = {"reasons": ["security", "employment", "medical"]}
    assert changed(row, before, {"reasons": ["employment", "travel"]}) == {
        "reasons": ["employment", "travel", "medical"]
    }
    assert changed({"reasons": ["security"]}, before, {"reasons": ["employment"]}) == {}


def test_within_an_object_each_field_is_taken_apart() -> None:
    before: dict[str, Any] = {"new_post": {"post": "Delhi", "wait": 60}}
    row: dict[str, Any] = {"new_post": {"post": "Mumbai", "wait": 60}}
    after: dict[str, Any] = {"new_post": {"post": "Delhi", "wait": 90}}
    assert changed(row, before, after) == {"new_post": {"post": "Mumbai", "wait": 90}}


def test_steps_that_cannot_be_read_do_not_stop_the_others() -> None:
    odd: list[Any] = [5, {"state": "sent"}]
    found = changed(paper(ASKED, *odd), BASE, paper(ASKED, SENT))
    steps = found["steps"]
    assert isinstance(steps, list)
    assert all(step in steps for step in (ASKED, SENT, *odd))


several = some.lists(
    some.builds(step, some.sampled_from(STATES), some.sampled_from(["2026-11-02", "2026-11-03"])),
    max_size=3,
)


@given(several, several, several)
def test_nothing_that_either_added_is_lost_or_doubled(
    base: list[dict[str, Any]], ours: list[dict[str, Any]], theirs: list[dict[str, Any]]
) -> None:
    before = paper(ASKED, *base)
    own, row = paper(ASKED, *base, *ours), paper(ASKED, *base, *theirs)
    both, other = changed(own, before, row), changed(row, before, own)
    kept, same = both["steps"], other["steps"]
    assert isinstance(kept, list)
    assert isinstance(same, list)
    assert sorted(map(repr, kept)) == sorted(map(repr, same))
    assert changed(both, before, row) == both
    assert all(each in kept for each in (*own["steps"], *row["steps"]))


def tracker(path: Path) -> Tracker:
    """The program on a file."""
    clock = FixedClock(TODAY)
    return Tracker(Repository(path, clock), load_rules(None), clock)


CHANGES = {
    "sent": SetDocument(document="Chart", state="submitted"),
    "received": SetDocument(document="Chart", state="received"),
    "again": AddDocuments(names=("Chart",)),
    "noted": SetDocument(document="Chart", details={"note": "two pages"}),
    "back": TickDocument(document="Chart"),
}


@pytest.mark.parametrize(("mine", "other"), list(itertools.permutations(CHANGES, 2)))
def test_two_files_that_went_on_with_one_document_come_together(
    tmp_path: Path, mine: str, other: str
) -> None:
    here, there, copy = (tmp_path / f"{name}.json" for name in ("here", "there", "copy"))
    first = tracker(here)
    first.open_case(OpenCase(answers={"refused": "2026-10-26"}, documents=("Chart",)))
    first.apply(SetDocument(document="Chart", state="submitted"))
    there.write_bytes(here.read_bytes())
    for path, change in ((here, mine), (there, other)):
        try:
            tracker(path).apply(CHANGES[change])
        except G221Error:
            return
    copy.write_bytes(here.read_bytes())
    first.archive.import_file(there)
    tracker(there).archive.import_file(copy)
    books = [tracker(path).reader.repository.load() for path in (here, there)]
    assert books[0].cases[0].documents == books[1].cases[0].documents
    first.archive.undo()
    assert tracker(here).reader.repository.load().problems == ()
