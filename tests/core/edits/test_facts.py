"""The undated facts: set, cleared, kept with the round, and checked all together."""

from datetime import date, timedelta

import msgspec
import pytest

from core.edits.kit import applied, event, refused_by, touched
from core.snapshot.kit import REFUSED, RULES, TODAY, case, day_of, happened, paper, refused
from g221_tui.core.edits.facts import SetFacts, fact_fields, known_facts
from g221_tui.core.fields.table import field_text
from g221_tui.core.model import Event, UsLink, YesNo
from g221_tui.errors import ChangedSince, G221Error, NotUnderstood, Refused, UnreadField

LATER = date(2026, 11, 9)
PLAIN = case(refused(asked="unknown"), post="Mumbai")


def test_a_fact_is_set_with_the_old_value_and_the_new_in_words() -> None:
    edit = applied(SetFacts(values={"post": "Delhi", "us_link": "employer"}), PLAIN)
    assert (edit.case.facts.post, edit.case.facts.us_link) == ("Delhi", UsLink.EMPLOYER)
    assert edit.done == "Set Post: Mumbai → Delhi; US link: not known yet → the employer."
    assert touched(PLAIN, edit.case) == {"facts"}
    assert (edit.record, edit.on, edit.effect, edit.warnings) == ("1", TODAY, "", ())


@pytest.mark.parametrize("post", ["[Mumbai]", "Bogota\u0301", "Ciudad Juárez", " Mumbai ", "0"])
def test_names_are_kept_as_typed(post: str) -> None:
    assert applied(SetFacts(values={"post": post}), PLAIN).case.facts.post == post


@pytest.mark.parametrize(
    ("values", "attr", "kept"),
    [
        ({"post": ""}, "post", ""),
        ({"tracking": ""}, "tracking", YesNo.UNKNOWN),
        ({"us_link": " "}, "us_link", UsLink.UNKNOWN),
        ({"policy": ""}, "policy", "guide"),
        ({"wait": ""}, "wait", None),
        ({"emergency": ""}, "emergency", None),
        ({"passport_expires": ""}, "passport_expires", None),
        ({"reason": ""}, "reasons", ()),
    ],
)
def test_an_empty_text_clears(values: dict[str, str], attr: str, kept: object) -> None:
    full = case(
        refused(),
        post="Mumbai",
        tracking=YesNo.YES,
        us_link=UsLink.SELF,
        policy="state",
        wait=90,
        emergency=LATER,
        passport_expires=TODAY,
        reasons=("ds5535",),
    )
    assert getattr(applied(SetFacts(values=values), full).case.facts, attr) == kept


def test_the_facts_of_the_round_are_kept_with_its_refusal() -> None:
    values = {"asked": "no", "letter_deadline": "2027-01-15"}
    edit = applied(SetFacts(values=values), PLAIN)
    slip = event(edit.case, "e-1")
    assert (slip.asked, slip.letter_deadline) == (YesNo.NO, date(2027, 1, 15))
    assert touched(PLAIN, edit.case) == {"e-1"}
    assert edit.done == (
        "Set Documents asked for: not known yet → no; Date printed on the letter: nothing → Fri 15"
        " Jan 2027."
    )


@pytest.mark.parametrize("name", ["asked", "documents_asked", "docu"])
def test_what_was_asked_goes_by_two_names(name: str) -> None:
    assert event(applied(SetFacts(values={name: "yes"}), PLAIN).case, "e-1").asked is YesNo.YES


def test_a_fact_of_the_round_belongs_to_the_latest_round() -> None:
    again = Event(id="e-2", case="1", kind="refused_221g", on=date(2026, 12, 1))
    before = case(refused(asked="no"), happened("petition_returned", LATER), again)
    edit = applied(SetFacts(values={"asked": "yes"}), before)
    assert touched(before, edit.case) == {"e-2"}


def test_before_a_refusal_there_is_no_round_a_fact_could_belong_to() -> None:
    before = case(happened("interview", LATER))
    said = refused_by(Refused, SetFacts(values={"post": "Delhi", "asked": "no"}), before)
    assert "no refusal yet" in said


def test_the_day_of_the_refusal_moves_the_wait_and_the_papers_of_its_letter() -> None:
    before = case(refused(), papers=[paper("Letter")])
    edit = applied(SetFacts(values={"refused": "2026-10-28"}), before)
    assert touched(before, edit.case) == {"e-1", "d-Letter"}
    assert edit.done == (
        "Set Refused on: Mon 26 Oct 2026 → Wed 28 Oct 2026."
        " Its paper is asked for on Wed 28 Oct 2026 as well."
    )
    assert edit.effect.startswith("The wait now counts from Wed 28 Oct 2026 (it counted from Mon")


