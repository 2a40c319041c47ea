"""Calendar dates: calendar arithmetic, and dates written for people.

Everything here works on dates, never on instants: a day count must not change with the hour.
"""

from datetime import MAXYEAR, MINYEAR, date

from g221_tui.core.text.phrases import days_phrase

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SHORTEST_MONTH = 28
"""How many days every month has."""
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

FAR = 10 * 30
"""Days from today, behind or ahead, from which a date is told with its year: ten months."""


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
    if day > SHORTEST_MONTH:
        from calendar import monthrange  # it loads the locales, and most days are in every month

        day = min(day, monthrange(year, month)[1])
    return date(year, month, day)


def long_date(day: date) -> str:
    """`Mon 14 Dec 2026`."""
    return f"{day_date(day)} {day.year}"


def day_date(day: date) -> str:
    """`Mon 14 Dec`, where the year stands beside it."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def month_day(day: date) -> str:
    """`14 Dec`, where the year stands beside it."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def near_date(day: date, today: date) -> str:
    """`Mon 14 Dec`; one that is far from today with its year: `Wed 3 Nov 2027`."""
    return long_date(day) if is_far(day, today) else day_date(day)


def near_day(day: date, today: date, *, narrow: bool = False) -> str:
    """`14 Dec`; one that is far from today with its year: `3 Nov 2027`, narrow `3 Nov 27`."""
    if not is_far(day, today):
        return month_day(day)
    return f"{month_day(day)} {day:%y}" if narrow else f"{month_day(day)} {day.year}"


def is_far(day: date, today: date) -> bool:
    """Whether a date needs its year to be understood: the same day is near in another year."""
    return abs((day - today).days) >= FAR


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
