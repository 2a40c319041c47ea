"""Who corrects nothing comes back to the sheet that was read, at the place that was left."""

import pytest
from textual.widgets import Button

from g221_tui.ui.screens.sheets.sheet import Sheet
from ui.conftest import Opener, Window


async def at_a_sheet(w: Window) -> str:
    """The sheet of a document; what it is called."""
    w.board.set_focus(w.board.documents)
    await w.press("enter")
    await w.dialog("Sheet")
    return w.text


async def test_escape_from_correct_leads_back_to_the_sheet_and_from_there_to_the_row(
    window: Opener,
) -> None:
    async with window() as w:
        before = await at_a_sheet(w)
        row = w.board.documents.row
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.press("escape")
        await w.dialog("Sheet")
        await w.pilot.pause()
        assert w.text == before
        await w.press("escape")
        await w.closed()
        assert w.board.pane is w.board.documents
        assert w.board.documents.row is not None
        assert row is not None
        assert w.board.documents.row.id == row.id


async def test_the_focus_is_on_the_button_that_led_there(window: Opener) -> None:
    async with window() as w:
        await at_a_sheet(w)
        w.app.screen.query_one("#correct", Button).focus()
        await w.press("enter")
        await w.dialog("CorrectDialog")
        await w.press("escape")
        await w.dialog("Sheet")
        await w.until(lambda: w.app.focused and w.app.focused.id == "correct", "the button")


@pytest.mark.parametrize("lines", [3, 5])
async def test_the_lines_in_sight_are_those_that_were_left(window: Opener, lines: int) -> None:
    async with window(size=(60, 14)) as w:
        await at_a_sheet(w)
        body = w.app.screen.query_one(".sheet-body")
        await w.press(*["j"] * lines)
        assert body.scroll_y == lines
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.press("escape")
        await w.dialog("Sheet")
        assert isinstance(w.app.screen, Sheet)
        body = w.app.screen.query_one(".sheet-body")
        await w.until(lambda: body.scroll_y == lines, "the lines")


async def test_a_correction_that_is_saved_leads_to_the_dashboard(window: Opener) -> None:
    async with window() as w:
        await at_a_sheet(w)
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.fill(note="by hand")
        await w.press("ctrl+s")
        await w.closed()
        assert any(d.note == "by hand" for d in w.case.documents)
