"""What the user can do: one table that feeds the keys, the footer, the palette and the help."""

from typing import NamedTuple

from textual.binding import Binding


class Action(NamedTuple):
    """One thing the user can do."""

    id: str
    """Its name: `action_<id>` of the dashboard, and the binding's id."""
    key: str
    """The key, or several with commas."""
    label: str
    """One or two words, for the footer."""
    tooltip: str
    """One plain sentence, for the palette, the help and the mouse."""
    footer: bool = False
    """Whether the footer names it; the others are in the palette and the help."""
    records: bool = False
    """Whether it changes the file, and so waits while another day is looked at."""
    shown_key: str = ""
    """How the help writes the key, where its name is not plain."""


ACTIONS: tuple[Action, ...] = (
    Action(
        "tick", "space", "tick", "Mark the document as submitted today, or take it back", True, True
    ),
    Action("log", "l", "log", "Log a call, an e-mail, a look at a page, or an answer", True, True),
    Action("event", "e", "event", "Record something that happened in the case", True, True),
    Action("add", "a", "add", "Add a document the letter or the post asks for", True, True),
    Action("open", "enter", "open", "Open the row: what it says, and why", True),
    Action("correct", "c", "correct", "Correct this record, or the facts of the case", False, True),
    Action("facts", "", "facts", "The facts of the case: numbers, post, policy, own wait", False),
    Action("undo", "u", "undo", "Take the last change back; it is named first", False, True),
    Action("redo", "ctrl+r", "redo", "Do again what was taken back last", False, True),
    Action("mend", "b", "put back", "Make what is shown the file again; told first what that does"),
    Action("take_in", "i", "take in", "What a sync tool left beside the file: look, and take in"),
    Action("new", "n", "new case", "Open a new case", False, True),
    Action(
        "road", "r", "road", "The road: what is behind, where the case is, every way ahead", True
    ),
    Action("guide", "h", "guide", "What the guide says of the row, or of the stage", True),
    Action("switch", "s", "cases", "All cases by what is due; take one in hand, link two", True),
    Action("filter", "slash", "filter", "Show only rows with these words", shown_key="/"),
    Action("mask", "m", "mask", "Mask names and numbers on the screen, or show them again"),
    Action(
        "earlier",
        "left_square_bracket",
        "day before",
        "Look at the day before",
        shown_key="[",
    ),
    Action(
        "later",
        "right_square_bracket",
        "day after",
        "Look at the day after",
        shown_key="]",
    ),
    Action("today", "0", "today", "Back to today"),
    Action("next_pane", "right,tab", "next pane", "To the next pane", shown_key="→ tab"),
    Action(
        "previous_pane",
        "left,shift+tab",
        "pane before",
        "To the pane before",
        shown_key="← shift+tab",
    ),
    Action(
        "help",
        "question_mark",
        "help",
        "The keys, and what the signs mean",
        True,
        shown_key="?",
    ),
    Action("quit", "q", "quit", "Close g221; everything is already saved", True),
)
"""In the order of the footer and the help."""

NEED_A_CASE = frozenset(
    {"log", "event", "add", "correct", "facts", "filter", "earlier", "later", "open", "road"}
)
"""Actions that say nothing while the file holds no case."""

PALETTE_KEY = "ctrl+p"
PALETTE_LABEL = "palette"
"""What the footer calls the command palette."""

IN_PALETTE_ONLY_MOVES = ("next_pane", "previous_pane", "open", "tick")
"""Actions that make no sense from the palette: they speak of the row under the cursor."""


def bindings() -> list[Binding]:
    """The keys of the dashboard, in the order of the table."""
    return [
        Binding(
            action.key,
            action.id,
            action.label,
            show=action.footer,
            key_display=action.shown_key or None,
            tooltip=action.tooltip,
            id=f"g221.{action.id}",
        )
        for action in ACTIONS
        if action.key
    ]


def recording(action_id: str) -> bool:
    """Whether that action changes the file."""
    return any(action.records for action in ACTIONS if action.id == action_id)


def records(key: str) -> bool:
    """Whether that key changes the file."""
    return any(action.records and key in action.key.split(",") for action in ACTIONS)
