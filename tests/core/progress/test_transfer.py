"""What holds at a post belongs to that post: before a transfer, after it, and once it is named."""

from typing import Any

import pytest

from core.life import LATER, Life
from core.steps import REFUSED, event

DAY, BEFORE = "2026-02-16", "2026-02-15"
OF_POST = ("policy=state", "wait=90", "rest=45", "tracking=yes", "post_email=old@example.org")


@pytest.fixture
def moved(life: Life) -> Life:
    """A case with every fact of its post, transferred to a post that is not named."""
    life.open(REFUSED, "--asked", "no", "--post", "Ankara")
    life("set", *OF_POST, today=LATER)
    event(life, "transferred", DAY)
    return life


def facts(life: Life, day: str) -> tuple[Any, ...]:
    """What holds at the post on that day."""
    found = life.day(day).facts
    kept = (found.post, found.policy, found.wait, found.rest)
    return (*kept, str(found.tracking), found.post_email)


OLD = ("Ankara", "state", 90, 45, "yes", "old@example.org")
NEW = ("Yerevan", "guide", None, None, "unknown", "")


@pytest.mark.parametrize("day", [REFUSED, BEFORE, DAY, "2026-06-01"])
def test_until_the_new_post_is_named_the_old_one_s_facts_stand_with_a_warning(
    moved: Life, day: str
) -> None:
    shown = moved.status(day)
    assert facts(moved, day) == OLD
    warned = any("former post" in warning for warning in shown["warnings"])
    assert warned is (day >= DAY)
    assert (shown["next"]["kind"] == "record") is (day >= DAY)


@pytest.mark.parametrize(
    ("day", "holds"), [(REFUSED, OLD), (BEFORE, OLD), (DAY, NEW), ("2026-06-01", NEW)]
)
def test_once_it_is_named_nothing_of_the_old_post_holds_from_its_day_on(
    moved: Life, day: str, holds: tuple[Any, ...]
) -> None:
    moved("set", "post=Yerevan", today=LATER)
    assert facts(moved, day) == holds
    assert not any("former post" in warning for warning in moved.status(day)["warnings"])
    assert moved.status(day)["case"]["post"] == holds[0]


def test_it_may_be_named_with_the_transfer(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--post", "Ankara")
    life("set", *OF_POST, today=LATER)
    event(life, "transferred", DAY, "--post", "Yerevan")
    assert (facts(life, BEFORE), facts(life, DAY)) == (OLD, NEW)
    assert life.next_step(DAY)["kind"] == "wait"


def test_what_is_then_set_belongs_to_the_new_post_alone_and_adds_up(moved: Life) -> None:
    moved("set", "post=Yerevan", today=LATER)
    moved("set", "wait=30", today=LATER)
    moved("set", "tracking=no", "post_email=new@example.org", today=LATER)
    assert facts(moved, BEFORE) == OLD
    assert facts(moved, DAY) == ("Yerevan", "guide", 30, None, "no", "new@example.org")


def test_what_is_set_before_the_new_post_is_named_is_the_old_one_s(moved: Life) -> None:
    moved("set", "wait=120", today=LATER)
    assert facts(moved, DAY)[2] == 120
    moved("set", "post=Yerevan", today=LATER)
    assert (facts(moved, BEFORE)[2], facts(moved, DAY)[2]) == (120, None)


def test_post_and_wait_given_in_one_go_both_go_to_the_new_post(moved: Life) -> None:
    moved("set", "post=Yerevan", "wait=30", today=LATER)
    assert (facts(moved, BEFORE)[2], facts(moved, DAY)[2]) == (90, 30)


def test_a_fact_of_the_person_belongs_to_no_post(moved: Life) -> None:
    moved("set", "post=Yerevan", "us_state=CA", today=LATER)
    assert [moved.day(day).facts.us_state for day in (BEFORE, DAY)] == ["CA", "CA"]


def test_the_wait_counts_from_the_same_day_by_the_new_post_s_rules(moved: Life) -> None:
    moved("set", "post=Yerevan", today=LATER)
    rows = [moved.status(day) for day in (BEFORE, DAY)]
    assert [row["wait"]["anchor"] for row in rows] == [REFUSED, REFUSED]
    assert [row["wait"]["wait_days"] for row in rows] == [90, 60]
    opens = [{c["id"]: c["opens_on"] for c in row["channels"]}["dos"] for row in rows]
    assert opens == ["2026-04-05", "2026-03-06"]


def test_a_second_transfer_asks_again_and_each_post_keeps_its_own(moved: Life) -> None:
    moved("set", "post=Yerevan", "wait=30", today=LATER)
    event(moved, "transferred", "2026-04-06", "--post", "Tbilisi")
    assert facts(moved, BEFORE) == OLD
    assert facts(moved, DAY) == ("Yerevan", "guide", 30, None, "unknown", "")
    assert facts(moved, "2026-04-06") == ("Tbilisi", "guide", None, None, "unknown", "")
