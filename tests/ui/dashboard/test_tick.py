"""Ticking a paper: the one key with a consequence, told before it is done."""

import pytest

from g221_tui.ui.keyboard.keymap import Keymap
from ui.conftest import DAY, Opener


async def test_the_last_paper_says_what_it_starts_and_waits_for_a_yes(window: Opener) -> None:
    async with window() as w:
        await w.press("space")
        await w.dialog("Confirm")
        await w.sees("The set is complete today")
        assert w.document("Org chart") is None
        await w.press("y")
        await w.closed()
        await w.sees("Documents 5/5", "Day 0 of 60")
        assert w.document("Org chart") == DAY


async def test_no_leaves_everything_as_it_was(window: Opener) -> None:
    async with window() as w:
        for key in ("n", "escape"):
            await w.press("space")
            await w.dialog("Confirm")
            await w.press(key)
            await w.closed()
        assert w.document("Org chart") is None


async def test_enter_takes_the_answer_in_focus(window: Opener) -> None:
    async with window() as w:
        await w.press("space")
        await w.dialog("Confirm")
        await w.press("right", "enter")
        await w.closed()
        assert w.document("Org chart") is None


async def test_a_second_space_takes_the_tick_back(window: Opener) -> None:
    async with window() as w:
        await w.press("space")
        await w.dialog("Confirm")
        await w.press("enter")
        await w.closed()
        await w.sees("Documents 5/5")
        await w.press("space")
        await w.dialog("Confirm")
        await w.press("y")
        await w.closed()
        await w.sees("Documents 4/5")
        assert w.document("Org chart") is None


async def test_space_elsewhere_ticks_nothing(window: Opener) -> None:
    async with window() as w:
        before = w.saved()
        await w.press("tab", "space", "tab", "space")
        assert w.saved() == before
        assert len(w.app.screen_stack) == 1


@pytest.mark.parametrize(("keys", "key"), [({}, "c"), ({"correct": "v"}, "v")])
async def test_a_step_of_another_day_is_corrected_with_the_key_that_is_in_force(
    window: Opener, keys: dict[str, str], key: str
) -> None:
    async with window(size=(120, 40), keymap=Keymap(keys)) as w:
        w.board.set_focus(w.board.documents)
        await w.press("home", "space")
        await w.sees("nothing is taken back.", f"{key} corrects that date; an empty one clears it.")
