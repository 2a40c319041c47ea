"""How the rows of the window are shared: between the panes, the detail area and the message."""

from typing import TYPE_CHECKING

from g221_tui.ui.screens.head import Head
from g221_tui.ui.widgets.message_line import MessageLine

if TYPE_CHECKING:
    from g221_tui.ui.screens.dashboard import Dashboard

LEAST_BELOW, LOWEST_BELOW = 3, 2
"""Lines of the detail area at least, its title among them; in a low window."""
ROOM_BELOW = 24
"""A window of fewer rows is low."""
STACK = 8
"""Lines below which panes that stand below each other would not all show a row."""


def fit(board: "Dashboard") -> bool:
    """Give the panes the height of their rows, and the detail area what is left.

    Where panes below each other have too little room, the one in focus has it all.

    Returns:
        Whether the detail area has a height of its own.
    """
    below, panes = board.query_one("#below"), board.query_one("#panes")
    narrow = board.has_class("-narrow")
    # The line of the tabs is not counted where it is itself decided here.
    others = board.query("Find, Keys" if narrow else "PaneTabs, Find, Keys")
    taken = sum(p.outer_size.height for p in (board.query_one(Head), *others) if p.display)
    free = board.size.height - taken - panes.styles.margin.height
    board.set_class(narrow and panes.display and free - LEAST_BELOW < STACK, "-crammed")
    if narrow or not panes.display:
        below.styles.height = None
        return False
    least = LEAST_BELOW if board.size.height >= ROOM_BELOW else LOWEST_BELOW
    wanted = max(pane.height_wanted for pane in board.panes)
    message = board.query_one(MessageLine)
    said = message.outer_size.height if message.said else 0
    height = max(0, max(least, free - wanted) - said)
    if below.styles.height is None or below.styles.height.value != height:
        below.styles.height = height
    return True
