"""The help: the keys, and what the signs mean."""

from textual.content import Content

from g221_tui.ui.actions import ACTIONS
from g221_tui.ui.screens.sheets.sheet import Section, Sheet

MOVES = (
    ("↑ ↓  j k", "Move in a pane"),
    ("home end", "To the first and the last row"),
    ("ctrl+p", "The palette: every command by name"),
)
IN_DIALOGS = (
    ("tab", "To the next field"),
    ("enter", "Save, from a line of text; unfold a list"),
    ("ctrl+s", "Save, from anywhere"),
    ("escape", "Leave everything as it was"),
)
SIGNS = (
    ("●", "Timeline: recorded. Follow-up: open, may be used today"),
    ("◇", "Put there by a rule: something opens"),
    ("~", "An estimate: how long such a stage usually takes"),
    ("!", "A date that must not be missed"),
    ("▶", "Today, or the day you look at"),
    ("□ ▣", "A document that is asked for; one that lies ready"),
    ("✔", "A document that is submitted (with the day), or received"),
    ("← –", "A document that came back; one that is waived"),
    ("○ ◐", "Locked: the wait is not over. Resting: asked a short while ago"),
    ("?", "Needs a fact that is not recorded yet"),
    ("– ×", "Unavailable by a fact of the case. Closed in this stage"),
    ("▸ ▾", "Further ways: folded, unfolded; enter or a click turns them"),
    ("● ▶ ○", "The road: behind, here, ahead; ~ is a usual length, an estimate"),
)
ABOUT = (
    "Everything stays in one file on this machine; g221 has no network access.",
    "Every date says its rule and its source: open its row. The consulate's own letter wins.",
    "Not legal advice: the guide (h) has a page on what that means.",
)


class Help(Sheet):
    """Keys, signs, and what g221 is not."""

    DEFAULT_CLASSES = "dialog short-labels"

    def __init__(self) -> None:
        keys = [
            (action.shown_key or action.key, action.tooltip) for action in ACTIONS if action.key
        ]
        super().__init__(
            "Help",
            Content(""),
            (
                Section("g221", ABOUT),
                Section("Keys", (*MOVES, *keys)),
                Section("In dialogs", IN_DIALOGS),
                Section("Signs", SIGNS),
            ),
        )
