"""A name taken apart: which of its words tell who it is where they stand alone."""

import unicodedata

import pytest

from g221_tui.core.privacy.person_names import (
    compositions,
    may_be_small,
    name_parts,
    name_words,
    names_somebody,
)

COMPOSED, APART = "Jos\u00e9", "Jose\u0301"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Asha Rao", ["Asha", "Rao"]),
        ("  Asha \t Rao\n", ["Asha", "Rao"]),
        ("RAO, ASHA", ["RAO", "ASHA"]),
        ("Asha Rao (self)", ["Asha", "Rao", "self"]),
        ("\u201cAsha\u201d 'Ash' Rao.", ["Asha", "Ash", "Rao"]),
        ("Mary O'Brien", ["Mary", "O'Brien"]),
        ("Jean-Pierre", ["Jean-Pierre"]),
        ("", []),
        (" , . ()", []),
        ("李 明", ["李", "明"]),
    ],
)
def test_the_words_of_a_name_stand_without_the_signs_around_them(
    name: str, words: list[str]
) -> None:
    assert name_words(name) == words


@pytest.mark.parametrize(
    "text",
    ["Example 7 Ltd", "asha@example.org", "A/B", "EAC2612345678", "asha_rao", "C:\\Asha Rao"],
)
def test_a_number_or_an_address_is_no_name(text: str) -> None:
    assert name_words(text) == []
    assert list(name_parts(text)) == []
    assert not names_somebody(text)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Asha Rao", ["Asha", "Rao"]),
        ("Asha", []),
        ("Asha Asha", ["Asha"]),
        ("Ludwig van Beethoven", ["Ludwig", "Beethoven"]),
        ("asha rao", ["asha", "rao"]),
        ("Juan de la Cruz", ["Juan", "Cruz"]),
        ("A. K. Rao", ["Rao"]),
        ("Jean-Pierre Dupont", ["Jean-Pierre", "Jean", "Pierre", "Dupont"]),
        ("Jean\u2010Pierre Dupont", ["Jean\u2010Pierre", "Jean", "Pierre", "Dupont"]),
        ("李 明", ["李", "明"]),
        ("Åsa Ölund", ["Åsa", "Ölund"]),
    ],
)
def test_each_word_of_a_name_of_several_tells_who_it_is_but_for_small_ones(
    name: str, parts: list[str]
) -> None:
    assert list(name_parts(name)) == parts


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("May Li", ["Li"]),
        ("MAY LI", ["LI"]),
        ("Jan Novak", ["Novak"]),
        ("Sun Yi", ["Yi"]),
        ("Mayer Li", ["Mayer", "Li"]),
    ],
)
def test_a_name_that_is_a_month_or_a_weekday_too_is_not_looked_for(
    name: str, parts: list[str]
) -> None:
    assert list(name_parts(name)) == parts


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("Asha Rao", True),
        ("ASHA RAO", True),
        ("Officer Smith", True),
        ("李 明", True),
        ("Åsa Ölund", True),
        ("Asha", False),
        ("asha rao", False),
        ("the consulate", False),
        ("Visa section", False),
        ("Ludwig van Beethoven", False),
        ("Room 7", False),
        ("", False),
    ],
)
def test_a_text_names_somebody_where_each_of_its_words_has_a_capital(
    text: str, somebody: bool
) -> None:
    assert names_somebody(text) is somebody


@pytest.mark.parametrize(
    ("part", "small"), [("Mark", False), ("Will", False), ("Grace", True), ("Raghunathan", True)]
)
def test_a_short_part_in_small_letters_may_be_a_word_and_a_long_one_is_likely_the_name(
    part: str, small: bool
) -> None:
    assert may_be_small(part) is small


@pytest.mark.parametrize("name", [COMPOSED, APART])
def test_a_name_is_looked_for_with_its_accents_composed_and_apart(name: str) -> None:
    assert compositions(name) == {COMPOSED, APART}
    assert compositions("Rao") == {"Rao"}
    parts = list(name_parts(f"{name} Rao"))
    assert [unicodedata.normalize("NFC", part) for part in parts] == [COMPOSED, "Rao"]


@pytest.mark.parametrize("title", ["Mr", "Ms", "Dr"])
def test_every_part_is_one_of_the_words_of_the_name_or_of_their_halves(title: str) -> None:
    name = f"{title} Ana-Luísa d'Ávila-Núñez"
    for part in name_parts(name):
        assert part in name
        assert part.strip() == part != ""
