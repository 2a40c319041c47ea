"""The cases of a file: what a person calls one, how it is found, and which belong together."""

import pytest

from core.refusals import refusal
from g221_tui.core.cases import also_for, family, find_case, label, links_of
from g221_tui.core.model import Book, Case, CaseLink, CaseRecord
from g221_tui.errors import Refused


def numbered(number: str, title: str = "", **links: str) -> Case:
    """A case with links to others: `to_2="family"`."""
    held = tuple(CaseLink(case=to.removeprefix("to_"), kind=kind) for to, kind in links.items())
    return Case(facts=CaseRecord(id=number, title=title, links=held))


def book(*cases: Case, current: str | None = None) -> Book:
    """A file of these cases."""
    return Book(cases=cases, current=current)


ANA, BEN, FAMOUS = numbered("1", "Ana"), numbered("2", "Ben"), numbered("12", "Famous")
THREE = book(ANA, BEN, FAMOUS, current="2")


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        (CaseRecord(id="7"), "Case 7"),
        (CaseRecord(id="7", case_number="2026299 345 0001"), "2026299 345 0001"),
        (CaseRecord(id="7", visa="H-1B", case_number="x"), "H-1B"),
        (CaseRecord(id="7", post="Mumbai", case_number="x"), "Mumbai"),
        (CaseRecord(id="7", visa="H-1B", post="Mumbai"), "H-1B · Mumbai"),
        (CaseRecord(id="7", title="[Ana]", visa="H-1B", post="Mumbai"), "[Ana]"),
        (CaseRecord(id="7", applicant="Ana"), "Case 7"),
    ],
)
def test_a_case_is_called_by_its_title_else_visa_and_post_else_its_number(
    facts: CaseRecord, name: str
) -> None:
    assert label(facts) == name


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("1", "1"),
        ("2", "2"),
        ("12", "12"),
        ("Ana", "1"),
        ("BEN", "2"),
        ("f", "12"),
        ("b", "2"),
    ],
)
def test_a_case_is_found_by_its_number_or_by_its_title_or_the_start_of_that(
    word: str, number: str
) -> None:
    assert find_case(THREE, word).id == number


@pytest.mark.parametrize("word", ["3", "", "nobody"])
def test_a_word_that_names_no_case_is_answered_with_all_of_them(word: str) -> None:
    said = refusal(Refused, lambda: find_case(THREE, word))
    assert said == f"There is no case '{word}'; the file holds 1 (Ana), 2 (Ben), 12 (Famous)."


def test_a_word_that_names_several_cases_names_none() -> None:
    twins = book(numbered("1", "Ana A"), numbered("2", "Ana B"))
    assert find_case(twins, "ana a").id == "1"
    assert "'ana'" in refusal(Refused, lambda: find_case(twins, "ana"))


@pytest.mark.parametrize(
    ("current", "number"), [("1", "1"), ("12", "12"), (None, "12"), ("gone", "12")]
)
def test_without_a_word_it_is_the_current_case_else_the_last(
    current: str | None, number: str
) -> None:
    assert find_case(book(ANA, BEN, FAMOUS, current=current), None).id == number


@pytest.mark.parametrize("word", [None, "1", ""])
def test_a_file_without_a_case_says_how_to_open_one(word: str | None) -> None:
    said = refusal(Refused, lambda: find_case(Book(), word))
    assert said == "The file holds no case yet; open one with 'g221 new --refused DATE'."


def test_a_link_is_that_of_both_whichever_of_the_two_holds_it() -> None:
    one, two = numbered("1", to_2="family"), numbered("2")
    found = book(one, two)
    assert links_of(found)[one.id] == (CaseLink(case="2", kind="family"),)
    assert links_of(found)[two.id] == (CaseLink(case="1", kind="family"),)


def test_where_both_hold_a_link_ones_own_word_counts() -> None:
    one, two = numbered("1", to_2="family"), numbered("2", to_1="parallel")
    found = book(one, two)
    assert [link.kind for link in links_of(found)[one.id]] == ["family"]
    assert [link.kind for link in links_of(found)[two.id]] == ["parallel"]


def test_a_link_to_a_case_that_is_gone_is_none() -> None:
    one = numbered("1", to_9="family")
    assert links_of(book(one, BEN))[one.id] == ()
    assert family(book(one, BEN), one) == ()


@pytest.mark.parametrize(
    ("number", "others"),
    [
        ("1", {"2", "3", "4"}),
        ("2", {"1", "3", "4"}),
        ("4", {"1", "2", "3"}),
        ("5", set()),
        ("6", set()),
    ],
)
def test_a_family_is_linked_through_a_third_one_too_and_a_parallel_case_is_none(
    number: str, others: set[str]
) -> None:
    cases = (
        numbered("1", to_2="family"),
        numbered("2"),
        numbered("3", to_2="family", to_4="family"),
        numbered("4", to_1="family"),
        numbered("5", to_1="parallel"),
        numbered("6"),
    )
    found = book(*cases)
    named = [other.id for other in family(found, find_case(found, number))]
    assert set(named) == others
    assert len(named) == len(others)


KIN = book(numbered("1", "Ana", to_2="family", to_3="family"), BEN, numbered("3", "Famous"))
"""Ana's family: Ben, and one whose title begins as the word family does."""


@pytest.mark.parametrize(
    ("word", "numbers"),
    [
        ("family", ["2", "3"]),
        ("FAMILY", ["2", "3"]),
        ("famous", ["3"]),
        ("fam", ["3"]),
        ("Ben", ["2"]),
        ("3", ["3"]),
    ],
)
def test_family_names_all_of_it_and_a_start_of_the_word_gives_way_to_a_title(
    word: str, numbers: list[str]
) -> None:
    assert [found.id for found in also_for(KIN, KIN.cases[0], word)] == numbers


def test_a_start_of_family_will_do_where_no_case_is_called_so() -> None:
    pair = book(numbered("1", "Ana", to_2="family"), BEN)
    assert [found.id for found in also_for(pair, pair.cases[0], "fam")] == ["2"]
    assert also_for(book(ANA, BEN), ANA, "family") == ()
    said = refusal(Refused, lambda: also_for(pair, pair.cases[0], "uncle"))
    assert "'uncle'" in said
