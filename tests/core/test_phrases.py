"""The small pieces of English."""

import pytest

from g221_tui.core.text import phrases


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_names_are_listed_with_commas_and_one_and(words: list[str], text: str) -> None:
    assert phrases.several(words) == text


def test_one_thing_is_and_two_things_are() -> None:
    assert phrases.counted(1, "record") + " " + phrases.are(1) == "1 record is"
    assert phrases.counted(2, "record") + " " + phrases.are(2) == "2 records are"
    assert phrases.counted(0, "record") == "0 records"
    assert (phrases.days_phrase(1), phrases.days_phrase(13)) == ("1 day", "13 days")


def test_one_name_opens_and_two_open() -> None:
    assert phrases.opening(["CEAC"]) == "CEAC opens"
    assert phrases.opening(["Call post", "E-mail"]) == "Call post and E-mail open"


@pytest.mark.parametrize("text", ["", "e", "éa", "221(g) slip"])
def test_only_the_first_letter_changes_its_size(text: str) -> None:
    assert phrases.sentence(text)[1:] == text[1:]
    assert phrases.within_sentence(phrases.sentence(text)) == text


def test_the_letters_of_an_office_stay_large_within_a_sentence() -> None:
    assert phrases.within_sentence("USCIS receipt number") == "USCIS receipt number"


def test_the_first_line_is_the_first_that_holds_something() -> None:
    assert phrases.first_line("\n  one \ntwo") == "one "
    assert phrases.first_line("  ") == ""
    assert phrases.one_line(" one \n two ") == "one two"


@pytest.mark.parametrize("length", [0, 5, 9, 10, 11, 400])
def test_a_long_text_is_cut_to_the_characters_it_may_have(length: int) -> None:
    text = "x" * length
    assert phrases.shortened(text, 10) == (text if length <= 10 else "x" * 9 + "…")


def test_a_long_path_keeps_both_its_ends() -> None:
    assert phrases.without_middle("/home/someone/policies", 10) == "/home…icies"
