"""The board: the cases by what is due, and since when asking is open."""

from datetime import timedelta

import msgspec

from core.snapshot.kit import REFUSED, RULES, TODAY, case, happened, paper, refused
from g221_tui.core.model import Book, Case
from g221_tui.core.snapshot.board import board

OPEN = TODAY + timedelta(days=30)


def numbered(*cases: Case) -> Book:
    """A book of these cases, their ids counted up."""
    named = [
        msgspec.structs.replace(c, facts=msgspec.structs.replace(c.facts, id=str(n)))
        for n, c in enumerate(cases, 1)
    ]
    return Book(cases=tuple(named), current="1")


def test_what_presses_comes_first_and_what_has_ended_last() -> None:
    ended = case(refused(), happened("visa_refused", TODAY))
    waiting, owing = case(refused(asked="no")), case(refused(), papers=[paper("Plan")])
    rows = board(numbered(ended, waiting, owing), RULES, TODAY)
    assert [row.id for row in rows] == ["3", "2", "1"]


def test_where_asking_is_open_the_date_is_the_day_since_when() -> None:
    (row,) = board(numbered(case(refused(asked="no"), us_link="none")), RULES, OPEN)
    assert (row.next.kind, row.due) == ("channel", REFUSED + timedelta(days=60))
    assert row.is_open(OPEN)
    assert not row.is_open(REFUSED)


def test_a_date_that_has_passed_opens_nothing_of_itself() -> None:
    late = case(refused(asked="no"), offer_expires=TODAY - timedelta(days=2))
    (row,) = board(numbered(late), RULES, TODAY)
    assert row.next.kind == "deadline"
    assert not row.is_open(TODAY)


def test_a_way_to_ask_that_opens_today_is_open() -> None:
    opens = REFUSED + timedelta(days=60)
    (row,) = board(numbered(case(refused(asked="no"), us_link="none")), RULES, opens)
    assert row.due == opens
    assert row.is_open(opens)


def test_what_has_no_date_comes_after_what_has_one() -> None:
    rows = board(numbered(case(), case(refused(asked="no"))), RULES, TODAY)
    assert [(row.id, row.next.kind, row.due is None) for row in rows] == [
        ("2", "wait", False),
        ("1", "wait", True),
    ]


def test_cases_that_are_alike_stand_by_their_numbers() -> None:
    alike = [case(refused(asked="no"))] * 11
    rows = board(numbered(*alike), RULES, TODAY)
    assert [row.id for row in rows] == [str(n) for n in range(1, 12)]


def test_a_deadline_that_asks_for_nothing_more_is_not_due() -> None:
    sent = case(refused(), papers=[paper("Plan", sent=REFUSED)], us_link="unknown")
    (row,) = board(numbered(sent), RULES, OPEN)
    assert (row.next.kind, row.due) == ("fact", None)
