"""Listing documents: who asked, since when, with which details, and what is refused."""

from datetime import date

import pytest

from core.edits.kit import applied, document, refused_by, touched
from core.snapshot.kit import REFUSED, TODAY, case, day_of_step, happened, paper, refused
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.model import Case, Document, Requester
from g221_tui.errors import NotUnderstood, Refused, UnreadField

SENT, BETWEEN = date(2026, 11, 2), date(2026, 10, 30)
NONE_LISTED = case(refused())
COMPLETE = case(refused(), papers=[paper("Letter", sent=SENT)])


def listed(case: Case) -> list[str]:
    """The names on the list."""
    return [paper.name for paper in case.listed]


def test_each_name_becomes_a_document_of_the_case_and_nothing_else_is_touched() -> None:
    edit = applied(AddDocuments(names=("Chart", "Diploma"), by="slip"), COMPLETE)
    assert touched(COMPLETE, edit.case) == {"d-101", "d-102"}
    assert listed(edit.case) == ["Letter", "Chart", "Diploma"]
    assert {document(edit.case, name).case for name in ("d-101", "d-102")} == {"1"}
    assert edit.record == "d-101"


def test_the_sentence_names_them_who_asked_and_the_day() -> None:
    edit = applied(AddDocuments(names=("Chart", "Diploma"), by="slip"), NONE_LISTED)
    assert edit.done == "Added Chart, Diploma, asked for by the letter on Mon 26 Oct 2026."
    assert (edit.on, edit.warnings, edit.notes) == (REFUSED, (), ())


@pytest.mark.parametrize(
    ("before", "asked", "on"),
    [
        (NONE_LISTED, None, REFUSED),
        (case(refused(), papers=[paper("Letter")]), None, REFUSED),
        (COMPLETE, None, TODAY),
        (COMPLETE, BETWEEN, BETWEEN),
        (NONE_LISTED, BETWEEN, BETWEEN),
        (NONE_LISTED, TODAY, TODAY),
        (case(happened("interview", SENT)), None, TODAY),
    ],
    ids=["none yet", "one owed", "complete", "complete, said", "said", "today", "no refusal"],
)
def test_a_request_counts_from_the_refusal_until_the_set_is_complete_and_then_from_today(
    before: Case, asked: date | None, on: date
) -> None:
    edit = applied(AddDocuments(names=("Chart",), asked=asked), before)
    assert day_of_step(document(edit.case, "d-101"), "asked_on") == on
    assert edit.on == on


@pytest.mark.parametrize(
    ("typed", "by", "words"),
    [
        ("slip", Requester.SLIP, "the letter"),
        ("sl", Requester.SLIP, "the letter"),
        ("Post", Requester.POST, "the post"),
        ("p", Requester.POST, "the post"),
        ("USCIS", Requester.USCIS, "USCIS"),
        ("u", Requester.USCIS, "USCIS"),
    ],
)
def test_who_asked_may_be_typed_by_its_start_in_any_case(
    typed: str, by: Requester, words: str
) -> None:
    edit = applied(AddDocuments(names=("Chart",), by=typed), NONE_LISTED)
    assert document(edit.case, "d-101").requested_by is by
    assert f"asked for by {words} on" in edit.done


@pytest.mark.parametrize("before", [NONE_LISTED, COMPLETE], ids=["none yet", "complete"])
def test_an_extra_was_asked_for_by_nobody_and_moves_nothing(before: Case) -> None:
    edit = applied(AddDocuments(names=("Photo",), extra=True), before)
    added = document(edit.case, "d-101")
    assert (added.requested_by, added.steps) == (None, ())
    assert (edit.done, edit.effect, edit.on) == ("Added Photo, as an extra.", "", TODAY)


def test_the_details_go_to_each_of_them() -> None:
    details = {"route": "drop-off", "original": "yes", "expires": "2027-06-30", "note": "a\nb"}
    edit = applied(AddDocuments(names=("W-2", "Stubs"), reason="emp", details=details), COMPLETE)
    for name in ("d-101", "d-102"):
        added = document(edit.case, name)
        assert (added.reason, added.route, added.original) == ("employment", "drop-off", True)
        assert (added.expires_on, added.note) == (date(2027, 6, 30), "a\nb")


