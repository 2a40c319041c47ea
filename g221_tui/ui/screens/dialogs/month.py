"""The calendar of a date field: a month, in which the days of the case are marked."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import distance, long_date
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import Origin, RowKind, Snapshot
from g221_tui.ui.screens.dialogs.dialog import Dialog
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.box import Box
from g221_tui.ui.widgets.fields.field import DateField
from g221_tui.ui.widgets.fields.month import Month

OPENS, ZERO = glyphs.ORIGIN[Origin.RULE], glyphs.ORIGIN[Origin.RECORDED]
MEANINGS = {
    ZERO: "refusal",
    glyphs.HERE: "today",
    OPENS: "opens",
    glyphs.DEADLINE: "deadline",
}
"""What each mark means, in the order in which they are told."""
KEYS = glyphs.BETWEEN.join(("arrows", "pgup pgdn month", "home today"))
TAKE = glyphs.BETWEEN.join(("enter takes it", "esc leaves"))


Marked = Callable[[], tuple[date, Mapping[date, str]]]
"""Tells which day is today, and the mark of each day that has one."""


def marks_of(snapshot: Snapshot | None, today: date) -> Mapping[date, str]:
    """The mark of each day that has one; where there are several, the one that matters most."""
    marks: dict[date, str] = {}
    if snapshot is not None:
        for row in snapshot.timeline:
            if row.kind == RowKind.UNLOCK:
                marks.setdefault(row.date, OPENS)
            elif row.kind == RowKind.DEADLINE:
                marks[row.date] = glyphs.DEADLINE
        if snapshot.case.refused_on is not None:
            marks[snapshot.case.refused_on] = ZERO
    return {**marks, today: glyphs.HERE}


class MonthDialog(Dialog[date | None]):
    """Answers with a day, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", "Leave")]
    DEFAULT_CLASSES = "dialog"

    def __init__(self, label: str, day: date | None, marked: Marked) -> None:
        """Show the month of a date.

        Args:
            label: What the date is of.
            day: The date that stands there; none starts today.
            marked: Asked for today and the marks, anew when a day begins.
        """
        super().__init__()
        self._label = label
        self._marked = marked
        self._today, self._marks = marked()
        self._day = day or self._today

    def compose(self) -> ComposeResult:
        """What the date is of, the month, the chosen day, the marks, the keys."""
        with Box(classes="dialog-box month-box"):
            yield Static(Content(clean(self._label)), classes="dialog-title")
            yield Month(self._day, self._today, self._marks)
            yield Static(self._said(self._day), classes="month-day")
            used = [f"{sign} {word}" for sign, word in MEANINGS.items() if sign in self._signs]
            yield Static(Content("  ".join(used)), classes="month-marks")
            yield Static(Content(f"{KEYS}\n{TAKE}"), classes="dialog-hint")

    @property
    def _signs(self) -> set[str]:
        return set(self._marks.values())

    def _said(self, day: date) -> Content:
        return Content(f"{long_date(day)}, {distance(day, self._today)}")

    def redraw(self) -> None:
        """Today is another day."""
        self._today, self._marks = self._marked()
        month = self.query_one(Month)
        month.mark(self._today, self._marks)
        self._moved(month.day)

    def on_mount(self) -> None:
        """Start in the month."""
        month = self.query_one(Month)
        self.start_at(month)
        self.watch(month, "day", self._moved, init=False)

    def _moved(self, day: date) -> None:
        self.query_one(".month-day", Static).update(self._said(day))

    @on(Month.Taken)
    def _taken(self, event: Month.Taken) -> None:
        event.stop()
        self.dismiss(event.day)

    def action_leave(self) -> None:
        """Leave the date as it was."""
        self.dismiss(None)


def choose_day(field: DateField, session: Session) -> None:
    """Open the month of a field, and put the day that is taken into it."""

    def today_with_marks() -> tuple[date, Mapping[date, str]]:
        view, today = session.view, session.tracker.reader.today()
        return today, marks_of(view.snapshot if view is not None else None, today)

    def take(day: date | None) -> None:
        if day is not None:
            field.choose(day)

    field.app.push_screen(MonthDialog(field.label, field.day(), today_with_marks), take)
