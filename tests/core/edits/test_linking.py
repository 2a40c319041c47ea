"""Two cases that belong together: one link of the two, held by one of them."""

import msgspec
import pytest

from core.refusals import refusal
from core.snapshot.kit import TODAY
from g221_tui.core.edits.cases.linking import link_case, without_link
from g221_tui.core.model import Case, CaseLink, CaseRecord
from g221_tui.errors import NotUnderstood, Refused


def numbered(number: str, **links: str) -> Case:
    """A case that holds links to others: `to_2="family"`."""
    held = tuple(CaseLink(case=to.removeprefix("to_"), kind=kind) for to, kind in links.items())
    return Case(facts=CaseRecord(id=number, title=f"Case of {number}", links=held))


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("family", "family"), ("FAM", "family"), ("p", "parallel"), ("Parallel", "parallel")],
)
def test_a_link_is_kept_in_the_case_that_it_was_said_of(typed: str, kind: str) -> None:
    one, two = numbered("1"), numbered("2")
    edit = link_case(one, two, typed, TODAY)
    assert edit.case == numbered("1", to_2=kind)
    assert edit.done == f"Linked case 1 with case 2 ({kind})."
    assert (edit.record, edit.on, edit.effect, edit.warnings) == ("1", TODAY, "", ())
    assert (one, two) == (numbered("1"), numbered("2"))


@pytest.mark.parametrize("typed", ["", "friends", "f, p"])
def test_another_kind_of_link_is_answered_with_the_known_ones(typed: str) -> None:
    said = refusal(NotUnderstood, lambda: link_case(numbered("1"), numbered("2"), typed, TODAY))
    assert said == f"'{typed}' is not a known kind of link; known: family, parallel."


def test_a_case_is_not_linked_with_itself() -> None:
    one = numbered("1")
    assert "itself" in refusal(Refused, lambda: link_case(one, one, "family", TODAY))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (numbered("1", to_2="parallel"), numbered("2")),
        (numbered("1"), numbered("2", to_1="parallel")),
        (numbered("1", to_2="parallel"), numbered("2", to_1="parallel")),
    ],
    ids=["held here", "held there", "held by both"],
)
def test_a_new_kind_takes_the_place_of_the_former_whoever_held_it(one: Case, two: Case) -> None:
    edit = link_case(one, two, "family", TODAY)
    assert edit.case == numbered("1", to_2="family")
    assert edit.done == "Linked case 1 with case 2 (family, no longer parallel)."
    assert without_link(two, one) == numbered("2"), "one of the two holds it"


def test_the_same_link_again_changes_nothing_and_tells_of_no_former_one() -> None:
    one = numbered("1", to_2="family")
    edit = link_case(one, numbered("2"), "family", TODAY)
    assert edit.case == one
    assert edit.done == "Linked case 1 with case 2 (family)."


def test_links_with_other_cases_stay() -> None:
    one = numbered("1", to_3="parallel", to_2="family", to_4="family")
    edit = link_case(one, numbered("2"), "parallel", TODAY)
    kept = {link.case: link.kind for link in edit.case.facts.links}
    assert kept == {"3": "parallel", "4": "family", "2": "parallel"}
    assert without_link(one, numbered("2")) == numbered("1", to_3="parallel", to_4="family")


def test_taking_away_a_link_that_is_not_there_is_no_change() -> None:
    one = numbered("1", to_3="family")
    assert without_link(one, numbered("2")) == one


def test_all_other_facts_and_records_stay() -> None:
    one = msgspec.structs.replace(
        numbered("1"), facts=CaseRecord(id="1", title="Ana", visa="IR1", wait=90)
    )
    linked = link_case(one, numbered("2"), "family", TODAY).case
    assert without_link(linked, numbered("2")) == one
