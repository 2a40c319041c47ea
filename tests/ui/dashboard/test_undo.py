"""Undo and redo on the dashboard: named first, then done."""

import sys
from types import FrameType

import pytest

from g221_tui.clock import FixedClock
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.facts import SetFacts
from g221_tui.demo import demo_tracker
from ui.conftest import DAY, Opener


@pytest.mark.promise(9)
async def test_the_last_change_is_named_taken_back_and_done_again(window: Opener) -> None:
    async with window() as w:
        await w.press("space")
        await w.dialog("Confirm")
        await w.press("y")
        await w.closed()
        await w.press("u")
        await w.dialog("Confirm")
        await w.sees("Undo takes back", "Org chart: submitted")
        assert w.document("Org chart") == DAY
        await w.press("y")
        await w.closed()
        await w.sees("Documents 4/5", "Day 47 of 60")
        assert w.document("Org chart") is None
        await w.press("ctrl+r")
        await w.dialog("Confirm")
        await w.press("y")
        await w.closed()
        await w.sees("Documents 5/5", "Day 0 of 60")
        assert w.document("Org chart") == DAY


@pytest.mark.promise(9)
async def test_no_leaves_the_change_and_nothing_to_undo_says_so(window: Opener) -> None:
    async with window() as w:
        await w.press("ctrl+r")
        await w.sees("nothing to redo")
        await w.press("space")
        await w.dialog("Confirm")
        await w.press("y")
        await w.closed()
        await w.press("u")
        await w.dialog("Confirm")
        await w.press("n")
        await w.closed()
        assert w.document("Org chart") == DAY


@pytest.mark.promise(18)
async def test_the_case_of_a_step_is_named_and_masked_as_its_title_is(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        tracker = w.app.session.tracker
        tracker.apply(
            SetFacts(values={"applicant": "Asha Raghunathan", "title": "Asha's case"}), case="1"
        )
        tracker.apply(AddDocuments(names=("Photos",)), case="1")
        w.board.session.load()
        w.board.show()
        await w.press("u")
        await w.dialog("Confirm")
        await w.sees("in case 1 (Asha's case): Added Photos")
        await w.press("m")
        await w.sees("in case 1 (••••'s case): Added Photos")


async def test_the_records_that_are_shown_are_not_read_again_to_name_the_last_change(
    window: Opener,
) -> None:
    read: list[str] = []

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_name in ("preview_undo", "book_from"):
            read.append(frame.f_code.co_name)

    async with window() as w:
        session = w.app.session
        session.tracker.apply(SetFacts(values={"title": "Mine"}), case="1")
        session.load()
        sys.setprofile(count)
        try:
            await w.press("u")
            await w.dialog("Confirm")
        finally:
            sys.setprofile(None)
    assert read == ["preview_undo"]


async def test_in_a_demo_only_what_the_person_did_is_taken_back(window: Opener) -> None:
    with demo_tracker(FixedClock(DAY)) as tracker:
        async with window(tracker=tracker) as w:
            await w.press("u")
            await w.sees("There is nothing to undo.")
            await w.press("=")
            await w.until(lambda: w.message.startswith("Logged"), "a look")
            await w.press("u")
            await w.dialog("Confirm")
            await w.sees("Undo takes back", "Logged: CEAC")
            await w.press("y")
            await w.closed()
            await w.until(lambda: w.message.startswith("Undone"), "the step back")
            await w.press("u")
            await w.sees("There is nothing to undo.")
            await w.press("ctrl+r")
            await w.dialog("Confirm")
            await w.sees("Redo does again", "Logged: CEAC")
