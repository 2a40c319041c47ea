"""The days that a date can be: the first and the last of them are among them."""

from datetime import date, timedelta

import pytest

from core.life import rules
from g221_tui.core.rulebook.span import AHEAD, HAPPENED, within
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
