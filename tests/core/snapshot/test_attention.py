"""Which deadlines are named beside the next step, what presses, and what is to be minded."""

from datetime import date, timedelta

import pytest

from core.snapshot.kit import (
    REFUSED,
    RULES,
    TODAY,
    case,
    day_of,
    flight,
    happened,
    paper,
    refused,
    snapshot,
)
from g221_tui.core.model import Case
from g221_tui.core.snapshot.attention import attention, deadline_warnings, not_counted
from g221_tui.core.views import AttentionView, DeadlineView, NextStep

SOON, LATER = TODAY + timedelta(days=20), TODAY + timedelta(days=25)


def deadline(name: str, on: date, **more: object) -> DeadlineView:
    """A deadline that has warned."""
    settings: dict[str, object] = {
        "days_left": (on - TODAY).days,
        "estimate": False,
        "quiet": False,
        "because": "",
        "source": "",
        "level": 30,
        "before_opening": False,
        **more,
    }
    return DeadlineView(id=name, title=name.title(), date=on, **settings)  # type: ignore[arg-type]


def step(kind: str = "documents", subject: str | None = None, on: date | None = None) -> NextStep:
    """A next step."""
    return NextStep(kind=kind, text="", date=on, subject=subject)


def named(*deadlines: DeadlineView, beside: NextStep | None = None) -> list[str]:
    """The deadlines that are named."""
    found = attention(RULES, beside or step(), deadlines, (), ())
    return [d.id for d in found.due]


def of(found: Case, today: date = TODAY) -> AttentionView:
    """What asks for attention in a case."""
    return snapshot(found, today).attention


def test_the_soonest_deadline_is_named_however_far_off_it_is() -> None:
    assert named(deadline("passport", SOON), deadline("flight", LATER)) == ["passport"]
    assert named(deadline("passport", SOON, level=None), deadline("flight", LATER)) == ["passport"]


def test_one_that_asks_for_nothing_more_is_not_named() -> None:
    assert named(deadline("passport", SOON, quiet=True)) == []


def test_one_that_can_be_met_is_named_before_one_that_has_expired() -> None:
    gone, before = TODAY - timedelta(days=106), TODAY - timedelta(days=9)
    petition, medical = deadline("expiry_petition", gone), deadline("expiry_medical", before)
    assert named(petition, medical, deadline("expiry_police", LATER)) == ["expiry_police"]
    assert named(petition, medical) == ["expiry_medical"], "the latest, where all have expired"


def test_a_date_that_is_overdue_and_still_asks_is_named_before_those_ahead() -> None:
    overdue = deadline("documents_one_year", TODAY - timedelta(days=9))
    assert named(overdue, deadline("expiry_police", SOON)) == ["documents_one_year"]


def test_the_one_that_the_next_step_tells_is_not_named_again() -> None:
    told = step("deadline", "passport", SOON)
    assert named(deadline("passport", SOON), beside=told) == ["passport"]  # there is no other
    assert named(deadline("passport", SOON), deadline("flight", LATER), beside=told) == ["flight"]


def test_where_the_next_step_names_that_day_the_one_after_it_is_named_too() -> None:
    told = step("notice", "e-1", SOON)
    found = attention(
        RULES, told, (deadline("noir_response", SOON), deadline("flight", LATER)), (), ()
    )
    assert [d.id for d in found.due] == ["noir_response", "flight"]


@pytest.mark.parametrize("kind", ["deadline", "notice", "passport", "documents", "expiry"])
def test_what_should_not_be_put_off_presses(kind: str) -> None:
    assert attention(RULES, step(kind), (), (), ()).presses


@pytest.mark.parametrize("kind", ["fact", "channel", "wait", "ended"])
def test_what_can_wait_does_not_press(kind: str) -> None:
    assert not attention(RULES, step(kind), (), (), ()).presses


def test_a_warning_of_a_deadline_is_no_remark_whatever_it_is_called() -> None:
    found = case(refused(), deadlines=[flight(SOON)], policy="gone")
    shown = snapshot(found)
    assert shown.warnings[0].startswith("Flight: ")
    assert [w for w in shown.warnings if w.startswith("Flight")] == list(
        deadline_warnings(shown.deadlines, TODAY)
    )
    assert shown.attention.remarks == shown.warnings[1:]
    assert any("'gone'" in remark for remark in shown.attention.remarks)


def test_after_the_end_what_comes_back_is_a_remark() -> None:
    sent = paper("Diploma", sent=REFUSED)
    ended = case(refused(), happened("visa_refused", TODAY), papers=[sent], policy="gone")
    shown = snapshot(ended)
    assert shown.attention.remarks == (*shown.warnings, *shown.notes)
    going_on = snapshot(case(refused(), papers=[sent]))
    assert not set(going_on.notes) & set(going_on.attention.remarks)


def test_a_notice_is_due_in_the_next_step() -> None:
    until = TODAY + timedelta(days=90)
    found = of(case(refused(), happened("noir", TODAY, until)))
    assert [d.id for d in found.due] == ["noir_response"]
    assert found.presses


def test_a_date_the_user_named_does_not_count_before_the_refusal_and_after_the_end() -> None:
    found = case(refused(), happened("visa_refused", TODAY), deadlines=[flight(LATER)])
    for today, counted in ((REFUSED - timedelta(days=1), False), (REFUSED, True), (TODAY, False)):
        deadlines = snapshot(found, today).deadlines
        assert ("x-1" in [d.record for d in deadlines]) is counted
        resting = not_counted(day_of(found, today), deadlines)
        assert [d.record for d in resting] == ([] if counted else ["x-1"])
