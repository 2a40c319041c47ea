"""Looking at another day: everything can be read, nothing recorded."""

from datetime import date

import msgspec
import pytest

from g221_tui.ui.screens.head import note
from ui.conftest import DAY, Opener


async def test_the_day_before_and_after_and_back(window: Opener) -> None:
    async with window() as w:
        await w.press("left_square_bracket", "left_square_bracket")
        await w.sees("LOOK Thu 10 Dec 2026", "Day 45 of 60", "▶ 10 Dec day 45")
        await w.press("right_square_bracket")
        await w.sees("Day 46 of 60")
        await w.press("0")
        await w.sees("▶ 12 Dec today, day 47")
        assert "LOOK" not in w.text


async def test_another_day_is_not_called_today_where_it_is_explained(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        await w.press("1", "right_square_bracket")
        await w.sees("─ Sun 13 Dec 2026 ─")
        assert "Today, " not in w.text
        await w.press("enter")
        await w.sees("Sun 13 Dec 2026")
        assert "Today, " not in w.text
        await w.press("escape", "0")
        await w.sees("Today, Sat 12 Dec 2026")


async def test_the_unlock_can_be_seen_ahead(window: Opener) -> None:
    async with window(demo=False) as w:  # the sign of the demo takes the room of the last words
        await w.press(*["right_square_bracket"] * 13)
        await w.sees("Fri 25 Dec 2026", "E-mail ● open new", "Day 60 · asking open")


async def test_stepping_back_onto_today_ends_the_looking(window: Opener) -> None:
    async with window() as w:
        await w.press("right_square_bracket", "left_square_bracket")
        assert "LOOK" not in w.text
        assert w.board.session.may_record


async def test_nothing_can_be_recorded_while_looking(window: Opener) -> None:
    async with window() as w:
        before = w.saved()
        await w.press("left_square_bracket")
        await w.press("space", "l", "e", "a", "c", "n")
        assert len(w.app.screen_stack) == 1
        await w.press("enter")
        await w.dialog("Sheet")
        await w.press("c")
        await w.closed()
        await w.sees("nothing can be recorded")
        assert w.saved() == before


@pytest.mark.promise(16)
@pytest.mark.parametrize(
    ("day", "key"), [(date.max, "right_square_bracket"), (date.min, "left_square_bracket")]
)
async def test_at_the_ends_of_the_calendar_the_day_stays(
    window: Opener, day: date, key: str
) -> None:
    async with window(day=day) as w:
        await w.press(key, key)
        assert w.board.session.day == day
        await w.press("q")
        assert w.app.return_code == 0


async def test_in_the_smallest_window_the_way_back_is_in_sight(window: Opener) -> None:
    async with window(size=(40, 12)) as w:
        await w.press("right_square_bracket")
        await w.sees("Sun 13 Dec 2026", "0 goes back to today.")
        assert w.board.documents.scrollable_content_region.height >= 3


async def test_the_axis_does_not_call_another_day_today(window: Opener) -> None:
    async with window(size=(120, 40)) as w:
        assert " today " in w.text.split("NEXT")[0]
        await w.press(*["right_square_bracket"] * 5)
        await w.sees("LOOK Thu 17 Dec 2026")
        assert " today " not in w.text.split("NEXT")[0]


async def test_the_rest_of_the_remarks_is_not_called_todays_either(window: Opener) -> None:
    async with window() as w:
        shown = w.board.snapshot
        assert shown is not None
        attention = msgspec.structs.replace(shown.attention, remarks=("One.", "Two."))
        found = msgspec.structs.replace(shown, attention=attention)
        assert note(found) == "One. (and 1 more: open today's row)"
        assert note(found, DAY) == "One. (and 1 more: open the row of this day)"
