"""Each kind of text is read: what it takes, what empties it, and what is refused."""

from datetime import date

import pytest

from core.fields.kit import field, read
from core.refusals import refusal
from core.snapshot.kit import RULES, TODAY
from g221_tui.core.fields.table import choices_of
from g221_tui.core.model import Requester, UsLink, YesNo
from g221_tui.errors import NotUnderstood


@pytest.mark.parametrize("text", ["", " ", " Mumbai ", "[b]", "e\u0301", "line\nline", "\u00a0x"])
def test_text_is_kept_raw(text: str) -> None:
    assert read("case", "post", text) == text
    assert read("document", "note", text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-11-09", date(2026, 11, 9)),
        ("9 Nov 2026", date(2026, 11, 9)),
        (" today ", TODAY),
        ("-3d", date(2026, 12, 9)),
        ("2028-02-29", date(2028, 2, 29)),
        ("", None),
        (" ", None),
    ],
)
def test_a_date_may_be_typed_in_any_known_form_and_emptied(text: str, value: object) -> None:
    assert read("case", "passport_expires", text) == value


@pytest.mark.parametrize("text", ["2027-02-29", "05/02/2026", "2026", "soon", "2026-13-01"])
def test_no_date_and_an_ambiguous_one_are_refused_with_what_was_typed(text: str) -> None:
    assert text in refusal(NotUnderstood, lambda: read("case", "passport_expires", text))


@pytest.mark.parametrize("text", ["", " "])
@pytest.mark.parametrize(
    ("group", "name"), [("round", "refused"), ("contact", "on"), ("deadline", "date")]
)
def test_a_day_that_a_record_must_have_cannot_be_emptied(group: str, name: str, text: str) -> None:
    assert "no date" in refusal(NotUnderstood, lambda: read(group, name, text))


@pytest.mark.parametrize(
    ("group", "name", "text", "value"),
    [
        ("case", "tracking", "YES", "yes"),
        ("case", "tracking", " n ", "no"),
        ("case", "tracking", "", YesNo.UNKNOWN),
        ("case", "us_link", "emp", UsLink.EMPLOYER),
        ("case", "us_link", "", UsLink.UNKNOWN),
        ("case", "policy", "ask", "ask-never"),
        ("case", "policy", "", "guide"),
        ("event", "kind", "noid", "noid"),
        ("document", "by", "slip", Requester.SLIP),
        ("document", "by", "", None),
        ("document", "reason", "med", "medical"),
        ("document", "reason", "", ""),
        ("contact", "purpose", "doc", "documents"),
        ("contact", "direction", "in", "in"),
        ("contact", "channel", "consulate_e", "consulate_email"),
        ("contact", "channel", "legal", "legalnet"),
    ],
)
def test_a_choice_is_read_by_its_start_in_any_case_and_emptied_to_unknown_or_none(
    group: str, name: str, text: str, value: object
) -> None:
    assert read(group, name, text) == value


@pytest.mark.parametrize(
    ("group", "name", "text"),
    [
        ("case", "us_link", "uncle"),
        ("case", "us_link", "s"),
        ("case", "policy", "embassy"),
        ("event", "kind", ""),
        ("contact", "purpose", ""),
        ("contact", "channel", "fax"),
    ],
)
def test_what_is_no_choice_or_several_is_answered_with_all_of_them(
    group: str, name: str, text: str
) -> None:
    said = refusal(NotUnderstood, lambda: read(group, name, text))
    assert f"'{text}'" in said
    for word in choices_of(field(group, name), RULES):
        assert word in said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", ()),
        ("documents", ("documents",)),
        ("doc, ds5535", ("documents", "ds5535")),
        ("  MEDICAL   police ,fee", ("medical", "police", "fee")),
        ("social media, fee", ("online_presence", "fee")),
        ("Administrative processing", ("background",)),
        ("AP", ("background",)),
    ],
)
def test_reasons_are_a_list_with_commas_or_blanks(text: str, value: tuple[str, ...]) -> None:
    assert read("case", "reason", text) == value


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("wait", "90", 90),
        ("wait", " 90  days ", 90),
        ("wait", "1 day", 1),
        ("wait", "0", 0),
        ("wait", "9999", 9999),
        ("wait", "", None),
        ("dv_year", "2027", 2027),
        ("dv_year", " ", None),
    ],
)
def test_a_number_is_read_with_or_without_its_word(name: str, text: str, value: object) -> None:
    assert read("case", name, text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("wait", "-3"),
        ("wait", "10000"),
        ("wait", "1.5"),
        ("wait", "two months"),
        ("wait", "\u0669\u0660"),
        ("wait", "90 weeks"),
        ("dv_year", "27"),
        ("dv_year", "1999"),
        ("dv_year", "FY2027"),
    ],
)
def test_what_is_no_such_number_is_refused(name: str, text: str) -> None:
    assert f"'{text}' is not" in refusal(NotUnderstood, lambda: read("case", name, text))


