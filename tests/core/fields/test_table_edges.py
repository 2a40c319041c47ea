"""What is typed for a field is read strictly, and told in words."""

from datetime import date

import pytest

from core.life import rules
from g221_tui.core.fields.labels import NOT_SAID, choices
from g221_tui.core.fields.table import (
    Field,
    case_fields,
    contact_fields,
    document_fields,
    event_fields,
    field_text,
    read_field,
)
from g221_tui.core.rulebook.span import AHEAD, HAPPENED
from g221_tui.errors import NotUnderstood

TODAY = date(2026, 12, 12)


def field(name: str, fields: tuple[Field, ...] = case_fields()) -> Field:
    """The field of that name."""
    return next(each for each in fields if each.name == name)


def read(name: str, text: str, fields: tuple[Field, ...] = case_fields()) -> object:
    """What the text stands for in that field."""
    return read_field(field(name, fields), text, rules(), TODAY)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("wait", "90", 90),
        ("wait", "1000 days", 1000),
        ("wait", " ", None),
        ("dv_year", "2026", 2026),
        ("emergency", "yes", TODAY),
        ("emergency", "no", None),
        ("emergency", "NO", None),
        ("emergency", "", None),
        ("emergency", "2026-12-01", date(2026, 12, 1)),
        ("us_state", "ca", "CA"),
        ("us_state", "california", "CA"),
        ("reason", "medical, police", ("medical", "police")),
        ("policy", "", "guide"),
        ("tracking", "", "unknown"),
        ("passport_expires", "", None),
    ],
)
def test_a_fact_is_read_as_it_is_typed(name: str, text: str, value: object) -> None:
    assert read(name, text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [("wait", "10000"), ("wait", "-1"), ("dv_year", "1999"), ("us_state", "C"), ("policy", "x")],
)
def test_what_no_field_takes_is_refused(name: str, text: str) -> None:
    with pytest.raises(NotUnderstood):
        read(name, text)


@pytest.mark.parametrize(
    ("text", "value"), [("yes", True), ("no", False), ("", None), ("unknown", None)]
)
def test_an_original_a_copy_or_nothing_said(text: str, value: bool | None) -> None:
    assert read("original", text, document_fields()) is value


def test_a_paper_that_nobody_asks_for_any_more_is_an_extra() -> None:
    assert read("by", "", document_fields()) is None
    assert read("by", "slip", document_fields()) == "slip"
    assert choices(field("by", document_fields()), rules())[""] == "nobody: an extra"


def test_what_may_be_left_empty_has_words_for_that_and_what_may_not_has_none() -> None:
    assert choices(field("reason", document_fields()), rules())[""] == NOT_SAID
    assert "" not in choices(field("purpose", contact_fields()), rules())
    assert "" not in choices(field("policy"), rules())


def test_what_happened_has_the_span_of_what_happened_and_what_expires_may_lie_ahead() -> None:
    for each in document_fields():
        if each.kind == "date":
            assert each.span == (AHEAD if each.name == "expires" else HAPPENED), each.name
    assert field("learned", event_fields()).span == HAPPENED
    assert field("due", event_fields()).span == AHEAD


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (True, "yes"), (False, "no"), (TODAY, "2026-12-12"), (("a", "b"), "a, b")],
)
def test_a_value_has_the_text_that_would_be_typed_for_it(value: object, text: str) -> None:
    assert field_text(value) == text
