"""A cursor key is one frame: the row it left, the row it came to, and what is said of that row."""

from collections.abc import Callable

import pytest
from textual.strip import Strip

from g221_tui.ui.widgets.detail import Detail
from g221_tui.ui.widgets.panes.pane import Pane
from ui.conftest import Opener


async def test_what_is_said_of_a_row_changes_with_the_cursor_and_not_after_it(
    window: Opener,
) -> None:
    async with window(size=(120, 40)) as w:
        pane, detail = w.board.timeline, w.board.query_one(Detail)
        await w.press("1", "home")
        said = set()
        for place in range(4):
            pane.highlighted = place
            said.add((detail.title, detail.text))
        assert len(said) == 4


async def test_two_rows_are_painted_where_the_cursor_moves_by_one(
    window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[tuple[str | None, int | None]] = []
    render: Callable[[Pane, int], Strip] = Pane.render_line

    def watched(pane: Pane, y: int) -> Strip:
        painted.append((pane.id, y))
        return render(pane, y)

    monkeypatch.setattr(Pane, "render_line", watched)
    async with window(size=(120, 40)) as w:
        await w.press("1", "home")
        for _ in range(3):
            painted.clear()
            left = w.board.timeline.highlighted
            await w.press("j")
            await w.pilot.pause()
            assert set(painted) == {("timeline", left), ("timeline", w.board.timeline.highlighted)}
