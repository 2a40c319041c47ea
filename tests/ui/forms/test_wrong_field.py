"""After a refused save the cursor stands in the field that is wrong, unfolded."""

from g221_tui.ui.widgets.fields.more import MoreLine
from ui.conftest import Opener


async def test_a_page_date_after_the_look_is_gone_to(window: Opener) -> None:
    async with window() as w:
        await w.press("tab", "end", "up", "l")
        await w.dialog("LogDialog")
        await w.fill(page_updated="20 Dec 2026")
        more = w.app.screen.query_one(MoreLine)
        more.action_fold()
        w.app.screen.set_focus(more)
        await w.press("ctrl+s")
        await w.sees("! ", "20 Dec 2026")
        await w.until(
            lambda: w.app.screen.query_one("#f-page_updated").has_focus_within, "the field"
        )
        assert more.more.unfolded
        await w.press(*"1 Dec 2026", "ctrl+s")
        await w.closed()


async def test_a_day_to_come_is_gone_to(window: Opener) -> None:
    async with window() as w:
        await w.press("tab", "end", "up", "l")
        await w.dialog("LogDialog")
        await w.fill(on="20 Dec 2026")
        await w.press("ctrl+s")
        await w.until(lambda: w.app.screen.query_one("#f-on").has_focus_within, "the field")


async def test_a_fact_that_can_not_be_read_is_gone_to(window: Opener) -> None:
    async with window() as w:
        await w.press("f")
        await w.dialog("CorrectDialog")
        await w.fill(wait="many")
        await w.press("ctrl+s")
        await w.until(lambda: w.app.screen.query_one("#f-wait").has_focus_within, "the field")