@pytest.mark.parametrize(
    ("values", "error", "why"),
    [
        ({}, NotUnderstood, "FIELD=VALUE"),
        ({"post": "Delhi", "visas": "x"}, NotUnderstood, "'visas' is not a known field"),
        ({"p": "x"}, NotUnderstood, "post"),
        ({"": "x"}, NotUnderstood, "known:"),
        ({"post": "Delhi", "pos": "x"}, NotUnderstood, "'pos' may be post, post_email"),
        ({"visa": "H-1B", "vis": "x"}, NotUnderstood, "given twice"),
        ({"tracking": "maybe"}, UnreadField, "tracking: 'maybe'"),
        ({"policy": "consul"}, UnreadField, "guide"),
        ({"wait": "-3"}, UnreadField, "wait: "),
        ({"refused": ""}, UnreadField, "refused: "),
        ({"refused": "2026-12-13"}, Refused, "not come yet"),
        ({"passport_expires": "2056-12-13"}, Refused, "so far ahead"),
        ({"child_birthday": "1931-12-23"}, Refused, "under 21"),
        ({"child_birthday": "2026-12-13"}, Refused, "not come yet"),
    ],
)
def test_a_field_or_value_that_cannot_be_leaves_all_facts_as_they_were(
    values: dict[str, str], error: type[G221Error], why: str
) -> None:
    assert why in refused_by(error, SetFacts(values=values), PLAIN)


@pytest.mark.parametrize(
    ("text", "kept"),
    [("yes", TODAY), ("Y", TODAY), ("2026-11-09", LATER), ("no", None), ("", None)],
)
def test_an_emergency_holds_from_a_date_and_yes_means_today(text: str, kept: date | None) -> None:
    assert applied(SetFacts(values={"emergency": text}), PLAIN).case.facts.emergency == kept


@pytest.mark.parametrize(
    ("typed", "kept"), [("ca", "CA"), ("Puerto Rico", "PR"), ("texas", "TX"), ("DC", "DC")]
)
def test_a_us_state_may_be_typed_by_its_letters_or_its_name(typed: str, kept: str) -> None:
    assert applied(SetFacts(values={"us_state": typed}), PLAIN).case.facts.us_state == kept


def test_the_colour_of_the_slip_is_a_label_and_a_note_says_so() -> None:
    edit = applied(SetFacts(values={"slip_colour": "blue"}), PLAIN)
    assert edit.case.facts.slip_colour == "blue"
    assert edit.notes == (RULES.slip_colours.note,)
    assert applied(SetFacts(values={"slip_colour": ""}), PLAIN).notes == ()


def test_facts_are_set_only_where_they_are_as_they_were_shown() -> None:
    seen = {f.name: field_text(value) for f, value in known_facts(day_of(PLAIN))}
    command = SetFacts(values={"visa": "H-1B"}, seen=seen)
    assert applied(command, PLAIN).case.facts.visa == "H-1B"
    moved = msgspec.structs.replace(PLAIN, facts=msgspec.structs.replace(PLAIN.facts, post="Delhi"))
    said = refused_by(ChangedSince, command, moved)
    assert said == "Nothing was saved: changed meanwhile by another: Post."


def test_the_known_facts_are_all_facts_once_and_those_of_the_round_where_there_is_one() -> None:
    names = [field.name for field, _ in known_facts(day_of(PLAIN))]
    assert sorted(names) == sorted({f.name for f in fact_fields()} - {"documents_asked"})
    assert (
        dict(zip(names, (v for _, v in known_facts(day_of(PLAIN))), strict=True))["refused"]
        == REFUSED
    )
    before = {field.name for field, _ in known_facts(day_of(case(happened("interview", LATER))))}
    assert before.isdisjoint({"asked", "refused", "letter_deadline"})


def test_a_fact_is_set_also_while_an_event_lies_after_today() -> None:
    """A journey west, or a clock that was wrong."""
    ahead = case(refused(asked="no"), happened("note", TODAY + timedelta(days=1)))
    assert applied(SetFacts(values={"phone": "123"}), ahead).case.facts.phone == "123"
    tomorrow = f"{TODAY + timedelta(days=1)}"
    assert "not come yet" in refused_by(Refused, SetFacts(values={"refused": tomorrow}), ahead)
