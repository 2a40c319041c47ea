"""A link of two cases is one, whichever of them holds it."""

from datetime import date

import pytest

from g221_tui.core.edits.cases.linking import link_case, without_link
from g221_tui.core.model import Case, CaseLink, CaseRecord
from g221_tui.errors import Refused

TODAY = date(2026, 12, 12)


def case(identity: str, **links: str) -> Case:
    """A case with links: the kind by the other's id, such as `to_2="family"`."""
    held = tuple(CaseLink(case=name[3:], kind=kind) for name, kind in links.items())
    return Case(facts=CaseRecord(id=identity, links=held))


def test_a_later_kind_of_link_replaces_the_first() -> None:
    made = link_case(case("1", to_2="family", to_3="family"), case("2"), "parallel", TODAY)
    assert made.case.facts.links == (
        CaseLink(case="3", kind="family"),
        CaseLink(case="2", kind="parallel"),
    )
    assert made.done == "Linked case 1 with case 2 (parallel, no longer family)."


def test_the_kind_that_the_other_case_holds_is_named_too() -> None:
    made = link_case(case("1"), case("2", to_1="family"), "parallel", TODAY)
    assert made.done == "Linked case 1 with case 2 (parallel, no longer family)."
    again = link_case(case("1"), case("2", to_1="family"), "family", TODAY)
    assert again.done == "Linked case 1 with case 2 (family)."


def test_without_the_link_the_others_stay() -> None:
    left = without_link(case("1", to_2="family", to_3="family"), case("2"))
    assert left.facts.links == (CaseLink(case="3", kind="family"),)


def test_a_case_is_not_linked_with_itself() -> None:
    with pytest.raises(Refused, match="can't be linked with itself"):
        link_case(case("1"), case("1", to_2="family"), "family", TODAY)
