"""The actions that are done at once: another pane, another day, masking, leaving."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from g221_tui.ui.shell import has_shell
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


def pane(place: int) -> Callable[["Dashboard"], Awaitable[None]]:
    """To the pane in that place."""

    async def do(board: "Dashboard") -> None:
        board.set_focus(board.panes[place])

    return do


async def open_row(board: "Dashboard") -> None:
    """Open the row under the cursor, as a click on it does."""
    if board.pane is not None:
        board.pane.action_select()


async def filter_rows(board: "Dashboard") -> None:
    """Type words that the rows must hold."""
    board.query_one(Find).begin(board.pane)
    board.call_after_refresh(board.prepare_filter)


def look(days: int) -> Callable[["Dashboard"], Awaitable[None]]:
    """Look at the day so many days from the one shown."""

    async def do(board: "Dashboard") -> None:
        board.session.look(days)
        board.show()

    return do


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


def can_suspend(board: "Dashboard") -> bool | None:
    """There where a shell can go on while g221 sleeps."""
    return has_shell() and not board.app.is_headless


async def suspend(board: "Dashboard") -> None:
    """Sleep, and give the terminal back to the shell; its command fg goes on."""
    await board.run_action("app.to_shell")


async def leave(board: "Dashboard") -> None:
    """Leave; everything is already saved. A demo that was opened from here is left alone."""
    board.leave()
