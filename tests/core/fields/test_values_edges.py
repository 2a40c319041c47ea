"""Texts for fields become values, all of them or none."""

from datetime import date

import pytest

from core.life import rules
from g221_tui.core.fields.table import case_fields
from g221_tui.core.fields.values import by_field, read_values
from g221_tui.errors import NotUnderstood, Refused, UnreadField

TODAY = date(2026, 12, 12)


def test_a_field_is_found_by_its_start_and_given_once() -> None:
    assert by_field(case_fields(), {"slip": "pink"}) == {"slip_colour": "pink"}
    with pytest.raises(NotUnderstood, match="'slip_colour' is the field slip_colour, which is giv"):
        by_field(case_fields(), {"slip": "pink", "slip_colour": "white"})


def test_a_date_outside_its_span_is_refused() -> None:
    def read(text: str) -> dict[str, object]:
        return read_values(case_fields(), {"child_birthday": text}, rules(), TODAY)

    assert read("2026-12-12") == {"child_birthday": TODAY}
    with pytest.raises(Refused, match="Child's birth date can't be dated Sun 13 Dec 2026"):
        read("2026-12-13")


def test_a_value_that_can_t_be_read_names_its_field() -> None:
    with pytest.raises(UnreadField) as told:
        read_values(case_fields(), {"title": "Mine", "wait": "long"}, rules(), TODAY)
    assert str(told.value).startswith("wait: ")
    assert told.value.for_people.startswith("Own wait, days: ")
