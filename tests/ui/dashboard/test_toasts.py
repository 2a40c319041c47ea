"""What was done is said to its end: the date that matters stands last."""

from datetime import date

import pytest

from g221_tui.clock import FixedClock
from g221_tui.core.edits.documents.change_document import SetDocument
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from ui.conftest import DAY, Opener, Window

LONG = "asked for by the officer at the window, who wanted it stapled to the letter. " * 6


def toasts(w: Window) -> str:
    """What the toasts say."""
    return "\n".join(str(toast.render()) for toast in w.app.screen.query("Toast"))


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
    await w.until(lambda: w.app.screen.query("Toast"), "a toast")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
@pytest.mark.parametrize("note", ["", LONG])
async def test_the_date_at_the_end_of_a_long_sentence_is_not_cut(
    window: Opener, size: tuple[int, int], note: str
) -> None:
    async with window(size=size) as w:
        await corrected(w, note)
        assert toasts(w).startswith("Corrected Org chart: Submitted on: Thu 10 Dec 202")
        assert "the wait starts on that day" in toasts(w)
        assert toasts(w).splitlines()[0].endswith(", questions about status open Tue 9 Feb 2027.")
        await w.sees("2027.")
        covered = sum(toast.region.height for toast in w.app.screen.query("Toast"))
        assert covered <= size[1] * 3 // 5
