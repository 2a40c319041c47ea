"""The calendar of the wait: drawn for every window, moved in by keys and mouse, opened by day."""

import re
from datetime import date, timedelta

import pytest
from textual.color import Color
from textual.content import Content
from textual.geometry import Offset

from core.snapshot.kit import RULES, case, flight, happened, refused, snapshot
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.snapshot.wait_calendar import wait_calendar
from g221_tui.service.tracker import Tracker
from g221_tui.ui import theme
from g221_tui.ui.actions.all_actions import BY_ID
from g221_tui.ui.screens.sheets.wait_calendar import WaitCalendarSheet, legend
from g221_tui.ui.widgets.month_grid import MonthGrid, draw
from g221_tui.ui.widgets.month_layout import MONTH, days, first_line, layout, weeks
from ui.conftest import DAY, Opener, Window
from ui.dashboard.test_theme import ENOUGH, contrast

SIZES = ((40, 12), (80, 24), (120, 40))


async def opened(w: Window) -> MonthGrid:
    """The months of the case in hand."""
    await w.press("w")
    await w.dialog("WaitCalendarSheet")
    await w.pilot.pause()
    return w.app.screen.query_one(MonthGrid)


def spot(w: Window, grid: MonthGrid, day: date) -> Offset:
    """Where a day stands on the screen."""
    assert grid.calendar is not None
    return grid.region.offset + layout(grid.calendar.months, grid.size.width).place(day)


@pytest.mark.parametrize(("size", "side_by_side"), [(SIZES[0], 1), (SIZES[1], 3), (SIZES[2], 5)])
async def test_as_many_months_stand_side_by_side_as_there_is_room_for(
    window: Opener, size: tuple[int, int], side_by_side: int
) -> None:
    async with window(size=size) as w:
        await opened(w)
        lines = w.text.split("\n")[:4]
        names = re.findall(r"[A-Z][a-z]+ 20\d\d", "".join(lines))
        assert len(names) == side_by_side, w.text
        assert "Mo Tu We Th Fr Sa Su" in w.text
        assert "▶12" in w.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_day_under_the_cursor_is_told_and_nothing_is_cut(
    window: Opener, size: tuple[int, int]
) -> None:
    async with window(size=size) as w:
        await opened(w)
        await w.sees("Sat 12 Dec", "today, day 47", "Open enter", "Close esc")
        assert "…" not in w.text
        await w.press("left", "left", "left", "left", "left", "left", "left")
        await w.sees("Sat 5 Dec", "CEAC Refused")


async def test_the_longest_quiet_stretch_is_said_and_each_sign_has_its_word(
    window: Opener,
) -> None:
    async with window() as w:
        await opened(w)
        await w.sees(
            "The wait · H-1B · Mumbai",
            "The longest quiet stretch is the present one: 41 days, since 1 Nov.",
            "▶ today  ! deadline  ● event  ◆ answered  ✔ sent  ◇ opens  ○ looked".replace(
                "  ", " "
            ),
            "●26",
            "✔28",
            "◆1",
            "◇25",
        )


async def test_the_keys_move_by_days_weeks_and_months_and_home_is_today(window: Opener) -> None:
    async with window() as w:
        grid = await opened(w)
        for keys, day in (
            ("right", date(2026, 12, 13)),
            ("down", date(2026, 12, 20)),
            ("j", date(2026, 12, 27)),
            ("up", date(2026, 12, 20)),
            ("k", date(2026, 12, 13)),
            ("left", date(2026, 12, 12)),
            ("pagedown", date(2027, 1, 12)),
            ("right_square_bracket", date(2027, 2, 12)),
            ("pageup", date(2027, 1, 12)),
            ("left_square_bracket", date(2026, 12, 12)),
            ("down", date(2026, 12, 19)),
            ("home", DAY),
            ("down", date(2026, 12, 19)),
            ("0", DAY),
        ):
            await w.press(keys)
            assert grid.cursor == day, keys


async def test_a_month_that_is_shorter_has_its_last_day_for_the_same_day(window: Opener) -> None:
    async with window() as w:
        grid = await opened(w)
        grid.cursor = date(2027, 1, 31)
        await w.press("pagedown")
        assert grid.cursor == date(2027, 2, 28)


