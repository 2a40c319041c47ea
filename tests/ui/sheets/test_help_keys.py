"""The help names the keys that do something where it is opened."""

from ui.conftest import Opener

DEMO = "Look around on invented data"


async def test_with_a_case_the_demo_is_no_key(window: Opener) -> None:
    async with window(demo=False) as w:
        await w.press("?")
        await w.dialog("Help")
        assert DEMO not in w.folded


async def test_without_a_case_it_is_one(window: Opener) -> None:
    async with window(seed=False, demo=False) as w:
        await w.dialog("NewCase")
        await w.press("escape")
        await w.closed()
        await w.press("?")
        await w.dialog("Help")
        assert DEMO in w.folded
