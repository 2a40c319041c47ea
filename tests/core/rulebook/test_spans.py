"""The days that a date can be: the first and the last of them are among them."""

from datetime import date, timedelta

import pytest

from core.life import rules
from g221_tui.core.rulebook.span import AHEAD, BIRTH, BORN, HAPPENED, within
from g221_tui.core.rulebook.span import TODAY as DAY
from g221_tui.errors import Refused

TODAY = date(2026, 12, 12)


@pytest.mark.parametrize("name", [HAPPENED, AHEAD])
def test_the_first_and_the_last_day_are_taken_and_no_day_beyond(name: str) -> None:
    span = rules().spans[name]
    for day in (span.first, span.last(TODAY)):
        assert within(day, span, TODAY, "It") == day
    for day in (span.first - timedelta(days=1), span.last(TODAY) + timedelta(days=1)):
        with pytest.raises(Refused, match="It can't be dated"):
            within(day, span, TODAY, "It")


NAMED = {
    HAPPENED: ("1952-12-24", "2026-12-12"),
    AHEAD: ("1952-12-24", "2056-12-12"),
    BIRTH: ("1931-12-24", "2026-12-12"),
    BORN: ("1900-01-01", "2026-12-12"),
    DAY: ("1952-12-24", "2126-12-12"),
}
"""The first and the last day of each span, seen from 12 Dec 2026."""


@pytest.mark.parametrize("name", NAMED)
def test_each_span_begins_with_the_act_or_the_oldest_person_and_ends_as_far_ahead_as_it_says(
    name: str,
) -> None:
    span = rules().spans[name]
    assert (span.first.isoformat(), span.last(TODAY).isoformat()) == NAMED[name]


def test_every_span_stands_in_the_table() -> None:
    assert set(rules().spans) == set(NAMED)
