"""Dates as a person types them: every spelling that can mean only one day, and no other.

What leaves the year out is read towards the past or the future, as the field that asks says;
whoever shows the date shows it in full.
"""

import re
import unicodedata
from calendar import isleap, monthrange
from datetime import MAXYEAR, MINYEAR, date

from g221_tui.core.text.dates import LONG_MONTHS, LONG_WEEKDAYS, MONTHS, long_date
from g221_tui.core.text.dates_near import (
    Towards,
    in_words,
    in_year,
    near_miss,
    plain_forms,
    weekday_number,
)
from g221_tui.core.text.lookup import comparable
from g221_tui.core.text.phrases import shortened
from g221_tui.errors import NotUnderstood

_BETWEEN = r"(?:[.,]?[ /-]|[.,])"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,9})"
_YEAR = r"(?P<year>[0-9]{4})"
SPELT = (
    rf"{_DAY}{_BETWEEN}?(?:of )?{_MONTH}{_BETWEEN}?{_YEAR}",
    rf"{_MONTH}{_BETWEEN}?(?:the )?{_DAY}{_BETWEEN}{_YEAR}",
    rf"{_YEAR}{_BETWEEN}?{_MONTH}{_BETWEEN}?{_DAY}",
    rf"{_DAY}{_BETWEEN}?(?:of )?{_MONTH}\.?",
    rf"{_MONTH}{_BETWEEN}?(?:the )?{_DAY}",
)
"""The dates with the month in letters, the last two without a year.

Compiled when one is read: every start of the program would pay for it.
"""
_SIGN = r"(?P<sign>[/.-]|\. | )"
YEAR_FIRST = rf"(?P<year>[0-9]{{4}}){_SIGN}(?P<month>[0-9]{{1,2}})(?P=sign)(?P<day>[0-9]{{1,2}})\.?"
"""A date in numbers that begins with the year: it has one order everywhere."""
YEAR_LAST = rf"(?P<one>[0-9]{{1,2}}){_SIGN}(?P<two>[0-9]{{1,2}})(?P=sign)(?P<year>[0-9]{{4}})\.?"
"""A date in numbers that ends with the year: day and month may stand in either order."""
EAST_ASIAN = (
    r"(?:(?P<year>[0-9]{4}) ?[\u5e74\ub144] ?)?"
    r"(?P<month>[0-9]{1,2}) ?[\u6708\uc6d4] ?"
    r"(?P<day>[0-9]{1,2}) ?[\u65e5\u53f7\u865f\uc77c]"
)
"""The date as it is written in China, Japan and Korea, with or without the year."""
LONGEST = 2 * len("Wednesday the 30th of September, 2026")
"""The signs of the longest text that may be a date: a page pasted by mistake is not searched."""
CENTURIES = ("19", "20")
"""How the year begins that ends a date of eight digits."""


def read_date(text: str, today: date, towards: Towards = Towards.EITHER) -> date:
    """Read a date as a person types it.

    Every spelling is taken that can mean only one day: 26/10/2026 has one, 05/10/2026 two.

    Args:
        text: What was typed.
        today: The day everything is judged by.
        towards: Where a date without its year is looked for.

    Raises:
        NotUnderstood: for anything else; it says what was understood, and what is accepted.
    """
    word = _with_ascii_digits(comparable(text))
    forms = plain_forms(towards)
    if not word:
        raise NotUnderstood(f"'{text}' holds no date; write {forms}.")
    if len(word) > LONGEST:
        raise NotUnderstood(f"'{shortened(text, LONGEST)}' is too long for a date; write {forms}.")
    reader = _Reader(text, today, towards)
    day = in_words(text, word, today, towards)
    if day is None:
        day = reader.with_weekday(word) or reader.plain(word)
    if day is not None:
        return day
    meant = near_miss(word)
    if meant and _is_date(meant, today, towards):
        raise NotUnderstood(
            f"'{text}' is not a date g221 can read; did you mean {meant}? Known: {forms}."
        )
    raise NotUnderstood(f"{_understood(text, word)}; write {forms}.")


def _is_date(text: str, today: date, towards: Towards) -> bool:
    try:
        read_date(text, today, towards)
    except NotUnderstood:
        return False
    return True


