"""The days that can be meant: both ends count, and what lies outside is refused with both."""

from datetime import date

import pytest

from core.refusals import refusal
from core.snapshot.kit import RULES, TODAY
from g221_tui.core.rulebook.span import AHEAD, BIRTH, HAPPENED, Span, within
from g221_tui.core.rulebook.span import TODAY as THE_DAY
from g221_tui.core.text.dates_near import Towards
from g221_tui.errors import Refused

LEAP = date(2028, 2, 29)


def span(years: int = 0, first: date = date(2000, 1, 1)) -> Span:
    """A span that ends so many years after today."""
    return Span(
        id="mine",
        first=first,
        years_ahead=years,
        towards=Towards.PAST,
        because_first="nothing is older",
        because_last="nothing is later",
        source="a test",
        as_of="2026",
    )


@pytest.mark.parametrize(
    ("years", "today", "last"),
    [
        (0, TODAY, TODAY),
        (0, LEAP, LEAP),
        (1, LEAP, date(2029, 2, 28)),
        (4, LEAP, date(2032, 2, 29)),
        (30, TODAY, date(2056, 12, 12)),
        (100, date(9950, 6, 1), date(9999, 6, 1)),
        (1, date.max, date.max),
    ],
)
def test_the_last_day_is_so_many_calendar_years_after_today_within_the_calendar(
    years: int, today: date, last: date
) -> None:
    assert span(years).last(today) == last


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        (date.min, False),
        (date(1999, 12, 31), False),
        (date(2000, 1, 1), True),
        (TODAY, True),
        (date(2027, 12, 12), True),
        (date(2027, 12, 13), False),
        (date.max, False),
    ],
)
def test_both_ends_can_be_meant_and_the_days_beside_them_cannot(day: date, meant: bool) -> None:
    if meant:
        assert within(day, span(1), TODAY, "It") == day
    else:
        refusal(Refused, lambda: within(day, span(1), TODAY, "It"))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (
            date(1999, 12, 31),
            "Flight can't be dated Fri 31 Dec 1999: nothing is older;"
            " from Sat 1 Jan 2000 to Sat 12 Dec 2026 is accepted.",
        ),
        (
            date(2026, 12, 13),
            "Flight can't be dated Sun 13 Dec 2026: nothing is later;"
            " from Sat 1 Jan 2000 to Sat 12 Dec 2026 is accepted.",
        ),
    ],
)
def test_a_day_outside_says_what_was_understood_why_not_and_what_is_accepted(
    day: date, said: str
) -> None:
    assert refusal(Refused, lambda: within(day, span(), TODAY, "Flight")) == said


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        (HAPPENED, date(1952, 12, 24), TODAY),
        (AHEAD, date(1952, 12, 24), date(2056, 12, 12)),
        (BIRTH, date(1931, 12, 24), TODAY),
        (THE_DAY, date(1952, 12, 24), date(2126, 12, 12)),
    ],
)
def test_the_rules_know_each_span_that_the_program_asks_for(
    name: str, first: date, last: date
) -> None:
    found = RULES.spans[name]
    assert (found.id, found.first, found.last(TODAY)) == (name, first, last)
    assert found.because_first
    assert found.because_last


def test_what_has_happened_never_lies_ahead_whatever_day_it_is() -> None:
    for today in (date(1952, 12, 24), LEAP, date.max):
        for name in (HAPPENED, BIRTH):
            assert RULES.spans[name].last(today) == today
