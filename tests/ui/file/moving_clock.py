"""A clock that a test moves while the dashboard is open."""

from datetime import date


class MovingClock:
    """A clock whose midnight the test brings."""

    def __init__(self, day: date) -> None:
        self.day = day

    def today(self) -> date:
        """The day the test has set."""
        return self.day

    def stamp(self) -> str:
        """Noon of that day."""
        return f"{self.day.isoformat()}T12:00:00Z"