def test_a_name_is_kept_as_typed() -> None:
    for name in ("[DS-5535]", "e\u0301crit", "履歴書", "  Chart ", "submitted"):
        edit = applied(AddDocuments(names=(name,)), NONE_LISTED)
        assert document(edit.case, "d-101").name == name


def test_a_name_that_was_taken_off_the_list_can_be_listed_again_as_a_new_record() -> None:
    gone = Document(id="d-9", case="1", name="Chart", removed_at="2026-11-01T00:00:00Z")
    before = case(refused(), papers=[gone])
    edit = applied(AddDocuments(names=("Chart",)), before)
    assert (listed(edit.case), touched(before, edit.case)) == (["Chart"], {"d-101"})


def test_a_paper_asked_for_before_the_set_was_complete_says_what_the_wait_counts_from_now() -> None:
    edit = applied(AddDocuments(names=("Chart",), asked=BETWEEN), COMPLETE)
    assert edit.effect == (
        "The set is not complete: the wait counts from Mon 26 Oct 2026 (it counted from Mon 2 Nov"
        " 2026), questions about status open Fri 25 Dec."
    )


def test_a_paper_asked_for_after_the_set_was_complete_moves_nothing_yet() -> None:
    assert applied(AddDocuments(names=("Chart",)), COMPLETE).effect == ""


@pytest.mark.parametrize("name", ["", " ", "\t\n", "\u00a0"])
def test_a_document_without_a_name_is_refused_with_all_beside_it(name: str) -> None:
    said = refused_by(NotUnderstood, AddDocuments(names=("Chart", name)), NONE_LISTED)
    assert said == "A document needs a name."


def test_a_name_that_is_outstanding_or_given_twice_is_refused_with_all_beside_it() -> None:
    owed = case(refused(), papers=[paper("Letter")])
    said = refused_by(Refused, AddDocuments(names=("Chart", "Letter")), owed)
    assert said == "'Letter' is on the list already and still to be sent. Nothing was changed."
    said = refused_by(Refused, AddDocuments(names=("Chart", "Chart")), owed)
    assert said == "'Chart' is named twice."


@pytest.mark.parametrize(
    ("on", "why"), [(date(2026, 12, 13), "has not come yet"), (date(1952, 12, 23), "1952")]
)
def test_a_request_of_a_day_that_cannot_be_is_refused(on: date, why: str) -> None:
    assert why in refused_by(Refused, AddDocuments(names=("Chart",), asked=on), NONE_LISTED)


@pytest.mark.parametrize(
    ("command", "known"),
    [
        (AddDocuments(names=("Chart",), by="embassy"), "slip, post, uscis"),
        (AddDocuments(names=("Chart",), by=""), "slip, post, uscis"),
        (AddDocuments(names=("Chart",), reason="religion"), "employment"),
        (AddDocuments(names=("Chart",), reason="d"), "documents, background, ds5535"),
        (AddDocuments(names=("Chart",), details={"colour": "blue"}), "route"),
    ],
    ids=["asker", "no asker", "reason", "two reasons", "detail"],
)
def test_an_unknown_word_is_answered_with_the_known_ones(command: AddDocuments, known: str) -> None:
    assert known in refused_by(NotUnderstood, command, NONE_LISTED)


@pytest.mark.parametrize("text", ["05/02/2027", "2027", "soon"])
def test_an_expiry_that_cannot_be_read_is_refused_with_its_field(text: str) -> None:
    command = AddDocuments(names=("Chart",), details={"expires": text})
    said = refused_by(UnreadField, command, NONE_LISTED)
    assert said.startswith("expires: ")
    assert text in said


def test_without_a_name_nothing_is_listed() -> None:
    said = refused_by(NotUnderstood, AddDocuments(names=()), NONE_LISTED)
    assert said == "A document needs a name."
