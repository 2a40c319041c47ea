"""Dates as people type them: what can mean one day is read, the rest refused with what it says."""

from contextlib import suppress
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.refusals import refusal
from g221_tui.core.text.dates_near import Towards
from g221_tui.core.text.dates_read import read_date
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
        ("26 October 2026 (Mon)", OCTOBER),
        ("2026-10-26 Monday", OCTOBER),
        ("Mo 10/26/2026", OCTOBER),
        ("Tues 27 Oct 2026", date(2026, 10, 27)),
        ("the 26th of October, 2026", OCTOBER),
        ("on 26 Oct 2026", OCTOBER),
        ("20261026", OCTOBER),
        ("26102026", OCTOBER),
        ("10262026", OCTOBER),
        ("2026 10 26", OCTOBER),
        ("26 10 2026", OCTOBER),
        ("2026. 10. 26.", OCTOBER),
        ("26. 10. 2026", OCTOBER),
        ("tomorrow", date(2026, 12, 13)),
        ("the day after tomorrow", date(2026, 12, 14)),
        ("day before yesterday", date(2026, 12, 10)),
        ("3 days ago", date(2026, 12, 9)),
        ("3d ago", date(2026, 12, 9)),
        ("a week ago", date(2026, 12, 5)),
        ("two weeks ago", date(2026, 11, 28)),
        ("-2w", date(2026, 11, 28)),
        ("- 3 days", date(2026, 12, 9)),
        ("+14d", date(2026, 12, 26)),
        ("+ 14 days", date(2026, 12, 26)),
        ("in 14 days", date(2026, 12, 26)),
        ("in two weeks", date(2026, 12, 26)),
        ("14 days from now", date(2026, 12, 26)),
        ("14 days hence", date(2026, 12, 26)),
        ("14 days later", date(2026, 12, 26)),
        ("today+14", date(2026, 12, 26)),
        ("today + 2 weeks", date(2026, 12, 26)),
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
        ("26 Oct 26", "all four digits of the year"),
        ("Oct 26 '26", "all four digits of the year"),
        ("32 DEC 95", "all four digits of the year"),
        ("October 2026", "a month without a day"),
        ("October", "a month without a day"),
        ("10-2026", "a month without a day"),
        ("20th", "a day without a month"),
        ("10/26", "gives no year"),
        ("10122026", "10 Dec or 12 Oct 2026; write 2026-12-10 or 2026-10-12"),
        ("11.12.13", "11 Dec or 12 Nov 13"),
        ("3d", "before or after today; write -3d or +3d"),
        ("1 month", "before or after today; write 2026-03-14"),
        ("2 months ago", "about Mon 12 Oct 2026"),
        ("in 1 year", "about Sun 12 Dec 2027"),
        ("next friday", "Fri 18 Dec 2026 or Fri 25 Dec 2026; write 2026-12-18 or 2026-12-25"),
        ("last monday", "Mon 7 Dec 2026 or Mon 30 Nov 2026"),
        ("last saturday", "Sat 5 Dec 2026 or Sat 28 Nov 2026"),
        ("next saturday", "Sat 19 Dec 2026 or Sat 26 Dec 2026"),
        ("1st day of next month", "not a date"),
        ("fourth of July", "not a date"),
        ("this friday", "not a date"),
        ("31 Feb", "February has 29 days at most"),
        ("29 Feb 2026", "February 2026 has 28 days"),
        ("31 Apr", "April has 30 days;"),
        ("Tue 26 Oct 2026", "names two days: that date is a Monday, Mon 26 Oct 2026"),
        ("Foo 26 Oct 2026", "not a date"),
        ("Oct 262026", "not a date"),
        ("2026", "a year without month and day"),
        ("2026-01", "a month without a day"),
        ("2026-W01-1", "not a date"),
        ("2026-02-29", "not a day of the calendar"),
        ("31 Apr 2026", "not a day of the calendar"),
        ("14 Mrz 2026", "did you mean 14 Mar 2026?"),
        ("3 Octobre 2026", "did you mean 3 October 2026?"),
        ("yesteday", "did you mean yesterday?"),
        ("tommorow", "did you mean tomorrow?"),
        ("wensday", "did you mean Wednesday?"),
        ("999999999999 days ago", "is not a date g221 can read; write"),
        ("32 Marhc 2026", "is not a date g221 can read; write"),
        ("3 mai 2026", "not a date g221 can read; write"),
        ("", "holds no date"),
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


@pytest.mark.parametrize(
    "text",
    [
        "\uff12\uff10\uff12\uff16\uff0f\uff11\uff10\uff0f\uff12\uff16",  # full width
        "\u0662\u0660\u0662\u0666-\u0661\u0660-\u0662\u0666",  # Arabic-Indic
        "\u0662\u0666\u200f/\u0661\u0660\u200f/\u0662\u0660\u0662\u0666",  # with direction marks
        "\u06f2\u06f0\u06f2\u06f6\u06f1\u06f0\u06f2\u06f6",  # Persian digits
        "\u0968\u0966\u0968\u096c-\u0967\u0966-\u0968\u096c",  # Devanagari
        "\u0968\u096c Oct \u0968\u0966\u0968\u096c",
        "2026\u201310\u201326",  # en dashes
        "2026\u201110\u201126",  # hyphens that do not break
        "26\u2013Oct\u20132026",
        "\u221247d",  # a minus sign
        "2026\u5e7410\u670826\u65e5",
        "2026 \u5e74 10 \u6708 26 \u65e5",
        "2026\ub144 10\uc6d4 26\uc77c",
        "\u200b2026-10-26\ufeff",
        "26\u00a0October\u202f2026",
    ],
)
def test_digits_dashes_and_blanks_of_every_script_mean_the_same(text: str) -> None:
    assert read_date(text, TODAY) == OCTOBER


