"""What the user can do: one table of the keys, the footer, the palette and the help.

Each row holds what is done, too, so that nothing else needs to know an action by its name.
"""

from types import MappingProxyType

from textual.binding import Binding

from g221_tui.ui.actions import at_once, files, letters, marked, record, repair_file, show
from g221_tui.ui.actions.action import (
    Action,
    on_a_document,
    turn,
    with_a_file_problem,
    without_a_case,
)
from g221_tui.ui.actions.look_again import look_again
from g221_tui.ui.actions.moves import MOVES
from g221_tui.ui.widgets.keys import STAYS

ACTIONS: tuple[Action, ...] = (
    Action(
        "tick",
        "space",
        "tick",
        "Mark the document as submitted today, or take it back",
        turn(marked.tick, queued=True),
        footer=9,
        records=True,
        may=on_a_document,
        palette=False,
    ),
    Action(
        "again",
        "equals_sign",
        "same look",
        "Looked again, and the page says the same: the tracker in focus, else CEAC",
        turn(look_again),
        footer=8,
        records=True,
        needs_case=True,
        shown_key="=",
    ),
    Action(
        "mark",
        "x",
        "mark",
        "Mark the document; space then ticks all marked ones, s on a sheet asks when",
        turn(marked.mark),
        records=True,
        may=on_a_document,
        palette=False,
    ),
    Action(
        "log",
        "l",
        "log",
        "Log a call, an e-mail, a look at a page, or an answer",
        turn(record.log),
        footer=8,
        records=True,
        needs_case=True,
    ),
    Action(
        "letter",
        "p",
        "letter",
        "Prepare the letter or the telephone script of the channel in focus",
        turn(letters.write),
        needs_case=True,
    ),
    Action(
        "event",
        "e",
        "event",
        "Record something that happened in the case",
        turn(record.add_event),
        footer=7,
        records=True,
        needs_case=True,
    ),
    Action(
        "add",
        "a",
        "add",
        "Add a document the letter or the post asks for",
        turn(record.add_documents),
        footer=6,
        records=True,
        needs_case=True,
    ),
    Action(
        "deadline",
        "t",
        "date",
        "Name a date that must not be missed",
        turn(record.add_deadline),
        records=True,
        needs_case=True,
    ),
    Action(
        "open",
        "enter",
        "open",
        "Open the row: what it says, and why",
        at_once.open_row,
        footer=5,
        needs_case=True,
        palette=False,
    ),
    Action(
        "correct",
        "c",
        "correct",
        "Correct this record, or the facts of the case",
        turn(record.correct),
        records=True,
        needs_case=True,
    ),
    Action(
        "facts",
        "f",
        "facts",
        "The facts of the case: numbers, post, policy, own wait",
        turn(record.correct_facts),
        needs_case=True,
    ),
    Action(
        "undo",
        "u",
        "undo",
        "Take the last change back; it is named first",
        turn(record.undo),
        records=True,
    ),
    Action(
        "redo",
        "ctrl+r",
        "redo",
        "Do again what was taken back last",
        turn(record.redo),
        records=True,
    ),
    Action(
        "restore",
        "b",
        "put back",
        "Make what is shown the file again; told first what that does",
        turn(repair_file.put_back),
        may=with_a_file_problem,
    ),
    Action(
        "new",
        "n",
        "new case",
        "Open a new case",
        turn(record.new_case),
        records=True,
        begins=True,
    ),
    Action(
        "import",
        "i",
        "take in",
        "Take in another file: what a sync tool left, or an export that you name",
        turn(repair_file.take_in),
        records=True,
        begins=True,
    ),
    Action(
        "road",
        "r",
        "road",
        "The road: what is behind, where the case is, every way ahead",
        turn(show.road),
        footer=3,
        needs_case=True,
    ),
    Action(
        "calendar",
        "w",
        "calendar",
        "The calendar of the wait: a mark a day, how long it was quiet",
        turn(show.calendar),
        needs_case=True,
    ),
    Action(
        "guide",
        "h",
        "guide",
        "What the guide says of the row, or of the stage",
        turn(show.guide),
        footer=2,
        begins=True,
    ),
    Action(
        "switch",
        "s",
        "cases",
        "All cases by what is due; take one in hand, link two",
        turn(show.switch_case),
        footer=1,
    ),
    Action(
        "filter",
        "slash",
        "filter",
        "Show only rows with these words",
        at_once.filter_rows,
        needs_case=True,
        shown_key="/",
    ),
    Action(
        "copy",
        "y",
        "copy row",
        "Copy what is said of the row",
        at_once.copy_row,
        needs_case=True,
        palette=False,
    ),
    Action(
        "demo",
        "d",
        "demo",
        "Look around on invented data; nothing of it is kept",
        at_once.demo,
        may=without_a_case,
        begins=True,
    ),
    Action(
        "mask",
        "m",
        "mask",
        "Mask names and numbers on the screen, or show them again",
        at_once.mask,
    ),
    *MOVES,
    Action(
        "export",
        "",
        "export",
        "Hand something to somebody: a brief, packet, calendar, table, or everything as JSON",
        turn(files.export),
        needs_case=True,
    ),
    Action(
        "backups",
        "",
        "backups",
        "The backups of the file; one may be put back",
        turn(files.backups),
    ),
    Action(
        "about",
        "",
        "file and rules",
        "Where the file is, and whose rules apply",
        turn(files.about),
    ),
    Action(
        "help",
        "question_mark",
        "help",
        "The keys, and what the signs mean",
        turn(show.show_help),
        footer=STAYS,
        begins=True,
        shown_key="?",
    ),
    Action(
        "quit",
        "q",
        "quit",
        "Close g221; everything is already saved",
        at_once.leave,
        footer=STAYS,
        begins=True,
    ),
)
"""In the order of the footer and the help."""

BY_ID = MappingProxyType({action.id: action for action in ACTIONS})
"""Each action by its name."""


def bindings() -> list[Binding]:
    """The keys of the dashboard, in the order of the table."""
    return [
        Binding(
            action.key,
            action.call,
            action.label,
            show=action.footer > 0,
            key_display=action.shown_key or None,
            tooltip=action.tooltip,
            id=f"g221.{action.id}",
        )
        for action in ACTIONS
        if action.key
    ]
