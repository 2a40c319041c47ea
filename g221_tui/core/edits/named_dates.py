"""Changes of the dates the user names."""

from datetime import date

import msgspec

from g221_tui.core.edits.command import Command, Ids
from g221_tui.core.edits.edit import Edit, may_come
from g221_tui.core.model import NamedDeadline
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.text.dates import distance, long_date
from g221_tui.errors import NotUnderstood, Refused


class AddDeadline(Command, frozen=True, kw_only=True):
    """Name a date that must not be missed; naming it again moves it."""

    name: str
    """The user's word for it."""
    on: date
    """The date: its last good day."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with the date.

        Raises:
            NotUnderstood: for an empty name.
            Refused: for a date that can't be meant, or that is noted already.
        """
        if not self.name.strip():
            raise NotUnderstood("A deadline needs a name.")
        may_come(self.on, day, self.name)
        case = day.case
        same = next((d for d in case.deadlines if d.name == self.name), None)
        was = f" (it was {long_date(same.on)})" if same is not None else ""
        if same is not None and same.on == self.on:
            raise Refused(f"{self.name} is noted for {long_date(self.on)} already.")
        if same is not None:
            moved = msgspec.structs.replace(same, on=self.on)
            deadlines = tuple(moved if d.id == same.id else d for d in case.deadlines)
            identity = same.id
        else:
            identity = ids.new_id("x")
            deadlines = (
                *case.deadlines,
                NamedDeadline(id=identity, case=case.id, name=self.name, on=self.on),
            )
        far = distance(self.on, day.today)
        return Edit(
            case=msgspec.structs.replace(case, deadlines=deadlines),
            done=f"Noted: {self.name} on {long_date(self.on)}, {far}{was}.",
            on=day.today,
            record=identity,
        )
