"""The cases of a file: found, called by name, and told which belong together."""

import pytest

from g221_tui.core.cases import also_for, family, find_case, label, links_of
from g221_tui.core.model import Book, Case, CaseLink, CaseRecord
from g221_tui.errors import Refused


def case(identity: str, title: str = "", **links: str) -> Case:
    """A case with links: the kind by the other's id, such as `to_2="family"`."""
    held = tuple(CaseLink(case=name[3:], kind=kind) for name, kind in links.items())
    return Case(facts=CaseRecord(id=identity, title=title, links=held))


def ids(*cases: Case) -> list[str]:
    """Their ids."""
    return [each.id for each in cases]


def test_a_case_is_called_by_its_title_else_by_visa_and_post_else_by_its_number() -> None:
    whole = CaseRecord(id="1", title="Mine", visa="H-1B", post="Chennai", case_number="AA00")
    assert label(whole) == "Mine"
    assert label(CaseRecord(id="1", visa="H-1B", post="Chennai", case_number="AA00")) == (
        "H-1B · Chennai"
    )
    assert label(CaseRecord(id="1", post="Chennai")) == "Chennai"
    assert label(CaseRecord(id="1", case_number="AA00")) == "AA00"
    assert label(CaseRecord(id="1")) == "Case 1"


def test_without_a_word_the_current_case_is_meant_else_the_last_one() -> None:
    cases = (case("1"), case("2"), case("3"))
    assert find_case(Book(cases=cases, current="2"), None).id == "2"
    assert find_case(Book(cases=cases), None).id == "3"
    assert find_case(Book(cases=cases, current="9"), None).id == "3"
    with pytest.raises(Refused, match="holds no case yet"):
        find_case(Book(), None)


def test_a_case_is_found_by_its_id_before_its_title() -> None:
    book = Book(cases=(case("1", "2"), case("2", "Mother"), case("3", "mother-in-law")))
    assert find_case(book, "2").id == "2"
    assert find_case(book, "Mother").id == "2"
    assert find_case(book, "mother-").id == "3"
    with pytest.raises(
        Refused, match=r"'m' names several cases: 2 \(Mother\), 3 \(mother-in-law\)\."
    ):
        find_case(book, "m")


def test_a_link_is_seen_from_both_sides_and_once() -> None:
    one, two, three = case("1", to_2="family"), case("2"), case("3", to_9="family")
    book = Book(cases=(one, two, three))
    assert links_of(book)[one.id] == (CaseLink(case="2", kind="family"),)
    assert links_of(book)[two.id] == (CaseLink(case="1", kind="family"),)
    assert links_of(book)[three.id] == (), "the other case is gone"


def test_of_a_link_that_both_hold_the_case_s_own_word_counts() -> None:
    one, two = case("1", to_2="family"), case("2", to_1="parallel")
    book = Book(cases=(one, two))
    assert links_of(book)[one.id] == (CaseLink(case="2", kind="family"),)
    assert links_of(book)[two.id] == (CaseLink(case="1", kind="parallel"),)


def test_a_family_reaches_through_a_third_case_and_not_to_a_parallel_one() -> None:
    cases = (
        case("1", to_2="family"),
        case("2", to_3="family"),
        case("3", to_4="parallel"),
        case("4", to_5="family"),
        case("5"),
    )
    book = Book(cases=cases)
    assert ids(*family(book, cases[0])) == ["2", "3"]
    assert ids(*family(book, cases[2])) == ["2", "1"]
    assert ids(*family(book, cases[3])) == ["5"]


def test_the_word_family_means_all_of_it_and_its_start_gives_way_to_a_title() -> None:
    cases = (case("1", to_2="family"), case("2"), case("3", "Famous"))
    book = Book(cases=cases)
    for word in ("family", "FAMILY", "fami"):
        assert ids(*also_for(book, cases[0], word)) == ["2"], word
    assert ids(*also_for(book, cases[0], "fam")) == ["3"]
    assert ids(*also_for(book, cases[0], "3")) == ["3"]
