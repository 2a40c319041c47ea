"""A date that is far off shows its year, wherever the dashboard tells it in short."""

from datetime import date

import pytest

from g221_tui.core.edits.command import Command
from g221_tui.core.edits.named_dates import AddDeadline
from ui.conftest import Opener, Window


async def changed(w: Window, command: Command) -> None:
    """A change of the first case, shown."""
    w.app.session.tracker.apply(command, case="1")
    w.board.session.load()
    w.board.show()
    await w.pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_date_not_to_miss_that_is_300_days_off_shows_its_year(
    window: Opener, size: tuple[int, int]
) -> None:
    async with window(size=size) as w:
        assert "Papers: limit 25 Oct 2027" in w.text
        await changed(w, AddDeadline(name="Lease", on=date(2027, 1, 3)))
        assert "Lease Sun 3 Jan, in 22 days" in w.text


@pytest.mark.parametrize(
    ("size", "words"), [((80, 24), "stubs 28 Oct 26"), ((120, 40), "sent 28 Oct 2026")]
)
async def test_a_paper_that_went_in_long_ago_shows_the_year(
    window: Opener, size: tuple[int, int], words: str
) -> None:
    async with window(size=size, day=date(2027, 9, 20)) as w:
        assert words in " ".join(w.text.split())
