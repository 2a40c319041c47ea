"""The board: the cases by what is due, and since when asking is open."""

import sys
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from types import FrameType

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


def test_the_board_computes_of_a_case_only_what_its_row_shows() -> None:
    seen = called(lambda: board(numbered(case(refused(asked="no"))), RULES, OPEN))
    assert seen["next_step"] == 1
    assert not {"build", "timeline", "documents_view", "post_practice", "decide_further"} & set(
        seen
    )


def test_twice_the_cases_take_twice_the_steps() -> None:
    def steps(count: int) -> int:
        book = numbered(*[case(refused(asked="no"))] * count)
        return called(lambda: board(book, RULES, OPEN)).total()

    steps(1)  # what is computed once for all
    assert steps(80) < 2.1 * steps(40)


def called(act: Callable[[], object]) -> Counter[str]:
    """How often each function is called meanwhile, by its name."""
    found: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            found[frame.f_code.co_name] += 1

    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(None)
    return found
