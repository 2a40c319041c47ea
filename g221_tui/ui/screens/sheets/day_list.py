"""What a day of the calendar holds, a row each."""

from collections.abc import Callable
from datetime import date

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


class DayList(ListDialog[Entry]):
    """The rows of the day, like things told as one; enter opens one."""

    def __init__(self, day: date, entries: Callable[[], tuple[Entry, ...]]) -> None:
        super().__init__()
        self._day = day
        self._entries = entries
        """Gives what the day holds, as it may be shown now."""

    def compose(self) -> ComposeResult:
        """The day, and its rows."""
        with Box():
            yield Static(Content(long_date(self._day)), classes="dialog-title")
            yield OptionList(*self._options(), compact=True)
            yield Static(Content("enter opens  esc closes"), classes="dialog-hint")

    def _options(self) -> list[Option]:
        return [Option(Content(sentence(clean(entry.text)))) for entry in self._entries()]

    def on_mount(self) -> None:
        """Start on the first row."""
        self.begin_in(0)

    def redraw(self) -> None:
        """Draw the rows anew as they may be shown now."""
        listed = self.query_one(OptionList)
        at = listed.highlighted
        listed.set_options(self._options())
        listed.highlighted = at

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        entries = self._entries()
        self.dismiss(entries[event.option_index] if event.option_index < len(entries) else None)
