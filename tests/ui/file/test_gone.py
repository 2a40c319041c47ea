"""A paper that another process removed meanwhile: that is said, and nothing is done."""

import pytest

from ui.conftest import Opener, Window
from ui.others import command

GONE = "It is no longer in the file."
COMMANDS = ("docs list", "event list", "No record", "No document", "id '")
"""Words of the command line."""


async def removed(w: Window) -> bytes:
    """Remove the paper under the cursor from outside; the file as it is then."""
    row = w.board.documents.row
    assert row is not None
    await command(w.file, "docs", "remove", row.id or "")
    return w.file.read_bytes()


@pytest.mark.parametrize("key", ["d", "c"])
async def test_the_sheet_of_a_paper_that_is_gone_leads_nowhere(window: Opener, key: str) -> None:
    async with window() as w:
        await w.press("enter")
        await w.dialog("Sheet")
        left = await removed(w)
        await w.press(key)
        await w.closed()
        await w.sees(GONE)
        assert not any(word in w.text for word in COMMANDS)
        assert w.file.read_bytes() == left


async def test_a_question_about_a_paper_that_is_gone_does_nothing(window: Opener) -> None:
    async with window() as w:
        await w.press("enter")
        await w.dialog("Sheet")
        await w.press("d")
        await w.dialog("Confirm")
        left = await removed(w)
        await w.press("y")
        await w.closed()
        await w.sees(GONE)
        assert w.file.read_bytes() == left


async def test_a_sheet_whose_paper_goes_says_so_and_keeps_the_keys(window: Opener) -> None:
    async with window() as w:
        await w.press("enter")
        await w.dialog("Sheet")
        await removed(w)
        await w.sees(GONE)
        await w.press("l")
        await w.dialog("Sheet")
