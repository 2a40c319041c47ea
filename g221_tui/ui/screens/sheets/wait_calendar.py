"""The calendar of the wait: the months, the day under the cursor, how long it was quiet."""

from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Static

from g221_tui.core.snapshot.folding import Entry, folded
from g221_tui.core.snapshot.wait_calendar import (
    DayMark,
    WaitCalendar,
    day_of_wait,
    quiet_words,
    wait_calendar,
)
from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import long_date, near_date
from g221_tui.core.text.phrases import few, sentence
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import Snapshot
from g221_tui.ui.render import cells, cut
from g221_tui.ui.screens.dialogs.dialog import FILLS, Dialog
from g221_tui.ui.screens.sheets.entry_list import EntryList
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.box import Box
from g221_tui.ui.widgets.month_grid import MonthGrid, MonthScroll, style_of

TITLE = "The wait"
NOTHING = "Nothing on this day."
NAMES = {
    DayMark.DEADLINE: "deadline",
    DayMark.EVENT: "event",
    DayMark.ANSWERED: "answered",
    DayMark.CHANGED: "new words",
    DayMark.REQUESTED: "requested",
    DayMark.SENT: "sent",
    DayMark.ASKED: "asked",
    DayMark.UNLOCK: "opens",
    DayMark.LOOKED: "looked",
    DayMark.USUAL_END: "usual end",
}
"""The marks in the legend."""
TODAY, THAT_DAY = "today", "that day"
"""What the day that is shown is called: today, or another one that is looked at."""
EDGES = 6
"""Cells of the frame and its edges, until a line has its size."""
ROOM_FOR_YEARS = 48
"""From so many cells on, the day is told with its year."""
APART = 2
"""Cells between two words of the legend."""


