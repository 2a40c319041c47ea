"""The one matcher: exact, then in any case, then the start; clear or refused with all names."""

from typing import NamedTuple

import pytest

from core.refusals import refusal
from g221_tui.core.text.lookup import known, meant
from g221_tui.errors import NotUnderstood


class Thing(NamedTuple):
    """Something with an id and a name."""

    id: str
    name: str


THINGS = (
    Thing("d-1", "Letter"),
    Thing("d-2", "letter of the employer"),
    Thing("d-12", "Diploma"),
    Thing("e-1", "d-2"),
    Thing("e-2", "Diploma"),
)


def found(word: str) -> list[str]:
    """The ids of the things that a word may mean, by name or id."""
    every = meant(word, THINGS, name=lambda t: t.name, identity=lambda t: t.id)
    return [thing.id for thing in every]


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("yes", ["yes"]),
        ("Yes", ["Yes"]),
        ("YES", ["yes", "Yes"]),
        ("yess", ["yesses"]),
        ("n", ["no", "none", "NO"]),
        ("No", ["no", "NO"]),
        ("NO", ["NO"]),
        ("non", ["none"]),
        ("", []),
        ("maybe", []),
        ("es", []),
    ],
)
def test_an_exact_name_goes_before_another_case_and_that_before_a_start(
    word: str, names: list[str]
) -> None:
    assert meant(word, ["yes", "Yes", "yesses", "no", "none", "NO"]) == names


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("d-1", ["d-1"]),
        ("D-1", ["d-1"]),
        ("d-12", ["d-12"]),
        ("d-2", ["d-2"]),
        ("Letter", ["d-1"]),
        ("LETTER", ["d-1"]),
        ("lett", ["d-1", "d-2"]),
        ("letter o", ["d-2"]),
        ("Diploma", ["d-12", "e-2"]),
        ("dip", ["d-12", "e-2"]),
        ("d", ["d-12", "e-1", "e-2"]),
        ("d-", ["e-1"]),
        ("e-", ["e-1", "e-2"]),
        ("x", []),
    ],
)
def test_an_id_goes_before_a_name_but_the_start_of_a_name_before_that_of_an_id(
    word: str, ids: list[str]
) -> None:
    assert found(word) == ids


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("STRASSE", "Straße"),
        ("straße", "STRASSE"),
        ("ΟΔΟΣ", "οδος"),
        ("ПИСЬМО", "письмо"),
        ("履歴", "履歴書"),
        ("JOS\u00c9", "Jos\u00e9"),
        ("[b", "[b]"),
    ],
)
def test_names_of_every_script_are_compared_without_their_case(word: str, name: str) -> None:
    assert meant(word, [name, "another"]) == [name]


def test_things_of_one_name_are_all_meant_and_nothing_is_of_an_empty_list() -> None:
    assert meant("a", ["a", "a", "ab"]) == ["a", "a"]
    assert meant("a", []) == []
    assert meant("a", (word for word in ("ab", "b"))) == ["ab"]


@pytest.mark.parametrize(
    ("word", "choice"),
    [
        ("slip", "slip"),
        ("S", "slip"),
        ("POST", "post"),
        ("postal", "postal code"),
        ("u", "uscis"),
    ],
)
def test_a_known_word_is_found_by_its_only_start(word: str, choice: str) -> None:
    assert known(word, ["slip", "post", "postal code", "uscis"], "asker") == choice


@pytest.mark.parametrize("word", ["", " ", "p", "poste restante", "slips"])
def test_an_unknown_or_unclear_word_is_refused_with_all_choices(word: str) -> None:
    said = refusal(NotUnderstood, lambda: known(word, ["slip", "post", "petitioner"], "asker"))
    assert said == f"'{word}' is not a known asker; known: slip, post, petitioner."


def test_a_choice_that_is_there_twice_is_one_and_without_choices_none_is_known() -> None:
    assert known("a", ["ab", "ab"], "word") == "ab"
    said = refusal(NotUnderstood, lambda: known("a", [], "word"))
    assert said == "'a' is not a known word; known: none."
    assert known("a", iter(["ab", "b"]), "word") == "ab"
