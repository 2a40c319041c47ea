"""What is named can be clicked: the lines of the head, the first page, the keys of a list."""

import pytest

from g221_tui.ui.widgets.welcome import Welcome
from ui.conftest import Opener, Window


async def click(w: Window, words: str) -> None:
    """Click on the last letter of these words."""
    lines = w.text.splitlines()
    at = next(i for i, line in enumerate(lines) if words in line)
    await w.pilot.click(offset=(lines[at].index(words) + len(words) - 1, at))


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40)])
async def test_what_is_due_opens_its_reasons(window: Opener, size: tuple[int, int]) -> None:
    async with window(size=size) as w:
        await click(w, "Flight Sun 11 Apr")
        await w.dialog("Sheet")
        await w.sees("Flight", "Sun 11 Apr 2027, in 120 days", "Why")
        await w.press("c")
        await w.dialog("CorrectDialog")
        await w.sees("Correct: Flight")
        await w.press("escape")
        await w.dialog("Sheet")
        await w.press("h")
        await w.dialog("GuidePage")


@pytest.mark.parametrize("size", [(80, 24), (60, 24)])
async def test_where_the_case_stands_opens_the_day(window: Opener, size: tuple[int, int]) -> None:
    async with window(size=size) as w:
        await click(w, "Documents due")
        await w.dialog("Sheet")
        await w.sees("Today, Sat 12 Dec 2026", "What that is")


async def test_of_two_lines_below_each_other_each_opens_its_own(window: Opener) -> None:
    async with window(case="4") as w:
        await click(w, "with USCIS")
        await w.dialog("Sheet")
        await w.sees("Today, Sat 12 Dec 2026")
        await w.press("escape")
        await w.closed()
        await click(w, "notice of intent to revoke Thu 24 Dec")
        await w.dialog("Sheet")
        await w.sees("Answer to the notice of intent to revoke", "Why")


@pytest.mark.parametrize(
    ("way", "opens"),
    [
        ("open your case", "NewCase"),
        ("look around", "Dashboard"),
        ("take in a file", "ImportDialog"),
        ("the guide:", "Topics"),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_each_way_to_begin_can_be_clicked(
    window: Opener, way: str, opens: str, size: tuple[int, int]
) -> None:
    async with window(size=size, seed=False, demo=False) as w:
        await w.press("escape")
        await w.closed()
        await click(w, way)
        await w.dialog(opens)


async def test_a_click_beside_the_ways_does_nothing(window: Opener) -> None:
    async with window(seed=False, demo=False) as w:
        await w.press("escape")
        await w.closed()
        await w.pilot.click(Welcome, offset=(4, 2))
        await w.pilot.pause()
        assert len(w.app.screen_stack) == 1


async def test_the_keys_below_a_list_can_be_clicked(window: Opener) -> None:
    async with window() as w:
        await w.press("1", "home", "down", "down", "enter")
        await w.dialog("EntryList")
        await click(w, "enter opens")
        await w.dialog("Sheet")
        await w.press("escape")
        await w.dialog("EntryList")
        await click(w, "esc closes")
        await w.closed()
