"""A document's states with their days, the tick, and the list it can be taken off."""

from datetime import date

import msgspec
import pytest

from core.edits.kit import STAMP, applied, document, refused_by, touched
from core.snapshot.kit import REFUSED, TODAY, case, day_of_step, paper, refused, so
from g221_tui.core.edits.documents.change_document import RemoveDocument, SetDocument, TickDocument
from g221_tui.core.model import Case, Document
from g221_tui.errors import ChangedSince, NoRecord, NotUnderstood, Refused, RefusedWithWay

SENT, LATER = date(2026, 11, 2), date(2026, 11, 9)
TWO = case(refused(), papers=[paper("Letter", sent=SENT), paper("Chart")])
STATES = {
    "ready": "ready_on",
    "submitted": "submitted_on",
    "received": "received_on",
    "returned": "returned_on",
    "waived": "waived_on",
}


def with_chart(**changes: object) -> Case:
    """The case of two papers, the second one so."""
    chart = so(paper("Chart"), **changes)
    return case(refused(), papers=[paper("Letter", sent=SENT), chart])


def chart(found: Case) -> Document:
    """The second paper."""
    return document(found, "d-Chart")


@pytest.mark.parametrize(("state", "field"), STATES.items())
def test_each_state_keeps_its_day_and_touches_no_other_paper(state: str, field: str) -> None:
    edit = applied(SetDocument(document="Chart", state=state, on=LATER), TWO)
    assert day_of_step(chart(edit.case), field) == LATER
    assert touched(TWO, edit.case) == {"d-Chart"}
    assert (edit.record, edit.on) == ("d-Chart", LATER)
    assert edit.done == f"Chart: {state} on Mon 9 Nov 2026."


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("s", "submitted"),
        ("sent", "submitted"),
        ("SUB", "submitted"),
        ("rec", "received"),
        ("w", "waived"),
    ],
)
def test_a_state_may_be_typed_by_its_start_in_any_case(typed: str, state: str) -> None:
    edit = applied(SetDocument(document="Chart", state=typed), TWO)
    assert day_of_step(chart(edit.case), STATES[state]) == TODAY


@pytest.mark.parametrize("typed", ["lost", "returned to sender", "Undelivered"])
def test_what_never_arrived_is_told_how_that_is_recorded(typed: str) -> None:
    said = refused_by(NotUnderstood, SetDocument(document="Letter", state=typed), TWO)
    assert said.endswith("Clear that date: 'correct d-Letter submitted='.")


@pytest.mark.parametrize("typed", ["re", "", "rejected"])
def test_an_unknown_state_is_answered_with_the_known_ones(typed: str) -> None:
    said = refused_by(NotUnderstood, SetDocument(document="Chart", state=typed), TWO)
    assert "requested, ready, submitted, received, returned, waived" in said


def test_a_later_state_leaves_the_days_of_the_earlier_ones() -> None:
    found = TWO
    for number, (state, field) in enumerate(STATES.items(), start=3):
        on = date(2026, 11, number)
        found = applied(SetDocument(document="Chart", state=state, on=on), found).case
        assert day_of_step(chart(found), field) == on
    kept = [day_of_step(chart(found), field) for field in STATES.values()]
    assert kept == [date(2026, 11, number) for number in range(3, 8)]


def test_the_last_one_to_go_in_says_what_the_wait_becomes() -> None:
    edit = applied(SetDocument(document="Chart", state="submitted"), TWO)
    assert edit.effect == (
        "The set is complete today: the wait starts now, questions about status open"
        " Wed 10 Feb 2027."
    )
    assert applied(SetDocument(document="Chart", state="ready"), TWO).effect == ""


def test_requested_again_on_the_day_it_went_in_takes_that_back_and_says_so() -> None:
    sent = with_chart(submitted_on=TODAY)
    edit = applied(SetDocument(document="Chart", state="requested", on=TODAY), sent)
    assert day_of_step(chart(edit.case), "submitted_on") is None
    assert "no longer submitted on Sat 12 Dec 2026" in edit.done
    assert "the wait counts from Mon 26 Oct 2026" in edit.effect


def test_details_alone_leave_the_state_and_are_said() -> None:
    details = {"route": "e-mail", "original": "no", "receipt": "R-7"}
    edit = applied(SetDocument(document="Letter", details=details), TWO)
    letter = document(edit.case, "d-Letter")
    assert (letter.route, letter.original, letter.receipt) == ("e-mail", False, "R-7")
    assert day_of_step(letter, "submitted_on") == SENT
    assert edit.done == "Letter: route noted, a copy, receipt noted."
    assert edit.effect == ""


def test_a_detail_that_is_emptied_is_told_as_nothing() -> None:
    given = applied(SetDocument(document="Letter", details={"expires": "2027-06-30"}), TWO)
    edit = applied(
        SetDocument(document="Letter", details={"expires": " ", "route": ""}), given.case
    )
    assert document(edit.case, "d-Letter").expires_on is None
    assert edit.done == "Letter: expires: nothing, route: nothing."