@pytest.mark.parametrize(
    ("text", "value"), [("yes", True), ("N", False), ("", None), ("unknown", None), (" y ", True)]
)
def test_original_or_copy_is_yes_no_or_not_said(text: str, value: object) -> None:
    assert read("document", "original", text) is value


@pytest.mark.parametrize(
    ("text", "value"),
    [("yes", TODAY), (" Y", TODAY), ("no", None), ("", None), ("2026-11-09", date(2026, 11, 9))],
)
def test_an_emergency_is_a_date_or_yes_for_today(text: str, value: object) -> None:
    assert read("case", "emergency", text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("CA", "CA"),
        ("ca", "CA"),
        ("California", "CA"),
        ("new y", "NY"),
        ("PUERTO RICO", "PR"),
        ("dc", "DC"),
        ("in", "IN"),
        ("", ""),
    ],
)
def test_a_state_is_read_by_two_letters_or_its_name_the_letters_first(
    text: str, value: str
) -> None:
    assert read("case", "us_state", text) == value


@pytest.mark.parametrize("text", ["XX", "Bavaria"])
def test_no_state_is_refused_with_an_example(text: str) -> None:
    said = refusal(NotUnderstood, lambda: read("case", "us_state", text))
    assert said == f"'{text}' is not a US state; write two letters such as CA, DC or PR."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("c", "'c' may be California (CA), Colorado (CO) or Connecticut (CT); write two letters"),
        ("Californa", "did you mean CA (California)? Write two letters such as CA, DC or PR."),
    ],
)
def test_several_states_are_named_and_a_near_miss_is_offered(text: str, told: str) -> None:
    assert told in refusal(NotUnderstood, lambda: read("case", "us_state", text))


@pytest.mark.parametrize(
    ("group", "name", "day"),
    [
        ("event", "on", date(2026, 3, 14)),
        ("event", "due", date(2027, 3, 14)),
        ("document", "submitted", date(2026, 3, 14)),
        ("document", "expires", date(2027, 3, 14)),
        ("contact", "page_updated", date(2026, 3, 14)),
        ("deadline", "date", date(2027, 3, 14)),
        ("case", "passport_expires", date(2027, 3, 14)),
        ("case", "programme_starts", date(2027, 3, 14)),
        ("case", "emergency", date(2026, 3, 14)),
        ("round", "refused", date(2026, 3, 14)),
        ("round", "letter_deadline", date(2027, 3, 14)),
    ],
)
def test_a_date_without_its_year_is_a_past_day_for_what_happened_and_a_coming_one_else(
    group: str, name: str, day: date
) -> None:
    assert read(group, name, "14 Mar") == day


def test_a_birth_date_needs_its_year() -> None:
    said = refusal(NotUnderstood, lambda: read("case", "child_birthday", "14 Mar"))
    assert "gives no year, and this date needs it" in said


@pytest.mark.parametrize("text", ["212(f)", "212f", "Travel ban", "fee, proclamation", "214(b)"])
def test_a_section_under_which_nothing_waits_is_no_reason(text: str) -> None:
    said = refusal(NotUnderstood, lambda: read("case", "reason", text))
    assert "is no reason of a 221(g) slip" in said
    assert "not a wait" in said


@pytest.mark.parametrize("text", ["221g", "social networks"])
def test_what_is_no_reason_is_named_whole(text: str) -> None:
    said = refusal(NotUnderstood, lambda: read("case", "reason", text))
    assert f"'{text}' is not a known reason" in said


def test_every_reason_is_read_by_its_code_and_by_its_name() -> None:
    for code, title in RULES.reasons.items():
        assert read("case", "reason", code) == (code,)
        if "," not in title:
            assert read("case", "reason", title) == (code,)


@pytest.mark.parametrize("text", ["INA 212(f)", "Proclamation 10949", "under the travel ban"])
def test_a_section_is_no_reason_among_other_words_either(text: str) -> None:
    said = refusal(NotUnderstood, lambda: read("case", "reason", text))
    section = next(s for s in RULES.sections if s.id == "212(f)")
    assert said == f"'{text}' is no reason of a 221(g) slip. {section.says} ({section.cited})"


def test_people_s_words_for_a_reason_are_offered_where_one_is_mistyped() -> None:
    said = refusal(NotUnderstood, lambda: read("case", "reason", "socal media"))
    assert "did you mean social media? Known: documents," in said
