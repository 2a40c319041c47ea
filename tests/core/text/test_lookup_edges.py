"""What a person types is matched with a name: exactly, in any case, then by its start."""

import pytest

from g221_tui.core.text.lookup import known, meant
from g221_tui.errors import NotUnderstood

PAPERS = {"d-1": "Diploma", "d-2": "diploma", "d-3": "Degree", "x-4": "d-1"}
"""Names by their ids; one is called as another's id."""


def found(word: str) -> list[str]:
    """The ids of what the word may mean."""
    return meant(word, PAPERS, name=lambda identity: PAPERS[identity], identity=str)


def test_an_exact_name_is_preferred_to_one_in_another_case() -> None:
    assert found("diploma") == ["d-2"]
    assert found("Diploma") == ["d-1"]
    assert found("DIPLOMA") == ["d-1", "d-2"]


def test_an_exact_id_is_preferred_to_a_name() -> None:
    assert found("d-1") == ["d-1"]
    assert found("D-1") == ["d-1"]


def test_the_start_of_a_name_is_likelier_than_that_of_an_id() -> None:
    assert found("de") == ["d-3"]
    assert found("d") == ["d-1", "d-2", "d-3", "x-4"]
    assert found("x") == ["x-4"]
    assert meant("c", ["c-1"], name=lambda _: "Call", identity=str) == ["c-1"]
    both = {"c-1": "Visa", "c-2": "Call"}
    assert meant("c", both, name=lambda each: both[each], identity=str) == ["c-2"]


@pytest.mark.parametrize("word", ["", "zzz"])
def test_a_word_that_names_nothing_means_nothing(word: str) -> None:
    assert found(word) == []


def test_a_start_of_two_choices_is_refused_and_the_known_ones_are_listed() -> None:
    assert known("rec", ["requested", "received"], "state") == "received"
    with pytest.raises(
        NotUnderstood, match="'re' may be requested or received; known: requested, rec"
    ):
        known("re", ["requested", "received"], "state")
