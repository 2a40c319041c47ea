"""How a date is reckoned, as facts: whoever reads one can reckon the date again."""

from datetime import date
from enum import StrEnum

import msgspec


class Op(StrEnum):
    """The ways in which a date is reckoned."""

    ADD_DAYS = "add_days"
    """So many calendar days after `from`; before it where the days are negative."""
    ADD_YEARS = "add_years"
    """The same day so many calendar years after `from` (29 February counts to 28), then days."""
    YEAR_DAY = "year_day"
    """That day and month of that year."""
    SAME_AS = "same_as"
    """`from` itself."""
    LATER_OF = "later_of"
    """The latest of `dates`."""
    COMPLETE = "complete"
    """The latest of `dates`, the submissions, after which no listed document was outstanding.

    What the post asks for on such a day, or waives on it, counts after the day's submissions; what
    a slip asks, before them. Where a waiver completes the set, it is the submission before that.
    Nothing before `from`, the start of a further round, counts, nor what was sent while papers
    rested.
    """


class Reckoning(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How one date is reckoned, and the record or fact it begins with."""

    op: Op
    start: date | None = msgspec.field(default=None, name="from")
    dates: tuple[date, ...] = ()
    days: int = 0
    years: int = 0
    year: int = 0
    month: int = 0
    day: int = 0
    record: str = ""
    """The id of the record that holds `from`."""
    fact: str = ""
    """The fact of the case that holds `from`, or the year: the name `set` takes."""


def add_days(start: date, days: int, *, record: str = "", fact: str = "") -> Reckoning:
    """So many days after a date."""
    return Reckoning(op=Op.ADD_DAYS, start=start, days=days, record=record, fact=fact)


def add_years(
    start: date, years: int, days: int = 0, *, record: str = "", fact: str = ""
) -> Reckoning:
    """So many years after a date, and then so many days."""
    return Reckoning(op=Op.ADD_YEARS, start=start, years=years, days=days, record=record, fact=fact)


def same_as(start: date, *, record: str = "", fact: str = "") -> Reckoning:
    """The date itself."""
    return Reckoning(op=Op.SAME_AS, start=start, record=record, fact=fact)


def year_day(on: date, *, record: str = "", fact: str = "") -> Reckoning:
    """A day of a year, of which only the year is recorded, or taken from a record."""
    year, month, day = on.year, on.month, on.day
    return Reckoning(op=Op.YEAR_DAY, year=year, month=month, day=day, record=record, fact=fact)


def later_of(*dates: date) -> Reckoning:
    """The latest of some dates."""
    return Reckoning(op=Op.LATER_OF, dates=dates)
