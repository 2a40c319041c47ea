"""Logging that a page still says what it said at the last look."""

from datetime import date

import msgspec

from g221_tui.core.edits.command import Command, Ids
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.edit import Edit
from g221_tui.core.followup.past_contacts import latest
from g221_tui.core.model import Case, Contact, Direction, Purpose
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.text.phrases import one_line, quoted
from g221_tui.errors import Refused


def last_look(case: Case, channel: str, today: date) -> Contact | None:
    """The last look at a page up to a day; none where it was never looked at."""
    return latest(_looks(case, channel, today))


def _looks(case: Case, channel: str, today: date) -> list[Contact]:
    """Every look at a page up to a day."""
    return [
        contact
        for contact in case.contacts
        if contact.channel == channel
        and contact.direction is Direction.OUT
        and contact.purpose is Purpose.STATUS
        and contact.on <= today
    ]


class LookAgain(Command, frozen=True, kw_only=True):
    """Log a look of today that saw the same as the last one."""

    channel: str
    """The id of the page."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with the look.

        Raises:
            Refused: it was never looked at, or today already.
        """
        last = last_look(day.case, self.channel, day.today)
        channel = day.rules.channel(self.channel)
        name = channel.name if channel is not None else self.channel
        if last is None:
            raise Refused(f"{name}: no earlier look is recorded that it could equal.")
        # A look that noted no words saw those of the look before it.
        looks = _looks(day.case, self.channel, day.today)
        worded = latest(look for look in looks if look.status.strip())
        words = worded.status if worded is not None else ""
        if last.on == day.today:
            said = f", and it said {quoted(one_line(words))}" if words else ""
            raise Refused(f"{name}: a look of today is recorded already{said}.")
        command = LogContact(
            channel=self.channel,
            status=words,
            page_created=last.page_created,
            page_updated=last.page_updated,
        )
        edit = command.apply(day, ids)
        told = f" It says {quoted(one_line(words))}, as before." if words else ""
        return msgspec.structs.replace(edit, done=edit.done + told)