class _Reader:
    """Reads one text."""

    def __init__(self, text: str, today: date, towards: Towards) -> None:
        self.text = text
        self.today = today
        self.towards = towards

    def plain(self, word: str) -> date | None:
        """A date without the name of its weekday."""
        word = re.sub(r"^(?:on )?(?:the )?", "", word)
        if match := re.fullmatch(YEAR_FIRST, word) or re.fullmatch(EAST_ASIAN, word):
            return self._day(match["year"], int(match["month"]), int(match["day"]))
        if re.fullmatch(r"[0-9]{8}", word):
            return self._digits(word)
        if match := re.fullmatch(YEAR_LAST, word):
            return self._either_order(int(match["one"]), int(match["two"]), match["year"])
        for form in SPELT:
            match = re.fullmatch(form, word)
            month = _month(match["month"]) if match is not None else None
            if match is not None and month is not None:
                return self._day(match.groupdict().get("year"), month, int(match["day"]))
        return None

    def with_weekday(self, word: str) -> date | None:
        """A date that begins or ends with the name of its weekday."""
        for form in (
            r"([a-z]{2,9})(?:[.,]? |[.,/-])(.*[0-9].*)",
            r"(.*[0-9].*?),? \(?([a-z]{2,9})\)?",
        ):
            match = re.fullmatch(form, word)
            if match is None:
                continue
            name, rest = (match[1], match[2]) if form.startswith("([a-z]") else (match[2], match[1])
            weekday = weekday_number(name)
            day = self.plain(rest) if weekday is not None else None
            if day is None:
                continue
            if day.weekday() != weekday:
                named = LONG_WEEKDAYS[day.weekday()]
                raise NotUnderstood(
                    f"'{self.text}' names two days: that date is a {named}, {long_date(day)};"
                    f" write {plain_forms(self.towards)}."
                )
            return day
        return None

    def _digits(self, word: str) -> date | None:
        """Eight digits: the year first, else last where only one of the numbers is the month."""
        if word.startswith(CENTURIES) and int(word[4:6]) <= len(MONTHS):
            return self._day(word[:4], int(word[4:6]), int(word[6:]))
        if word[4:].startswith(CENTURIES):
            return self._either_order(int(word[:2]), int(word[2:4]), word[4:])
        return None

    def _either_order(self, one: int, two: int, year: str) -> date | None:
        """A date whose first two numbers are day and month, in the only order that can be."""
        if two <= len(MONTHS) and (one > len(MONTHS) or one == two):
            return self._day(year, two, one)
        if one <= len(MONTHS) < two:
            return self._day(year, one, two)
        if max(one, two) <= len(MONTHS) and min(one, two) > 0:
            raise NotUnderstood(
                f"'{self.text}' may be {one} {MONTHS[two - 1]} or {two} {MONTHS[one - 1]} {year};"
                f" write {year}-{two:02}-{one:02} or {year}-{one:02}-{two:02}."
            )
        return None

    def _day(self, year: str | None, month: int, day: int) -> date:
        """The day of the calendar; without its year the one it is looked for."""
        self._must_be(None if year is None else int(year), month, day)
        if year is None:
            return in_year(self.text, month, day, self.today, self.towards)
        return date(int(year), month, day)

    def _must_be(self, year: int | None, month: int, day: int) -> None:
        """That the calendar has such a day.

        Raises:
            NotUnderstood: it has not; the message says why.
        """
        if year is not None and not MINYEAR <= year <= MAXYEAR:
            why = f"there is no year {year:04}"
        elif not 1 <= month <= len(MONTHS):
            why = f"there is no month {month}"
        else:
            days = monthrange(_LEAP if year is None else year, month)[1]
            if 1 <= day <= days:
                return
            named = LONG_MONTHS[month - 1].capitalize()
            long = year is None and days != monthrange(_LEAP + 1, month)[1]
            of_year = "" if year is None else f" {year}"
            why = f"{named}{of_year} has {days} days" + (" at most" if long else "")
        raise NotUnderstood(
            f"'{self.text}' is not a day of the calendar: {why}; write a date such as"
            f" {plain_forms(self.towards)}."
        )


_LEAP = next(year for year in range(MINYEAR, MAXYEAR) if isleap(year))
"""A year in which every month has all the days it can have."""


def _with_ascii_digits(text: str) -> str:
    """The text with the digits of other scripts as those of this one."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(s)) if s.isdecimal() else s for s in text)


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
    if re.fullmatch(r"[0-9]{4}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{4}", word):
        return f"'{text}' is a month without a day"
    if re.fullmatch(r"[0-9]{1,2}[-/.][0-9]{1,2}", word):
        return f"'{text}' gives no year"
    if re.fullmatch(r"(?:the )?[0-9]{1,2}(?:st|nd|rd|th)?", word):
        return f"'{text}' is a day without a month"
    return _understood_in_letters(text, word)


def _understood_in_letters(text: str, word: str) -> str:
    """The same of a text with a month in letters, or with nothing that is known."""
    if (match := re.fullmatch(rf"{_MONTH}[., ]*(?:[0-9]{{4}})?", word)) and _month(match["month"]):
        return f"'{text}' is a month without a day"
    two = rf"(?:{_DAY}{_BETWEEN}?{_MONTH}|(?P<first>[a-z]{{3,9}}){_BETWEEN}?[0-9]{{1,2}}\w*)"
    if match := re.fullmatch(rf"{two}{_BETWEEN}'?[0-9]{{2}}", word):
        month = _month(match["month"] or match["first"])
        return f"'{text}' " + (
            "is not a date g221 can read"
            if month is None
            else "does not give all four digits of the year"
        )
    return f"'{text}' is not a date g221 can read"
