"""What is typed is not lost by one key, and a complaint goes with its reason."""

import pytest
from textual.widgets import Input

from ui.conftest import Opener


async def test_escape_asks_before_it_gives_up_what_was_written(window: Opener) -> None:
    async with window(seed=False) as w:
        await w.dialog("NewCase")
        await w.fill(refused="2026-10-26", post="Lagos")
        await w.press("escape")
        await w.sees("Give up what you have written here?")
        await w.press("enter")
        await w.dialog("NewCase")
        assert w.app.screen.query_one("#f-post Input", Input).value == "Lagos"
        await w.press("escape", "y")
        await w.closed()
        assert not w.saved().cases


async def test_escape_leaves_at_once_where_nothing_was_written(window: Opener) -> None:
    async with window() as w:
        for key, name in (("l", "LogDialog"), ("e", "EventDialog"), ("a", "DocumentDialog")):
            await w.press(key)
            await w.dialog(name)
            await w.press("escape")
            await w.closed()


async def test_ctrl_q_asks_too_before_it_gives_up_what_was_written(window: Opener) -> None:
    async with window() as w:
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(note="Rang the bell")
        await w.press("ctrl+q")
        await w.sees("Give up what you have written here?")
        await w.press("ctrl+q")
        assert w.app.is_running
        assert len(w.app.screen_stack) == 3
        await w.press("enter")
        await w.dialog("LogDialog")
        assert "Rang the bell" in w.text
        await w.press("ctrl+q", "y")
        await w.until(lambda: not w.app.is_running, "the end")


async def test_ctrl_q_leaves_the_question_of_escape_to_be_answered(window: Opener) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        await w.fill(name="Letter of my employer")
        await w.press("escape")
        await w.sees("Give up what you have written here?")
        await w.press("ctrl+q")
        assert w.app.is_running
        await w.press("escape")
        await w.dialog("DocumentDialog")
        assert "Letter of my employer" in w.text


@pytest.mark.parametrize("keys", [(), ("l",), ("question_mark",), ("enter",)])
async def test_ctrl_q_leaves_at_once_where_nothing_was_written(
    window: Opener, keys: tuple[str, ...]
) -> None:
    async with window() as w:
        await w.press(*keys)
        await w.press("ctrl+q")
        await w.until(lambda: not w.app.is_running, "the end")


async def test_ctrl_q_leaves_at_once_where_there_is_no_room_for_a_question(window: Opener) -> None:
    async with window() as w:
        await w.press("l")
        await w.dialog("LogDialog")
        await w.fill(note="Rang the bell")
        await w.pilot.resize_terminal(39, 24)
        await w.press("ctrl+q")
        await w.until(lambda: not w.app.is_running, "the end")


async def test_a_complaint_names_the_field_goes_there_and_goes_when_it_is_mended(
    window: Opener,
) -> None:
    async with window(seed=False) as w:
        await w.dialog("NewCase")
        await w.press("ctrl+s")
        await w.sees("! When refused: ")
        assert w.app.focused is w.app.screen.query_one("#f-refused Input")
        await w.press(*"2026-10-26")
        await w.until(lambda: "! When refused" not in w.folded, "no complaint")
        await w.press("ctrl+s")
        await w.closed()
        assert w.case.facts.id == "1"


async def test_an_event_is_chosen_never_taken_for_granted(window: Opener) -> None:
    async with window() as w:
        count = len(w.case.events)
        await w.press("e")
        await w.dialog("EventDialog")
        await w.press("ctrl+s")
        await w.sees("What happened is not chosen yet")
        assert w.app.focused is w.app.screen.query_one("#f-kind ChoiceList")
        await w.fill(kind="note", note="rang the bell")
        await w.press("ctrl+s")
        await w.closed()
        assert len(w.case.events) == count + 1