@pytest.mark.parametrize(
    ("text", "past", "coming", "nearest"),
    [
        ("14 Mar", date(2026, 3, 14), date(2027, 3, 14), date(2027, 3, 14)),
        ("Mar 14", date(2026, 3, 14), date(2027, 3, 14), date(2027, 3, 14)),
        ("the 26th of October", OCTOBER, date(2027, 10, 26), OCTOBER),
        ("26 Oct.", OCTOBER, date(2027, 10, 26), OCTOBER),
        ("26OCT", OCTOBER, date(2027, 10, 26), OCTOBER),
        ("10\u670826\u65e5", OCTOBER, date(2027, 10, 26), OCTOBER),
        ("12 Dec", TODAY, TODAY, TODAY),
        ("13 Dec", date(2025, 12, 13), date(2026, 12, 13), date(2026, 12, 13)),
        ("29 Feb", date(2024, 2, 29), date(2028, 2, 29), date(2028, 2, 29)),
        ("monday", date(2026, 12, 7), date(2026, 12, 14), date(2026, 12, 14)),
        ("on Friday", date(2026, 12, 11), date(2026, 12, 18), date(2026, 12, 11)),
        ("weds", date(2026, 12, 9), date(2026, 12, 16), date(2026, 12, 9)),
        ("saturday", TODAY, TODAY, TODAY),
    ],
)
def test_a_date_without_its_year_is_looked_for_where_the_field_says(
    text: str, past: date, coming: date, nearest: date
) -> None:
    assert read_date(text, TODAY, Towards.PAST) == past
    assert read_date(text, TODAY, Towards.COMING) == coming
    assert read_date(text, TODAY, Towards.EITHER) == nearest == read_date(text, TODAY)


@pytest.mark.parametrize("towards", Towards)
def test_a_whole_date_is_the_same_wherever_it_is_looked_for(towards: Towards) -> None:
    for text in ("26 Oct 2026", "2026-10-26", "-47d", "20261026"):
        assert read_date(text, TODAY, towards) == OCTOBER


def test_where_the_year_has_to_be_given_it_is_asked_for() -> None:
    said = refusal(NotUnderstood, lambda: read_date("14 Mar", TODAY, Towards.GIVEN))
    assert said == (
        "'14 Mar' gives no year, and this date needs it; write 2026-03-14 or 14 Mar 2026."
    )


def test_a_weekday_before_a_date_without_year_has_to_be_its_own() -> None:
    assert read_date("Mon 26 Oct", TODAY, Towards.PAST) == OCTOBER
    said = refusal(NotUnderstood, lambda: read_date("Mon 26 Oct", TODAY, Towards.COMING))
    assert "that date is a Tuesday, Tue 26 Oct 2027" in said


def test_what_is_accepted_is_told_for_the_field() -> None:
    said = [refusal(NotUnderstood, partial(read_date, "soon", TODAY, each)) for each in Towards]
    assert ["yesterday or -3d" in each for each in said] == [True, False, True, False]
    assert ["tomorrow or +14d" in each for each in said] == [False, True, False, False]


@pytest.mark.parametrize("text", ["+99999d", "in 99999 days", "99999 months ago"])
def test_a_day_beyond_the_calendar_says_so(text: str) -> None:
    today = date(99, 1, 1) if "ago" in text else date(9990, 1, 1)
    said = refusal(NotUnderstood, lambda: read_date(text, today))
    assert "beyond the calendar, years 1 to 9999" in said


@pytest.mark.parametrize("today", [date(1, 1, 1), date(9999, 12, 31)])
def test_at_the_ends_of_the_calendar_nothing_breaks(today: date) -> None:
    for text in ("29 Feb", "14 Mar", "monday", "31 Dec"):
        for towards in Towards:
            with suppress(NotUnderstood):
                assert isinstance(read_date(text, today, towards), date)


@pytest.mark.parametrize("text", ["1" * 9999, "1 " * 9999, "14 Mar 2026" + " " * 9 + "x" * 9999])
def test_a_page_pasted_by_mistake_is_refused_at_once_and_not_repeated(text: str) -> None:
    said = refusal(NotUnderstood, lambda: read_date(text, TODAY))
    assert "is too long for a date; write 2026-03-14" in said
    assert len(said) < 250


PARTS = [
    "14",
    "3",
    "2026",
    "Mar",
    "monday",
    "the",
    "of",
    "ago",
    "in",
    "days",
    "-",
    "+",
    "/",
    ".",
    " ",
]


@given(
    st.one_of(st.text(max_size=30), st.lists(st.sampled_from(PARTS), max_size=7).map("".join)),
    st.dates(),
    st.sampled_from(Towards),
)
def test_any_text_is_a_date_on_the_side_that_was_asked_or_is_refused_in_one_line(
    text: str, today: date, towards: Towards
) -> None:
    try:
        read_date(text, today, towards)
    except NotUnderstood as problem:
        said = str(problem)
    else:
        said = ""
    assert "write" in said or "Known" in said or not said
