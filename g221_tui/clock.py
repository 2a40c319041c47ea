"""The one clock: the only place that may ask what day or what time it is."""

from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the user's local date, and the instant for the records' time stamps."""

    def today(self) -> date:
        """The user's local calendar date."""
        ...

    def stamp(self) -> str:
        """The instant now in UTC, ISO 8601 to the second."""
        ...


class SystemClock:
    """The machine's clock, in the user's zone."""

    def today(self) -> date:
        """The local date."""
        return datetime.now().astimezone().date()

    def stamp(self) -> str:
        """The instant now in UTC, to the second."""
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class FixedClock:
    """A day that stays: for `--today`, the pictures and the tests."""

    def __init__(self, day: date) -> None:
        self._day = day

    def today(self) -> date:
        """The fixed date."""
        return self._day

    def stamp(self) -> str:
        """Noon of the fixed date, so that the records of a fixed day are the same each time."""
        return f"{self._day.isoformat()}T12:00:00Z"


def local_moment(stamp: str) -> str:
    """A UTC time stamp as the user's own clock shows it, `2026-12-14 09:30`; else as it is."""
    import arrow  # costs more than all that `status` does, which shows no moment

    try:
        # Not arrow.get: it takes `2026` for a moment. Not its zone `local` either: that is the
        # offset of today, an hour off for a moment in the other half of the year.
        moment = datetime.fromisoformat(stamp).astimezone()
        return arrow.Arrow.fromdatetime(moment).format("YYYY-MM-DD HH:mm")
    except (ValueError, OverflowError, OSError):
        return stamp
