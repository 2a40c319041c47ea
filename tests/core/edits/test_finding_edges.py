"""A record is found by its id, in its own case, and as it was shown."""

import pytest

from core.life import LATER, Life
from core.steps import opened
from g221_tui.core.edits.facts import known_facts
from g221_tui.core.edits.finding import find_record, must_be_as_seen, must_not_be_of_another
from g221_tui.core.fields.table import contact_fields
from g221_tui.errors import ChangedSince, NoRecord, Refused


def test_a_paper_that_was_taken_off_the_list_is_not_found(life: Life) -> None:
    opened(life)
    paper = life("docs", "add", "Diploma", today=LATER).record
    assert find_record(life.case, paper).id == paper
    life("docs", "remove", "Diploma", today=LATER)
    with pytest.raises(NoRecord):
        find_record(life.case, paper)


def test_whose_record_it_is_is_said_of_another_case_s_only(life: Life) -> None:
    opened(life)
    first = life.case
    opened(life)
    record = first.events[0].id
    must_not_be_of_another(record, first, life.book.cases)
    with pytest.raises(Refused, match=f"{record} belongs to case 1 .*: add --case 1"):
        must_not_be_of_another(record, life.case, life.book.cases)


def test_a_record_of_which_a_text_grew_is_not_as_it_was_seen() -> None:
    note = next(field for field in contact_fields() if field.name == "note")
    must_be_as_seen({"note": "Rang"}, [(note, "Rang")])
    for now in ("Rang twice", "", "Wrote"):
        with pytest.raises(ChangedSince) as told:
            must_be_as_seen({"note": "Rang"}, [(note, now)])
        assert [(d.label, d.before, d.now) for d in told.value.differences] == [
            ("Note", "Rang", now)
        ]


def test_the_fact_with_two_names_is_shown_once(life: Life) -> None:
    opened(life)
    names = [field.name for field, _ in known_facts(life.day())]
    assert "asked" in names
    assert "documents_asked" not in names
    assert len(names) == len(set(names))
