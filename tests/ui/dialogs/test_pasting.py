"""What is pasted in a line arrives whole: several lines become one."""

import pytest
from textual import events
from textual.widgets import Input, TextArea

from ui.conftest import Opener, Window


async def pasted(w: Window, text: str) -> None:
    """Paste as the terminal tells it."""
    w.app.post_message(events.Paste(text))
    await w.pilot.pause()
    await w.pilot.pause()


def line(w: Window) -> Input:
    """The line in focus."""
    focused = w.app.screen.focused
    assert isinstance(focused, Input)
    return focused


async def in_the_note(w: Window) -> Input:
    """Open the log, and go to its note."""
    await w.press("l")
    await w.dialog("LogDialog")
    note = w.app.screen.query_one("#f-note Input", Input)
    w.app.screen.set_focus(note)
    return note


@pytest.mark.parametrize(
    ("text", "arrives"),
    [
        ("Your case  \n\tis in \r\n\r\nprocessing.\n", "Your case is in processing."),
        ("\nUpdated on 11 December", "Updated on 11 December"),
        (" one line ", " one line "),
        ("a\tb\x1b[31m", "a b [31m"),
        (
            "\u200e2026 \u0645\u06cc\u200c\u062e ❤\ufe0f",
            "\u200e2026 \u0645\u06cc\u200c\u062e ❤\ufe0f",
        ),
        ("first\u2028second\x0bthird", "first second third"),
        ("\n \n", ""),
        ("", ""),
    ],
)
async def test_all_lines_that_are_pasted_arrive_in_one(
    window: Opener, text: str, arrives: str
) -> None:
    async with window() as w:
        note = await in_the_note(w)
        await pasted(w, text)
        assert note.value == arrives


async def test_a_paste_goes_to_the_cursor_and_in_the_place_of_what_is_selected(
    window: Opener,
) -> None:
    async with window() as w:
        note = await in_the_note(w)
        await w.press(*"abcd", "left", "left")
        await pasted(w, "1\n2")
        assert note.value == "ab1 2cd"
        await w.press("x")
        assert note.value == "ab1 2xcd"
        await w.press("shift+end")
        await pasted(w, "\n.\n")
        assert note.value == "ab1 2x."


async def test_what_was_copied_from_an_area_is_pasted_whole_with_a_key(window: Opener) -> None:
    async with window() as w:
        note = await in_the_note(w)
        w.app.copy_to_clipboard("one\ntwo")
        await w.press("ctrl+v")
        assert note.value == "one two"


async def test_all_lines_of_a_paste_are_looked_for(window: Opener) -> None:
    async with window() as w:
        await w.press("slash")
        await pasted(w, "client\nletter")
        assert line(w).value == "client letter"


async def test_an_area_of_several_lines_keeps_them(window: Opener) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        area = w.app.screen.query_one("#f-name TextArea", TextArea)
        w.app.screen.set_focus(area)
        await pasted(w, "one\ntwo")
        assert area.text == "one\ntwo"
