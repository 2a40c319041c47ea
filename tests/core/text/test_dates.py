"""Dates are read strictly, and counted on the calendar."""

from datetime import date

import pytest

from g221_tui.core.text.dates import (
    add_months,
    add_years,
    column_date,
    day_date,
    distance,
    long_date,
    read_date,
    short_date,
)
from g221_tui.errors import NotUnderstood

TODAY = date(2026, 12, 12)
OCTOBER = date(2026, 10, 26)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-14", date(2026, 3, 14)),
        ("14 Mar 2026", date(2026, 3, 14)),
        ("14 march 2026", date(2026, 3, 14)),
        ("1 Sept 2026", date(2026, 9, 1)),
        (" today ", TODAY),
        ("YESTERDAY", date(2026, 12, 11)),
        ("-3d", date(2026, 12, 9)),
        ("-0d", TODAY),
        ("29 Feb 2024", date(2024, 2, 29)),
        ("26/10/2026", OCTOBER),
        ("26.10.2026", OCTOBER),
        ("26/12/2026", date(2026, 12, 26)),
        ("26-10-2026", OCTOBER),
        ("10/26/2026", OCTOBER),
        ("05/05/2026", date(2026, 5, 5)),
        ("13/02/2026", date(2026, 2, 13)),
        ("2026/10/26", OCTOBER),
        ("2026.10.26", OCTOBER),
        ("2026-1-5", date(2026, 1, 5)),
        ("October 26, 2026", OCTOBER),
        ("Oct. 26, 2026", OCTOBER),
        ("october 26 2026", OCTOBER),
        ("OCTOBER 26th, 2026", OCTOBER),
        ("26 October 2026", OCTOBER),
        ("26 October, 2026", OCTOBER),
        ("26th of October 2026", OCTOBER),
        ("26. Oct. 2026", OCTOBER),
        ("26-Oct-2026", OCTOBER),
        ("26-Oct.-2026", OCTOBER),
        ("26/Oct/2026", OCTOBER),
        ("26OCT2026", OCTOBER),
        ("2026-Oct-26", OCTOBER),
        ("Mon 26 Oct 2026", OCTOBER),
        ("Monday, October 26, 2026", OCTOBER),
    ],
)
def test_the_known_forms_are_read(text: str, day: date) -> None:
    assert read_date(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("05/02/2026", "5 Feb or 2 May 2026"),
        ("12/05/2026", "12 May or 5 Dec 2026"),
        ("5/12/2026", "5 Dec or 12 May 2026"),
        ("05/10/2026", "5 Oct or 10 May 2026"),
        ("05.10.2026", "5 Oct or 10 May 2026"),
        ("05-10-2026", "5 Oct or 10 May 2026"),
        ("13/13/2026", "does not say which number is the month"),
        ("31/02/2026", "not a day of the calendar"),
        ("02/31/2026", "not a day of the calendar"),
        ("32/10/2026", "not a day of the calendar"),
        ("2026/13/01", "not a day of the calendar"),
        ("0/0/2026", "not a day of the calendar"),
        ("February 31, 2026", "not a day of the calendar"),
        ("26/10.2026", "not say which"),
        ("26/10/26", "all four digits of the year"),
        ("26 Oct 26", "not a date"),
        ("October 2026", "not a date"),
        ("Tue 26 Oct 2026", "names two days: that date is a Monday"),
        ("Foo 26 Oct 2026", "not a date"),
        ("Oct 262026", "not a date"),
        ("2026", "a year without month and day"),
        ("2026-01", "a month without a day"),
        ("2026-W01-1", "not a date"),
        ("20260105", "not a date"),
        ("2026-02-29", "not a day of the calendar"),
        ("31 Apr 2026", "not a day of the calendar"),
        ("14 Mrz 2026", "not a date"),
        ("+3d", "not a date"),
        ("", "holds no date"),
        ("١٤ Mar 2026", "not a date"),
        ("-99999d", "2026-03-14"),
        ("-999999d", "not a date"),
        ("0000-01-01", "not a day of the calendar"),
    ],
)
def test_anything_else_is_refused_with_what_was_understood(text: str, understood: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read_date(text, date(99, 1, 1) if text == "-99999d" else TODAY)
    assert understood in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_year_from_29_february_counts_to_28() -> None:
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert add_years(date(2026, 10, 26), 1) == date(2027, 10, 26)


def test_years_are_counted_to_the_end_of_the_calendar_and_no_further() -> None:
    assert add_years(date(9990, 2, 3), 21) == date(9999, 2, 3)


def test_a_month_from_the_31st_is_the_last_of_the_month() -> None:
    assert add_months(date(2026, 10, 31), 1) == date(2026, 11, 30)
    assert add_months(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert add_months(date(2026, 12, 1), 1) == date(2027, 1, 1)


def test_people_read_dates_with_weekday_and_month_in_words() -> None:
    assert long_date(date(2026, 12, 14)) == "Mon 14 Dec 2026"
    assert day_date(date(2026, 12, 14)) == "Mon 14 Dec"
    assert short_date(date(2026, 2, 4)) == " 4 Feb 26"
    assert short_date(date(1999, 2, 4)) == " 4 Feb 1999", "no year of this century"
    assert short_date(date(2126, 2, 4)) == " 4 Feb 2126"
    assert column_date(date(2026, 2, 4)) == " 4 Feb 2026"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 12), "today"),
        (date(2026, 12, 13), "tomorrow"),
        (date(2026, 12, 11), "yesterday"),
        (date(2026, 12, 25), "in 13 days"),
        (date(2026, 12, 1), "11 days ago"),
    ],
)
def test_distances_are_days_never_months(day: date, words: str) -> None:
    assert distance(day, TODAY) == words
