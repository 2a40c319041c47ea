"""Find a document by what a person types, and what a document's dates may be."""

from datetime import date

import pytest

from core.refusals import refusal
from core.snapshot.kit import REFUSED, TODAY, case, day_of, paper, refused
from core.snapshot.kit import so as changed
from g221_tui.core.edits.documents.document_checks import (
    DETAILS,
    came_back,
    check_document,
    find_document,
    read_details,
    replace_document,
)
from g221_tui.core.model import Document
from g221_tui.errors import NoRecord, NotUnderstood, Refused

A, B, C = date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)
NAMES = ("W-2", "W-2 copy", "Work letter", "Diplom\u00e9")
LISTED = case(refused(), papers=[paper(name) for name in NAMES])


def so(**changes: object) -> Document:
    """A requested paper with these dates."""
    return changed(paper("Chart"), **changes)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("W-2", "W-2"),
        ("w-2", "W-2"),
        ("W-2 c", "W-2 copy"),
        ("WORK", "Work letter"),
        ("d-Work letter", "Work letter"),
        ("DIPLOM\u00c9", "Diplom\u00e9"),
        ("dip", "Diplom\u00e9"),
    ],
)
def test_a_name_is_found_exact_then_in_any_case_then_by_its_only_start(
    word: str, name: str
) -> None:
    assert find_document(LISTED, word).name == name


def test_a_start_of_several_names_is_refused_with_them() -> None:
    said = refusal(Refused, lambda: find_document(LISTED, "w"))
    assert said == "'w' names several documents: W-2, W-2 copy, Work letter."


@pytest.mark.parametrize("word", ["", " ", "Chart"])
def test_what_is_no_start_of_a_name_is_answered_with_the_list(word: str) -> None:
    said = refusal(NoRecord, lambda: find_document(LISTED, word))
    assert said == f"No document is called '{word}'; on the list: {', '.join(NAMES)}."


def test_an_empty_list_says_so_and_what_was_taken_off_is_not_found() -> None:
    gone = case(refused(), papers=[so(removed_at="2026-11-01T00:00:00Z")])
    said = refusal(NoRecord, lambda: find_document(gone, "Chart"))
    assert said == "No document is called 'Chart'; on the list: none yet."


def test_a_document_takes_the_place_of_the_one_with_its_id() -> None:
    sent = changed(LISTED.documents[1], submitted_on=A)
    after = replace_document(LISTED, sent)
    assert after.documents == (
        LISTED.documents[0],
        sent,
        LISTED.documents[2],
        LISTED.documents[3],
    )


@pytest.mark.parametrize(
    "found",
    [
        so(),
        so(ready_on=A, submitted_on=A, received_on=B, returned_on=C),
        so(submitted_on=REFUSED, received_on=REFUSED, returned_on=REFUSED),
        so(received_on=B),
        so(returned_on=TODAY),
        so(waived_on=REFUSED),
        so(submitted_on=B, waived_on=A),
        so(asked_on=None, submitted_on=A),
    ],
)
def test_steps_in_their_order_up_to_today_can_be(found: Document) -> None:
    check_document(found, TODAY)


@pytest.mark.parametrize(
    ("found", "earlier", "later"),
    [
        (so(submitted_on=B, received_on=A), "submitted on Mon 9 Nov", "received on Mon 2 Nov"),
        (so(received_on=B, returned_on=A), "received on Mon 9 Nov", "returned on Mon 2 Nov"),
        (so(submitted_on=B, returned_on=A), "submitted on Mon 9 Nov", "returned on Mon 2 Nov"),
        (so(asked_on=B, submitted_on=A), "asked for on Mon 9 Nov", "submitted on Mon 2 Nov"),
        (so(asked_on=B, received_on=A), "asked for on Mon 9 Nov", "received on Mon 2 Nov"),
        (so(asked_on=B, ready_on=A), "asked for on Mon 9 Nov", "ready on Mon 2 Nov"),
        (so(asked_on=B, waived_on=A), "asked for on Mon 9 Nov", "waived on Mon 2 Nov"),
    ],
)
def test_a_step_before_an_earlier_one_is_refused_with_both_days(
    found: Document, earlier: str, later: str
) -> None:
    said = refusal(Refused, lambda: check_document(found, TODAY))
    assert f"Chart was {earlier}" in said
    assert later in said


@pytest.mark.parametrize(
    "field", ["asked_on", "ready_on", "submitted_on", "received_on", "returned_on", "waived_on"]
)
def test_no_step_can_be_of_tomorrow(field: str) -> None:
    found = so(**{field: date(2026, 12, 13)})
    assert "not come yet" in refusal(Refused, lambda: check_document(found, TODAY))


def test_an_expiry_may_lie_ahead_or_behind() -> None:
    for day in (date(2020, 1, 1), date(2036, 1, 1)):
        check_document(so(expires_on=day), TODAY)


@pytest.mark.parametrize("name", ["", "  ", "\u3000"])
def test_a_document_needs_a_name(name: str) -> None:
    said = refusal(Refused, lambda: check_document(so(name=name), TODAY))
    assert said == "A document needs a name."


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (so(returned_on=B), True),
        (so(submitted_on=A, returned_on=B), True),
        (so(received_on=A, returned_on=B), False),
        (so(returned_on=B, waived_on=C), False),
        (so(), False),
        (so(returned_on=date(2026, 12, 13)), False),
    ],
    ids=["never sent", "sent", "received", "waived", "here", "tomorrow"],
)
def test_only_a_paper_that_is_back_and_that_the_post_may_never_have_had_is_told(
    found: Document, told: bool
) -> None:
    assert bool(came_back(found, TODAY)) is told


def test_the_details_are_read_by_their_attributes_and_no_other_field_is_one() -> None:
    texts = {"original": "no", "expires": "2027-06-30", "reason": "medical", "note": ""}
    assert read_details(texts, day_of(LISTED)) == {
        "original": False,
        "expires_on": date(2027, 6, 30),
        "reason": "medical",
        "note": "",
    }
    said = refusal(NotUnderstood, lambda: read_details({"submitted": "today"}, day_of(LISTED)))
    assert all(name in said for name in DETAILS)
