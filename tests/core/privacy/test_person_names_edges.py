"""Which words of a name tell who it is."""

import pytest

from g221_tui.core.privacy.person_names import may_be_small, name_parts, names_somebody


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Asha Rao", ["Asha", "Rao"]),
        ("Asha", []),
        ("Jean-Pierre", []),
        ("Asha de Rao", ["Asha", "Rao"]),
        ("Asha 7 Rao", []),
        ("", []),
    ],
)
def test_a_name_of_one_word_has_no_parts(name: str, parts: list[str]) -> None:
    assert list(name_parts(name)) == parts


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("Officer Smith", True),
        ("the Officer", False),
        ("Officer", False),
        ("Window 7 Smith", False),
    ],
)
def test_somebody_is_named_by_two_words_with_capitals(text: str, somebody: bool) -> None:
    assert names_somebody(text) is somebody


def test_a_part_of_five_letters_may_be_written_small() -> None:
    assert may_be_small("smith")
    assert not may_be_small("will")
