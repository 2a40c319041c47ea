"""The forms of the numbers on the papers: what a number is, whatever blanks and hyphens it has."""

import pytest

from core.snapshot.kit import RULES
from g221_tui.core.rulebook.case_number import CaseNumbers, NumberForm, bare


def form(number: str) -> str | None:
    """The id of the form of a number."""
    found = RULES.case_numbers.form_of(number)
    return found.id if found else None


@pytest.mark.parametrize(
    ("number", "left"),
    [
        ("2026299 345 0001", "20262993450001"),
        ("eac-26-123-45678", "EAC2612345678"),
        (" MTL\u00a02026 625025\n", "MTL2026625025"),
        ("", ""),
        (" - ", ""),
        ("aa.1", "AA.1"),
    ],
)
def test_blanks_and_hyphens_do_not_count_and_letters_are_capitals(number: str, left: str) -> None:
    assert bare(number) == left
    assert bare(bare(number)) == bare(number)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("19991234567890", "niv"),
        ("20262993450001", "niv"),
        ("21001234567890", None),
        ("2026299345000", None),
        ("202629934500011", None),
        ("MTL202662502", "iv"),
        ("MTL2026625025", "iv"),
        ("MTL20266250", None),
        ("MTL20266250255", None),
        ("MT2026625025", None),
        ("2026EU1", "dv"),
        ("2026EU00000001", "dv"),
        ("2026EU12345678", "dv"),
        ("2026EU123456789", None),
        ("2026EU0", None),
        ("2026XX1", None),
        ("1999EU1", None),
        ("AA0020AKAX", "application"),
        ("AA0020AKA", None),
        ("AA0020AKAXX", None),
        ("EAC2612345678", "receipt"),
        ("EAC261234567", "iv"),
        ("ABC2612345678", "iv"),
    ],
)
def test_a_digit_more_or_less_makes_it_another_number(number: str, kind: str | None) -> None:
    assert form(number) == kind


@pytest.mark.parametrize(
    "number", ["eac 26 123 45678", "Eac-26-123-45678", "EAC2612345678 ", "e a c2612345678"]
)
def test_a_number_is_known_however_it_is_typed(number: str) -> None:
    assert form(number) == "receipt"


@pytest.mark.parametrize("number", ["２０２６２９９３４５０００１", "\u0662" * 14, "", "no. 5"])
def test_digits_of_other_scripts_and_words_are_no_known_form(number: str) -> None:
    assert form(number) is None


def test_the_first_form_that_fits_is_the_one() -> None:
    forms = tuple(
        NumberForm(id=name, form=text, source="a test", as_of="2026")
        for name, text in (("narrow", r"AB\d"), ("wide", r"[A-Z]{2}\d"), ("last", r".*"))
    )
    known = CaseNumbers(
        unknown="?", unusual="?", other_year="?", forms=forms, source="a test", as_of="2026"
    )
    found = [known.form_of(number) for number in ("ab1", "xy1", "12", "")]
    assert [one.id for one in found if one] == ["narrow", "wide", "last", "last"]


def test_a_form_fits_the_whole_number_and_only_another_office_s_is_warned_about() -> None:
    assert form("x EAC2612345678") is None
    warned = {found.id for found in RULES.case_numbers.forms if found.warning}
    assert warned == {"receipt", "application"}
    assert [found.id for found in RULES.case_numbers.forms if found.year_first] == ["niv"]
