"""The days ahead on which the first answer may change by itself."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from g221_tui.core.followup.past_contacts import status_contacts
from g221_tui.core.followup.rest_and_lock import rest_of
from g221_tui.core.snapshot.next.channel_step import asked_after, paced
from g221_tui.core.snapshot.next.found import Found


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """A day ahead on which the first answer may change by itself.

    One of the names tells why; where none does, it is the stage.
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
    fact: str = ""
    """The name of the fact that holds from then on."""

    @property
    def day(self) -> date:
        """The day."""
        return self.start + timedelta(days=self.days)


def coming(found: Found) -> list[Coming]:
    """The days ahead on which the first answer may change by itself."""
    days = [Coming(start=c.opens_on, channel=c.id) for c in found.channels if c.opens_on]
    days += _enough_rest(found)
    days += [Coming(start=since, days=n) for since, n in asked_after(found)]
    if (mark := found.day.facts.emergency) is not None:
        days.append(Coming(start=mark, fact="emergency"))
    urgent = found.rules.deadlines.pressing.urgent_days
    days += [Coming(start=d.date, days=-urgent, deadline=d.id) for d in found.deadlines]
    return [change for change in days if change.day > found.today]


def _enough_rest(found: Found) -> Iterator[Coming]:
    """When each office has rested, and another question no longer comes too soon.

    Of many questions only the last one, or the last few together, hold the next one back.
    """
    day, rules = found.day, found.rules
    for channel in rules.every_channel:
        if (rest := rest_of(channel, day)) is not None:
            yield Coming(start=rest.after.on, days=day.rest_days, contact=rest.after.id)
    asked = status_contacts(day, paced(rules))
    for earlier, window in rules.pacing.windows.items():
        if len(asked) >= int(earlier):
            last = asked[-int(earlier)]
            yield Coming(start=last.on, days=window, contact=last.id)
