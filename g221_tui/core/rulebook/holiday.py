"""The days on which an office may be closed: weekends and the federal holidays of the US.

They are computed, not listed by year. No date is ever moved by them: they are only said.
"""

from datetime import date

import msgspec

from g221_tui.core.rulebook.rule import Rule
from g221_tui.core.text.dates import LONG_WEEKDAYS, long_date

WEEK = len(LONG_WEEKDAYS)
"""Days of a week."""


class WeekendDay(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A weekday on which nobody works, and where it moves a holiday."""

    weekday: str
    observed: int
    """Days from such a day to the one on which a holiday with a fixed date is observed."""


class FixedHoliday(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A holiday on the same date every year."""

    name: str
    month: int
    day: int
    since: int
    """The first year in which it was one."""

    def falls_on(self, day: date) -> bool:
        """Whether it is that day, observed or not."""
        return day.year >= self.since and (day.month, day.day) == (self.month, self.day)


class WeekdayHoliday(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A holiday on the n-th weekday of a month."""

    name: str
    month: int
    weekday: str
    nth: int
    """Counted from 1; below 0 from the end of the month."""
    since: int
    """The first year in which it was one."""

    def falls_on(self, day: date) -> bool:
        """Whether it is that day."""
        if day.year < self.since or day.month != self.month or _weekday(day) != self.weekday:
            return False
        from calendar import monthrange  # it loads the locales, for these few days alone

        left = monthrange(day.year, day.month)[1] - day.day
        return self.nth in ((day.day - 1) // WEEK + 1, -(left // WEEK + 1))


class ClosedTexts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How such a day is said; {braces} are filled."""

    weekend: str
    holiday: str
    observed: str
    ahead: str
    """The sentence for a date that is told with its day."""
    today: str
    """The sentence for today."""
    unknown: str
    """The end of each of them for an office with holidays of its own."""


class ClosedDays(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `holidays.toml`."""

    own_holidays: tuple[str, ...]
    """Whose own holidays are not known: bodies, as channels and deadlines name them."""
    texts: ClosedTexts
    weekend: tuple[WeekendDay, ...]
    fixed: tuple[FixedHoliday, ...]
    by_weekday: tuple[WeekdayHoliday, ...]

    def closed(self, day: date) -> str:
        """What kind of day it is, `a Saturday`; empty where offices are open."""
        weekday = _weekday(day)
        if any(weekday == each.weekday for each in self.weekend):
            return self.texts.weekend.format(weekday=weekday)
        found: list[FixedHoliday | WeekdayHoliday] = [*self.fixed, *self.by_weekday]
        for holiday in found:
            if holiday.falls_on(day):
                return self.texts.holiday.format(name=holiday.name)
        observed = (h.name for h in self.fixed for each in self.weekend if _moved(h, each, day))
        name = next(observed, "")
        return self.texts.observed.format(name=name) if name else ""

    def sentence(self, day: date, body: str) -> str:
        """That the office of that body may be closed on the day; empty where it is open."""
        return self._said(self.texts.ahead, day, body)

    def caution(self, today: date, body: str) -> str:
        """That the office of that body may be closed today; empty where it is open."""
        return self._said(self.texts.today, today, body)

    def _said(self, text: str, day: date, body: str) -> str:
        words = self.closed(day)
        unknown = self.texts.unknown if body in self.own_holidays else ""
        return text.format(date=long_date(day), closed=words, unknown=unknown) if words else ""


def _weekday(day: date) -> str:
    return LONG_WEEKDAYS[day.weekday()]


def _moved(holiday: FixedHoliday, off: WeekendDay, day: date) -> bool:
    """Whether the holiday falls on such a day of a weekend and is observed on that day."""
    number = day.toordinal() - off.observed
    if not date.min.toordinal() <= number <= date.max.toordinal():
        return False
    own = date.fromordinal(number)
    return _weekday(own) == off.weekday and holiday.falls_on(own)
