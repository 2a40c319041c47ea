"""Dates as they are typed: read as on the command line, echoed in full."""

from datetime import date

from g221_tui.core.text.dates import distance, long_date, read_date
from g221_tui.errors import NotUnderstood


class DateText:
    """Reads dates against one day."""

    def __init__(self, today: date, *, needed: bool = True) -> None:
        self._today = today
        self._needed = needed

    def read(self, text: str) -> date | None:
        """The date; none for an empty text where none is needed.

        Raises:
            NotUnderstood: for a text that is no date of the known forms.
        """
        if not text.strip() and not self._needed:
            return None
        return read_date(text, self._today)

    def echo(self, text: str) -> tuple[str, bool]:
        """`Mon 14 Dec 2026, 3 days ago`, or what is wrong and that it is."""
        try:
            day = self.read(text)
        except NotUnderstood as problem:
            return str(problem), True
        if day is None:
            return "", False
        return f"{long_date(day)}, {distance(day, self._today)}", False
