"""Texts become values all together or not at all, and a change is told in words."""

from datetime import date

import pytest

from core.refusals import refusal
from core.snapshot.kit import REFUSED, RULES, TODAY, contact, paper, refused
from g221_tui.core.fields.table import (
    Field,
    case_fields,
    contact_fields,
    document_fields,
    round_fields,
)
from g221_tui.core.fields.values import by_field, read_values, said
from g221_tui.core.model import CaseRecord, Purpose, Requester, UsLink, YesNo
from g221_tui.core.with_values import with_values
from g221_tui.errors import NotUnderstood, Refused, UnreadField


def of(fields: tuple[Field, ...], name: str) -> Field:
    """A field by its name."""
    return next(field for field in fields if field.name == name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("post", "post"),
        ("POST", "post"),
        ("vis", "visa"),
        ("passport_n", "passport_number"),
        ("Us_S", "us_state"),
    ],
)
def test_a_field_is_found_exact_then_in_any_case_then_by_its_only_start(
    typed: str, name: str
) -> None:
    assert by_field(case_fields(), {typed: "x"}) == {name: "x"}


@pytest.mark.parametrize("typed", ["", "xx", "employer of"])
def test_no_field_is_answered_with_all(typed: str) -> None:
    message = refusal(NotUnderstood, lambda: by_field(case_fields(), {typed: "x"}))
    assert f"'{typed}' is not a known field" in message
    assert all(field.name in message for field in case_fields())


def test_the_texts_keep_their_order_and_a_field_given_twice_is_refused() -> None:
    texts = {"visa": "H-1B", "post": "", "title": " a "}
    assert list(by_field(case_fields(), texts).items()) == list(texts.items())
    message = refusal(NotUnderstood, lambda: by_field(case_fields(), {"visa": "a", "vi": "b"}))
    assert message == "'vi' is the field visa, which is given twice."


def test_the_values_are_those_of_the_attributes() -> None:
    texts = {"by": "slip", "asked": "2026-10-26", "original": "no", "expires": ""}
    assert read_values(document_fields(), texts, RULES, TODAY) == {
        "asker": Requester.SLIP,
        "requested": REFUSED,
        "original": False,
        "expires_on": None,
    }
    assert read_values(document_fields(), {}, RULES, TODAY) == {}


@pytest.mark.parametrize(
    ("texts", "name", "label"),
    [
        ({"post": "Delhi", "wait": "soon"}, "wait", "Own wait, days"),
        ({"passport_expires": "2026"}, "passport_expires", "Passport expires"),
        ({"us_state": "Bavaria"}, "us_state", "US state of that link"),
    ],
)
def test_an_unreadable_text_is_named_as_typed_and_as_a_person_reads_it(
    texts: dict[str, str], name: str, label: str
) -> None:
    with pytest.raises(UnreadField) as caught:
        read_values(case_fields(), texts, RULES, TODAY)
    assert str(caught.value).startswith(f"{name}: ")
    assert caught.value.for_people == str(caught.value).replace(name, label, 1)


def test_a_name_that_is_no_field_is_refused_with_the_known_ones() -> None:
    message = refusal(
        NotUnderstood, lambda: read_values(round_fields(), {"post": "x"}, RULES, TODAY)
    )
    assert message.startswith("'post' is not a known field; known: asked, documents_asked")


@pytest.mark.parametrize(
    ("fields", "name", "last", "after"),
    [
        (document_fields(), "submitted", TODAY, date(2026, 12, 13)),
        (document_fields(), "expires", date(2056, 12, 12), date(2056, 12, 13)),
        (contact_fields(), "on", TODAY, date(2026, 12, 13)),
        (round_fields(), "refused", TODAY, date(2026, 12, 13)),
        (round_fields(), "letter_deadline", date(2056, 12, 12), date(2056, 12, 13)),
        (case_fields(), "child_birthday", TODAY, date(2026, 12, 13)),
    ],
)
def test_each_date_has_the_last_day_of_its_kind(
    fields: tuple[Field, ...], name: str, last: date, after: date
) -> None:
    attr = of(fields, name).attr
    assert read_values(fields, {name: last.isoformat()}, RULES, TODAY) == {attr: last}
    texts = {name: after.isoformat()}
    message = refusal(Refused, lambda: read_values(fields, texts, RULES, TODAY))
    assert message.startswith(f"{of(fields, name).label} can't be dated")


