"""A date that the user names: noted, moved, and taken away again."""

from datetime import date

import pytest

from core.edits.kit import STAMP, applied, named_date, refused_by, touched
from core.snapshot.kit import TODAY, case, flight, refused
from g221_tui.core.edits.named_dates import AddDeadline
from g221_tui.core.edits.removals import RemoveDeadline
from g221_tui.core.model import NamedDeadline
from g221_tui.errors import NotUnderstood, Refused

SPRING, SUMMER = date(2027, 4, 11), date(2027, 7, 1)
NONE_NAMED = case(refused())
NAMED = case(refused(), deadlines=[flight(SPRING)])


def test_a_date_gets_a_record_of_its_own_and_says_how_far_it_is() -> None:
    edit = applied(AddDeadline(name="Flight", on=SPRING), NONE_NAMED)
    assert touched(NONE_NAMED, edit.case) == {"x-101"}
    assert named_date(edit.case, "x-101") == NamedDeadline(
        id="x-101", case="1", name="Flight", on=SPRING
    )
    assert edit.done == "Noted: Flight on Sun 11 Apr 2027, in 120 days."
    assert (edit.record, edit.on, edit.effect) == ("x-101", TODAY, "")


def test_the_same_name_again_moves_the_date_and_tells_the_former_one() -> None:
    edit = applied(AddDeadline(name="Flight", on=SUMMER), NAMED)
    assert touched(NAMED, edit.case) == {"x-1"}
    assert [found.on for found in edit.case.deadlines] == [SUMMER]
    assert edit.done == ("Noted: Flight on Thu 1 Jul 2027, in 201 days (it was Sun 11 Apr 2027).")


@pytest.mark.parametrize("name", ["flight", "Flight ", "Flug"])
def test_another_name_is_another_date(name: str) -> None:
    edit = applied(AddDeadline(name=name, on=SPRING), NAMED)
    assert [found.name for found in edit.case.deadlines] == ["Flight", name]


@pytest.mark.parametrize(
    ("on", "far"),
    [
        (TODAY, "today"),
        (date(2026, 12, 13), "tomorrow"),
        (date(2026, 12, 11), "yesterday"),
        (date(2028, 2, 29), "in 444 days"),
        (date(2056, 12, 12), "in 10958 days"),
    ],
)
def test_a_date_may_lie_behind_or_up_to_30_years_ahead(on: date, far: str) -> None:
    assert f", {far}." in applied(AddDeadline(name="Flight", on=on), NONE_NAMED).done


@pytest.mark.parametrize(
    ("on", "why"),
    [(date(2056, 12, 13), "so far ahead"), (date(1952, 12, 23), "1952"), (date.max, "far ahead")],
)
def test_a_date_that_cannot_be_meant_is_refused(on: date, why: str) -> None:
    assert why in refused_by(Refused, AddDeadline(name="Flight", on=on), NONE_NAMED)


def test_the_same_date_again_and_a_date_without_a_name_are_refused() -> None:
    said = refused_by(Refused, AddDeadline(name="Flight", on=SPRING), NAMED)
    assert said == "Flight is noted for Sun 11 Apr 2027 already."
    for name in ("", " ", "\u00a0"):
        said = refused_by(NotUnderstood, AddDeadline(name=name, on=SPRING), NAMED)
        assert said == "A deadline needs a name."


@pytest.mark.parametrize("word", ["Flight", "FLIGHT", "fli", "x-1"])
def test_a_date_is_removed_by_its_name_its_start_or_its_id_and_stays_in_the_file(
    word: str,
) -> None:
    edit = applied(RemoveDeadline(name=word), NAMED)
    assert edit.case.deadlines == ()
    assert touched(NAMED, edit.case) == {"x-1"}
    assert named_date(edit.case, "x-1").removed_at == STAMP
    assert edit.done == "Removed the date Flight, Sun 11 Apr 2027; its record is kept."
    assert edit.notes == ("Undo brings it back.",)


def test_an_exact_name_goes_before_the_start_of_another() -> None:
    home = NamedDeadline(id="x-2", case="1", name="Flight home", on=SUMMER)
    both = case(refused(), deadlines=[flight(SPRING), home])
    assert applied(RemoveDeadline(name="flight"), both).record == "x-1"
    assert applied(RemoveDeadline(name="flight h"), both).record == "x-2"
    said = refused_by(Refused, RemoveDeadline(name="fli"), both)
    assert "Flight (Sun 11 Apr 2027, x-1), Flight home (Thu 1 Jul 2027, x-2)" in said


@pytest.mark.parametrize("word", ["", "noir_response", "Lease", "e-1", "x"])
def test_what_no_date_is_called_is_answered_with_the_names(word: str) -> None:
    said = refused_by(Refused, RemoveDeadline(name=word), NAMED)
    assert said.startswith(f"'{word}' is not one date you named; named: Flight.")
    assert "named: none." in refused_by(Refused, RemoveDeadline(name=word), NONE_NAMED)


@pytest.mark.parametrize("word", ["f", "fl", "Flihgt"])
def test_a_letter_or_two_and_a_near_miss_remove_no_date_and_are_answered_with_it(
    word: str,
) -> None:
    said = refused_by(Refused, RemoveDeadline(name=word), NAMED)
    assert said.startswith(f"'{word}' is not one date you named; did you mean Flight? Known: Fl")
