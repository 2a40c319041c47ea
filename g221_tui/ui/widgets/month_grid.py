"""Months side by side: a sign on each day that holds something, today, and a day under a cursor."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from g221_tui.core.snapshot.wait_calendar import DayMark, WaitCalendar
from g221_tui.core.text.dates import LONG_MONTHS, WEEKDAYS
from g221_tui.core.text.glyphs import CALENDAR, CALENDAR_TODAY
from g221_tui.core.text.phrases import sentence
from g221_tui.ui.render import padded
from g221_tui.ui.widgets.month_layout import (
    CELL,
    HEAD,
    MONTH,
    WEEK,
    Layout,
    days,
    first_line,
    layout,
)

STYLES = {DayMark.DEADLINE: "bold $caution", DayMark.LOOKED: "$muted", DayMark.USUAL_END: "$muted"}
"""How the signs stand out; the others have the accent."""
TODAY_STYLE = "bold underline $primary"


def style_of(mark: DayMark) -> str:
    """How the sign of a mark is drawn."""
    return STYLES.get(mark, "bold $primary")


def draw(found: WaitCalendar, placed: Layout, cursor: date) -> list[Content]:
    """The lines of all months."""
    lines: list[Content] = []
    for row, start in enumerate(range(0, len(placed.months), placed.columns)):
        months = placed.months[start : start + placed.columns]
        for line in range(placed.tops[row + 1] - placed.tops[row]):
            drawn = [_line(found, month, line, cursor) for month in months]
            lines.append(Content(" " * placed.left) + Content(" " * placed.gap).join(drawn))
    return lines[: placed.height]


def _line(found: WaitCalendar, month: date, line: int, cursor: date) -> Content:
    """A line of a month: its name, the weekdays, or a week."""
    if line == 0:
        name = f" {sentence(LONG_MONTHS[month.month - 1])} {month.year:04}"
        present = month == found.today.replace(day=1)
        return Content.styled(padded(name, MONTH), "bold $primary" if present else "bold")
    if line == 1:
        return Content.styled("".join(f" {name[:2]}" for name in WEEKDAYS), "$muted")
    first = (line - HEAD) * WEEK - month.weekday() + 1
    parts: list[tuple[str, str]] = []
    for number in range(first, first + WEEK):
        if 1 <= number <= days(month):
            parts += _day(found, month.replace(day=number), cursor)
        else:
            parts.append((" " * CELL, ""))
    return Content.assemble(*parts)


def _day(found: WaitCalendar, day: date, cursor: date) -> tuple[tuple[str, str], tuple[str, str]]:
    """The sign of a day, and its number."""
    marks = found.on(day).marks
    sign, style = " ", "$muted"
    number = "bold $foreground" if marks else "$muted"
    if marks:
        sign, style = CALENDAR[marks[0]], style_of(marks[0])
    if day == found.today:
        number = TODAY_STYLE
        if DayMark.DEADLINE not in marks:
            sign, style = CALENDAR_TODAY, "bold $primary"
    ground = " on $selected" if day == cursor else ""
    digits = str(day.day)
    gap = " " * (CELL - 1 - len(digits))
    return (f"{gap}{sign}", f"{style}{ground}"), (digits, f"{number}{ground}")


class MonthGrid(Widget, can_focus=True):
    """The months; the keys move by days, weeks and months, Enter opens a day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Day before", show=False),
        Binding("right", "move(1)", "Day after", show=False),
        Binding("up,k", f"move({-WEEK})", "Week before", show=False),
        Binding("down,j", f"move({WEEK})", "Week after", show=False),
        Binding("pageup,left_square_bracket", "month(-1)", "Month before", show=False),
        Binding("pagedown,right_square_bracket", "month(1)", "Month after", show=False),
        Binding("home,0", "today", "Today", show=False),
        Binding("enter", "open", "Open", show=False),
    ]

    calendar: reactive[WaitCalendar | None] = reactive(None, layout=True)
    """What to draw."""
    cursor: reactive[date] = reactive(date.min)
    """The day under the cursor."""

    @dataclass
    class Moved(Message):
        """The cursor stands on another day."""

        day: date

    @dataclass
    class Opened(Message):
        """The user asked what a day holds (enter, or a second click)."""

        day: date

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the months need at this width."""
        return layout(self.calendar.months, width).height if self.calendar is not None else 0

    def render(self) -> Content:
        """The months for the present width."""
        if self.calendar is None:
            return Content("")
        placed = layout(self.calendar.months, self.size.width)
        return Content("\n").join(draw(self.calendar, placed, self.cursor))

    def validate_cursor(self, day: date) -> date:
        """Only a day that is drawn."""
        return self.calendar.within(day) if self.calendar is not None else day

    def watch_cursor(self, day: date) -> None:
        """Show the day, and tell of it."""
        self.post_message(self.Moved(day))
        self.call_after_refresh(self.reveal)

    def reveal(self) -> None:
        """Scroll so that the day is seen, with its whole month where there is room for it.

        The terminal's own cursor follows, and with it a screen reader.
        """
        body = self.parent
        if self.calendar is None or not self.size.width or not isinstance(body, Widget):
            return
        placed = layout(self.calendar.months, self.size.width)
        spot, room = placed.place(self.cursor), body.scrollable_content_region.height
        first = first_line(placed, spot.y, room, round(body.scroll_y))
        below = max(0, first + room - placed.height) if placed.height > room else 0
        self.styles.padding = (0, 0, below, 0)
        body.scroll_to(y=first, animate=False, force=True)
        self.call_after_refresh(self.put_cursor)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the day under the cursor stands, as a field of text tells it of its cursor."""
        if self.calendar is None or not self.size.width:
            return self.region.offset
        spot = layout(self.calendar.months, self.size.width).place(self.cursor)
        return self.region.offset + spot

    def put_cursor(self) -> None:
        """Put the terminal's own cursor on the day, and have it sent."""
        if self.calendar is None or not self.size.width:
            return
        spot = layout(self.calendar.months, self.size.width).place(self.cursor)
        self.app.cursor_position = self.cursor_screen_offset
        self.refresh(Region(spot.x, spot.y, CELL, 1))

    def action_move(self, by: int) -> None:
        """So many days on or back."""
        self._go(self.cursor.toordinal() + by)

    def _go(self, ordinal: int) -> None:
        if self.calendar is not None:
            least, most = self.calendar.first.toordinal(), self.calendar.last.toordinal()
            self.cursor = date.fromordinal(min(max(ordinal, least), most))

    def action_month(self, by: int) -> None:
        """The same day of another month, or its last one."""
        if self.calendar is None:
            return
        first = self.cursor.replace(day=1)
        at = self.calendar.months.index(first) + by
        if 0 <= at < len(self.calendar.months):
            month = self.calendar.months[at]
            self.cursor = month.replace(day=min(self.cursor.day, days(month)))

    def action_today(self) -> None:
        """Back to today."""
        if self.calendar is not None:
            self.cursor = self.calendar.today

    def action_open(self) -> None:
        """Ask for the day to be listed."""
        self.post_message(self.Opened(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the day; a click on the day under the cursor opens it."""
        if self.calendar is None:
            return
        spot = event.get_content_offset(self)
        placed = layout(self.calendar.months, self.size.width)
        day = placed.at(spot.x, spot.y) if spot is not None else None
        if day is None:
            return
        if day == self.cursor:
            self.action_open()
        else:
            self.cursor = day


class MonthScroll(VerticalScroll, can_focus=False):
    """Holds the months, and keeps the day under the cursor in sight."""

    def compose(self) -> ComposeResult:
        """The months."""
        yield MonthGrid()

    def on_resize(self, event: events.Resize) -> None:
        """There is room for other months."""
        self.call_after_refresh(self.query_one(MonthGrid).reveal)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The day stands on another line of the screen."""
        super().watch_scroll_y(old_value, new_value)
        self.call_after_refresh(self.query_one(MonthGrid).put_cursor)