def test_nothing_to_set_is_answered_with_the_states() -> None:
    said = refused_by(NotUnderstood, SetDocument(document="Chart"), TWO)
    assert "requested, ready, submitted" in said


@pytest.mark.parametrize(
    ("before", "state", "on", "why"),
    [
        (TWO, "submitted", date(2026, 12, 13), "has not come yet"),
        (TWO, "submitted", date(2026, 10, 25), "asked for on Mon 26 Oct 2026"),
        (TWO, "ready", date(2026, 10, 25), "asked for on Mon 26 Oct 2026"),
        (TWO, "waived", date(2026, 10, 25), "asked for on Mon 26 Oct 2026"),
        (with_chart(submitted_on=LATER), "received", SENT, "submitted on Mon 9 Nov 2026"),
        (with_chart(received_on=LATER), "returned", SENT, "received on Mon 9 Nov 2026"),
    ],
)
def test_a_step_in_the_future_or_before_an_earlier_one_is_refused(
    before: Case, state: str, on: date, why: str
) -> None:
    assert why in refused_by(Refused, SetDocument(document="Chart", state=state, on=on), before)


@pytest.mark.parametrize("state", STATES)
def test_every_step_may_be_of_the_day_it_was_asked_for(state: str) -> None:
    edit = applied(SetDocument(document="Chart", state=state, on=REFUSED), TWO)
    assert edit.on == REFUSED


def test_an_extra_cannot_be_requested() -> None:
    before = case(refused(), papers=[paper("Photo", by=None)])
    said = refused_by(Refused, SetDocument(document="Photo", state="requested"), before)
    assert said == "Photo is an extra: nobody asked for it."


@pytest.mark.parametrize(("ready", "again"), [(None, "requested"), (LATER, "ready")])
def test_a_tick_says_submitted_today_and_a_second_one_gives_the_former_state_back(
    ready: date | None, again: str
) -> None:
    before = with_chart(ready_on=ready)
    ticked = applied(TickDocument(document="d-Chart", seen=again), before)
    assert day_of_step(chart(ticked.case), "submitted_on") == TODAY
    assert ticked.done == "Chart: submitted on Sat 12 Dec 2026."
    back = applied(TickDocument(document="d-Chart", seen="submitted"), ticked.case)
    assert back.case == before
    assert back.done == f"Chart: {again} again, no longer submitted."
    assert (back.record, back.on) == ("d-Chart", TODAY)


@pytest.mark.parametrize("state", ["submitted", "received", "returned", "waived"])
def test_a_step_of_another_day_is_not_taken_back(
    state: str,
) -> None:
    before = with_chart(**{"submitted_on": SENT, STATES[state]: LATER})
    said = refused_by(RefusedWithWay, TickDocument(document="Chart"), before)
    assert said == f"Chart: {state} on Mon 9 Nov 2026, not today; nothing is taken back."


@pytest.mark.parametrize("state", ["received", "returned", "waived"])
def test_a_step_of_today_is_taken_back_to_the_state_before_it(state: str) -> None:
    before = with_chart(submitted_on=SENT)
    set_today = applied(SetDocument(document="Chart", state=state), before)
    back = applied(TickDocument(document="d-Chart", seen=state), set_today.case)
    assert back.case == before
    assert back.done == f"Chart: submitted again, no longer {state}."


@pytest.mark.parametrize(
    ("before", "seen", "why"),
    [
        (with_chart(submitted_on=TODAY), "requested", "already marked as submitted today"),
        (with_chart(submitted_on=LATER), "ready", "submitted on Mon 9 Nov 2026"),
        (TWO, "submitted", "is requested by now"),
        (with_chart(received_on=LATER), "submitted", "is received by now"),
        (with_chart(removed_at=STAMP), "requested", "taken off the list meanwhile"),
    ],
)
def test_a_tick_of_what_is_no_longer_as_it_was_shown_does_nothing(
    before: Case, seen: str, why: str
) -> None:
    assert why in refused_by(ChangedSince, TickDocument(document="d-Chart", seen=seen), before)


def test_a_paper_taken_off_the_list_keeps_its_record_and_leaves_the_set() -> None:
    edit = applied(RemoveDocument(document="chart"), TWO)
    assert [paper.name for paper in edit.case.listed] == ["Letter"]
    assert chart(edit.case) == msgspec.structs.replace(chart(TWO), removed_at=STAMP)
    assert edit.done == "Took Chart off the list; its record is kept."
    assert edit.effect.startswith("The set is complete since Mon 2 Nov 2026:")
    assert (edit.record, edit.on) == ("d-Chart", TODAY)


@pytest.mark.parametrize(
    "command",
    [
        SetDocument(document="Diploma", state="submitted"),
        TickDocument(document="Diploma"),
        RemoveDocument(document="Diploma"),
    ],
)
def test_a_paper_that_is_not_listed_is_answered_with_the_list(
    command: SetDocument | TickDocument | RemoveDocument,
) -> None:
    said = refused_by(NoRecord, command, TWO)
    assert said == "No document is called 'Diploma'; on the list: Letter, Chart."
