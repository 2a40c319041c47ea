"""The steps that a date asks for: what can still be met comes before what has passed."""

from datetime import date, timedelta

import msgspec
import pytest

from core.snapshot.kit import case, day_of, flight, happened, paper, refused, snapshot, so
from g221_tui.core.model import Case, Requester
from g221_tui.core.snapshot.next.answers import answer_to
from g221_tui.core.views import AnsweredBy

DAY = timedelta(days=1)
TODAY = date(2026, 12, 12)


def told(found: Case, today: date = TODAY) -> tuple[str, str | None]:
    """The kind of the next step, and what it speaks of."""
    step = snapshot(found, today).next
    return step.kind, step.subject


@pytest.mark.parametrize("ahead", range(8))
def test_a_date_of_ones_own_that_has_passed_does_not_hide_the_next_one(ahead: int) -> None:
    found = case(
        refused(asked="no"),
        deadlines=[flight(TODAY - 5 * DAY)],
        programme_starts=TODAY + ahead * DAY,
    )
    assert told(found) == ("deadline", "expiry_programme")


def test_of_two_that_have_passed_the_later_one_is_told() -> None:
    found = case(
        refused(asked="no"),
        deadlines=[flight(TODAY - 5 * DAY)],
        programme_starts=TODAY - DAY,
    )
    assert told(found) == ("deadline", "expiry_programme")


def test_a_limit_for_papers_that_is_overdue_stays_before_what_is_near() -> None:
    found = case(refused(), papers=[paper("Chart")], medical_expires=date(2027, 11, 1))
    assert told(found, date(2027, 10, 27)) == ("deadline", "documents_one_year")


def test_an_examination_that_has_expired_does_not_hide_what_expires_next() -> None:
    found = case(
        refused(asked="no"),
        medical_expires=TODAY - 49 * DAY,
        police_expires=TODAY + 10 * DAY,
        policy="state",
    )
    assert told(found) == ("expiry", "expiry_police")
    assert told(msgspec.structs.replace(found, facts=_without_police(found))) == (
        "expiry",
        "expiry_medical",
    )


def test_what_has_expired_says_how_that_is_settled() -> None:
    found = case(refused(asked="no"), medical_expires=TODAY - 49 * DAY)
    shown = snapshot(found, TODAY)
    assert shown.next.text.endswith("Record the new date, or empty it once this is settled.")
    assert shown.next.command == "g221 set medical_expires=DATE"
    assert shown.attention.answered_by is AnsweredBy.FACT
    answer = answer_to(day_of(found, TODAY), shown.next)
    assert answer is not None
    assert (answer.record, answer.field) == ("", "medical_expires")


def test_a_paper_that_has_expired_is_settled_by_its_own_date() -> None:
    chart = msgspec.structs.replace(paper("Chart"), expires_on=TODAY - DAY)
    found = case(refused(), papers=[chart])
    shown = snapshot(found, TODAY)
    assert shown.next.command == "g221 docs set d-Chart --expires DATE"
    answer = answer_to(day_of(found, TODAY), shown.next)
    assert answer is not None
    assert (answer.record, answer.field) == ("d-Chart", "expires")


def test_a_date_of_ones_own_is_taken_out_once_it_is_over() -> None:
    shown = snapshot(case(refused(asked="no"), deadlines=[flight(TODAY - DAY)]), TODAY)
    assert shown.next.text.endswith("Take it out once it is behind you.")
    assert shown.next.command == "g221 deadline remove x-1"
    assert shown.attention.answered_by is AnsweredBy.NOTHING


@pytest.mark.parametrize("days", [0, 3])
def test_what_is_still_ahead_says_nothing_of_a_new_date(days: int) -> None:
    found = case(refused(asked="no"), medical_expires=TODAY + days * DAY)
    shown = snapshot(found, TODAY)
    assert "Record" not in shown.next.text
    assert shown.next.command == ""
    assert shown.attention.answered_by is AnsweredBy.NOTHING


def _without_police(found: Case) -> object:
    return msgspec.structs.replace(found.facts, police_expires=None)


def test_nothing_to_do_is_not_said_beside_a_paper_that_expired_and_was_not_confirmed() -> None:
    sent = msgspec.structs.replace(paper("Police", TODAY - 20 * DAY), expires_on=TODAY - 8 * DAY)
    assert told(case(refused(), papers=[sent])) == ("expiry", "expiry_d-Police")


def test_a_limit_names_the_papers_that_it_limits_and_none_that_was_asked_for_later() -> None:
    limit = TODAY - 4 * DAY
    slip = msgspec.structs.replace(refused(), letter_deadline=limit)
    later = so(paper("Later", by=Requester.POST), asked_on=TODAY)
    step = snapshot(case(slip, papers=[paper("Chart"), later]), TODAY).next
    assert (step.kind, step.date) == ("deadline", limit)
    assert "Chart" in step.text
    assert "Later" not in step.text


def test_a_notice_is_settled_by_the_answer_that_the_petitioner_sent() -> None:
    found = case(refused(), happened("noir", TODAY - 5 * DAY, TODAY + 20 * DAY))
    shown = snapshot(found, TODAY)
    assert shown.next.kind == "notice"
    assert shown.attention.answered_by is AnsweredBy.EVENT
    answer = answer_to(day_of(found, TODAY), shown.next)
    assert answer is not None
    assert (answer.event, answer.kind) == (True, "response_sent")


def test_a_notice_whose_date_is_not_known_is_settled_by_that_date() -> None:
    notice = msgspec.structs.replace(happened("noir", TODAY), on=None, learned=TODAY)
    shown = snapshot(case(refused(), notice), TODAY)
    assert shown.next.kind == "notice"
    assert shown.attention.answered_by is AnsweredBy.FACT
    answer = answer_to(day_of(case(refused(), notice), TODAY), shown.next)
    assert answer is not None
    assert (answer.record, answer.field) == (notice.id, "on")
