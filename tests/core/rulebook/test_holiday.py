"""Weekends and federal holidays are computed, and agree with the official lists of the years."""

from datetime import date, timedelta

import pytest

from g221_tui.rules import load_rules

DAYS = load_rules(None).closed_days
HOLIDAY = ", a US federal holiday"
OBSERVED = " (observed)"

NAMES = (
    "New Year's Day",
    "Martin Luther King Jr. Day",
    "Washington's Birthday",
    "Memorial Day",
    "Juneteenth",
    "Independence Day",
    "Labor Day",
    "Columbus Day",
    "Veterans Day",
    "Thanksgiving Day",
    "Christmas Day",
)
"""In the order of the official lists."""

LISTS = {
    2024: "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25",
    2025: "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25",
    2026: "01-01 01-19 02-16 05-25 06-19 07-03* 09-07 10-12 11-11 11-26 12-25",
    2027: "01-01 01-18 02-15 05-31 06-18* 07-05* 09-06 10-11 11-11 11-25 12-24*",
    2028: "12-31* 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10* 11-23 12-25",
}
"""The days off by the lists of the Office of Personnel Management; * where one is observed.

The first of 2028 lies in the year before.
"""

FIRST = (
    (NAMES[0], "1970-01-01", "1971-01-01"),
    (NAMES[1], "1985-01-21", "1986-01-20"),
    (NAMES[2], "1970-02-16", "1971-02-15"),
    (NAMES[3], "1970-05-25", "1971-05-31"),
    (NAMES[4], "2020-06-19", "2021-06-18"),
    (NAMES[5], "1970-07-03", "1971-07-05"),
    (NAMES[6], "1970-09-07", "1971-09-06"),
    (NAMES[7], "1970-10-12", "1971-10-11"),
    (NAMES[8], "1977-11-11", "1978-11-10"),
    (NAMES[9], "1970-11-26", "1971-11-25"),
    (NAMES[10], "1970-12-25", "1971-12-24"),
)
"""The day off it would have been in the year before its first, and the first."""


def listed() -> dict[date, str]:
    """Each day off of the lists with its words."""
    found = {}
    for year, days in LISTS.items():
        for name, text in zip(NAMES, days.split(), strict=True):
            day = date.fromisoformat(f"{year}-{text.removesuffix('*')}")
            if name == NAMES[0] and day.month == 12:
                day = day.replace(year=year - 1)
            found[day] = name + (OBSERVED if text.endswith("*") else "") + HOLIDAY
    return found


@pytest.mark.parametrize(("day", "words"), listed().items(), ids=str)
def test_each_holiday_of_the_official_lists_is_one(day: date, words: str) -> None:
    assert DAYS.closed(day) == words


def test_no_other_working_day_of_five_years_is_one() -> None:
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(5 * 366)]
    found = {d: DAYS.closed(d) for d in days if d.year < 2029 and d.weekday() < 5}
    assert {day: words for day, words in found.items() if words} == listed()


def test_every_saturday_and_sunday_is_a_day_off_a_holiday_on_it_too() -> None:
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(5 * 366)]
    weekend = {d: DAYS.closed(d) for d in days if d.weekday() > 4}
    assert {words for d, words in weekend.items() if d.weekday() == 5} == {"a Saturday"}
    assert {words for d, words in weekend.items() if d.weekday() == 6} == {"a Sunday"}


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2010-12-31", "New Year's Day (observed)" + HOLIDAY),
        ("2021-12-31", "New Year's Day (observed)" + HOLIDAY),
        ("2022-12-31", "a Saturday"),
        ("2023-01-02", "New Year's Day (observed)" + HOLIDAY),
        ("2023-12-29", ""),
        ("2024-12-31", ""),
        ("2026-12-31", ""),
        ("2021-12-24", "Christmas Day (observed)" + HOLIDAY),
        ("2022-12-26", "Christmas Day (observed)" + HOLIDAY),
    ],
)
def test_at_the_turn_of_a_year_the_day_it_is_observed_counts(day: str, words: str) -> None:
    assert DAYS.closed(date.fromisoformat(day)) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-02-29", ""),
        ("2028-02-29", ""),
        ("2020-02-29", "a Saturday"),
        ("2032-02-29", "a Sunday"),
        ("2016-02-15", "Washington's Birthday" + HOLIDAY),
        ("2016-02-29", ""),
        ("2032-05-31", "Memorial Day" + HOLIDAY),
    ],
)
def test_a_leap_year_has_its_days_too(day: str, words: str) -> None:
    assert DAYS.closed(date.fromisoformat(day)) == words


def test_only_a_holiday_with_a_date_is_observed_on_another_day() -> None:
    days = (date(2021, 1, 1) + timedelta(days=n) for n in range(12 * 366))
    names = {words.split(OBSERVED)[0] for d in days if OBSERVED in (words := DAYS.closed(d))}
    assert names == {NAMES[n] for n in (0, 4, 5, 8, 10)}


@pytest.mark.parametrize(("name", "before", "first"), FIRST, ids=NAMES)
def test_a_holiday_begins_in_its_first_year(name: str, before: str, first: str) -> None:
    assert DAYS.closed(date.fromisoformat(before)) == ""
    assert DAYS.closed(date.fromisoformat(first)).split(OBSERVED)[0] in (name, name + HOLIDAY)


@pytest.mark.parametrize("day", [date.min, date.max, date.max - timedelta(days=1)])
def test_the_ends_of_the_calendar_are_no_trouble(day: date) -> None:
    assert DAYS.closed(day) == ""


def test_inauguration_day_is_none_since_it_concerns_one_area_alone() -> None:
    assert DAYS.closed(date(2021, 1, 20)) == ""
    assert DAYS.closed(date(2029, 1, 22)) == ""


def test_the_sentence_names_a_day_with_its_date_and_today_as_today() -> None:
    christmas, before = date(2026, 12, 25), date(2026, 12, 1)
    words = "Christmas Day, a US federal holiday"
    assert DAYS.sentence(christmas, "dos") == (
        f"Fri 25 Dec 2026 is {words}: the office may be closed."
    )
    assert DAYS.caution(christmas, "dos") == f"Today is {words}: the office may be closed."
    assert DAYS.sentence(before, "post") == DAYS.caution(before, "post") == ""


def test_of_a_post_it_says_that_its_own_holidays_are_not_known() -> None:
    end = "the office may be closed; the post's own holidays are not known here."
    assert DAYS.sentence(date(2026, 12, 26), "post").endswith(end)
    assert DAYS.caution(date(2026, 12, 26), "post").endswith(end)


def test_only_bodies_that_are_asked_or_that_must_act_keep_holidays_of_their_own() -> None:
    rules = load_rules(None)
    assert set(rules.closed_days.own_holidays) <= {c.body for c in rules.every_channel if c.human}
