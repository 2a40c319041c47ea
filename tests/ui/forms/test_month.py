"""The calendar of a date field: opened with a key or a click, a day is chosen and stands there."""

from datetime import date

from textual.widgets import Input

from g221_tui.ui.widgets.fields.month import Month
from ui.conftest import Opener, Window


async def opened(w: Window) -> Month:
    """Open the log of the status page, and the calendar of its date."""
    await w.press("tab", "end", "up", "l")
    await w.dialog("LogDialog")
    await w.fill(on="26/10/2026")
    await w.sees("Mon 26 Oct 2026, 47 days ago · day 0")
    w.app.screen.set_focus(w.app.screen.query_one("#f-on Input"))
    await w.press("down")
    await w.dialog("MonthDialog")
    return w.app.screen.query_one(Month)


async def test_the_keys_walk_by_day_week_and_month_and_enter_takes(window: Opener) -> None:
    async with window() as w:
        month = await opened(w)
        assert month.day == date(2026, 10, 26)
        await w.sees("October 2026", "26●", "● refusal")
        for key, day in (
            ("left", date(2026, 10, 25)),
            ("up", date(2026, 10, 18)),
            ("right", date(2026, 10, 19)),
            ("down", date(2026, 10, 26)),
            ("pagedown", date(2026, 11, 26)),
            ("pageup", date(2026, 10, 26)),
            ("home", date(2026, 12, 12)),
        ):
            await w.press(key)
            assert month.day == day, key
        await w.sees("December 2026", "12▶", "25◇", "Sat 12 Dec 2026, today")
        await w.press("left", "enter")
        await w.dialog("LogDialog")
        assert w.app.screen.query_one("#f-on Input", Input).value == "11 Dec 2026"
        await w.sees("Fri 11 Dec 2026, yesterday · day 46")


async def test_escape_leaves_the_date_as_it_was(window: Opener) -> None:
    async with window() as w:
        await opened(w)
        await w.press("pagedown", "escape")
        await w.dialog("LogDialog")
        assert w.app.screen.query_one("#f-on Input", Input).value == "26/10/2026"


async def test_a_click_opens_it_and_takes_a_day(window: Opener) -> None:
    async with window() as w:
        await w.press("t")
        await w.dialog("DeadlineDialog")
        await w.pilot.click("#f-on .calendar-sign")
        await w.dialog("MonthDialog")
        await w.pilot.click(Month, offset=(1 * 4 + 1, 2))  # the first Tuesday of December 2026
        await w.dialog("DeadlineDialog")
        assert w.app.screen.query_one("#f-on Input", Input).value == "1 Dec 2026"


async def test_it_stops_at_the_ends_of_the_calendar(window: Opener) -> None:
    async with window() as w:
        month = await opened(w)
        month.day = date.max
        await w.press("right", "down", "pagedown")
        assert month.day == date.max
        month.day = date.min
        await w.press("left", "up", "pageup")
        assert month.day == date.min


async def test_it_fits_in_the_smallest_window(window: Opener) -> None:
    async with window(size=(40, 12)) as w:
        await opened(w)
        await w.sees("Mo Tu We Th Fr Sa Su", "Mon 26 Oct 2026, 47 days ago")
        assert len(w.text.splitlines()) <= 12
