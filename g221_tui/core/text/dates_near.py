"""Dates told from today: days counted, weekdays by name, and a day and month without a year."""

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum

from g221_tui.core.text.dates import LONG_MONTHS, LONG_WEEKDAYS, MONTHS, add_months, long_date
from g221_tui.core.text.lookup import closest
from g221_tui.core.text.phrases import counted
from g221_tui.errors import NotUnderstood


class Towards(StrEnum):
    """Where a date is looked for whose year or week is not typed."""

    PAST = "past"
    """It happened: the latest such day up to today."""
    COMING = "coming"
    """It lies ahead: the first such day from today on."""
    EITHER = "either"
    """The nearest one."""
    GIVEN = "given"
    """Nowhere: the year has to be typed."""


WEEK = len(LONG_WEEKDAYS)
_YEARS = range(8 + 1)
"""How many years away the next 29 February may lie."""
_DAY_WORDS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}
_SHORT_WEEKDAYS = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
"""Short names that are no start, or are longer than most."""
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = rf"(?P<count>[0-9]{{1,5}}|an?|{'|'.join(_NUMBERS)})"
_UNIT = r"(?P<unit>days?|d|weeks?|wks?|w|months?|mos?|years?|yrs?|y)"
_EXACT = ("d", "w")
"""The first letters of the units that are a number of days."""
COUNTED = (
    rf"(?:today ?)?(?P<sign>[+-]) ?{_COUNT} ?{_UNIT}",
    r"today ?(?P<sign>[+-]) ?(?P<count>[0-9]{1,5})",
    rf"{_COUNT} ?{_UNIT} (?P<sign>ago|before today)",
    rf"(?P<sign>in|after) {_COUNT} ?{_UNIT}",
    rf"{_COUNT} ?{_UNIT} (?P<sign>from now|from today|later|hence|ahead|after today)",
)
"""A number of days or weeks from today: -3d, 3 days ago, in 2 weeks."""
BEFORE = ("-", "ago", "before today")
"""The signs of COUNTED that count back."""


def plain_forms(towards: Towards) -> str:
    """The forms a date may be typed in, for messages."""
    if towards is Towards.GIVEN:
        return "2026-03-14 or 14 Mar 2026"
    near = "tomorrow or +14d" if towards is Towards.COMING else "yesterday or -3d"
    return f"2026-03-14, 14 Mar 2026, 14 Mar, today, {near}"


def in_words(text: str, word: str, today: date, towards: Towards) -> date | None:
    """A day told from today, or a weekday alone; none where the words tell no such day.

    Raises:
        NotUnderstood: the words tell two days, or about one, or one beyond the calendar.
    """
    named = word.removeprefix("the ")
    if named in _DAY_WORDS:
        return _moved(text, today, _DAY_WORDS[named], towards)
    for form in COUNTED:
        if match := re.fullmatch(form, word):
            back = match["sign"] in BEFORE
            unit = match.groupdict().get("unit") or "d"
            return _counted(text, today, _number(match["count"]), unit, back=back, towards=towards)
    if match := re.fullmatch(rf"{_COUNT} ?{_UNIT}", word):
        short = f"{_number(match['count'])}{match['unit'][0]}"
        days = f"-{short} or +{short}" if short[-1] in _EXACT else plain_forms(towards)
        raise NotUnderstood(f"'{text}' does not say whether before or after today; write {days}.")
    match = re.fullmatch(r"(?:(last|next) |on )?([a-z]{3,9})\.?", word)
    weekday = weekday_number(match[2]) if match is not None else None
    if match is None or weekday is None:
        return None
    if match[1]:
        raise _of_two_weeks(text, weekday, today, ahead=match[1] == "next")
    return _nearest_weekday(text, weekday, today, towards)


def weekday_number(name: str) -> int | None:
    """The number of a weekday, Monday 0, by the start of its name, two letters at least."""
    if name in _SHORT_WEEKDAYS:
        return _SHORT_WEEKDAYS[name]
    found = [n for n, day in enumerate(LONG_WEEKDAYS) if day.casefold().startswith(name)]
    return found[0] if len(found) == 1 and len(name) > 1 else None


