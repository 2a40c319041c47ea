"""Recording what happened: its days, what is refused, and what is odd though it was recorded."""

from datetime import date

import pytest

from core.edits.kit import applied, event, refused_by, touched
from core.refusals import refusal
from core.snapshot.kit import RULES, TODAY, case, day_of, happened, paper, refused
from g221_tui.core.edits.add_event import AddEvent
from g221_tui.core.edits.event_checks import (
    asks_visa,
    check_event,
    find_kind,
    keep_a_refusal,
    odd_order,
)
from g221_tui.core.model import Event, YesNo
from g221_tui.errors import NotUnderstood, Refused

SENT, LATER, TOMORROW = date(2026, 11, 2), date(2026, 11, 9), date(2026, 12, 13)
PROCESSING = case(refused(asked="no"))
AWAY = case(refused(asked="no"), happened("petition_returned", SENT))
DIVERSITY = "2026EU12345"
PASSPORT = case(refused(asked="no"), happened("passport_sent", SENT))


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("noir", "noir"),
        ("NOID", "noid"),
        ("ref", "refused_221g"),
        ("visa_i", "visa_issued"),
        ("not", "note"),
        ("petition_r", "petition_returned"),
    ],
)
def test_a_kind_is_found_by_its_id_in_any_case_or_by_its_only_start(word: str, kind: str) -> None:
    assert find_kind(word, RULES) == kind


@pytest.mark.parametrize("word", ["", "noi", "passport", "visa", "party"])
def test_no_or_several_kinds_are_answered_with_all_of_them(word: str) -> None:
    said = refusal(NotUnderstood, lambda: find_kind(word, RULES))
    assert f"'{word}'" in said
    assert all(kind.id in said for kind in RULES.event_kinds)


def test_an_event_is_recorded_today_with_the_users_words_as_typed() -> None:
    note = "[b]they said\n\u201cwait\u201d"
    edit = applied(AddEvent(kind="note", note=note), PROCESSING)
    recorded = event(edit.case, "e-101")
    assert recorded == Event(id="e-101", case="1", kind="note", on=TODAY, note=note)
    assert touched(PROCESSING, edit.case) == {"e-101"}
    assert (edit.done, edit.on) == ("Recorded: Note on Sat 12 Dec 2026.", TODAY)
    assert (edit.record, edit.effect, edit.warnings) == ("e-101", "", ())


def test_the_same_event_twice_on_a_day_is_recorded_and_told() -> None:
    once = applied(AddEvent(kind="passport_requested", on=LATER), PROCESSING)
    assert once.warnings == ()
    twice = applied(AddEvent(kind="passport_requested", on=LATER), once.case)
    assert len(twice.case.events) == len(once.case.events) + 1
    assert twice.warnings == (
        "Passport requested on Mon 9 Nov 2026 is recorded more than once now; undo takes this one"
        " back where it happened once.",
    )
    other_day = applied(AddEvent(kind="passport_requested", on=TODAY), once.case)
    assert other_day.warnings == ()


def test_two_notes_of_a_day_are_two_unless_they_say_the_same() -> None:
    first = applied(AddEvent(kind="note", on=LATER, note="Sent to the employer"), PROCESSING)
    assert applied(AddEvent(kind="note", on=LATER, note="Asked"), first.case).warnings == ()
    (told,) = applied(
        AddEvent(kind="note", on=LATER, note="Sent to the employer "), first.case
    ).warnings
    assert "more than once" in told


def test_an_event_of_an_earlier_day_says_that_day() -> None:
    edit = applied(AddEvent(kind="passport_requested", on=LATER), PROCESSING)
    assert edit.done == "Recorded: Passport requested on Mon 9 Nov 2026."
    assert (edit.on, event(edit.case, "e-101").on) == (LATER, LATER)


@pytest.mark.parametrize(
    ("on", "learned", "kept"),
    [
        (None, None, (None, TODAY)),
        (None, LATER, (None, LATER)),
        (SENT, None, (SENT, None)),
        (SENT, LATER, (SENT, LATER)),
    ],
)
def test_the_printed_date_of_a_notice_has_no_default_and_learning_of_it_is_today(
    on: date | None, learned: date | None, kept: tuple[date | None, date | None]
) -> None:
    for kind in ("noir", "noid"):
        edit = applied(AddEvent(kind=kind, on=on, learned=learned), AWAY)
        recorded = event(edit.case, "e-101")
        assert (recorded.on, recorded.learned) == kept
        assert edit.on == (on or kept[1]), "ordered by the printed date, else the other"


