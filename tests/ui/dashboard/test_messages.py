"""What was done is said to its end: the date that matters stands last."""

from datetime import date

import pytest

from g221_tui.clock import FixedClock
from g221_tui.core.edits.documents.change_document import SetDocument
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from g221_tui.ui.widgets.message_line import MessageLine
from ui.conftest import DAY, Opener, Window

LONG = "asked for by the officer at the window, who wanted it stapled to the letter. " * 6


async def corrected(w: Window, note: str = "") -> None:
    """Say of the last paper of a complete set that it was sent on another day."""
    tracker = Tracker(Repository(w.file, FixedClock(DAY)), load_rules(None), FixedClock(DAY))
    missing = [paper for paper in w.case.listed if paper.course().submission is None]
    for paper in missing:
        tracker.apply(SetDocument(document=paper.name, state="submitted", on=date(2026, 12, 10)))
    w.board.session.load()
    w.board.show()
    w.board.documents.go_to(missing[-1].id)
    w.board.set_focus(w.board.documents)
    await w.press("c")
    await w.dialog("CorrectDialog")
    await w.fill(submitted="2026-12-11", note=note)
    await w.press("ctrl+s")
    await w.closed()
    await w.until(lambda: w.message, "a message")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
@pytest.mark.parametrize("note", ["", LONG])
async def test_the_date_at_the_end_of_a_long_sentence_is_not_cut(
    window: Opener, size: tuple[int, int], note: str
) -> None:
    async with window(size=size) as w:
        await corrected(w, note)
        assert w.message.startswith("Corrected Org chart: Submitted on: Thu 10 Dec 202")
        assert "the wait starts on that day" in w.message
        await w.sees("2027." if size[1] >= 24 else "2027")
        line = w.board.query_one(MessageLine).region
        assert line.height <= 3
        assert not line.overlaps(w.board.documents.region)
        if size[1] >= 24:  # the rows that are worked on stay where they are
            rows = w.board.documents.region
            w.board.query_one(MessageLine).clear()
            await w.pilot.pause()
            assert w.board.documents.region == rows


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12)])
async def test_what_was_done_is_said_also_where_what_it_means_has_no_room(
    window: Opener, size: tuple[int, int]
) -> None:
    async with window(size=size) as w:
        await w.press("=")
        await w.until(lambda: w.message, "a message")
        await w.sees("Logged: CEAC on")
        assert w.board.query_one(MessageLine).region.height <= 3


async def test_a_warning_keeps_its_place_before_what_only_explains(window: Opener) -> None:
    async with window(size=(80, 24)) as w:
        line = w.board.query_one(MessageLine)
        line.say_only("Logged: it went out.")
        line.say("What it means. " * 12)
        line.say("You asked not long ago.", care=True)
        await w.sees("Logged: it went out. · You asked not long ago.")
