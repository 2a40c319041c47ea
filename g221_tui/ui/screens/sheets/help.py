"""The help: the keys, and what the signs mean."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from textual.content import Content

from g221_tui.core.model import DocumentState
from g221_tui.core.text import glyphs
from g221_tui.core.views import ChannelState, ChannelView, DocumentItem, Origin
from g221_tui.ui.actions.action import without_a_case
from g221_tui.ui.actions.in_force import in_force
from g221_tui.ui.keyboard.named_keys import NamedKeys
from g221_tui.ui.screens.sheets.sheet import Section, Sheet
from g221_tui.ui.widgets.panes.channels import ChannelsPane, Fold
from g221_tui.ui.widgets.panes.documents import DocumentsPane
from g221_tui.ui.widgets.panes.timeline import TimelinePane

State = TypeVar("State", bound=str)
Pairs = tuple[tuple[str, str], ...]
"""Keys, or signs, with what they do or mean; actions stand in braces, as in `{tick}`."""


def _signs(known: Mapping[State, str], *states: State) -> str:
    """The signs of some states, side by side."""
    return " ".join(known[state] for state in states)


MOVES: Pairs = (
    (f"{glyphs.MORE_ABOVE} {glyphs.MORE_BELOW}  j k", "Move in a pane"),
    ("home end", "To the first and the last row"),
    ("ctrl+p", "The palette: every command by name"),
)
ON_DOCUMENTS: Pairs = (
    ("{tick}", "Sent today, or taken back; with marks: all marked ones in one step"),
    ("{mark}", "Mark it, to send several in one step"),
    ("{add}", "List a document, or several at once"),
    ("{open}", "All of it: its steps, a key for each state"),
)
ON_CHANNELS: Pairs = (
    ("{open}", "Why it is open or not, what to have at hand, what to ask"),
    ("{log}", "Log a call, a letter, a look, an answer"),
    ("{letter}", "Prepare the letter or telephone script; on its sheet: w"),
    ("{again}", "Looked again: the page says what it said the last time"),
)
ON_TIMELINE: Pairs = (
    ("{open}", "The record behind the row, or the rule that put it there"),
    ("{correct}", "Correct the record; the old value stays in the history"),
    ("{earlier} {later}", "Look at another day; {today} comes back to today"),
)
IN_DIALOGS: Pairs = (
    ("tab", "To the next field"),
    ("enter", "To the next field, in the end to the button that saves; unfolds what is folded"),
    ("down", "Unfold the list of a choice, or the calendar of a date"),
    ("ctrl+s", "Save, from anywhere"),
    ("escape", "Leave everything as it was"),
)
SIGNS: Pairs = (
    (glyphs.ORIGIN[Origin.RECORDED], "Timeline: recorded. Follow-up: open, may be used today"),
    (glyphs.ORIGIN[Origin.RULE], "Put there by a rule: something opens"),
    (glyphs.ESTIMATE, "An estimate: how long such a stage usually takes"),
    (glyphs.DEADLINE, "A date that must not be missed"),
    (glyphs.HERE, "Today, or the day you look at"),
    (
        _signs(glyphs.DOCUMENT, DocumentState.REQUESTED, DocumentState.READY),
        "A document that is asked for; one that lies ready",
    ),
    (glyphs.TICKED, "A document that is submitted (with the day), or received"),
    (
        _signs(glyphs.DOCUMENT, DocumentState.RETURNED, DocumentState.WAIVED),
        "A document that came back; one that is waived",
    ),
    (
        _signs(glyphs.CHANNEL, ChannelState.LOCKED, ChannelState.RESTING),
        "Locked: the wait is not over. Resting: asked a short while ago",
    ),
    (glyphs.CHANNEL[ChannelState.NEEDS], "Needs a fact that is not recorded yet"),
    (
        _signs(glyphs.CHANNEL, ChannelState.UNAVAILABLE, ChannelState.CLOSED),
        "Unavailable by a fact of the case. Closed in this stage",
    ),
    (
        f"{glyphs.FOLDED} {glyphs.UNFOLDED}",
        "Further ways: folded, unfolded; enter or a click turns them",
    ),
    (
        f"{glyphs.ROAD_BEHIND} {glyphs.HERE} {glyphs.ROAD_AHEAD}",
        f"The road: behind, here, ahead; {glyphs.ESTIMATE} is a usual length, an estimate",
    ),
)
ABOUT = (
    "Everything stays in one file on this machine; g221 has no network access.",
    "Every date says its rule and its source: open its row. The consulate's own letter wins.",
    "Not legal advice: the guide ({guide}) has a page on what that means.",
)


def _of_pane(subject: object) -> tuple[str, Pairs]:
    """The name of the pane in which such a row stands, and its keys."""
    if isinstance(subject, DocumentItem):
        return DocumentsPane.NAME, ON_DOCUMENTS
    if isinstance(subject, ChannelView | Fold):
        return ChannelsPane.NAME, ON_CHANNELS
    return TimelinePane.NAME, ON_TIMELINE


def _with(keys: Callable[[str], str], rows: Pairs) -> Pairs:
    """The rows with the keys in force in the places of the actions."""
    return tuple((keys(label), keys(text)) for label, text in rows)


class Help(Sheet):
    """Keys, signs, and what g221 is not."""

    DEFAULT_CLASSES = "dialog short-labels"

    def __init__(self, subject: object, named: NamedKeys, *, with_case: bool = False) -> None:
        """The help, that of the pane in focus first.

        Args:
            subject: What the row in focus stands for.
            named: Knows the keys in force.
            with_case: Whether a case is shown: what begins without one is no key then.
        """
        here, rows = _of_pane(subject)
        every = [a for a in in_force(named.keys) if not (with_case and a.may is without_a_case)]
        keys = [(action.shown_key or action.key, action.tooltip) for action in every if action.key]
        super().__init__(
            "Help",
            Content(""),
            (
                Section(f"Here: {here}", _with(named.with_keys, rows)),
                Section("g221", tuple(map(named.with_keys, ABOUT))),
                Section("Keys", (*MOVES, *keys)),
                Section("In dialogs", IN_DIALOGS),
                Section("Signs", SIGNS),
            ),
        )
