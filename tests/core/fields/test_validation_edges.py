"""What is wrong with a row: every faulty field, and what is left of it."""

from g221_tui.core.fields.validation import faults, readable
from g221_tui.core.model import CaseRecord, Contact

GOOD: dict[str, object] = {"id": "c-1", "case": "1", "channel": "dos", "on": "2026-12-12"}


def test_a_row_that_is_well_has_no_fault() -> None:
    assert faults(Contact, GOOD) == ()
    assert faults(Contact, GOOD | {"unknown": [1]}) == ()


def test_each_faulty_field_is_named_and_a_missing_one_only_where_it_is_needed() -> None:
    row = {"id": "c-1", "case": "1", "on": "soon", "note": 7}
    assert faults(Contact, row) == (
        "channel: is missing",
        'on: "soon" is not a date (YYYY-MM-DD)',
        "note: 7 is not text",
    )


def test_a_record_is_read_without_the_fields_that_are_faulty() -> None:
    row = {"id": "1", "title": "Mine", "wait": "long", "petition": "perhaps"}
    found = readable(CaseRecord, row)
    assert found == CaseRecord(id="1", title="Mine")
    assert readable(Contact, GOOD | {"on": "soon"}) is None, "it needs its day"
