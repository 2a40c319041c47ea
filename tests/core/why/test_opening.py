"""What would have to happen before a closed channel opens, or that it never does."""

from datetime import date
from typing import Any

import pytest

from core.snapshot.kit import case, happened, paper, refused
from core.why import reader
from core.why.kit import the_change, tree

TODAY = date(2026, 12, 12)


def change_of(channel: str, *events: Any, **facts: Any) -> Any:
    """What would open a channel of a case of which nothing was asked."""
    node = tree(channel, case(refused(asked="no"), *events, **facts), TODAY)
    reader.check(node)
    return the_change(node)


def facts(node: Any) -> dict[str, str]:
    """The facts of a tree with the commands that change them."""
    return {each["fact"]: each["change"] for each in reader.of_kind(node, "fact")}


@pytest.mark.parametrize("visa", ["", "IR1", "K-1"])
def test_a_way_of_the_road_names_the_happening_after_which_it_is_open(visa: str) -> None:
    change = change_of("nvc_inquiry", visa=visa)
    assert change["change"] == "g221 event add petition_returned"
    assert change["text"].endswith("the stage to Petition going back, and it is open then.")


def test_a_way_that_is_for_the_other_centre_s_visas_says_so_and_names_no_happening() -> None:
    change = change_of("nvc_inquiry", visa="H-1B")
    assert change["text"] == (
        "It is not for this visa: NVC handles immigrant and K petitions; yours goes through KCC."
    )
    assert (change["change"], facts(change)) == ("", {"visa": "g221 set visa=TEXT"})


@pytest.mark.parametrize("channel", ["nvc_inquiry", "ombudsman"])
def test_a_way_that_only_a_petition_opens_is_not_for_a_visa_without_one(channel: str) -> None:
    change = change_of(channel, visa="B1")
    assert change["text"] == (
        "It is not for this visa: it is only for a visa that rests on a petition."
    )
    assert (change["change"], facts(change)) == ("", {"petition": "g221 set petition=yes"})


def test_a_happening_after_which_a_fact_is_still_missing_says_which() -> None:
    change = change_of("ombudsman", visa="H-1B")
    assert change["change"] == "g221 event add uscis_received"
    assert change["text"].endswith("at USCIS, and it then still needs the USCIS receipt number.")
    assert facts(change) == {"receipt_number": "g221 set receipt_number=TEXT"}
    known = change_of("ombudsman", visa="H-1B", receipt_number="IOE0912345678")
    assert known["text"].endswith("and it is open then.")


def test_a_happening_after_which_the_policy_stands_against_it_says_so() -> None:
    gone = happened("uscis_received", date(2026, 12, 1))
    change = change_of("consulate_call", gone, visa="H-1B", policy="ask-never")
    assert (
        "then this still stands against it: Your post answers no status questions"
        in (change["text"])
    )
    assert facts(change) == {"policy": "g221 set policy=guide"}


def test_a_day_that_moves_with_the_papers_says_so_in_the_tree_too() -> None:
    owed = the_change(tree("dos", case(refused(), papers=[paper("Chart")]), TODAY))
    assert owed["text"] == "Opens Fri 25 Dec 2026, in 13 days, if nothing were owed."
    nothing = the_change(tree("dos", case(refused(asked="no")), TODAY))
    assert nothing["text"] == "Opens Fri 25 Dec 2026, in 13 days."
