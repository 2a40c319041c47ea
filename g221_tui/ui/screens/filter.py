"""The filter of the dashboard: its words narrow the panes; the notes of records are found too."""

from collections.abc import Iterable

from textual.screen import Screen

from g221_tui.core.model import Case
from g221_tui.service.reader import View
from g221_tui.ui.widgets.find import Find, notes_of
from g221_tui.ui.widgets.panes.pane import Pane
from g221_tui.ui.widgets.panes.timeline import TimelinePane


class Filter:
    """Takes the words of the line to the panes of a screen."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._noted: tuple[Case, dict[str, str]] | None = None
        """The notes that are looked in, and of which case; none without a filter."""

    def prepare(self, view: View | None, panes: Iterable[Pane]) -> None:
        """Make what is looked in, before the first letter."""
        self.let_notes_be_found(view)
        if self._line.is_open:
            for pane in panes:
                pane.prepare_filter()

    def narrow(self, view: View | None, panes: Iterable[Pane]) -> None:
        """Leave the rows that hold the words."""
        words = self._line.words
        if words:
            self.let_notes_be_found(view)
        for pane in panes:
            pane.needle = words
        if not words:  # all rows are back by now, and need no look at what is found in them
            self.let_notes_be_found(view)

    def let_notes_be_found(self, view: View | None) -> None:
        """Give the timeline the notes of its records, which only a filter looks in."""
        if view is None or not self._line.is_open:
            self._noted = None
        elif self._noted is None or self._noted[0] is not view.case:
            self._noted = view.case, notes_of(view.case)
        timeline = self._screen.query_one(TimelinePane)
        timeline.notes = self._noted[1] if self._noted is not None else {}

    @property
    def _line(self) -> Find:
        return self._screen.query_one(Find)
