"""A name taken apart: which of its words tell who it is where they stand alone."""

import pytest

from g221_tui.core.privacy.person_names import (
    halves,
    name_parts,
    name_words,
    names_somebody,
    orders,
)


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
        ("Asha", ["Asha"]),
        ("asha", ["asha"]),
        ("", []),
        ("Asha 7 Rao", []),
        ("Asha Asha", ["Asha"]),
        ("Ludwig van Beethoven", ["Ludwig", "Beethoven"]),
        ("asha rao", ["asha", "rao"]),
        ("Juan de la Cruz", ["Juan", "Cruz"]),
        ("A. K. Rao", ["Rao"]),
        ("Dr Asha Rao (self)", ["Asha", "Rao"]),
        ("Yusuf bin Khalid al-Hassan", ["Yusuf", "Khalid", "al-Hassan", "Hassan"]),
        ("Jean-Pierre Dupont", ["Jean-Pierre", "Jean", "Pierre", "Dupont"]),
        ("Jean\u2010Pierre Dupont", ["Jean\u2010Pierre", "Jean", "Pierre", "Dupont"]),
        ("RAO<<ASHA<DEVI", ["RAO", "ASHA", "DEVI"]),
        ("May Li", ["May", "Li"]),
        ("李 明", ["李", "明"]),
        ("赵子虚", ["赵子虚", "子虚"]),
        ("Åsa Ölund", ["Åsa", "Ölund"]),
    ],
)
def test_each_word_of_a_name_tells_who_it_is_but_for_small_ones_and_titles(
    name: str, parts: list[str]
) -> None:
    assert list(name_parts(name)) == parts


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Rao", ["Rao"]),
        ("Anne-Claire", ["Anne-Claire", "Anne", "Claire"]),
        ("O'Brien", ["O'Brien", "O", "Brien"]),
        ("花\u30fb子", ["花\u30fb子", "花", "子"]),
    ],
)
def test_a_double_word_has_halves(word: str, parts: list[str]) -> None:
    assert halves(word) == parts


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Rosa Maria Quispe", ("Quispe", "Rosa", "Maria")),
        ("Rosa Maria Quispe", ("Quispe", "Rosa")),
        ("Rosa Maria Quispe", ("Rosa", "Quispe")),
        ("Tomas de la Cerda", ("Tomas", "Cerda")),
        ("Tomas de la Cerda", ("Cerda", "Tomas", "de", "la")),
        ("A B C D Eva Fay Gil Hal Ina Jo", ("Eva", "Fay")),
        ("Ada Bea Cleo Dora Eva Fay Gil Hal", ("Ada", "Hal")),
    ],
)
def test_a_name_is_looked_for_in_every_order_it_is_written_in(
    name: str, found: tuple[str, ...]
) -> None:
    assert found in list(orders(name))


def test_a_very_long_name_is_not_put_in_every_order() -> None:
    long = " ".join(f"{letter}abel" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert len(list(orders(long))) < 120


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


@pytest.mark.parametrize("title", ["Mr", "Ms", "Dr"])
def test_every_part_is_one_of_the_words_of_the_name_or_of_their_halves(title: str) -> None:
    name = f"{title} Ana-Luísa d'Ávila-Núñez"
    for part in name_parts(name):
        assert part in name
        assert part.strip() == part != ""