async def test_the_cursor_stays_within_the_months(window: Opener) -> None:
    async with window() as w:
        grid = await opened(w)
        await w.press(*["pageup"] * 4, *["up"] * 9, "left")
        assert grid.cursor == date(2026, 10, 1)
        await w.press(*["pagedown"] * 14, *["down"] * 9, "right")
        assert grid.cursor == date(2027, 10, 31)
        await w.sees("October 2027", "Sun 31 Oct 2027", "Nothing on this day.")


@pytest.mark.parametrize("size", SIZES)
async def test_the_day_under_the_cursor_is_always_in_sight_with_the_terminals_cursor_on_it(
    window: Opener, size: tuple[int, int]
) -> None:
    async with window(size=size, case="4") as w:
        grid = await opened(w)
        assert grid.parent is not None
        for key in ("home", *["pageup"] * 3, "up", "pageup", *["down"] * 4, *["pagedown"] * 3):
            await w.press(key)
            await w.pilot.pause()
            at = spot(w, grid, grid.cursor)
            assert w.app.screen.query_one("MonthScroll").region.contains_point(at), key
            assert w.app.cursor_position == at, (key, grid.cursor)


async def test_the_months_start_with_their_names_wherever_one_has_scrolled(window: Opener) -> None:
    async with window(case="4") as w:
        await opened(w)
        for key in ("home", *["pageup"] * 5, "up", *["pagedown"] * 5):
            await w.press(key)
            await w.pilot.pause()
            first = next(line for line in w.text.split("\n")[1:] if line.strip())
            assert re.search(r"[A-Z][a-z]+ 2026", first), w.text


async def test_enter_opens_the_only_thing_of_a_day_and_escape_leads_back_to_it(
    window: Opener,
) -> None:
    async with window() as w:
        grid = await opened(w)
        grid.cursor = date(2026, 12, 5)
        await w.press("enter")
        await w.dialog("Sheet")
        await w.sees("CEAC: Refused", "Sat 5 Dec 2026")
        await w.press("escape")
        await w.dialog("WaitCalendarSheet")
        grid = w.app.screen.query_one(MonthGrid)
        assert grid.cursor == date(2026, 12, 5)
        await w.press("escape")
        await w.closed()


async def test_enter_lists_the_things_of_a_day_and_one_of_them_opens(window: Opener) -> None:
    async with window() as w:
        grid = await opened(w)
        grid.cursor = date(2026, 10, 28)
        await w.press("enter")
        await w.dialog("EntryList")
        await w.sees("Wed 28 Oct 2026", "Sent 3 papers", "Sent papers E-mail: Three of five papers")
        await w.press("escape")
        await w.dialog("WaitCalendarSheet")
        await w.press("enter", "j", "enter")
        await w.dialog("Sheet")
        await w.sees("Three of five papers")
        await w.press("q")
        await w.dialog("WaitCalendarSheet")
        assert w.app.screen.query_one(MonthGrid).cursor == date(2026, 10, 28)


async def test_enter_on_a_day_that_holds_nothing_opens_nothing(window: Opener) -> None:
    async with window() as w:
        await opened(w)
        await w.press("enter")
        await w.pilot.pause()
        assert isinstance(w.app.screen, WaitCalendarSheet)


async def test_a_record_can_be_corrected_from_its_day(window: Opener) -> None:
    async with window() as w:
        grid = await opened(w)
        grid.cursor = date(2026, 12, 5)
        await w.press("enter")
        await w.dialog("Sheet")
        await w.press("c")
        await w.until(lambda: "Correct" in type(w.app.screen).__name__, "the form")


async def test_a_click_puts_the_cursor_on_a_day_and_a_second_one_opens_it(window: Opener) -> None:
    async with window() as w:
        grid = await opened(w)
        at = spot(w, grid, date(2026, 10, 26))
        await w.pilot.click(offset=(at.x + 1, at.y))
        assert grid.cursor == date(2026, 10, 26)
        await w.sees("Mon 26 Oct 2026", "Interview · 221(g) slip · asked for 5 papers")
        await w.pilot.click(offset=(at.x + 2, at.y))
        await w.dialog("EntryList")


