"""A case number of an unusual form is warned about in one line, kept and never refused."""

from datetime import date

import pytest

from core.snapshot.kit import RULES, case, day_of, happened, refused
from g221_tui.core.progress.number_warnings import number_warnings

KNOWN = RULES.case_numbers
FORMS = {form.id: form for form in KNOWN.forms}


def warnings(number: str, today: date = date(2026, 12, 12)) -> list[str]:
    """What is said of that number, in a case of an interview and a refusal in 2026."""
    found = case(happened("interview", date(2026, 10, 20)), refused(), case_number=number)
    return number_warnings(day_of(found, today))


@pytest.mark.parametrize(
    "number",
    [
        "",
        "2026299 345 0001",
        "20262993450001",
        "2026-299-345-0001",
        "MTL2026625025",
        "MTL 1999626025",
        "mtl2026625025",
        "2026EU00012345",
        "2027af123",
    ],
)
def test_no_number_and_one_of_a_usual_form_bring_no_warning(number: str) -> None:
    assert warnings(number) == []


@pytest.mark.parametrize(
    ("number", "form"),
    [
        ("EAC2612345678", "receipt"),
        ("ioe 0912345678", "receipt"),
        ("AA00B1CD2E", "application"),
        ("aa 0020akax", "application"),
    ],
)
def test_another_office_s_number_is_named_as_what_it_is(number: str, form: str) -> None:
    assert warnings(number) == [FORMS[form].warning]


@pytest.mark.parametrize(
    "number",
    [
        "12345",
        "2026299 345 000",
        "2026299 345 00011",
        "1826299 345 0001",
        "MTL12345678",
        "MTL12345678901",
        "2026XX0001",
        "2026EU0000",
        "\u0662\u0660\u0662\u0666\u0662\u0669\u0669\u0663\u0664\u0665\u0660\u0660\u0660\u0661",
        "see the slip",
        "?",
    ],
)
def test_a_number_of_no_known_form_is_to_be_checked_against_the_slip(number: str) -> None:
    assert warnings(number) == [KNOWN.unknown]


@pytest.mark.parametrize(
    ("number", "usual"),
    [
        ("2026001 345 0001", True),
        ("2026366 345 0001", True),
        ("2026000 345 0001", False),
        ("2026367 345 0001", False),
        ("MTL2026501025", True),
        ("MTL2026866025", True),
        ("MTL2026500025", False),
        ("MTL2026867025", False),
        ("MTL202662502", False),
    ],
)
def test_a_number_whose_day_of_the_year_cannot_be_is_to_be_checked_and_kept(
    number: str, usual: bool
) -> None:
    assert warnings(number) == ([] if usual else [KNOWN.unusual])


@pytest.mark.parametrize("year", ["2025", "2027", "1999"])
def test_a_slip_number_of_another_year_than_the_interview_says_both_years(year: str) -> None:
    (said,) = warnings(f"{year}299 345 0001")
    assert year in said
    assert "2026" in said


def test_the_year_is_that_of_the_first_event_though_the_refusal_came_in_the_next() -> None:
    found = case(
        happened("interview", date(2025, 12, 30)),
        refused(on=date(2026, 1, 5)),
        case_number="2025364 345 0001",
    )
    assert number_warnings(day_of(found)) == []


def test_before_the_first_event_there_is_no_year_to_compare() -> None:
    assert warnings("1999299 345 0001", today=date(2026, 10, 19)) == []
    assert number_warnings(day_of(case(case_number="1999299 345 0001"))) == []


def test_the_year_of_another_form_is_not_compared() -> None:
    assert warnings("MTL1999626025") == []
    assert warnings("2019AF00012345") == []
