"""What is said of the status page, the same in the command line and the dashboard."""

from datetime import date

from g221_tui.core.status_view import StatusView
from g221_tui.core.text.status_words import page_lines

SEEN = date(2026, 12, 1)


def test_a_page_that_was_never_looked_at_says_nothing() -> None:
    assert page_lines(StatusView()) == ()


def test_a_look_without_words_is_the_day_alone() -> None:
    assert page_lines(StatusView(seen_on=SEEN, first_seen_on=SEEN)) == ("seen Tue 1 Dec 2026",)


def test_words_dates_meaning_and_how_long_it_stood_still_are_a_line_each() -> None:
    page = StatusView(
        words="Refused",
        meaning="It waits.",
        source="a guide, 2020",
        seen_on=SEEN,
        first_seen_on=date(2026, 11, 2),
        page_created=date(2026, 10, 26),
        page_updated=date(2026, 11, 30),
        days_since_change=1,
        longest_quiet_days=28,
        touched="A changed date means little.",
    )
    assert page_lines(page) == (
        "“Refused” · seen Tue 1 Dec 2026, first Mon 2 Nov 2026",
        "The page's own dates: created Mon 26 Oct 2026, last updated Mon 30 Nov 2026.",
        "It waits. (a guide, 2020)",
        "Since the last change: 1 day; the page's longest quiet stretch before: 28 days."
        " A changed date means little.",
    )
