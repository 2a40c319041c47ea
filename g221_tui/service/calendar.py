"""The calendar of a case: made of its snapshot and of what calendars were told before."""

from typing import Any

import msgspec

from g221_tui.core.outgoing.calendar_entries import case_key, entries
from g221_tui.core.outgoing.calendar_memory import Told, numbered
from g221_tui.core.progress.case_day import within_calendar
from g221_tui.errors import StoreError
from g221_tui.rules.outgoing import load_outgoing
from g221_tui.service.reader import Reader
from g221_tui.store.own_files.memory import Memory, forgotten, understood

LOST = (
    "What calendars were told before could not be read: nothing is taken back there, and every"
    " entry counts as new."
)


class MadeCalendar(msgspec.Struct, frozen=True, kw_only=True):
    """A calendar that is to be written."""

    data: bytes
    """The file."""
    entries: int
    """How many entries it has, withdrawn ones not counted."""
    withdrawn: int
    """How many are withdrawn."""
    told: dict[str, Any]
    """What to remember of each case once it is written."""
    note: str = ""
    """What to know of it; nearly always empty."""


class Calendars:
    """Makes calendars, and remembers what each was told."""

    def __init__(self, reader: Reader, memory: Memory) -> None:
        self._reader = reader
        self._memory = memory

    def make(self, case: str | None = None, *, full: bool = False) -> MadeCalendar:
        """The calendar of a case; nothing is remembered yet.

        Args:
            case: The id of the case; none for the one in hand.
            full: With names and numbers; else they are masked.

        Raises:
            Refused: There is no such case, or a day of it lies at the end of the calendar.
        """
        from g221_tui.output.calendar_file import calendar_file

        view, rules = self._reader.view(case), load_outgoing().calendar
        hidden = self._reader.masker().over(view.snapshot)
        others, readable = self._memory.cases()
        key = case_key(view.case, others)
        with within_calendar():
            masked = entries(hidden, key, rules)
            shown = entries(view.snapshot, key, rules) if full else masked
        before = understood(others.get(key), Told)
        floor = len(self._reader.history())
        found, after = numbered(shown, before, {e.id: e.title for e in masked}, floor)
        name = view.snapshot.case.label if full else f"{hidden.case.label} (masked)"
        withdrawn = sum(each.cancelled for each in found)
        with within_calendar():
            data = calendar_file(found, rules, name, self._reader.clock.stamp())
        return MadeCalendar(
            data=data,
            entries=len(found) - withdrawn,
            withdrawn=withdrawn,
            told={**others, key: msgspec.to_builtins(after)},
            note="" if readable else LOST,
        )

    def remember(self, made: MadeCalendar) -> str:
        """Remember what a calendar was told; what could not be done, in a sentence."""
        try:
            self._memory.write_cases(made.told)
        except StoreError as error:
            return forgotten(error, "What this calendar was told")
        return ""
