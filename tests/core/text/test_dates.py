"""Dates are written for people, and counted on the calendar."""

from datetime import date

import pytest

from g221_tui.core.text.dates import (
    add_months,
    add_years,
    column_date,
    day_date,
    distance,
    long_date,
    near_date,
    near_day,
)

TODAY = date(2026, 12, 12)


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
    assert column_date(date(2026, 2, 4)) == " 4 Feb 2026"


@pytest.mark.parametrize(
    ("day", "whole", "short", "narrow"),
    [
        (date(2026, 12, 14), "Mon 14 Dec", "14 Dec", "14 Dec"),
        (date(2027, 10, 7), "Thu 7 Oct", "7 Oct", "7 Oct"),
        (date(2027, 10, 8), "Fri 8 Oct 2027", "8 Oct 2027", "8 Oct 27"),
        (date(2026, 2, 16), "Mon 16 Feb", "16 Feb", "16 Feb"),
        (date(2026, 2, 15), "Sun 15 Feb 2026", "15 Feb 2026", "15 Feb 26"),
        (date(2006, 1, 5), "Thu 5 Jan 2006", "5 Jan 2006", "5 Jan 06"),
    ],
)
def test_a_day_300_days_off_is_told_with_its_year_behind_and_ahead(
    day: date, whole: str, short: str, narrow: str
) -> None:
    assert near_date(day, TODAY) == whole
    assert near_day(day, TODAY) == short
    assert near_day(day, TODAY, narrow=True) == narrow


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
