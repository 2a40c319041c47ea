"""What is wrong with a row of the file: each faulty field, in words a person can act on."""

from datetime import date

import msgspec
import pytest

from g221_tui.core.fields.validation import faults, readable, taken, wanted
from g221_tui.core.model import (
    CaseLink,
    CaseRecord,
    Contact,
    Document,
    Event,
    NamedDeadline,
    Requester,
    YesNo,
)

LONE = "\ud800"
"""A lone surrogate: no character, and no UTF-8."""
SLIP: dict[str, object] = {"id": "e-1", "case": "1", "kind": "refused_221g", "on": "2026-10-26"}


def test_a_row_that_is_well_is_a_record_without_a_fault() -> None:
    assert faults(Event, SLIP) == ()
    slip = Event(id="e-1", case="1", kind="refused_221g", on=date(2026, 10, 26))
    assert taken(Event, SLIP) == readable(Event, SLIP) == slip


def test_names_of_a_later_version_are_passed_over() -> None:
    row = {**SLIP, "colour": {"deep": [1]}, "": None, LONE: "x"}
    assert faults(Event, row) == ()
    assert taken(Event, row) == taken(Event, SLIP)


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("on", "2026-02-30", 'on: "2026-02-30" is not a date (YYYY-MM-DD)'),
        ("on", "26/10/2026", 'on: "26/10/2026" is not a date (YYYY-MM-DD)'),
        ("on", 20261026, "on: 20261026 is not a date (YYYY-MM-DD)"),
        ("kind", 3, "kind: 3 is not text"),
        ("kind", None, "kind: null is not text"),
        ("note", ["a"], 'note: ["a"] is not text'),
        ("asked", "maybe", 'asked: "maybe" is not one of yes, no, unknown'),
        ("asked", True, "asked: true is not one of yes, no, unknown"),
    ],
)
def test_a_faulty_field_is_told_with_its_value_and_what_it_takes(
    name: str, value: object, fault: str
) -> None:
    row = {**SLIP, name: value}
    assert faults(Event, row) == (fault,)
    with pytest.raises(msgspec.ValidationError):
        taken(Event, row)


def test_every_faulty_and_every_missing_field_is_told() -> None:
    assert faults(Document, {"id": 7, "expires_on": "soon", "original": "yes"}) == (
        "id: 7 is not an id: letters, digits and dashes",
        "case: is missing",
        "name: is missing",
        'expires_on: "soon" is not a date (YYYY-MM-DD)',
        'original: "yes" is not true or false',
    )


def test_a_faulty_step_is_told_with_its_place() -> None:
    row = {"id": "d-1", "case": "1", "name": "Chart"}
    steps: list[object] = [
        {"state": "requested", "on": "2026-10-26"},
        {"state": "sent", "on": "2026-11-02"},
        {"state": "received"},
    ]
    assert faults(Document, {**row, "steps": steps}) == (
        'steps 2: state: "sent" is not one of requested, ready, submitted, received, returned,'
        " waived",
        "steps 3: on: is missing",
    )
    assert faults(Document, {**row, "steps": ["sent"]}) == (
        'steps: ["sent"] is not a list, each an object of state, on, by',
    )


def test_an_optional_field_may_be_null_or_left_out() -> None:
    assert faults(Event, {**SLIP, "on": None, "learned": None}) == ()
    assert taken(Event, {**SLIP, "on": None}).on is None


def test_the_name_in_the_file_is_the_one_that_is_told() -> None:
    row: dict[str, object] = {"id": "c-1", "case": "1", "channel": "dos", "on": "2026-11-02"}
    assert taken(Contact, {**row, "with": "Ms R."}).with_whom == "Ms R."
    assert faults(Contact, {**row, "with": 1}) == ("with: 1 is not text",)


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ({**SLIP, "on": "soon"}, Event(id="e-1", case="1", kind="refused_221g")),
        (
            {**SLIP, "asked": "?", "note": "x"},
            Event(id="e-1", case="1", kind="refused_221g", on=date(2026, 10, 26), note="x"),
        ),
        ({**SLIP, "id": None}, None),
        ({"case": "1", "kind": "note"}, None),
        ({}, None),
    ],
    ids=["date", "choice", "no id", "id missing", "empty"],
)
def test_what_is_well_of_a_row_is_readable_unless_a_required_field_is_not(
    row: dict[str, object], kept: Event | None
) -> None:
    assert readable(Event, row) == kept


def test_a_long_value_is_cut_in_the_message() -> None:
    (fault,) = faults(Event, {**SLIP, "on": "x" * 500})
    assert fault.endswith("… is not a date (YYYY-MM-DD)")
    assert len(fault) < 80


@pytest.mark.parametrize("value", [LONE, [LONE], {"a": LONE}, {LONE: "a"}, [{LONE: 1}]])
def test_a_lone_surrogate_is_a_fault_where_no_text_is_taken_and_never_an_error(
    value: object,
) -> None:
    row = {**SLIP, "on": value}
    assert len(faults(Event, row)) == 1
    with pytest.raises(msgspec.ValidationError):
        taken(Event, row)
    assert readable(Event, row) == Event(id="e-1", case="1", kind="refused_221g")


def test_the_names_of_a_link_may_hold_what_no_field_is_called() -> None:
    row = {"id": "1", "links": [{"case": "2", "kind": "family", LONE: 1}]}
    assert taken(CaseRecord, row).links == (CaseLink(case="2", kind="family"),)
    assert faults(CaseRecord, row) == ()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (str, "text"),
        (int, "a whole number"),
        (bool, "true or false"),
        (date, "a date (YYYY-MM-DD)"),
        (date | None, "a date (YYYY-MM-DD)"),
        (YesNo, "one of yes, no, unknown"),
        (Requester | None, "one of slip, post, uscis"),
        (tuple[str, ...], "a list, each text"),
        (tuple[CaseLink, ...], "a list, each an object of case, kind"),
        (dict, "an object"),
    ],
)
def test_what_a_field_takes_is_said_in_words(kind: object, words: str) -> None:
    assert wanted(kind) == words


@pytest.mark.parametrize("kind", [CaseRecord, Event, Document, Contact, NamedDeadline])
def test_every_field_of_every_record_can_be_told_in_words(kind: type[msgspec.Struct]) -> None:
    for field in msgspec.structs.fields(kind):
        assert wanted(field.type) != "an object", field.name