def in_year(text: str, month: int, day: int, today: date, towards: Towards) -> date:
    """A day and month in the year that is meant.

    Raises:
        NotUnderstood: the year has to be typed, or the calendar ends before.
    """
    if towards is Towards.GIVEN:
        raise NotUnderstood(
            f"'{text}' gives no year, and this date needs it; write {plain_forms(towards)}."
        )
    years = sorted({today.year + sign * away for away in _YEARS for sign in (-1, 1)})
    days = [found for year in years if (found := _on(year, month, day)) is not None]
    return _chosen(text, days, today, towards)


def near_miss(word: str) -> str:
    """The text with a misspelt name of a month, a weekday or a day put right; else nothing."""
    known = [*(m.capitalize() for m in LONG_MONTHS), *MONTHS, *LONG_WEEKDAYS, *_DAY_WORDS]
    names = {name.casefold(): name for name in known}
    changed, parts = False, word.split()
    for place, part in enumerate(parts):
        found = closest(part, names) if part.isalpha() and part not in names else []
        if len(found) == 1:
            parts[place], changed = names[found[0]], True
    return " ".join(parts) if changed else ""


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _chosen(text: str, days: list[date], today: date, towards: Towards) -> date:
    """The one of several days, in their order, that is meant."""
    past, coming = [d for d in days if d <= today], [d for d in days if d >= today]
    if towards is Towards.PAST:
        found = past[-1:]
    elif towards is Towards.COMING:
        found = coming[:1]
    else:
        found = sorted([*past[-1:], *coming[:1]], key=lambda d: abs(d - today))
    if not found:
        raise _beyond(text, towards)
    return found[0]


def _nearest_weekday(text: str, weekday: int, today: date, towards: Towards) -> date:
    past = (today.weekday() - weekday) % WEEK
    ahead = (weekday - today.weekday()) % WEEK
    if towards is Towards.COMING or (towards is not Towards.PAST and ahead < past):
        return _moved(text, today, ahead, towards)
    return _moved(text, today, -past, towards)


def _of_two_weeks(text: str, weekday: int, today: date, *, ahead: bool) -> NotUnderstood:
    """Last and next Friday are one day for some people and another for others."""
    days = (weekday - today.weekday()) % WEEK or WEEK
    near, far = (days, days + WEEK) if ahead else (days - WEEK, days - 2 * WEEK)
    if not ahead and days == WEEK:
        near, far = -WEEK, -2 * WEEK
    one, other = (_moved(text, today, each, Towards.EITHER) for each in (near, far))
    return NotUnderstood(
        f"'{text}' may be {long_date(one)} or {long_date(other)}; write {one} or {other}."
    )


def _number(count: str) -> int:
    if count in ("a", "an"):
        return 1
    return int(count) if count.isdigit() else _NUMBERS.index(count) + 1


def _counted(
    text: str, today: date, count: int, unit: str, *, back: bool, towards: Towards
) -> date:
    """So many days or weeks from today; months and years are no number of days.

    Raises:
        NotUnderstood: the unit has no fixed length, or the day lies beyond the calendar.
    """
    sign = -1 if back else 1
    if unit[0] in _EXACT:
        return _moved(text, today, sign * count * (WEEK if unit[0] == "w" else 1), towards)
    months = count * (len(LONG_MONTHS) if unit[0] == "y" else 1)
    try:
        about = add_months(today, sign * months)
    except OverflowError as problem:
        raise _beyond(text, towards) from problem
    spoken = counted(count, "year" if unit[0] == "y" else "month")
    raise NotUnderstood(
        f"'{text}' is about {long_date(about)}, and {spoken} may be meant loosely; write"
        f" {about} for that day, or the day itself."
    )


def _moved(text: str, today: date, days: int, towards: Towards) -> date:
    try:
        return today + timedelta(days=days)
    except OverflowError as problem:
        raise _beyond(text, towards) from problem


def _beyond(text: str, towards: Towards) -> NotUnderstood:
    return NotUnderstood(
        f"'{text}' lies beyond the calendar, years {MINYEAR} to {MAXYEAR}; write"
        f" {plain_forms(towards)}."
    )