async def test_a_click_beside_the_days_moves_nothing(window: Opener) -> None:
    async with window() as w:
        grid = await opened(w)
        at = spot(w, grid, date(2026, 10, 1))
        for x, y in ((at.x - 3, at.y), (at.x, at.y - 1), (at.x + 13, at.y)):
            await w.pilot.click(offset=(x, y))
            assert grid.cursor == DAY, (x, y)


async def test_the_buttons_open_the_day_lead_to_today_and_close(window: Opener) -> None:
    async with window() as w:
        grid = await opened(w)
        grid.cursor = date(2026, 10, 28)
        await w.pilot.click("#today")
        assert grid.cursor == DAY
        assert w.app.focused is grid
        grid.cursor = date(2026, 10, 28)
        await w.pilot.click("#open")
        await w.dialog("EntryList")
        await w.press("escape")
        await w.dialog("WaitCalendarSheet")
        await w.pilot.click("#close")
        await w.closed()


@pytest.mark.parametrize("key", ["escape", "q", "w"])
async def test_it_closes_without_a_trace(window: Opener, key: str) -> None:
    async with window() as w:
        await opened(w)
        await w.press(key)
        await w.closed()
        assert w.app.is_running


async def test_masking_covers_names_on_the_day_and_in_its_list(window: Opener) -> None:
    async with window() as w:
        tracker: Tracker = w.app.session.tracker
        note = "Asha Example rang"
        tracker.apply(LogContact(channel="consulate_call", note=note, anyway=True), case="1")
        tracker.apply(LogContact(channel="dos", note=note, anyway=True), case="1")
        w.app.session.load()
        grid = await opened(w)
        await w.sees("Asha Example rang")
        await w.press("m")
        await w.pilot.pause()
        assert "Asha" not in w.text
        assert grid.cursor == DAY
        await w.press("enter")
        await w.dialog("EntryList")
        assert "Asha" not in w.text
        await w.press("m")
        await w.sees("Asha Example rang")


async def test_what_the_user_typed_is_text_on_the_day_and_in_its_list(window: Opener) -> None:
    async with window() as w:
        tracker: Tracker = w.app.session.tracker
        for note in ("[bold]x", "[/]"):
            tracker.apply(LogContact(channel="dos", note=note, anyway=True), case="1")
        w.app.session.load()
        await opened(w)
        await w.sees("[bold]x", "[/]")
        await w.press("enter")
        await w.dialog("EntryList")
        await w.sees("Asked State Dept: [bold]x", "Asked State Dept: [/]")


