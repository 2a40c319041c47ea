"""The fields as text: which there are, where they lie, and what is written for a value."""

from datetime import date

import pytest

from core.fields.kit import FIELDS, field
from core.snapshot.kit import RULES, TODAY
from g221_tui.core.fields.table import (
    Kind,
    case_fields,
    choices_of,
    field_text,
    read_field,
    round_fields,
    value_of,
)
from g221_tui.core.model import UsLink, YesNo

SET = (
    "title case_number post visa reason tracking us_link us_state petition policy wait emergency"
    " applicant email phone passport_number application_id receipt_number petitioner slip_colour"
    " submit_how post_email post_phone post_tracker_url passport_expires medical_expires"
    " petition_expires police_expires offer_expires programme_starts child_birthday dv_year"
    " birth_date nationality address writer writer_role"
)
"""Names of the design that `set` takes and the case keeps."""


def test_set_takes_each_fact_by_its_name() -> None:
    assert set(SET.split()) <= {found.name for found in case_fields()}
    named = {found.name for found in round_fields()}
    assert {"refused", "letter_deadline", "documents_asked"} <= named


@pytest.mark.parametrize("group", FIELDS)
def test_each_field_has_a_name_of_its_own_a_label_and_a_place_in_its_record(group: str) -> None:
    fields, record = FIELDS[group]
    names = [found.name for found in fields]
    assert len(set(names)) == len(names)
    for found in fields:
        assert found.label.strip()
        value_of(record, found)


@pytest.mark.parametrize("group", FIELDS)
def test_every_date_lies_in_a_span_that_the_rules_know(group: str) -> None:
    for found in FIELDS[group][0]:
        assert found.span in RULES.spans, found.name


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (date(2026, 3, 4), "2026-03-04"),
        (("documents", "ds5535"), "documents, ds5535"),
        ((), ""),
        (YesNo.UNKNOWN, "unknown"),
        (UsLink.SELF, "self"),
    ],
)
def test_a_value_is_written_as_it_would_be_typed(value: object, text: str) -> None:
    assert field_text(value) == text


@pytest.mark.parametrize("group", FIELDS)
def test_what_is_written_for_a_value_reads_as_that_value_again(group: str) -> None:
    fields, record = FIELDS[group]
    for found in fields:
        value = value_of(record, found)
        assert read_field(found, field_text(value), RULES, TODAY) == value, found.name


def test_only_a_choice_has_known_words() -> None:
    assert choices_of(field("case", "post"), RULES) == ()
    assert choices_of(field("case", "policy"), RULES) == tuple(RULES.policies)
    assert field("case", "policy").kind is Kind.CHOICE
