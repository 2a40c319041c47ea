"""The guide inside: one key opens the page that matters for the row under the cursor."""

from datetime import date

import pytest
from textual.widgets import OptionList, Static

from ui.conftest import Opener


@pytest.mark.parametrize(
    ("case", "keys", "title"),
    [
        ("1", (), "Employment check"),  # a paper without a reason: that of the case
        ("1", ("tab", "down"), "Calling the consulate"),
        ("1", ("tab", "home", "down", "down"), "Writing to the consulate"),
        ("1", ("shift+tab",), "Documents due"),  # today: the stage
        ("1", ("shift+tab", "end"), "The one-year limit"),
        ("1", ("shift+tab", "home"), "Interviewed"),
        ("4", ("left", "left", "end"), "NOIR and NOID"),
        ("4", ("end", "enter", "down"), "A Representative's office"),
    ],
)
async def test_h_opens_the_page_of_the_row(
    window: Opener, case: str, keys: tuple[str, ...], title: str
) -> None:
    async with window(case=case) as w:
        await w.press(*keys, "h")
        await w.dialog("GuidePage")
        assert str(w.app.screen.query(".dialog-title").first(Static).content) == title


async def test_a_page_names_its_source_and_from_when_it_is(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("shift+tab", "end", "h")
        await w.sees("Source", "INA 203(g); 22 CFR 42.83", "as of January 2025")
        await w.press("escape")
        await w.closed()


async def test_an_old_page_says_that_it_is_old(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("h")
        await w.sees("Employment check", "as of 2010", "That is more than 2 years ago")


@pytest.mark.parametrize(("day", "old"), [(date(2027, 1, 31), False), (date(2027, 2, 1), True)])
async def test_a_page_grows_old_by_the_day_that_is_looked_at(
    window: Opener, day: date, old: bool
) -> None:
    async with window(day=day, size=(120, 40)) as w:
        await w.press("shift+tab", "end", "h")
        await w.sees("as of January 2025")
        assert ("more than 2 years ago" in w.text) is old


async def test_from_any_page_to_all_topics_and_on_to_another(window: Opener) -> None:
    async with window() as w:
        await w.press("h")
        await w.dialog("GuidePage")
        await w.press("t")
        await w.dialog("Topics")
        await w.press("end", "enter")
        await w.dialog("GuidePage")
        await w.press("t")
        await w.dialog("Topics")
        await w.press("escape")
        await w.closed()


async def test_not_legal_advice_is_a_page(window: Opener) -> None:
    async with window() as w:
        await w.press("h", "t")
        await w.dialog("Topics")
        listed = w.app.screen.query_one(OptionList)
        listed.highlighted = listed.get_option_index("not_legal_advice")
        await w.press("enter")
        await w.sees("information, not legal advice")


async def test_the_row_that_unfolds_leads_to_all_topics(window: Opener) -> None:
    async with window() as w:
        await w.press("tab", "end", "h")
        await w.dialog("Topics")


async def test_without_a_case_all_topics_can_be_read(window: Opener) -> None:
    async with window(seed=False, demo=False) as w:
        await w.dialog("NewCase")
        await w.press("escape", "h")
        await w.dialog("Topics")


async def test_a_sheet_leads_on_to_its_page_also_while_looking(window: Opener) -> None:
    async with window() as w:
        await w.press("left_square_bracket", "tab", "home", "down", "enter")
        await w.dialog("ChannelSheet")
        await w.press("h")
        await w.dialog("GuidePage")
        await w.sees("Calling the consulate")