async def test_it_fits_another_window_and_gives_way_in_a_tiny_one(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        grid = await opened(w)
        for size in ((80, 24), (40, 12), (200, 60), (30, 8), (80, 24)):
            await w.pilot.resize_terminal(*size)
            await w.pilot.pause(0.1)
        await w.sees("Sat 12 Dec 2026", "▶12", "The longest quiet stretch")
        assert w.app.cursor_position == spot(w, grid, DAY)


async def test_while_another_day_is_looked_at_it_is_not_called_today(window: Opener) -> None:
    async with window() as w:
        await w.press("right_square_bracket")
        await opened(w)
        await w.sees("Sun 13 Dec 2026 · that day, day 48 of the wait", "▶ that day")
        assert "▶13" in w.text


async def test_what_lies_years_ahead_is_told_below(window: Opener) -> None:
    async with window() as w:
        from g221_tui.core.edits.facts import SetFacts

        change = SetFacts(values={"passport_expires": "2033-05-03"})
        w.app.session.tracker.apply(change, case="1")
        w.app.session.load()
        await opened(w)
        await w.sees("Later: Passport expires Tue 3 May 2033.")


@pytest.mark.parametrize("name", [theme.DARK_NAME, theme.LIGHT_NAME])
async def test_every_sign_and_number_can_be_read(window: Opener, name: str) -> None:
    async with window(size=(120, 40)) as w:
        w.app.theme = name
        grid = await opened(w)
        grid.cursor = date(2026, 10, 26)
        await w.pilot.pause()
        parts = [grid, *(w.app.screen.query_one(each) for each in ("#day", "#quiet", "#legend"))]
        for part in parts:
            for y in range(part.size.height):
                for segment in part.render_line(y):
                    style = segment.style
                    if not segment.text.strip() or style is None:
                        continue
                    assert style.color is not None
                    assert style.bgcolor is not None
                    pair = style.color.triplet, style.bgcolor.triplet
                    assert pair[0] is not None
                    assert pair[1] is not None
                    ratio = contrast(Color(*pair[0]), Color(*pair[1]))
                    assert ratio >= ENOUGH, (name, segment.text, round(ratio, 2))


async def test_without_colour_today_and_the_cursor_are_told_apart(
    window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with window() as w:
        grid = await opened(w)
        grid.cursor = date(2026, 12, 5)
        await w.pilot.pause()
        assert "▶12" in w.text
        drawn = w.app.export_screenshot()
        assert "underline" in drawn


def long_wait(months: int) -> tuple[date, ...]:
    """The months of a case that waits so long."""
    start = date(2025, 1, 15)
    made = case(happened("interview", start), refused(start + timedelta(days=3)))
    found = wait_calendar(snapshot(made, start + timedelta(days=30 * months)), RULES)
    return found.months


@pytest.mark.parametrize("width", [34, 60, 75, 115, 150, 300])
def test_every_day_of_twenty_months_has_a_place_of_its_own_and_is_found_again(width: int) -> None:
    months = long_wait(20)
    assert len(months) >= 20
    placed = layout(months, width)
    taken = set()
    for month in months:
        for number in range(1, days(month) + 1):
            day = month.replace(day=number)
            at = placed.place(day)
            assert 0 <= at.x <= width - 3
            assert at.y < placed.height
            assert placed.at(at.x, at.y) == placed.at(at.x + 2, at.y) == day
            taken.add(at)
    assert len(taken) == sum(days(month) for month in months)


@pytest.mark.parametrize("width", [34, 60, 75, 115, 150])
def test_no_line_is_wider_than_the_window_and_the_numbers_stand_below_their_weekdays(
    width: int,
) -> None:
    made = case(refused(asked="no"), deadlines=[flight(date(2027, 4, 11))])
    found = wait_calendar(snapshot(made), RULES)
    placed = layout(found.months, width)
    lines = draw(found, placed, DAY)
    assert len(lines) == placed.height
    assert max(line.cell_length for line in lines) <= width
    for month in found.months:
        for number in (1, 15, days(month)):
            at = placed.place(month.replace(day=number))
            assert str(lines[at.y])[at.x : at.x + 3].lstrip(" ▶●◇!~") == str(number)
        corner = placed.corner(found.months.index(month))
        assert str(lines[corner.y + 1])[corner.x :].startswith(" Mo Tu We Th Fr Sa Su")


def test_a_month_takes_the_weeks_it_needs() -> None:
    assert weeks(date(2027, 2, 1)) == 4
    assert weeks(date(2026, 12, 1)) == 5
    assert weeks(date(2026, 11, 1)) == 6
    assert days(date(2028, 2, 1)) == 29
    assert MONTH == 21


def test_what_is_in_sight_begins_with_names_of_months_where_a_month_has_room() -> None:
    placed = layout(long_wait(20), 75)
    gaps = {top - 1 for top in placed.tops}
    lines = [line for line in range(placed.height) if line not in gaps]
    for room in (9, 12, 16, 17, 30):
        first = 0
        for line in lines:
            first = first_line(placed, line, room, first)
            assert first in placed.tops, (room, line)
            assert first <= line < first + room
    for room in (1, 2, 5):
        for line in lines:
            first = first_line(placed, line, room, 0)
            assert first <= line < first + room


def test_the_legend_folds_between_its_words() -> None:
    found = wait_calendar(snapshot(case(refused(asked="no"))), RULES)
    for width in (20, 34, 74):
        lines = legend(found, width).split("\n")
        assert all(line.cell_length <= width for line in lines)
        assert isinstance(lines[0], Content)


def test_the_key_is_in_the_table() -> None:
    assert BY_ID["calendar"].key == "w"
