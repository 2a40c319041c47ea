"""What an action is: its key and words, what is done, and when it may be done."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, NamedTuple

from g221_tui.ui.actions.tools import ActionTools
from g221_tui.ui.widgets.keys import DO

if TYPE_CHECKING:
    from g221_tui.ui.screens.dashboard import Dashboard

Do = Callable[["Dashboard"], Awaitable[None]]
"""What an action does on the dashboard."""
Turn = Callable[[ActionTools, object], Awaitable[str | None]]
"""What is done with the subject of a row; it gives the id of the record that was changed."""


def anytime(board: "Dashboard") -> bool | None:
    """As Textual wants to know it: done now, dimmed (none), or not there (false)."""
    return True


def on_a_document(board: "Dashboard") -> bool | None:
    """Dimmed while the cursor stands on no document."""
    return True if board.pane is board.documents and board.documents.row else None


def on_another_day(board: "Dashboard") -> bool | None:
    """There while another day is looked at."""
    return board.session.looking is not None


def with_a_file_problem(board: "Dashboard") -> bool | None:
    """There while what is shown can be made the file again."""
    return board.session.file_problem is not None and board.session.file_problem.can_put_back


def without_a_case(board: "Dashboard") -> bool | None:
    """There while the file holds no case."""
    return board.snapshot is None


def turn(done: Turn, *, queued: bool = False) -> Do:
    """What is done with the row in focus, one at a time.

    Args:
        done: What is done.
        queued: Whether it waits for its turn; else it is dropped while another has it.
    """

    async def do(board: "Dashboard") -> None:
        row = board.pane.row if board.pane is not None else None
        board.take_turn(done, row.subject if row is not None else None, queued=queued)

    return do


class Action(NamedTuple):
    """One thing the user can do."""

    id: str
    """Its name; that of its binding begins with `g221.`."""
    key: str
    """The key, or several with commas; empty where only the palette has it."""
    label: str
    """One or two words, for the footer."""
    tooltip: str
    """One plain sentence, for the palette, the help and the mouse."""
    do: Do
    """What is done."""
    footer: int = 0
    """How long the footer keeps it where the line is short, the least goes first; 0: not there."""
    records: bool = False
    """Whether it changes the file, and so waits while another day is looked at."""
    needs_case: bool = False
    """Whether it says nothing while the file holds no case."""
    begins: bool = False
    """Whether the footer names it while the file holds no case."""
    may: Callable[["Dashboard"], bool | None] = anytime
    """Whether it can be done now, where the file and the case allow it."""
    palette: bool = True
    """Whether the palette names it: not where it speaks of the row under the cursor."""
    shown_key: str = ""
    """How the help writes the key, where its name is not plain."""

    @property
    def call(self) -> str:
        """How Textual is told to do it."""
        return f"{DO}({self.id!r})"
