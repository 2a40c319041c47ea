"""The class of a visa by its name, however it is written; a name that tells none is no class."""

import pytest

from core.snapshot.kit import RULES
from g221_tui.core.progress.visa_class import visa_class


def of(name: str) -> str | None:
    """The id of the class of that name."""
    found = visa_class(name, RULES)
    return found.id if found else None


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ("K-1 K3 k-4", "k"),
        ("H-1B H1B h-2a H4 L-1 L1A L-2 O-1 O1B P-3 Q-1", "petition_worker"),
        ("DV DV-2027 dv1", "diversity"),
        ("IR1 IR-5 CR1 IH3 F2A F-2A F4 EB-2 EW3 E11 SQ1 IV immigrant", "immigrant"),
        ("B-1 B1/B2 B-1/B-2 J-1 M-1 TN C1/D D A-1 G-4 I", "nonimmigrant"),
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
        ("b1 / b2", "nonimmigrant"),
        ("DV 2027", "diversity"),
        ("Immigrant visa", "immigrant"),
        ("J-1\tresearcher", "nonimmigrant"),
    ],
)
def test_words_around_the_name_and_blanks_in_it_do_not_matter(name: str, kind: str) -> None:
    assert of(name) == kind


@pytest.mark.parametrize(
    "name",
    ["", " ", "-", "a work visa", "student", "my H-1B", "H", "K-9", "221(g)", "Ｈ1B", "(K-1)"],
)
def test_a_name_that_tells_no_class_is_of_none(name: str) -> None:
    assert of(name) is None


@pytest.mark.parametrize("name", ["F-1", "F-2", "E-1", "E-2", "E-3"])
def test_a_name_that_two_classes_share_is_not_guessed(name: str) -> None:
    assert of(name) is None


@pytest.mark.parametrize(
    ("name", "centre", "immigrant", "petition"),
    [
        ("IR1", "NVC", True, True),
        ("K-1", "NVC", False, True),
        ("H-1B", "KCC", False, True),
        ("L-1", "KCC", False, True),
        ("O-1", "KCC", False, True),
        ("P-1", "KCC", False, True),
        ("Q-1", "KCC", False, True),
        ("DV", "KCC", True, False),
        ("B1/B2", "", False, False),
        ("J-1", "", False, False),
    ],
)
def test_the_class_tells_the_centre_and_whether_there_is_a_petition(
    name: str, centre: str, immigrant: bool, petition: bool
) -> None:
    found = visa_class(name, RULES)
    assert found is not None
    assert (found.centre, found.immigrant, found.petition) == (centre, immigrant, petition)
