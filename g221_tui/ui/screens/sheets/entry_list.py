"""Rows of the timeline to choose one of: those of a day, or those that are told as one."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from g221_tui.core.snapshot.folding import Entry
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import sentence
from g221_tui.core.text.sanitize import clean
from g221_tui.ui.screens.dialogs.list_dialog import ListDialog
from g221_tui.ui.widgets.box import Box
from g221_tui.ui.widgets.hint import CLOSES, Hint

OPENS = "opens"
"""What enter does with the row."""


class EntryList(ListDialog[Entry]):
    """A row each, with its day where the days differ; enter answers with one."""

    def __init__(
        self,
        title: Callable[[], str],
        entries: Callable[[], tuple[Entry, ...]],
        *,
        does: str = OPENS,
        at: str = "",
    ) -> None:
        """Take what it shows.

        Args:
            title: Gives what the rows are, as it may be shown now.
            entries: Gives the rows, as they may be shown now.
            does: What is done with the one that is chosen.
            at: The record to begin on; empty for the first.
        """
        super().__init__()
        self._called = title
        self._entries = entries
        self._does = does
        self._at = at

    def compose(self) -> ComposeResult:
        """What they are, and the rows."""
        with Box():
            yield Static(self._title(), classes="dialog-title")
            yield OptionList(*self._options(), compact=True)
            yield Hint(("enter", self._does), CLOSES)

    def _title(self) -> Content:
        return Content(clean(self._called()))

    def _options(self) -> list[Option]:
        entries = self._entries()
        dated = len({entry.first.date for entry in entries}) > 1
        return [Option(Content(_words(entry, dated=dated))) for entry in entries]

    def on_mount(self) -> None:
        """Start on the row that is asked for."""
        records = [entry.record for entry in self._entries()]
        self.begin_in(records.index(self._at) if self._at in records else 0)

    def redraw(self) -> None:
        """Draw the rows anew as they may be shown now."""
        self.query_one(".dialog-title", Static).update(self._title())
        listed = self.query_one(OptionList)
        at = listed.highlighted
        listed.set_options(self._options())
        listed.highlighted = at

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        entries = self._entries()
        self.dismiss(entries[event.option_index] if event.option_index < len(entries) else None)


def _words(entry: Entry, *, dated: bool) -> str:
    day = f"{long_date(entry.first.date)}  " if dated else ""
    return day + sentence(clean(entry.text))
