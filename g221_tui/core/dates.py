"""Calendar dates: strict reading, calendar arithmetic, and dates written for people.

Everything here works on dates, never on instants: a day count must not change with the hour.
"""

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from g221_tui.errors import NotUnderstood

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG_WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
LONG_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
CENTURY = "20"
"""The first two digits of the years that may be written with two."""
FORMS = "2026-03-14, 14 Mar 2026, today, yesterday or -3d"
"""The forms a date may be typed in, for messages."""


def read_date(text: str, today: date) -> date:
    """Read a date as a person types it.

    Raises:
        NotUnderstood: for anything but the known forms, ambiguous forms included.
    """
    word = " ".join(text.split()).casefold()
    if not word:
        raise NotUnderstood(f"'{text}' holds no date; write {FORMS}.")
    if word == "today":
        return today
    if word == "yesterday":
        return _days_back(text, today, 1)
    if match := re.fullmatch(r"-([0-9]{1,5})d", word):
        return _days_back(text, today, int(match[1]))
    if match := re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", word):
        return _calendar_date(text, int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"([0-9]{1,2})[ -]([a-z]{3,9})\.?[ -]([0-9]{4})", word):
        month = _month(match[2])
        if month is not None:
            return _calendar_date(text, int(match[3]), month, int(match[1]))
    raise NotUnderstood(f"{_understood(text, word)}; write {FORMS}.")


def _days_back(text: str, today: date, days: int) -> date:
    try:
        return today - timedelta(days=days)
    except OverflowError as problem:
        raise NotUnderstood(f"'{text}' lies before any calendar; write {FORMS}.") from problem


def _calendar_date(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as problem:
        raise NotUnderstood(
            f"'{text}' is not a day of the calendar; write a date such as {FORMS}."
        ) from problem


def _month(word: str) -> int | None:
    """The number of a month by its name or its first three letters."""
    for number, name in enumerate(LONG_MONTHS, start=1):
        if word in (name, name[:3]) or (word == "sept" and name == "september"):
            return number
    return None


def _understood(text: str, word: str) -> str:
    """Say what was understood of a date that can't be taken."""
    if match := re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2,4})", word):
        first, second = int(match[1]), int(match[2])
        months = range(1, len(MONTHS) + 1)
        if first in months and second in months and first != second:
            return (
                f"'{text}' may be {first} {MONTHS[second - 1]} or {second} {MONTHS[first - 1]}"
                f" {match[3]}"
            )
        return f"'{text}' does not say which number is the month"
    if re.fullmatch(r"[0-9]{4}", word):
        return f"'{text}' is a year without month and day"
    if re.fullmatch(r"[0-9]{4}-[0-9]{1,2}", word):
        return f"'{text}' is a month without a day"
    return f"'{text}' is not a date g221 can read"


def add_years(day: date, years: int) -> date:
    """The same day so many calendar years later, at most in 9999; 29 February counts to 28."""
    return _same_day(min(day.year + years, MAXYEAR), day.month, day.day)


def add_months(day: date, months: int) -> date:
    """The same day `months` calendar months later, or the month's last day.

    Raises:
        OverflowError: the calendar ends before.
    """
    years, index = divmod(day.month - 1 + months, len(MONTHS))
    return _same_day(day.year + years, index + 1, day.day)


def _same_day(year: int, month: int, day: int) -> date:
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError("date value out of range")
    return date(year, month, min(day, monthrange(year, month)[1]))


def long_date(day: date) -> str:
    """`Mon 14 Dec 2026`."""
    return f"{day_date(day)} {day.year}"


def day_date(day: date) -> str:
    """`Mon 14 Dec`, where the year is plain."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def short_date(day: date) -> str:
    """`14 Dec 26`, two digits for the day so that columns align; other centuries have four."""
    year = f"{day.year:04}".removeprefix(CENTURY)
    return f"{day.day:>2} {MONTHS[day.month - 1]} {year}"


def column_date(day: date) -> str:
    """`14 Dec 2026`, two digits for the day so that columns align."""
    return f"{day.day:>2} {MONTHS[day.month - 1]} {day.year:04}"


def days_phrase(days: int) -> str:
    """`1 day`, `13 days`."""
    return f"{days} day" if days == 1 else f"{days} days"


def distance(day: date, today: date) -> str:
    """`today`, `tomorrow`, `yesterday`, `in 13 days`, `3 days ago`."""
    days = (day - today).days
    if days == 0:
        return "today"
    if days == 1:
        return "tomorrow"
    if days == -1:
        return "yesterday"
    return f"in {days_phrase(days)}" if days > 0 else f"{days_phrase(-days)} ago"
