"""The cursor in the panes, and keys that say where they work."""

import pytest

from ui.conftest import Opener


@pytest.mark.parametrize("pane", ["timeline", "documents", "channels"])
async def test_the_cursor_stays_at_both_ends_of_a_pane(window: Opener, pane: str) -> None:
    async with window() as w:
        shown = {
            "timeline": w.board.timeline,
            "documents": w.board.documents,
            "channels": w.board.channels,
        }[pane]
        shown.focus()
        await w.press("end", "down", "down")
        assert shown.row is shown.rows[-1]
        rows = [row for row in shown.rows if not row.heading]
        await w.press("home", "up", "k")
        assert shown.row is rows[0]
        assert shown.scroll_y == 0  # the year above it is in sight, too
        await w.press("j")
        assert shown.row is rows[1]


async def test_space_beside_the_documents_says_where_it_works(window: Opener) -> None:
    async with window() as w:
        before = w.file.read_bytes()
        w.board.channels.focus()
        await w.press("space")
        await w.sees("Space ticks a document as submitted")
        assert w.file.read_bytes() == before


async def test_a_message_does_not_lie_upon_the_next_dialog(window: Opener) -> None:
    async with window() as w:
        w.board.channels.focus()
        await w.press("space")
        await w.sees("Space ticks a document")
        await w.press("l")
        await w.dialog("LogDialog")
        await w.until(lambda: "Space ticks" not in w.text, "no message")


async def test_without_a_case_the_footer_names_what_can_be_done(window: Opener) -> None:
    async with window(seed=False) as w:
        await w.dialog("NewCase")
        await w.press("escape")
        await w.closed()
        await w.sees("n new case", "h guide", "? help", "q quit")
        assert "space tick" not in w.text
        await w.press("l", "e", "a", "space")
        assert len(w.app.screen_stack) == 1
        await w.press("n")
        await w.dialog("NewCase")
