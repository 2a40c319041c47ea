"""The days ahead on which the first answer may change by itself."""

from datetime import date, timedelta

import msgspec

from g221_tui.core.model import Case
from g221_tui.core.snapshot.next.channel_step import asked_after
from g221_tui.core.snapshot.next.found import Found


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """A day ahead on which the first answer may change by itself.

    One of the three names why; where none does, it is the stage.
    """

    start: date
    """The day it is counted from."""
    days: int = 0
    """Calendar days from there; below 0 before it."""
    channel: str = ""
    """The id of the channel that opens then."""
    contact: str = ""
    """The id of the contact that lies far enough back then."""
    deadline: str = ""
    """The id of the deadline that is near then."""

    @property
    def day(self) -> date:
        """The day."""
        return self.start + timedelta(days=self.days)


def coming(found: Found, known: Case) -> list[Coming]:
    """The days ahead on which the first answer may change by itself."""
    days = [Coming(start=c.opens_on, channel=c.id) for c in found.channels if c.opens_on]
    spans = (*found.rules.pacing.windows.values(), found.day.rest_days)
    days += [Coming(start=c.on, days=n, contact=c.id) for c in known.contacts for n in spans]
    days += [Coming(start=since, days=n) for since, n in asked_after(found)]
    urgent = found.rules.deadlines.pressing.urgent_days
    days += [Coming(start=d.date, days=-urgent, deadline=d.id) for d in found.deadlines]
    return [change for change in days if change.day > found.today]
