"""Dates as they are typed: read as on the command line, echoed in full."""

from datetime import date

from g221_tui.core.text.dates import distance, long_date
from g221_tui.core.text.dates_near import Towards
from g221_tui.core.text.dates_read import read_date
from g221_tui.errors import NotUnderstood


class DateText:
    """Reads dates against one day."""

    def __init__(
        self, today: date, *, needed: bool = True, towards: Towards = Towards.PAST
    ) -> None:
        self._today = today
        self._needed = needed
        self._towards = towards

    def needing(self, needed: bool) -> "DateText":
        """The same reader, with or without the need of a date."""
        return DateText(self._today, needed=needed, towards=self._towards)

    def on_day(self, today: date) -> "DateText":
        """The same reader on another day."""
        return DateText(today, needed=self._needed, towards=self._towards)

    def read(self, text: str) -> date | None:
        """The date; none for an empty text where none is needed.

        Raises:
            NotUnderstood: for a text that is no date of the known forms.
        """
        if not text.strip() and not self._needed:
            return None
        return read_date(text, self._today, self._towards)

    def echo(self, text: str) -> tuple[str, bool]:
        """`Mon 14 Dec 2026, 3 days ago`, or what is wrong and that it is."""
        try:
            day = self.read(text)
        except NotUnderstood as problem:
            return str(problem), True
        if day is None:
            return "", False
        return f"{long_date(day)}, {distance(day, self._today)}", False
