"""The days that can be meant: what lies outside a span is a slip of the keyboard."""

from datetime import date

from g221_tui.core.rulebook.rule import Rule
from g221_tui.core.text.dates import add_years, long_date
from g221_tui.core.text.dates_near import Towards
from g221_tui.errors import Refused

HAPPENED = "happened"
"""The span of what has happened."""
AHEAD = "ahead"
"""The span of what may lie ahead: appointments, expiries, deadlines."""
BIRTH = "birth"
"""The span of a child's birth date."""
BORN = "born"
"""The span of the applicant's birth date."""
TODAY = "today"
"""The span of the day that `--today` names."""


class Span(Rule, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The days that a date of one kind can be."""

    id: str
    first: date
    """The earliest day."""
    years_ahead: int
    """How many calendar years after today the latest day lies."""
    towards: Towards
    """Where such a date is looked for when its year or week is not typed."""
    because_first: str
    """Why nothing is earlier."""
    because_last: str
    """Why nothing is later."""

    def last(self, today: date) -> date:
        """The latest day."""
        return add_years(today, self.years_ahead)


def within(day: date, span: Span, today: date, what: str) -> date:
    """The day itself.

    Args:
        day: A date as it was understood.
        span: The days it can be.
        today: The day everything is judged by.
        what: What the date is of, for the message.

    Raises:
        Refused: It lies outside; the message says what was understood and what is accepted.
    """
    last = span.last(today)
    if span.first <= day <= last:
        return day
    because = span.because_first if day < span.first else span.because_last
    raise Refused(
        f"{what} can't be dated {long_date(day)}: {because};"
        f" from {long_date(span.first)} to {long_date(last)} is accepted."
    )
