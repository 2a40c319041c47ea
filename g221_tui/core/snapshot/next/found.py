"""What the next step is chosen from, and how a step is made of it."""

from datetime import date

import msgspec

from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.views import ChannelView, DeadlineView, NextStep


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What the next step is chosen from."""

    day: CaseDay
    channels: tuple[ChannelView, ...]
    deadlines: tuple[DeadlineView, ...]

    @property
    def today(self) -> date:
        """The day."""
        return self.day.today

    @property
    def rules(self) -> Rules:
        """The rules."""
        return self.day.rules

    def text(self, key: str, **values: object) -> str:
        """A sentence of the data with its places filled."""
        return self.rules.next.texts[key].format(**values)


def step(kind: str, text: str, day: date | None = None, subject: str | None = None) -> NextStep:
    """A step; `subject` is the id of what it speaks of."""
    return NextStep(kind=kind, text=text, date=day, subject=subject)
