"""The palette finds channels, documents and cases by their names."""

from ui.conftest import Opener


async def test_a_channel_is_found_by_its_name(window: Opener) -> None:
    async with window() as w:
        await w.press("ctrl+p", *"senator", "enter")
        await w.dialog("ChannelSheet")
        await w.sees("Senator", "locked until Sat 26 Dec 2026")


async def test_a_document_is_found_by_its_name(window: Opener) -> None:
    async with window() as w:
        await w.press("ctrl+p", *"pay stubs", "enter")
        await w.dialog("Sheet")
        await w.sees("Pay stubs", "submitted")


async def test_a_case_is_found_by_its_name_and_becomes_the_current_one(window: Opener) -> None:
    async with window() as w:
        await w.press("ctrl+p", *"manila", "enter")
        await w.sees("K-1 · Manila", "Day 280")
        assert w.saved().current == "4"


async def test_what_is_masked_is_masked_in_the_palette(window: Opener) -> None:
    async with window(case="4") as w:
        await w.press("m")
        titles = {each.title for each in w.app.get_system_commands(w.app.screen)}
        assert any(title.startswith("Case 1: ") for title in titles)
