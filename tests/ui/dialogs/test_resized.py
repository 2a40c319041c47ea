"""A dialog in a window that changed its size is drawn as one that was opened in that window."""

from functools import partial

import pytest

from ui.conftest import Opener, Window

SIZES = ((120, 40), (80, 24), (60, 20), (40, 12), (100, 60), (200, 60))
"""From each of them to the next, and from the last to the first."""
LETTERS = "learwct?"
"""What opens a dialog or a sheet each."""


@pytest.mark.promise(19)
@pytest.mark.parametrize("letter", [*LETTERS, "enter", "p", "p,escape"])
async def test_a_dialog_in_a_window_of_another_size_is_as_one_opened_there(
    window: Opener, letter: str
) -> None:
    opened: dict[tuple[int, int], str] = {}
    for size in SIZES:
        async with window(size=size) as w:
            await _opened(w, letter)
            opened[size] = w.text
    async with window(size=SIZES[-1]) as w:
        await _opened(w, letter)
        for size in SIZES:
            await w.pilot.resize_terminal(*size)
            await w.until(partial(_looks_like, w, opened[size]), f"{letter} at {size}")


async def _opened(w: Window, letter: str) -> None:
    first, *more = letter.split(",")
    await w.press(first)
    for key in more:
        await w.until(lambda: len(w.app.screen_stack) > 1 and w.app.keys.idle, first)
        await w.press(key)
    await w.until(lambda: len(w.app.screen_stack) > 1 and w.app.keys.idle, letter)
    await w.pilot.pause(0.1)


def _looks_like(w: Window, text: str) -> bool:
    return w.text == text