def test_the_values_change_their_attributes_and_nothing_else() -> None:
    before = paper("Chart")
    after = with_values(before, {"requested_by": None, "note": "a\nb", "expires_on": TODAY})
    assert (after.requested_by, after.note, after.expires_on) == (None, "a\nb", TODAY)
    assert (after.id, after.name, after.steps) == (before.id, "Chart", before.steps)
    assert before == paper("Chart")
    assert with_values(before, {}) == before


def test_words_become_the_types_of_the_record() -> None:
    facts = with_values(CaseRecord(id="1"), {"us_link": "self", "reasons": ("fee",), "wait": None})
    assert facts.us_link is UsLink.SELF
    assert facts.reasons == ("fee",)
    assert with_values(refused(), {"asked": "no"}).asked is YesNo.NO
    assert with_values(contact("dos", TODAY), {"purpose": "answer"}).purpose is Purpose.ANSWER


def test_a_field_that_is_called_otherwise_in_the_file_is_set_too() -> None:
    assert with_values(contact("dos", TODAY), {"with_whom": "Ms R."}).with_whom == "Ms R."


@pytest.mark.parametrize(
    ("name", "before", "after", "words"),
    [
        ("post", "Mumbai", "Delhi", "Post: Mumbai → Delhi"),
        ("post", "", "[Delhi]", "Post: nothing → [Delhi]"),
        ("post", "Mumbai", "", "Post: Mumbai → nothing"),
        ("us_link", UsLink.UNKNOWN, "self", "US link: not known yet → you, working in the US"),
        ("wait", None, 0, "Own wait, days: nothing → 0"),
        (
            "passport_expires",
            date(2027, 6, 30),
            None,
            "Passport expires: Wed 30 Jun 2027 → nothing",
        ),
    ],
)
def test_a_change_is_told_with_the_old_value_and_the_new(
    name: str, before: object, after: object, words: str
) -> None:
    assert said(of(case_fields(), name), before, after, RULES) == words


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Passport number", "passport_number"),
        ("passport no", ""),
        ("Own wait", "wait"),
        ("us-link", "us_link"),
        ("US LINK", "us_link"),
        ("res", "rest"),
        ("Post\u2019s e-mail", "post_email"),
        ("documents asked for", "asked"),
    ],
)
def test_a_field_goes_by_its_label_too(typed: str, name: str) -> None:
    fields = (*round_fields(), *case_fields())
    if name:
        assert by_field(fields, {typed: "x"}) == {name: "x"}
    else:
        said = refusal(NotUnderstood, lambda: by_field(fields, {typed: "x"}))
        assert "did you mean passport_number (Passport number)? Known:" in said


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("us_link", "the employer", UsLink.EMPLOYER),
        ("us_link", "nobody", UsLink.NONE),
        ("tracking", "not known yet", YesNo.UNKNOWN),
        ("tracking", "n", YesNo.NO),
        ("reason", "documents background", ("documents", "background")),
    ],
)
def test_a_choice_goes_by_its_words_too(name: str, text: str, value: object) -> None:
    attr = of(case_fields(), name).attr
    assert read_values(case_fields(), {name: text}, RULES, TODAY) == {attr: value}


def test_a_reason_goes_by_its_whole_name() -> None:
    for code, title in RULES.reasons.items():
        if "," not in title:
            texts = {"reason": f"{title}, ds5535"}
            assert read_values(case_fields(), texts, RULES, TODAY) == {"reasons": (code, "ds5535")}
