"""Calendar dates: strict reading, calendar arithmetic, and dates written for people.

Everything here works on dates, never on instants: a day count must not change with the hour.
"""

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

# The sheets of the dashboard take it from here.
from g221_tui.core.text.phrases import days_phrase as days_phrase
from g221_tui.core.text.phrases import one_line
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
_BETWEEN = r"(?:[.,]?[ /-]|[.,])"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,9})"
_YEAR = r"(?P<year>[0-9]{4})"
_WEEKDAY = rf"(?:(?P<weekday>[a-z]{{3,9}}){_BETWEEN})?"
SPELT = (
    rf"{_WEEKDAY}{_DAY}{_BETWEEN}?(?:of )?{_MONTH}{_BETWEEN}?{_YEAR}",
    rf"{_WEEKDAY}{_MONTH}{_BETWEEN}?{_DAY}{_BETWEEN}{_YEAR}",
    rf"{_YEAR}{_BETWEEN}?{_MONTH}{_BETWEEN}?{_DAY}",
)
"""The dates with the month in letters: 14 March 2026, March 14th, 2026, 2026-Mar-14.

Compiled when one is read: every start of the program would pay for it.
"""
FORMS = "2026-03-14, 14 Mar 2026, today, yesterday or -3d"
"""The forms a date may be typed in, for messages."""


def read_date(text: str, today: date) -> date:
    """Read a date as a person types it.

    Every spelling is taken that can mean only one day: 26/10/2026 has one, 05/10/2026 two.

    Raises:
        NotUnderstood: for anything else.
    """
    word = one_line(text).casefold()
    if not word:
        raise NotUnderstood(f"'{text}' holds no date; write {FORMS}.")
    if word == "today":
        return today
    if word == "yesterday":
        return _days_back(text, today, 1)
    if match := re.fullmatch(r"-([0-9]{1,5})d", word):
        return _days_back(text, today, int(match[1]))
    if match := re.fullmatch(r"([0-9]{4})([/.-])([0-9]{1,2})\2([0-9]{1,2})", word):
        return _calendar_date(text, int(match[1]), int(match[3]), int(match[4]))
    day = _in_numbers(text, word) or _in_words(text, word)
    if day is not None:
        return day
    raise NotUnderstood(f"{_understood(text, word)}; write {FORMS}.")


def _in_numbers(text: str, word: str) -> date | None:
    """A date that ends with the year, where only one of its numbers can be the month."""
    match = re.fullmatch(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})", word)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if second <= len(MONTHS) and (first > len(MONTHS) or first == second):
        return _calendar_date(text, year, second, first)
    if first <= len(MONTHS) < second:
        return _calendar_date(text, year, first, second)
    return None


def _in_words(text: str, word: str) -> date | None:
    """A date with its month in letters, and the weekday that it may begin with."""
    for form in SPELT:
        match = re.fullmatch(form, word)
        month = _month(match["month"]) if match is not None else None
        if match is None or month is None:
            continue
        day = _calendar_date(text, int(match["year"]), month, int(match["day"]))
        weekday = match.groupdict().get("weekday")
        if weekday is None:
            return day
        if not any(name.casefold().startswith(weekday) for name in LONG_WEEKDAYS):
            continue
        named = LONG_WEEKDAYS[day.weekday()]
        if not named.casefold().startswith(weekday):
            raise NotUnderstood(f"'{text}' names two days: that date is a {named}; write {FORMS}.")
        return day
    return None


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
        if len(match[3]) < len("2026"):
            return f"'{text}' does not give all four digits of the year"
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


def month_day(day: date) -> str:
    """`14 Dec`, where the year is plain."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def short_date(day: date) -> str:
    """`14 Dec 26`, two digits for the day so that columns align; other centuries have four."""
    year = f"{day.year:04}".removeprefix(CENTURY)
    return f"{day.day:>2} {MONTHS[day.month - 1]} {year}"


def column_date(day: date) -> str:
    """`14 Dec 2026`, two digits for the day so that columns align."""
    return f"{day.day:>2} {MONTHS[day.month - 1]} {day.year:04}"


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
