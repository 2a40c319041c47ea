"""A document that both files changed: the steps of both stay, and no order of merging matters."""

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from g221_tui.clock import FixedClock
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.documents.change_document import SetDocument, TickDocument
from g221_tui.core.edits.opening import OpenCase
from g221_tui.errors import G221Error
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.merging.documents import merged
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
    found = merged(BASE, paper(ASKED, SENT), paper(ASKED, RECEIVED))
    assert found == paper(ASKED, SENT, RECEIVED)


def test_a_step_that_both_recorded_is_there_once() -> None:
    assert merged(BASE, paper(ASKED, SENT, AGAIN), paper(ASKED, SENT)) == paper(ASKED, SENT, AGAIN)


def test_a_step_that_one_took_back_is_gone() -> None:
    base = paper(ASKED, SENT)
    assert merged(base, paper(ASKED), paper(ASKED, SENT, RECEIVED)) == paper(ASKED, RECEIVED)


def test_where_nothing_is_known_of_before_the_steps_of_both_stay() -> None:
    assert merged(None, paper(ASKED, SENT), paper(ASKED, RECEIVED)) is not None


def test_each_field_that_one_changed_is_taken_and_one_that_both_did_is_left_to_the_person() -> None:
    own, row = paper(ASKED, note="two pages"), paper(ASKED, SENT, route="e-mail")
    assert merged(BASE, own, row) == paper(ASKED, SENT, note="two pages", route="e-mail")
    assert merged(BASE, paper(ASKED, note="one"), paper(ASKED, note="two")) is None


def test_on_one_day_the_order_that_one_of_them_knows_is_kept() -> None:
    day = "2026-11-02"
    again = step("requested", day, by="post")
    assert merged(BASE, paper(ASKED, SENT, again), paper(ASKED, SENT)) == paper(ASKED, SENT, again)


def test_steps_that_cannot_be_read_are_left_to_the_person() -> None:
    assert merged(BASE, paper(ASKED), paper(ASKED, step("sent", "2026-11-02"))) is None


several = some.lists(
    some.builds(step, some.sampled_from(STATES), some.sampled_from(["2026-11-02", "2026-11-03"])),
    max_size=3,
)


@given(several, several, several)
def test_whose_come_first_is_no_matter(
    base: list[dict[str, Any]], ours: list[dict[str, Any]], theirs: list[dict[str, Any]]
) -> None:
    before = paper(ASKED, *base)
    own, row = paper(ASKED, *base, *ours), paper(ASKED, *base, *theirs)
    both = merged(before, own, row)
    assert both == merged(before, row, own)
    assert both is not None
    assert merged(before, both, row) == both
    kept = both["steps"]
    assert isinstance(kept, list)
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
