"""The class of a visa by its name, however it is written; a name that tells none is no class."""

import pytest

from core.snapshot.kit import RULES
from g221_tui.core.progress.visa_class import unclear_class, visa_class


def of(name: str) -> str | None:
    """The id of the class of that name."""
    found = visa_class(name, RULES)
    return found.id if found else None


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ("K-1 K3 k-4", "k"),
        ("H-1B H1B h1b h-2a H2B H-3 H4 L-1 L1A L-2 O-1 O1B P-3 Q-1", "petition_worker"),
        ("R1 R-1 r-2 T-1 T2 U-1 U3", "petition_worker"),
        ("CW-1 cw1 CW-2", "northern_marianas"),
        ("DV DV-2027 dv1 DV-2026 DV2026 DV-26", "diversity"),
        ("IR1 IR-5 CR1 CR-1 IR1/CR1 IH3 F2A F-2A F2B F4 EB-2 EB3 EW3 E11", "immigrant"),
        ("E31 EB-3 EB1A EB2NIW E4 E-5 F11 F31 FX1 SQ1 SIV IV immigrant", "immigrant"),
        ("SB-1 SB1", "returning_resident"),
        ("TN TN-1 TD C1/D D A-1 G-4 I E-1 E-2 E-3 E3D E-3 H-1B1 H1B1 h1b1", "nonimmigrant"),
        ("B-1 B-2 b2 B1/B2 B-1/B-2 B1/2", "visitor"),
        ("F-1 F-2 F-3 M-1 m2", "student"),
        ("J-1 J2", "exchange"),
    ],
)
def test_each_name_tells_its_class_with_or_without_hyphen_and_capitals(
    names: str, kind: str
) -> None:
    for name in names.split():
        assert of(name) == kind, name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("IR-5 (parent)", "immigrant"),
        ("H-1B, cap-exempt", "petition_worker"),
        ("H-1B(new)", "petition_worker"),
        (" K-1 ", "k"),
        ("K 1", "k"),
        ("b1 / b2", "visitor"),
        ("DV 2027", "diversity"),
        ("Immigrant visa", "immigrant"),
        ("J-1\tresearcher", "exchange"),
        ("H-1B1 (Singapore)", "nonimmigrant"),
        ("H1B1 Chile", "nonimmigrant"),
        ("H-1B visa", "petition_worker"),
        ("L-1A blanket", "l_blanket"),
        ("L-1 (Blanket)", "l_blanket"),
        ("blanket L-1B", "l_blanket"),
        ("IR 5", "immigrant"),
        ("IR 5 parent", "immigrant"),
        ("K 1 fiance", "k"),
        ("F-1 student", "student"),
        ("F1 student", "student"),
        ("E2 treaty investor", "nonimmigrant"),
        ("F1 family", "immigrant"),
        ("TN (Mexico)", "nonimmigrant"),
        ("D visa", "nonimmigrant"),
        ("DV 2026 Accra", "diversity"),
        ("DV lottery", "diversity"),
        ("F\u20113", "student"),
        ("H\u20131B", "petition_worker"),
    ],
)
def test_words_around_the_name_and_blanks_in_it_do_not_matter(name: str, kind: str) -> None:
    assert of(name) == kind


@pytest.mark.parametrize(
    "name",
    [
        *["", " ", "-", "a work visa", "student", "my H-1B", "H", "K-9", "221(g)", "Ｈ1B", "(K-1)"],
        *["I am a nurse", "Iranian student", "crew", "single entry", "special", "H-1B9", "CW-3"],
    ],
)
def test_a_name_that_tells_no_class_is_of_none(name: str) -> None:
    assert of(name) is None


@pytest.mark.parametrize("name", ["F1", "f2", "E1", "E2", "E3", "F 1", "E2 visa", "F1, Fall"])
def test_a_name_that_two_classes_share_is_not_guessed_and_said_to_be_unclear(name: str) -> None:
    assert of(name) is None
    (said,) = unclear_class(name, RULES)
    assert said.startswith(f"The visa {name} may be")
    assert "not clear" in said


@pytest.mark.parametrize("name", ["F-1", "E-2", "EB-2", "F11", "F3", "F-3", "F2A", "H-1B", "?", ""])
def test_a_name_of_one_class_or_of_none_is_not_called_unclear(name: str) -> None:
    assert unclear_class(name, RULES) == []


@pytest.mark.parametrize(
    ("name", "number", "kind"),
    [
        ("F1", "2026299 345 0001", "student"),
        ("F1", "AA00B1CD2E", "student"),
        ("F1", "MTL2026625025", "immigrant"),
        ("E2", "2026299 345 0001", "nonimmigrant"),
        ("E3", "MTL2026625025", "immigrant"),
        ("F3", "", "immigrant"),
        ("F3", "MTL2026625025", "immigrant"),
        ("F3", "2026299 345 0001", "student"),
        ("F-3", "", "student"),
        ("F-3", "MTL2026625025", "student"),
        ("E2", "EAC2612345678", None),
        ("E2", "?", None),
    ],
)
def test_the_form_of_the_case_number_tells_which_of_the_two_is_meant(
    name: str, number: str, kind: str | None
) -> None:
    found = visa_class(name, RULES, number)
    assert (found.id if found else None) == kind
    assert bool(unclear_class(name, RULES, number)) is (kind is None)


def test_the_classes_that_a_shared_name_can_mean_are_there() -> None:
    known = {one.id for one in RULES.visa_classes}
    for shared in RULES.shared_visas:
        assert set(shared.by_number.values()) <= known
        assert set(shared.by_number) <= {form.id for form in RULES.case_numbers.forms}
        assert bool(shared.usual) != bool(shared.warning)
        assert shared.usual in {"", *known}


@pytest.mark.parametrize(
    ("name", "centre", "immigrant", "petition"),
    [
        ("IR1", "NVC", True, "yes"),
        ("K-1", "NVC", False, "yes"),
        ("H-1B", "KCC", False, "yes"),
        ("L-1", "KCC", False, "yes"),
        ("O-1", "KCC", False, "yes"),
        ("P-1", "KCC", False, "yes"),
        ("Q-1", "KCC", False, "yes"),
        ("DV", "KCC", True, "no"),
        ("B1/B2", "", False, "no"),
        ("J-1", "", False, "no"),
        ("F-1", "", False, "no"),
        ("E-3", "", False, "no"),
        ("TN", "", False, "no"),
        ("H-1B1", "", False, "no"),
        ("R-1", "KCC", False, "yes"),
        ("T-1", "KCC", False, "yes"),
        ("U-1", "KCC", False, "yes"),
        ("CW-1", "", False, "yes"),
        ("F3", "NVC", True, "yes"),
        ("F-3", "", False, "no"),
        ("SIV", "NVC", True, "yes"),
        ("SB-1", "NVC", True, "no"),
        ("K-3", "NVC", False, "yes"),
    ],
)
def test_the_class_tells_the_centre_and_whether_there_is_a_petition(
    name: str, centre: str, immigrant: bool, petition: str
) -> None:
    found = visa_class(name, RULES)
    assert found is not None
    assert (found.centre, found.immigrant, found.petition) == (centre, immigrant, petition)
