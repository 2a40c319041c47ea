"""The words for codes: every code a person may meet has some, and none is shown raw."""

from datetime import date

import pytest

from core.snapshot.kit import RULES, TODAY, contact, flight, happened, paper, refused
from g221_tui.core.fields.labels import (
    ASKERS,
    NEEDED,
    choices,
    needed_words,
    record_name,
    value_words,
)
from g221_tui.core.fields.table import (
    Field,
    case_fields,
    contact_fields,
    document_fields,
    event_fields,
    round_fields,
)
from g221_tui.core.model import Contact, Document, Event, NamedDeadline, Requester, UsLink

EVERY = (
    *case_fields(),
    *round_fields(),
    *event_fields(),
    *contact_fields(),
    *document_fields(),
)
CHOICES = [
    "tracking",
    "us_link",
    "petition",
    "policy",
    "kind",
    "channel",
    "purpose",
    "direction",
    "by",
    "visa_inside",
    "asked",
    "documents_asked",
    "reason",
]


def of(name: str) -> Field:
    """The first field of that name."""
    return next(field for field in EVERY if field.name == name)


@pytest.mark.parametrize("name", CHOICES)
def test_every_code_of_a_choice_has_words(name: str) -> None:
    found = choices(of(name), RULES)
    assert found
    assert all(words.strip() for words in found.values())


@pytest.mark.parametrize("name", ["us_link", "by", "purpose", "direction", "kind", "channel"])
def test_the_words_are_not_the_codes(name: str) -> None:
    for code, words in choices(of(name), RULES).items():
        assert words != code, code
        assert "_" not in words


@pytest.mark.parametrize("name", CHOICES)
def test_no_two_codes_of_a_choice_have_the_same_words(name: str) -> None:
    words = list(choices(of(name), RULES).values())
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("name", ["post", "note", "on", "wait", "passport_expires", "original"])
def test_free_text_and_dates_have_no_words(name: str) -> None:
    assert choices(of(name), RULES) == {}


@pytest.mark.parametrize(
    ("name", "empty"),
    [("by", "nobody: an extra"), ("tracking", None), ("policy", None), ("purpose", None)],
)
def test_only_what_can_be_empty_offers_it(name: str, empty: str | None) -> None:
    assert choices(of(name), RULES).get("") == empty


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("us_link", UsLink.EMPLOYER, "the employer"),
        ("us_link", UsLink.UNKNOWN, "not known yet"),
        ("by", Requester.SLIP, "the letter (221(g) slip)"),
        ("direction", "in", "they answered me"),
        ("channel", "dos", "State Dept"),
        ("kind", "noir", "Notice of intent to revoke"),
        ("kind", "of_a_later_version", "of_a_later_version"),
        ("policy", "gone", "gone"),
        ("post", "[Mumbai]", "[Mumbai]"),
        ("post", "", ""),
        ("passport_expires", date(2027, 6, 30), "2027-06-30"),
        ("passport_expires", None, ""),
        ("wait", 0, "0"),
        ("original", False, "no"),
    ],
)
def test_a_value_is_read_in_words_and_an_unknown_code_as_it_is(
    name: str, value: object, words: str
) -> None:
    assert value_words(of(name), value, RULES) == words


def test_reasons_are_read_by_their_titles() -> None:
    field = next(found for found in case_fields() if found.name == "reason")
    titles = [RULES.reasons[code] for code in ("documents", "ds5535")]
    assert value_words(field, ("documents", "ds5535"), RULES) == ", ".join(titles)
    assert value_words(field, ("ds5535", "of_later"), RULES) == f"{titles[1]}, of_later"
    assert value_words(field, (), RULES) == ""


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (paper("[Chart]"), "[Chart]"),
        (flight(TODAY), "Flight"),
        (contact("dos", TODAY), "State Dept, Sat 12 Dec 2026"),
        (contact("gone", TODAY), "gone, Sat 12 Dec 2026"),
        (refused(), "221(g) slip, Mon 26 Oct 2026"),
        (happened("of_later", TODAY), "of_later, Sat 12 Dec 2026"),
        (
            Event(id="e", case="1", kind="noir", learned=TODAY),
            "Notice of intent to revoke, Sat 12 Dec 2026",
        ),
    ],
)
def test_a_paper_is_called_by_its_name_and_what_happened_by_its_day(
    record: Event | Document | Contact | NamedDeadline, name: str
) -> None:
    assert record_name(record, RULES) == name


def test_every_fact_that_a_channel_needs_has_words() -> None:
    needs = {fact for channel in RULES.every_channel for fact in channel.needs}
    assert needs <= set(NEEDED)
    assert needed_words(["us_state", "birth_date"]) == (NEEDED["us_state"], "birth date")
    assert needed_words([]) == ()


def test_everyone_who_can_ask_for_a_paper_has_a_word_within_a_sentence() -> None:
    assert set(ASKERS) == set(Requester)
