"""Where the months of a calendar stand, in cells and lines."""

from datetime import date
from typing import NamedTuple

from textual.geometry import Offset

from g221_tui.core.text.dates import WEEKDAYS, add_months

WEEK = len(WEEKDAYS)
CELL = 3
"""Cells of a day: its sign, and one or two digits right behind it."""
MONTH = WEEK * CELL
"""Cells of a month."""
LEAST_GAP, MOST_GAP = 2, 4
"""Cells between two months."""
MOST_COLUMNS = 6
"""So many months stand side by side at most: half a year."""
HEAD = 2
"""Lines above the weeks of a month: its name and the weekdays."""


class Layout(NamedTuple):
    """Where each month stands, in cells."""

    months: tuple[date, ...]
    columns: int
    left: int
    """Cells before the first month."""
    gap: int
    """Cells between two months."""
    tops: tuple[int, ...]
    """The first line of each row of months, and the line after the last."""

    @property
    def height(self) -> int:
        """Lines of the whole."""
        return self.tops[-1] - 1

    def corner(self, number: int) -> Offset:
        """The first cell of a month, by its place."""
        row, column = divmod(number, self.columns)
        return Offset(self.left + column * (MONTH + self.gap), self.tops[row])

    def place(self, day: date) -> Offset:
        """The first cell of a day."""
        number = self.months.index(day.replace(day=1))
        week, weekday = divmod(day.day - 1 + day.replace(day=1).weekday(), WEEK)
        return self.corner(number) + Offset(weekday * CELL, HEAD + week)

    def at(self, x: int, y: int) -> date | None:
        """The day in a cell; none beside the days."""
        for number, month in enumerate(self.months):
            corner = self.corner(number)
            weekday, week = (x - corner.x) // CELL, y - corner.y - HEAD
            if 0 <= weekday < WEEK and 0 <= week < weeks(month):
                day = week * WEEK + weekday - month.weekday() + 1
                return month.replace(day=day) if 1 <= day <= days(month) else None
        return None


def days(month: date) -> int:
    """How many days a month has, by its first day."""
    return add_months(month, 1).replace(day=1).toordinal() - month.toordinal()


def weeks(month: date) -> int:
    """In how many weeks a month is drawn, by its first day."""
    return -(-(month.weekday() + days(month)) // WEEK)


def layout(months: tuple[date, ...], width: int) -> Layout:
    """As many months side by side as there is room for."""
    room = (width + LEAST_GAP) // (MONTH + LEAST_GAP)
    columns = max(1, min(room, MOST_COLUMNS, len(months)))
    spare = width - columns * MONTH
    gap = min(MOST_GAP, spare // (columns - 1)) if columns > 1 else 0
    left = max(0, spare - gap * (columns - 1)) // 2
    tops = [0]
    for start in range(0, len(months), columns):
        high = max(weeks(month) for month in months[start : start + columns])
        tops.append(tops[-1] + HEAD + high + 1)
    return Layout(months, columns, left, gap, tuple(tops))


def first_line(placed: Layout, line: int, room: int, first: int) -> int:
    """The first line to be in sight: a line with the names of months, where a month has room.

    Args:
        placed: The months.
        line: The line of the day under the cursor.
        room: How many lines are in sight.
        first: The first line that is in sight now; it stays where the day is seen from it on.
    """
    tops = placed.tops[:-1]
    top = max(each for each in tops if each <= line)
    end = min(each for each in placed.tops if each > line) - 1
    if end - top > room:
        top, end = max(top, line + 1 - room), line + 1
        tops = (top,)
    if first in tops and first <= top and end <= first + room:
        return first
    if placed.height <= room:
        return 0
    # With as many of the months before as there is room for.
    return min([each for each in tops if end - room <= each <= top], default=top)