class WaitCalendarSheet(Dialog[Entry | None]):
    """Answers with what is to be opened, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,w", "close", "Close"),
    ]
    DEFAULT_CLASSES = "dialog calendar"
    MASKS = True

    def __init__(self, session: Session, snapshot: Snapshot, day: date | None = None) -> None:
        super().__init__()
        self._session = session
        self._snapshot = snapshot
        self._start = day

    def compose(self) -> ComposeResult:
        """The months, and what is told below them."""
        with Box() as box:
            box.border_title = self._title()
            yield MonthScroll()
            yield Static(id="day")
            yield Static(id="quiet")
            yield Static(id="legend")
            with Horizontal(classes="dialog-buttons"):
                yield Button(Content("Open  enter"), id="open", compact=True)
                yield Button(Content("Today  home"), id="today", compact=True)
                yield Button(Content("Close  esc"), id="close", compact=True)

    def on_mount(self) -> None:
        """Today is under the cursor, or the day one comes from."""
        self._fill()
        self._grid.cursor = self._start or self._snapshot.today
        self.start_at(self._grid)

    @property
    def _grid(self) -> MonthGrid:
        return self.query_one(MonthGrid)

    @property
    def _today(self) -> str:
        return TODAY if self._session.looking is None else THAT_DAY

    def _title(self) -> Content:
        words = f"{TITLE}{glyphs.BETWEEN}{clean(self._snapshot.case.label)}"
        # Textual parts a title from the corners; where the box fills the window there are none.
        return Content(f" {words} " if self.app.size.width < FILLS else words)

    def _fill(self) -> None:
        found = wait_calendar(self._snapshot, self._session.tracker.rules)
        self._grid.calendar = found
        self._tell_all(found)

    def _tell_all(self, found: WaitCalendar) -> None:
        self.query_one("#quiet", Static).update(Content("\n".join(self._said(found))))
        self.query_one("#legend", Static).update(legend(found, self._width, self._today))
        self._tell(self._grid.cursor)

    def _tell(self, day: date) -> None:
        """The day under the cursor in two lines."""
        width = self._width
        narrow = width < ROOM_FOR_YEARS
        told = near_date(day, self._snapshot.today) if narrow else long_date(day)
        head = Content.styled(told, "bold")
        words = day_of_wait(self._snapshot, day, today=self._today, short=narrow)
        if words:
            head += Content.styled(glyphs.BETWEEN + words, "$muted")
        texts = glyphs.BETWEEN.join(clean(entry.text) for entry in self.entries(day))
        body = (
            Content(cut(sentence(texts), width))
            if texts
            else self._nothing(alone=self.has_class("-low"))
        )
        self.query_one("#day", Static).update(Content("\n").join([head, body]))

    def _nothing(self, *, alone: bool) -> Content:
        """What is said of a day that holds nothing; a low window has no other place for more."""
        quiet = self._quiet() if alone else ""
        return Content.styled(quiet or NOTHING, "$muted")

    def _quiet(self) -> str:
        """How long it was quiet, in as many words as there is room for."""
        words = quiet_words(self._grid.calendar) if self._grid.calendar is not None else ()
        return next(
            (each for each in words if cells(each) <= self._width), words[-1] if words else ""
        )

    @property
    def _width(self) -> int:
        """The cells of a line below the months."""
        day = self.query_one("#day", Static)
        return day.content_size.width or self.size.width - EDGES

    def _said(self, found: WaitCalendar) -> list[str]:
        """How long it was quiet, and what lies too far ahead to be drawn."""
        said = [self._quiet()]
        if found.later:
            rows = [f"{clean(row.title)} {long_date(row.date)}" for row in found.later]
            said.append(cut(f"Later: {few(rows)}.", self._width))
        return [line for line in said if line]

    def entries(self, day: date) -> tuple[Entry, ...]:
        """What a day holds, like things told as one."""
        found = self._grid.calendar
        return folded(found.on(day).rows, self._snapshot) if found is not None else ()

    def redraw(self) -> None:
        """Draw the same anew as it may be shown now."""
        view = self._session.view
        if view is None:
            self.dismiss(None)
            return
        self._snapshot = view.snapshot
        self.query_one(Box).border_title = self._title()
        self._fill()

    def on_resize(self, event: events.Resize) -> None:
        """The lines are cut and folded for the width."""
        self.call_after_refresh(self._retell)

    def _retell(self) -> None:
        if self._grid.calendar is not None:
            self._tell_all(self._grid.calendar)
            self.query_one(Box).border_title = self._title()
            self.call_after_refresh(self.query_one(Box).fit)

    def action_close(self) -> None:
        """Back to the dashboard."""
        self.dismiss(None)

    @on(MonthGrid.Moved)
    def _moved(self, event: MonthGrid.Moved) -> None:
        self._tell(event.day)

    @on(MonthGrid.Opened)
    def _opened(self, event: MonthGrid.Opened) -> None:
        """A single thing opens at once; several are listed first."""
        entries = self.entries(event.day)
        if len(entries) == 1:
            self.dismiss(entries[0])
        elif entries:
            listed = EntryList(lambda: long_date(event.day), lambda: self.entries(event.day))
            self.app.push_screen(listed, self._picked)

    def _picked(self, entry: Entry | None) -> None:
        if entry is not None:
            self.dismiss(entry)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "close":
            self.action_close()
        elif event.button.id == "today":
            self._grid.action_today()
            self._grid.focus()
        else:
            self._grid.action_open()


def legend(found: WaitCalendar, width: int, today: str = TODAY) -> Content:
    """The signs that are drawn, each with its word, in lines of at most `width` cells."""
    known = [(glyphs.CALENDAR_TODAY, "bold $primary", today)]
    known += [(glyphs.CALENDAR[mark], style_of(mark), NAMES[mark]) for mark in found.used]
    lines, used = [Content("")], 0
    for sign, style, name in known:
        size = cells(f"{sign} {name}")
        if used and used + APART + size > width:
            lines.append(Content(""))
            used = 0
        gap = " " * APART if used else ""
        lines[-1] += Content.assemble(gap, (sign, style), (f" {name}", "$muted"))
        used += len(gap) + size
    return Content("\n").join(lines)
