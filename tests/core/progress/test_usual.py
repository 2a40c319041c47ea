"""How long a stage usually takes: calendar days from the day it began, and the words for it."""

from datetime import date

import pytest

from core.refusals import refusal
from core.snapshot.kit import RULES
from g221_tui.core.progress.case_day import within_calendar
from g221_tui.core.progress.usual import length, usual_days
from g221_tui.core.rulebook.stage import Usual
from g221_tui.errors import Refused


def of(unit: str, least: int, most: int) -> Usual:
    """A figure in that unit."""
    return Usual(
        unit=unit, least=least, most=most, whose="the guide's", source="the guide", as_of="2019"
    )


@pytest.mark.parametrize(
    ("since", "most", "days"),
    [
        (date(2026, 1, 1), 3, (59, 90)),
        (date(2026, 11, 30), 3, (61, 90)),
        (date(2028, 12, 31), 2, (59, 59)),
        (date(2027, 12, 31), 2, (60, 60)),
        (date(2028, 2, 29), 12, (60, 365)),
        (date(2027, 2, 28), 1, (59, 28)),
    ],
)
def test_months_are_counted_by_the_calendar_and_end_with_a_shorter_month(
    since: date, most: int, days: tuple[int, int]
) -> None:
    assert usual_days(of("months", 2, most), since) == days


def test_up_to_so_many_months_begins_with_day_0() -> None:
    assert usual_days(of("months", 0, 3), date(2026, 10, 26)) == (0, 92)


@pytest.mark.parametrize(
    ("working", "calendar"),
    [(0, 0), (1, 1), (4, 4), (5, 7), (7, 9), (9, 11), (10, 14), (15, 21), (20, 28)],
)
def test_working_days_have_a_weekend_for_every_full_week(working: int, calendar: int) -> None:
    found = usual_days(of("working_days", working, working), date(2026, 10, 26))
    assert found == (calendar, calendar)


@pytest.mark.parametrize("since", [date(2026, 10, 26), date(2028, 2, 29), date.max])
def test_days_are_days_whatever_day_it_began(since: date) -> None:
    assert usual_days(of("days", 0, 60), since) == (0, 60)


def test_a_month_beyond_the_calendar_is_refused_and_never_an_error() -> None:
    def reckon() -> None:
        with within_calendar():
            usual_days(of("months", 0, 3), date(9999, 11, 30))

    assert "calendar" in refusal(Refused, reckon)


@pytest.mark.parametrize(
    ("unit", "least", "most", "words"),
    [
        ("months", 0, 3, "up to 3 months"),
        ("months", 0, 1, "up to 1 month"),
        ("months", 2, 3, "2 to 3 months"),
        ("working_days", 7, 10, "7 to 10 working days"),
        ("days", 0, 60, "up to 60 days"),
        ("days", 0, 1, "up to 1 day"),
    ],
)
def test_the_length_is_said_in_its_own_unit(unit: str, least: int, most: int, words: str) -> None:
    assert length(of(unit, least, most)) == words


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("processing", "up to 60 days"),
        ("passport_sent", "7 to 10 working days"),
        ("returning", "up to 3 months"),
        ("centre_review", "up to 1 month"),
        ("second_review", "2 to 3 months"),
        ("documents_due", None),
        ("response_due", None),
        ("issued", None),
    ],
)
def test_each_stage_of_the_chart_has_its_figure_or_none(stage: str, words: str | None) -> None:
    usual = RULES.stages[stage].usual
    assert (length(usual) if usual else None) == words
