"""A record that should not be there is taken out from its sheet, and undo brings it back."""

import pytest

from g221_tui.core.model import Event
from ui.conftest import Opener, Window
from ui.others import command


async def opened(w: Window, record: str) -> None:
    """The sheet of a record in the timeline."""
    pane = w.board.timeline
    pane.focus()
    place = next(i for i, row in enumerate(pane.rows) if record in row.id)
    pane.highlighted = place
    await w.press("enter")
    await w.dialog("Sheet")


def events(w: Window) -> list[str]:
    """The ids of the events in the file."""
    return [event.id for event in w.case.events]


def of_kind(w: Window, kind: str) -> Event:
    """The event of that kind."""
    return next(event for event in w.case.events if event.kind == kind)


async def test_d_on_a_sheet_says_what_it_does_takes_the_record_out_and_undo_brings_it_back(
    window: Opener,
) -> None:
    async with window(size=(120, 40)) as w:
        before, interview = events(w), of_kind(w, "interview").id
        await opened(w, interview)
        await w.sees("Remove d")
        await w.press("d")
        await w.sees(
            "Take this out of the case? Once that is done, you will read:",
            "Removed the event Interview",
        )
        await w.press("n")
        await w.closed()
        assert events(w) == before
        await opened(w, interview)
        await w.press("d", "y")
        await w.closed()
        await w.until(lambda: interview not in events(w), "the removal")
        await w.until(lambda: all(interview not in r.id for r in w.board.timeline.rows), "no row")
        await w.press("u", "y")
        await w.closed()
        await w.until(lambda: events(w) == before, "the event again")


async def test_the_only_refusal_of_a_case_stays(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        before = w.file.read_bytes()
        await opened(w, of_kind(w, "refused_221g").id)
        await w.press("d")
        await w.sees("The case is about this refusal")
        assert len(w.app.screen_stack) == 1
        assert w.file.read_bytes() == before


async def test_the_only_refusal_of_a_case_keeps_its_kind(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        before = w.file.read_bytes()
        await opened(w, of_kind(w, "refused_221g").id)
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.fill(kind="note")
        await w.press("ctrl+s")
        await w.sees("! The case is about this refusal and has no other")
        await w.press("escape")
        await w.dialog("Sheet")
        await w.press("escape")
        await w.closed()
        assert w.file.read_bytes() == before


async def test_a_date_the_user_named_can_be_taken_out_and_one_of_a_rule_cannot(
    window: Opener,
) -> None:
    async with window(size=(120, 40)) as w:
        await opened(w, "documents_one_year")
        assert "Remove" not in w.text
        await w.press("escape")
        await w.closed()
        named = w.case.deadlines[0]
        await opened(w, f"expiry_{named.id}")
        await w.press("d")
        await w.sees(f"Removed the date {named.name}")
        await w.press("y")
        await w.closed()
        await w.until(lambda: not w.case.deadlines, "the removal")


@pytest.mark.promise(4)
async def test_a_record_that_changed_during_the_question_stays(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        record = of_kind(w, "interview").id
        await opened(w, record)
        await w.press("d")
        await w.sees("Take this out of the case?")
        await command(w.file, "correct", record, "note=said by another window")
        await w.press("y")
        await w.closed()
        await w.sees("Nothing was saved: changed meanwhile by another: Note")
        assert record in events(w)
