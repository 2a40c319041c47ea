"""Which rows of a pane hold the words that were typed."""

from collections.abc import Callable, Sequence

from g221_tui.core.text.lookup import comparable
from g221_tui.ui.row import Row


class RowFilter:
    """Looks for words in the texts of rows, which are made once; headings hold none.

    Where a word is typed on, only the rows that are left can hold it.
    """

    def __init__(self, searched: Callable[[Row], str], stays: str) -> None:
        self._searched = searched
        """Gives the text of a row."""
        self._stays = stays
        """The id of a row that is never left out."""
        self._texts: dict[str, str] = {}
        self._left: tuple[list[str], list[Row]] | None = None
        """The words that were looked for last, and the rows that hold them."""

    def forget(self) -> None:
        """Other rows, or other texts: both are made anew when they are asked for."""
        self._texts, self._left = {}, None

    def prepare(self, every: Sequence[Row]) -> None:
        """Make the texts of all rows: the first letter need not wait for them."""
        if not self._texts:
            rows = (row for row in every if not row.heading)
            self._texts = {row.id: comparable(self._searched(row)) for row in rows}

    def left(self, every: Sequence[Row], needle: str) -> Sequence[Row]:
        """The rows that hold all the words of a needle, in any order; all rows without one."""
        if not needle:
            self._left = None
            return every
        self.prepare(every)
        words = comparable(needle).split()
        rows = [row for row in every if not row.heading]
        if self._left is not None:
            former, found = self._left
            if all(any(old in word for word in words) for old in former):
                rows = found
        for word in words:
            rows = [row for row in rows if word in self._texts[row.id] or row.id == self._stays]
        self._left = words, rows
        return rows
