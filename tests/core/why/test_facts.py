"""Each fact that decides is shown with what else it may be, and never with what holds already."""

from datetime import date
from typing import Any

import pytest

from core.snapshot.kit import case, happened, refused
from core.why import reader
from core.why.kit import tree
from core.why.test_channel import facts

TODAY = date(2026, 12, 12)
REFUSAL = happened("visa_refused", date(2026, 12, 1))


@pytest.mark.parametrize(
    ("visa", "told", "change"),
    [
        ("H-1B", "yes, by the class of the visa", "no"),
        ("", "not known yet", "yes"),
        ("F-1", "no, by the class of the visa", "yes"),
    ],
)
@pytest.mark.parametrize("channel", ["consulate_email", "ceac"])
def test_after_a_refusal_the_petition_decides_and_is_shown_whether_the_way_is_open_or_not(
    channel: str, visa: str, told: str, change: str
) -> None:
    node = tree(channel, case(refused(asked="no"), REFUSAL, visa=visa), TODAY)
    assert facts(node)["petition"] == f"g221 set petition={change}"
    said = [n["text"] for n in reader.of_kind(node, "fact") if n["fact"] == "petition"]
    assert said[0] == f"Rests on a petition: {told}."


def test_a_recorded_petition_offers_the_other_answer() -> None:
    node = tree(
        "consulate_email", case(refused(asked="no"), REFUSAL, visa="F-1", petition="yes"), TODAY
    )
    assert facts(node) == {"petition": "g221 set petition=no"}


@pytest.mark.parametrize(("visa", "state"), [("IR1", "open"), ("H-1B", "closed")])
def test_a_way_to_ask_for_reinstatement_shows_the_visa_that_decides(visa: str, state: str) -> None:
    ended = happened("registration_terminated", date(2026, 12, 1))
    node = tree("consulate_email", case(refused(asked="no"), ended, visa=visa), TODAY)
    assert node["text"].startswith(f"E-mail: {state}")
    assert facts(node)["visa"] == "g221 set visa=TEXT"


def test_an_open_way_of_one_centre_shows_the_visa_that_decides() -> None:
    gone = happened("petition_returned", date(2026, 12, 1))
    node = tree("nvc_inquiry", case(refused(asked="no"), gone, visa="IR1"), TODAY)
    assert facts(node) == {"visa": "g221 set visa=TEXT"}


@pytest.mark.parametrize(("asked", "other"), [("yes", "no"), ("no", "yes"), ("unknown", "yes")])
def test_the_stage_offers_the_other_answer_to_whether_papers_were_asked_for(
    asked: str, other: str
) -> None:
    node: Any = tree("stage", case(refused(asked=asked)), TODAY)
    assert facts(node)["documents_asked"] == f"g221 set documents_asked={other}"
