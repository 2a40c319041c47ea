"""What the three panes have in common: a list of rows drawn for the pane's width."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from g221_tui.core.text.glyphs import MORE_ABOVE, MORE_BELOW
from g221_tui.core.views import Snapshot
from g221_tui.ui.render import fold
from g221_tui.ui.row import MARGIN, Row
from g221_tui.ui.widgets.panes.row_filter import RowFilter

ROOMY = 30
"""From this many cells on, a pane writes longer dates and whole words."""

NOTHING_FOUND = "None of the {} rows here has these words."


class Pane(OptionList, inherit_bindings=False):
    """Shows its part of the snapshot; asks for everything else by message, never writes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor_down", "Down", show=False),
        Binding("up,k", "cursor_up", "Up", show=False),
        Binding("home,g", "first", "First row", show=False),
        Binding("end,G", "last", "Last row", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
    ]
    NAME: ClassVar[str] = ""
    """Its title."""
    EMPTY: ClassVar[str] = ""
    """What to say when there is no row."""
    STAYS: ClassVar[str] = ""
    """The id of a row that no filter leaves out."""

    highlighted: reactive[int | None] = reactive(None, repaint=False)
    """The row under the cursor; as it moves, the two rows alone are painted anew."""
    snapshot: reactive[Snapshot | None] = reactive(None)
    """What to draw; none until a case is loaded."""
    needle: reactive[str] = reactive("")
    """Only rows that hold these words are drawn; empty draws all."""

    @dataclass
    class Opened(Message):
        """The user asked to read a row (enter, or a click)."""

        pane: "Pane"
        row: Row

    class Drawn(Message):
        """The pane has drawn its rows for the first time."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._rows: tuple[Row, ...] = ()
        self._drawn: tuple[object, int, str, object] | None = None
        self._every: list[Row] = []
        """All of them, those that the filter leaves out included."""
        self._listed: dict[str, Option] = {}
        """What the list holds of each, by their ids; a filter takes some of them."""
        self._of: tuple[object, int] | None = None
        """What they were drawn of, and for which width."""
        self._filter = RowFilter(self.searched, self.STAYS)
        self._title = self.NAME
        self._lit: int | None = None
        """The row that was painted as the one under the cursor."""
        self._before: str | None = None
        """The row under the cursor before the filter."""

    @property
    def drawn(self) -> bool:
        """Whether it has drawn anything yet."""
        return self._drawn is not None

    @property
    def height_wanted(self) -> int:
        """The lines it would fill, its title among them."""
        return max(self.option_count, self.virtual_size.height) + 1

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they are drawn."""
        return self._rows

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        at = self.highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def part(self, snapshot: Snapshot) -> object:
        """What this pane draws of a snapshot; the rest may change without a repaint."""
        raise NotImplementedError

    def noted(self) -> object:
        """What the filter looks in beside the rows: another is searched anew, not drawn anew."""
        return None

    def draw(self, snapshot: Snapshot, width: int) -> list[Row]:
        """The rows of a snapshot for a width in cells, a line each."""
        raise NotImplementedError

    def heading(self, snapshot: Snapshot) -> str:
        """The title in the line above the rows."""
        return self.NAME

    def empty(self, snapshot: Snapshot) -> str:
        """What to say when there is no row."""
        return self.EMPTY

    def searched(self, row: Row) -> str:
        """The text of a row that the filter looks in, more than fits on the screen."""
        return row.words

    def prepare_filter(self) -> None:
        """Make the texts that a filter looks in: its first letter need not wait for them."""
        self._filter.prepare(self._every)

    def forget_texts(self) -> None:
        """What the filter looks in is another now."""
        self._filter.forget()

    def start(self, rows: tuple[Row, ...]) -> int:
        """The row to put the cursor on when no earlier one is left."""
        return 0

    def watch_snapshot(self) -> None:
        """Draw the new snapshot, if this pane's part of it is new."""
        self.refresh_rows()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Paint the row that the cursor left, and the one that it came to."""
        for place in (self._lit, highlighted):
            if place is not None:
                self.refresh_line(place)
        self._lit = highlighted
        super().watch_highlighted(highlighted)

    def watch_needle(self, old: str, new: str) -> None:
        """Draw only what holds the words."""
        if not old and self.row is not None:
            self._before = self.row.id
        self.refresh_rows()

    def action_cursor_down(self) -> None:
        """To the next row; on the last one it stays, so that a held key ends there."""
        if self._another(self._rows[(self.highlighted or 0) + 1 :]):
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """To the row before; on the first one it stays."""
        if self._another(self._rows[: self.highlighted or 0]):
            super().action_cursor_up()

    def _another(self, rows: tuple[Row, ...]) -> bool:
        """Whether the cursor has a place to go there, or none yet."""
        return self.highlighted is None or not all(row.heading for row in rows)

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new width; in another height, other rows are out of sight."""
        self.refresh_rows()
        if self.drawn:
            self.call_after_refresh(self.reveal)

    def refresh_rows(self) -> None:
        """Draw what changed, keeping the cursor on its row."""
        width = self.scrollable_content_region.width
        if self.snapshot is None or width <= 0:
            return
        part = self.part(self.snapshot)
        drawn = (part, width, self.needle, self.noted())
        if drawn == self._drawn:
            return
        if self._of != (part, width):
            self._of = part, width
            self._every = self.draw(self.snapshot, width - MARGIN)
            self._listed = {}
            self.forget_texts()
        first, self._drawn = self._drawn is None, drawn
        if first:
            self.post_message(self.Drawn())
        at = self.highlighted
        kept = self.row.id if self.row is not None else self._before
        self._rows = tuple(self._filter.left(self._every, self.needle))
        self._title = self.heading(self.snapshot)
        self._tell_hidden()
        if not self._rows:
            count = sum(not row.heading for row in self._every)
            nothing = NOTHING_FOUND.format(count) if count else self.empty(self.snapshot)
            words = [" " * MARGIN + line for line in fold(nothing, width - MARGIN, most=8)]
            self.set_options([Option(Content.styled("\n".join(words), "$muted"), disabled=True)])
            return
        self.set_options([self._option(row) for row in self._rows])
        ids = [row.id for row in self._rows]
        if kept in ids:
            self.highlighted = ids.index(kept)
        else:
            place = self.start(self._rows) if first or at is None else min(at, len(ids) - 1)
            self.highlighted = place + 1 if self._rows[place].heading else place
        self.call_after_refresh(self.reveal)

    def _option(self, row: Row) -> Option:
        """What the list holds of a row: made once for a drawing, and kept while filtering."""
        option = self._listed.get(row.id)
        if option is None:
            option = Option(row, id=row.id, disabled=row.heading)
            self._listed[row.id] = option
        return option

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Scroll so that the row under the cursor is seen; above the first row also its heading."""
        super().scroll_to_highlight(top)
        if self.highlighted is not None and all(r.heading for r in self._rows[: self.highlighted]):
            self.scroll_to(y=0, animate=False, immediate=True)

    def reveal(self) -> None:
        """Scroll so that the cursor can be seen."""
        self.scroll_to_highlight()
        self._tell_hidden()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say how many rows are out of sight."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_hidden()

    def _tell_hidden(self) -> None:
        """Say beside the title how many rows are out of sight: no scroll bar is needed."""
        above, height = round(self.scroll_y), self.scrollable_content_region.height
        if not height:
            above = 0
        below = max(0, len(self._rows) - above - height)
        words = [f"{MORE_ABOVE}{above}"] * bool(above) + [f"{MORE_BELOW}{below}"] * bool(below)
        self.border_title = Content.assemble(
            f" {self._title} ", (f" {' '.join(words)} " if words else "", "not bold $muted")
        )

    def go_to(self, row_id: str) -> bool:
        """Put the cursor on a row; false when there is none of that id."""
        for place, row in enumerate(self._rows):
            if row.id == row_id:
                self.highlighted = place
                return True
        return False

    def go_back(self) -> None:
        """Put the cursor on the row where it was before the filter, if that is there."""
        if self._before is not None:
            self.go_to(self._before)
        self.stay()

    def stay(self) -> None:
        """Leave the cursor where it is now that the filter has ended."""
        self._before = None

    @on(OptionList.OptionSelected)
    def _request_open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.row is not None:
            self.opened(self.row)

    def opened(self, row: Row) -> None:
        """Enter or a click on a row: ask for it to be shown."""
        self.post_message(self.Opened(self, row))
