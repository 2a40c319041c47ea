"""A record is found by its id, and is changed only where it is as it was shown."""

from datetime import date

import msgspec
import pytest

from core.refusals import refusal
from core.snapshot.kit import RULES, case, contact, flight, happened, paper, refused
from g221_tui.core.edits.finding import (
    find_record,
    has_record,
    must_be_as_seen,
    must_not_be_of_another,
    records,
)
from g221_tui.core.fields.table import document_fields
from g221_tui.core.model import Case, CaseRecord
from g221_tui.errors import ChangedSince, NoRecord, Refused, UnknownRecord

SENT = date(2026, 11, 2)
GONE = msgspec.structs.replace(contact("dos", SENT), removed_at="2026-12-01T00:00:00Z")
OFF_LIST = msgspec.structs.replace(paper("Photo"), removed_at="2026-12-01T00:00:00Z")
WHOLE = msgspec.structs.replace(
    case(
        refused(),
        happened("note", SENT),
        papers=[paper("Letter"), paper("Chart"), OFF_LIST],
        contacts=[contact("ceac", SENT)],
        deadlines=[flight(SENT)],
    ),
    removed=(GONE,),
)
OTHER = Case(facts=CaseRecord(id="2", title="Ana"), events=(happened("interview", SENT),))


@pytest.mark.parametrize(
    ("word", "record"),
    [
        ("e-1", "e-1"),
        ("E-NOTE", "e-note"),
        ("e-n", "e-note"),
        ("d-L", "d-Letter"),
        ("c-ceac", "c-ceac-2026-11-02"),
        ("x-1", "x-1"),
        ("Letter", "d-Letter"),
        ("FLI", "x-1"),
    ],
)
def test_a_record_is_found_by_its_id_or_name_exact_then_in_any_case_then_by_its_only_start(
    word: str, record: str
) -> None:
    assert find_record(WHOLE, word).id == record


def test_a_start_of_several_ids_is_refused_with_them() -> None:
    twins = msgspec.structs.replace(WHOLE, events=(*WHOLE.events, happened("notice", SENT)))
    said = refusal(Refused, lambda: find_record(twins, "e-not"))
    assert said == "'e-not' may be any of e-note, e-notice; write its id."


@pytest.mark.parametrize("word", ["x", "c", "e-", "d", "L", "fl"])
def test_a_letter_or_two_reach_no_record(word: str) -> None:
    assert refusal(UnknownRecord, lambda: find_record(WHOLE, word)).startswith(
        f"No record has the id '{word}'"
    )


@pytest.mark.parametrize("word", ["", "e-12", "d-Photo", "noid"])
def test_an_unknown_id_says_where_the_ids_are_shown(word: str) -> None:
    with pytest.raises(UnknownRecord) as caught:
        find_record(WHOLE, word)
    assert caught.value.word == word
    assert f"'{word}'" in str(caught.value)
    assert "'event list', 'docs list', 'deadline list' and 'contacts'" in str(caught.value)


def test_a_record_that_was_removed_is_told_with_the_way_back() -> None:
    said = refusal(NoRecord, lambda: find_record(WHOLE, GONE.id))
    assert said == f"{GONE.id} was removed; undo brings it back."


def test_the_records_of_a_case_are_those_that_were_not_removed() -> None:
    names = [record.id for record in records(WHOLE)]
    assert names == ["e-1", "e-note", "d-Letter", "d-Chart", "c-ceac-2026-11-02", "x-1"]
    assert all(has_record(WHOLE, name) for name in names)
    for name in ("e", "E-1", GONE.id, OFF_LIST.id, ""):
        assert not has_record(WHOLE, name)


def test_an_id_of_another_case_is_answered_with_that_case() -> None:
    cases = (WHOLE, OTHER)
    said = refusal(Refused, lambda: must_not_be_of_another("e-interview", WHOLE, cases))
    assert said == ("e-interview belongs to case 2 (Ana), and case 1 is in hand: add --case 2.")
    must_not_be_of_another("e-1", WHOLE, cases)
    must_not_be_of_another("e-inter", WHOLE, cases)
    must_not_be_of_another("e-interview", OTHER, cases)


NOW = [
    (field, {"name": "Chart", "submitted": SENT, "original": True, "route": ""}[field.name])
    for field in document_fields()
    if field.name in ("name", "submitted", "original", "route")
]
"""Some fields of a document, with their values."""


@pytest.mark.parametrize(
    "seen",
    [
        {},
        {"name": "Chart"},
        {"name": "Chart", "submitted": "2026-11-02", "original": "yes", "route": ""},
        {"a_field_of_a_later_version": ""},
    ],
)
def test_a_record_that_is_as_it_was_shown_may_be_changed(seen: dict[str, str]) -> None:
    must_be_as_seen(seen, NOW)


@pytest.mark.parametrize(
    ("seen", "labels", "differences"),
    [
        ({"name": "chart"}, "Name", [("chart", "Chart")]),
        ({"submitted": ""}, "Submitted on", [("", "2026-11-02")]),
        ({"original": "no"}, "Original sent", [("no", "yes")]),
        ({"route": "e-mail"}, "Route", [("e-mail", "")]),
        (
            {"name": "Letter", "original": "yes", "submitted": ""},
            "Name, Submitted on",
            [("Letter", "Chart"), ("", "2026-11-02")],
        ),
        ({"gone": "x"}, "gone", [("x", "")]),
    ],
)
def test_what_changed_meanwhile_is_named_and_nothing_is_saved(
    seen: dict[str, str], labels: str, differences: list[tuple[str, str]]
) -> None:
    with pytest.raises(ChangedSince) as caught:
        must_be_as_seen(seen, NOW)
    assert str(caught.value) == f"Nothing was saved: changed meanwhile by another: {labels}."
    assert [(found.before, found.now) for found in caught.value.differences] == differences


def test_an_event_is_found_by_its_kind_where_there_is_one() -> None:
    assert find_record(WHOLE, "note").id == "e-note"
    assert find_record(WHOLE, "refused").id == "e-1"
    twice = msgspec.structs.replace(
        WHOLE, events=(*WHOLE.events, msgspec.structs.replace(WHOLE.events[-1], id="e-2"))
    )
    said = refusal(Refused, lambda: find_record(twice, "note"))
    assert said == "'note' may be any of e-note, e-2; write its id."


@pytest.mark.parametrize(
    ("word", "record"),
    [
        ("NOIR", "e-noir"),
        ("Passport requested", "e-passport_requested"),
        ("notice of intent", "e-noir"),
        ("slip", "e-1"),
        ("221(g)", "e-1"),
        ("inter", "d-Interview letter"),
    ],
)
def test_an_event_goes_by_the_name_of_its_kind_where_the_rules_are_at_hand(
    word: str, record: str
) -> None:
    events = [happened(kind, SENT) for kind in ("noir", "passport_requested", "passport_sent")]
    found = case(refused(), *events, papers=[paper("Interview letter")])
    assert find_record(found, word, RULES).id == record
    with pytest.raises(UnknownRecord):
        find_record(found, "withdrawn", RULES)
    said = refusal(Refused, lambda: find_record(found, "passport", RULES))
    assert said == "'passport' may be any of e-passport_requested, e-passport_sent; write its id."
