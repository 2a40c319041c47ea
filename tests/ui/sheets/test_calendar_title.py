"""The title of the calendar, which stands in the line above it."""

import pytest

from ui.conftest import Opener


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_it_stands_apart_from_the_line_at_any_size(
    window: Opener, size: tuple[int, int]
) -> None:
    async with window(size=(100, 30)) as w:
        await w.press("w")
        await w.dialog("WaitCalendarSheet")
        await w.pilot.resize_terminal(*size)
        await w.until(lambda: "─ The wait · H-1B · Mumbai ─" in w.text, "the title")
