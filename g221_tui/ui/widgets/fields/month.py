"""One month of the calendar, a day of which is chosen with the arrows or a click."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from g221_tui.core.text.dates import LONG_MONTHS, WEEKDAYS, add_months
from g221_tui.core.text.phrases import sentence

CELL = 4
"""Cells of a day: its number, its mark, a blank."""
WEEK = len(WEEKDAYS)
HEAD = 2
"""The lines above the first week."""


class Month(Widget, can_focus=True):
    """The month of the chosen day; above it its name, beside a day its mark."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "days(-1)", "Day before", show=False),
        Binding("right", "days(1)", "Day after", show=False),
        Binding("up", f"days(-{WEEK})", "Week before", show=False),
        Binding("down", f"days({WEEK})", "Week after", show=False),
        Binding("pageup", "months(-1)", "Month before", show=False),
        Binding("pagedown", "months(1)", "Month after", show=False),
        Binding("home,0", "today", "Today", show=False),
        Binding("enter,space", "take", "Take", show=False),
    ]
    ALLOW_SELECT = False

    day: reactive[date] = reactive(date.min)
    """The chosen day."""

    @dataclass
    class Taken(Message):
        """A day is taken."""

        day: date

    def __init__(self, day: date, today: date, marks: Mapping[date, str]) -> None:
        super().__init__()
        self._today = today
        self._marks = marks
        self.set_reactive(Month.day, day)

    def mark(self, today: date, marks: Mapping[date, str]) -> None:
        """Mark these days, and today."""
        self._today, self._marks = today, marks
        self.refresh()

    def render(self) -> Content:
        """Name, weekdays, weeks."""
        first, days = self._first, monthrange(self.day.year, self.day.month)[1]
        name = f"{sentence(LONG_MONTHS[first.month - 1])} {first.year}"
        parts: list[tuple[str, str] | str] = [
            (f"{name:^{WEEK * CELL}}".rstrip(), "bold"),
            "\n",
            ("".join(f"{word[:2]:<{CELL}}" for word in WEEKDAYS).rstrip(), "$muted"),
            "\n",
            " " * (CELL * first.weekday()),
        ]
        for number in range(1, days + 1):
            day = first.replace(day=number)
            mark = self._marks.get(day, " ")
            style = "bold reverse" if day == self.day else "bold" if day == self._today else ""
            parts += [(f"{number:>2}", style), (mark, "$primary"), " "]
            if day.weekday() == WEEK - 1:
                parts.append("\n")
        return Content.assemble(*parts)

    @property
    def _first(self) -> date:
        return self.day.replace(day=1)

    def action_days(self, days: int) -> None:
        """So many days on; at either end of the calendar it stays."""
        try:
            self.day += timedelta(days=days)
        except OverflowError:
            return

    def action_months(self, months: int) -> None:
        """So many months on."""
        try:
            self.day = add_months(self.day, months)
        except OverflowError:
            return

    def action_today(self) -> None:
        """To today."""
        self.day = self._today

    def action_take(self) -> None:
        """Take the chosen day."""
        self.post_message(self.Taken(self.day))

    def on_click(self, event: events.Click) -> None:
        """Take the day under the mouse."""
        place = event.get_content_offset(self)
        if place is None or place.y < HEAD:
            return
        number = (place.y - HEAD) * WEEK + place.x // CELL - self._first.weekday() + 1
        if 1 <= number <= monthrange(self.day.year, self.day.month)[1]:
            self.day = self.day.replace(day=number)
            self.action_take()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """To the next month."""
        event.stop()
        self.action_months(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """To the month before."""
        event.stop()
        self.action_months(-1)