def test_the_appointment_is_kept_beside_the_day_one_was_told() -> None:
    due = date(2027, 2, 1)
    edit = applied(AddEvent(kind="interview_scheduled", on=LATER, due=due), PROCESSING)
    recorded = event(edit.case, "e-101")
    assert (recorded.on, recorded.due) == (LATER, due)


@pytest.mark.parametrize(
    "command",
    [
        AddEvent(kind="note", on=TOMORROW),
        AddEvent(kind="noir", on=TOMORROW),
        AddEvent(kind="noir", learned=TOMORROW),
        AddEvent(kind="noid", on=SENT, learned=TOMORROW),
    ],
)
def test_nothing_can_have_happened_or_been_learned_of_tomorrow(command: AddEvent) -> None:
    assert "not come yet" in refused_by(Refused, command, AWAY)


@pytest.mark.parametrize(
    ("due", "why"), [(date(2056, 12, 13), "so far ahead"), (date(1952, 12, 23), "1952")]
)
def test_a_date_that_is_set_lies_within_what_a_case_can_have(due: date, why: str) -> None:
    command = AddEvent(kind="interview_scheduled", due=due)
    assert why in refused_by(Refused, command, PROCESSING)


def test_a_notice_cannot_be_answered_before_its_own_date() -> None:
    said = refused_by(Refused, AddEvent(kind="noir", on=LATER, due=SENT), AWAY)
    assert "Mon 9 Nov 2026" in said
    assert "Mon 2 Nov 2026" in said
    assert applied(AddEvent(kind="noir", on=LATER, due=LATER), AWAY).warnings == ()


@pytest.mark.parametrize(
    ("typed", "inside"),
    [("", YesNo.UNKNOWN), ("yes", YesNo.YES), ("N", YesNo.NO), ("unk", YesNo.UNKNOWN)],
)
def test_whether_the_visa_is_inside_is_kept_and_a_silent_yes_says_so(
    typed: str, inside: YesNo
) -> None:
    edit = applied(AddEvent(kind="passport_returned", visa_inside=typed), PASSPORT)
    assert event(edit.case, "e-101").visa_inside is inside
    told = " ".join(edit.warnings)
    assert ("taken to hold the visa" in told) is (inside is YesNo.UNKNOWN)
    assert ("e-101" in told) is (inside is YesNo.UNKNOWN)


def test_another_answer_about_the_visa_is_refused() -> None:
    command = AddEvent(kind="passport_returned", visa_inside="maybe")
    assert "yes, no, unknown" in refused_by(NotUnderstood, command, PASSPORT)


def test_what_is_in_the_passport_is_asked_of_its_return_alone() -> None:
    assert asks_visa("passport_returned", RULES)
    assert not asks_visa("passport_requested", RULES)
    assert not asks_visa("no_such_kind", RULES)


def test_an_event_of_no_usual_place_is_recorded_with_one_line() -> None:
    edit = applied(AddEvent(kind="reinstated", on=LATER), PROCESSING)
    assert edit.warnings == (
        "Registration reinstated on Mon 9 Nov 2026 is out of the usual order;"
        " it is recorded as you said.",
    )


def test_only_what_an_edit_itself_put_out_of_order_is_told() -> None:
    odd = case(refused(asked="no"), happened("reinstated", SENT))
    note = case(*odd.events, happened("note", LATER))
    assert odd_order(day_of(odd), day_of(note)) == ()
    assert len(odd_order(day_of(PROCESSING), day_of(odd))) == 1


def test_an_event_that_ends_the_case_leaves_no_wait_to_speak_of() -> None:
    owed = case(refused(), papers=[paper("Letter", sent=SENT)])
    assert applied(AddEvent(kind="visa_issued", on=LATER), owed).effect == ""


def test_a_reaffirmation_starts_the_wait_anew_and_says_so() -> None:
    edit = applied(AddEvent(kind="reaffirmed", on=LATER), AWAY)
    assert edit.effect == (
        "The wait now counts from Mon 9 Nov 2026 (it counted from Mon 26 Oct 2026), questions"
        " about status open Fri 8 Jan 2027."
    )


