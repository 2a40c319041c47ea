"""After a while in a tiny window the focus is in the pane, and on the row, where it was."""

import pytest
from textual.widgets import TextArea

from ui.conftest import Opener, Window

TINY = ((39, 24), (80, 11), (1, 1))


async def resized(w: Window, *sizes: tuple[int, int]) -> None:
    """Give the window these sizes, one after the other."""
    for size in sizes:
        await w.pilot.resize_terminal(*size)
        await w.pilot.pause()
        await w.pilot.pause()


@pytest.mark.parametrize("tiny", TINY)
@pytest.mark.parametrize("pane", ["timeline", "documents", "channels"])
async def test_the_focus_is_on_the_row_where_it_was(
    window: Opener, pane: str, tiny: tuple[int, int]
) -> None:
    async with window() as w:
        shown = w.board.query_one(f"#{pane}")
        w.board.set_focus(shown)
        await w.press("home", "down")
        row = w.board.pane.row if w.board.pane else None
        assert row is not None
        await resized(w, tiny, (20, 5), (80, 24))
        assert w.board.pane is shown
        assert w.board.pane.row is not None
        assert w.board.pane.row.id == row.id
        await w.press("enter")
        await w.dialog("Sheet" if pane != "channels" else "ChannelSheet")


@pytest.mark.parametrize("key", ["l", "question_mark", "enter"])
async def test_the_focus_is_there_too_when_a_dialog_lay_upon_it(window: Opener, key: str) -> None:
    async with window() as w:
        pane = w.board.pane
        await w.press("down", key)
        await w.until(lambda: len(w.app.screen_stack) == 2, key)
        await resized(w, (39, 24), (80, 24))
        await w.press("escape")
        await w.closed()
        assert w.board.pane is pane
        await w.press("tab")
        assert w.board.pane not in (None, pane)


async def test_a_dialog_that_closes_in_a_tiny_window_leaves_the_focus_in_the_pane(
    window: Opener,
) -> None:
    async with window() as w:
        pane = w.board.pane
        await w.press("l")
        await w.dialog("LogDialog")
        await resized(w, (39, 24))
        await w.press("escape")
        await w.closed()
        await resized(w, (80, 24))
        assert w.board.pane is pane


async def test_what_opens_in_a_tiny_window_has_the_focus_once_there_is_room(window: Opener) -> None:
    async with window(size=(39, 24)) as w:
        await resized(w, (80, 24))
        assert w.board.pane is w.board.documents
        await resized(w, (39, 24))
        await w.press("u")
        await w.dialog("Confirm")
        await resized(w, (80, 24))
        focused = w.app.screen.focused
        assert focused is not None
        assert focused.id == "yes"


async def test_a_form_in_a_tiny_window_takes_no_text_once_the_question_on_it_is_gone(
    window: Opener,
) -> None:
    async with window(size=(80, 24)) as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.press("x", "escape")
        await w.dialog("GiveUp")
        await w.pilot.resize_terminal(30, 8)
        await w.press("escape")
        await w.until(lambda: type(w.app.screen).__name__ == "DocumentDialog", "the form")
        await w.press("z")
        await w.pilot.resize_terminal(80, 24)
        assert w.app.screen.query_one("#f-name TextArea", TextArea).text == "x"
