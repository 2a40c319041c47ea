"""The rows of the table that go somewhere: another day, another pane, the shell."""

from g221_tui.ui.actions import at_once
from g221_tui.ui.actions.action import Action, on_another_day
from g221_tui.ui.widgets.panes.channels import ChannelsPane
from g221_tui.ui.widgets.panes.documents import DocumentsPane
from g221_tui.ui.widgets.panes.pane import Pane
from g221_tui.ui.widgets.panes.timeline import TimelinePane

WEEK = 7
"""Days of a week."""
PANES: tuple[type[Pane], ...] = (TimelinePane, DocumentsPane, ChannelsPane)
"""The panes, from left to right."""

MOVES: tuple[Action, ...] = (
    Action(
        "earlier",
        "left_square_bracket",
        "day before",
        "Look at the day before",
        at_once.look(-1),
        needs_case=True,
        shown_key="[",
    ),
    Action(
        "later",
        "right_square_bracket",
        "day after",
        "Look at the day after",
        at_once.look(1),
        needs_case=True,
        shown_key="]",
    ),
    Action(
        "week_earlier",
        "left_curly_bracket",
        "week before",
        "Look at the day a week before",
        at_once.look(-WEEK),
        needs_case=True,
        shown_key="{",
    ),
    Action(
        "week_later",
        "right_curly_bracket",
        "week after",
        "Look at the day a week after",
        at_once.look(WEEK),
        needs_case=True,
        shown_key="}",
    ),
    Action("today", "0", "today", "Back to today", at_once.today, may=on_another_day),
    Action(
        "next_pane",
        "right,tab",
        "next pane",
        "To the next pane",
        at_once.next_pane,
        palette=False,
        shown_key="→ tab",
    ),
    Action(
        "previous_pane",
        "left,shift+tab",
        "pane before",
        "To the pane before",
        at_once.previous_pane,
        palette=False,
        shown_key="← shift+tab",
    ),
    *(
        Action(
            f"pane_{place}",
            str(place),
            f"pane {place}",
            f"To the pane {pane.NAME}",
            at_once.pane(place - 1),
            palette=False,
        )
        for place, pane in enumerate(PANES, start=1)
    ),
    Action(
        "suspend",
        "ctrl+z",
        "suspend",
        "Sleep and give the terminal to the shell; fg goes on",
        at_once.suspend,
        may=at_once.can_suspend,
    ),
)
"""In the order of the help."""