@pytest.mark.parametrize(
    "found",
    [
        Event(id="e-9", case="1", kind="note"),
        Event(id="e-9", case="1", kind="note", learned=SENT),
        Event(id="e-9", case="1", kind="noir"),
        Event(id="e-9", case="1", kind="a_later_version", learned=SENT),
    ],
)
def test_every_event_needs_the_day_that_orders_it(found: Event) -> None:
    said = refusal(Refused, lambda: check_event(found, day_of(PROCESSING)))
    assert said.endswith("needs the day it happened.")


def test_a_case_keeps_a_refusal_which_it_is_about() -> None:
    without = case(happened("interview", SENT))
    said = refusal(Refused, lambda: keep_a_refusal(day_of(PROCESSING), without))
    assert "'correct e-1 on=DATE'" in said
    keep_a_refusal(day_of(without), without)
    second = Event(id="e-2", case="1", kind="refused_221g", on=LATER)
    keep_a_refusal(day_of(case(refused(), second)), case(second))


def test_a_transfer_that_names_the_post_offers_what_that_post_says() -> None:
    found = case(refused(asked="no"), visa="H-1B", post="Mumbai")
    edit = applied(AddEvent(kind="transferred", post="Bogota"), found)
    said = " ".join(edit.notes)
    assert "Bogota asks for 120 days before any question" in said
    assert said.endswith("`set policy=bogota` follows it.")
    assert edit.case.facts.policy == "guide"
    unnamed = applied(AddEvent(kind="transferred"), found)
    assert "`set policy" not in " ".join(unnamed.notes)


def test_a_transfer_before_another_one_offers_nothing_of_a_post_that_lost_the_case() -> None:
    found = case(refused(asked="no"), visa="H-1B", post="Mumbai")
    moved = applied(AddEvent(kind="transferred", post="Lusaka", on=LATER), found).case
    earlier = applied(AddEvent(kind="transferred", post="Bogota", on=SENT), moved)
    assert "`set policy" not in " ".join(earlier.notes)


@pytest.mark.parametrize("before", ["passport_requested", "passport_sent", "visa_issued"])
def test_a_visa_that_is_taken_to_be_inside_says_so_also_after_the_programme_year(
    before: str,
) -> None:
    refusal = refused(date(2026, 3, 2), asked="no")
    found = case(refusal, happened(before, date(2026, 9, 21)), visa="DV", case_number=DIVERSITY)
    for on in (date(2026, 9, 30), date(2026, 10, 1)):
        edit = applied(AddEvent(kind="passport_returned", on=on), found)
        assert day_of(edit.case).standing.stage.id == "issued"
        assert "taken to hold the visa" in " ".join(edit.warnings)


def test_nothing_is_assumed_of_a_passport_that_was_not_away_when_the_programme_year_ended() -> None:
    found = case(refused(date(2026, 3, 2), asked="no"), visa="DV", case_number=DIVERSITY)
    edit = applied(AddEvent(kind="passport_returned"), found)
    assert day_of(edit.case).standing.stage.id == "programme_over"
    assert edit.warnings == ()


@pytest.mark.parametrize(
    ("visa", "number", "on", "lines"),
    [
        ("DV", DIVERSITY, date(2026, 9, 30), 0),
        ("DV", DIVERSITY, date(2026, 10, 1), 1),
        ("DV", "", date(2026, 10, 1), 1),
        ("IR1", "", date(2026, 10, 1), 0),
    ],
)
def test_a_diversity_visa_that_is_issued_after_its_year_is_recorded_with_one_line(
    visa: str, number: str, on: date, lines: int
) -> None:
    found = case(refused(date(2026, 3, 2), asked="no"), visa=visa, case_number=number)
    edit = applied(AddEvent(kind="visa_issued", on=on), found)
    assert day_of(edit.case).standing.stage.id == "issued"
    assert len(edit.warnings) == lines
    for line in edit.warnings:
        assert "No Diversity Visa can be issued after 30 September" in line
        assert "USCIS Policy Manual" in line
        assert ("taken from the day of the refusal" in line) is (not number)
