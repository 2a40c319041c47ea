"""The actions that are done at once: another pane, another day, masking, leaving."""

from typing import TYPE_CHECKING

from g221_tui.ui.widgets.find import Find
from g221_tui.ui.widgets.panes.pane import Pane

if TYPE_CHECKING:
    from g221_tui.ui.screens.dashboard import Dashboard


async def next_pane(board: "Dashboard") -> None:
    """To the next pane."""
    board.focus_next(Pane)


async def previous_pane(board: "Dashboard") -> None:
    """To the pane before."""
    board.focus_previous(Pane)


async def open_row(board: "Dashboard") -> None:
    """Open the row under the cursor, as a click on it does."""
    if board.pane is not None:
        board.pane.action_select()


async def filter_rows(board: "Dashboard") -> None:
    """Type words that the rows must hold."""
    board.query_one(Find).begin(board.pane)


async def day_before(board: "Dashboard") -> None:
    """Look at the day before the one shown."""
    board.session.look(-1)
    board.show()


async def day_after(board: "Dashboard") -> None:
    """Look at the day after the one shown."""
    board.session.look(1)
    board.show()


async def today(board: "Dashboard") -> None:
    """Back to today."""
    board.session.look_at_today()
    board.show()


async def copy_row(board: "Dashboard") -> None:
    """Copy what is said of the row, as it may be shown."""
    board.copy_row()


async def demo(board: "Dashboard") -> None:
    """Look around on invented data, in a file that is thrown away; q comes back."""
    await board.run_action("app.demo")


async def mask(board: "Dashboard") -> None:
    """Mask the identifiers, or show them again."""
    await board.run_action("app.mask")


async def leave(board: "Dashboard") -> None:
    """Leave; everything is already saved. A demo that was opened from here is left alone."""
    board.leave()
