"""An opening on a day on which the office may be closed says so, and no date is moved."""

from datetime import date, timedelta

import pytest

from core.followup.kit import PAGES
from core.life import HUMAN, Life, plus
from core.snapshot.kit import RULES, case, contact, day_of, happened, refused, snapshot
from g221_tui.core.followup.channel_state import decide_all, decide_further
from g221_tui.core.model import Case
from g221_tui.core.views import ChannelState, ChannelView

OFF = {
    "2026-10-12": "Columbus Day",
    "2026-11-11": "Veterans Day",
    "2026-11-26": "Thanksgiving Day",
    "2026-12-25": "Christmas Day",
    "2027-01-01": "New Year's Day",
    "2027-01-18": "Martin Luther King Jr. Day",
    "2027-02-15": "Washington's Birthday",
}
"""The federal holidays of the months that the sweeps look at."""
MAY = "the office may be closed"
UNKNOWN = "the post's own holidays are not known here"
WAITS = (ChannelState.LOCKED, ChannelState.RESTING)


def is_off(day: date) -> bool:
    """Whether it is a weekend or one of the holidays, told without the rules."""
    return day.weekday() > 4 or day.isoformat() in OFF


def said(view: ChannelView) -> list[str]:
    """What the view says of a closed office."""
    return [text for text in (*view.because, *view.cautions) if MAY in text]


def locked(on: date) -> Case:
    """A case refused on that day."""
    return case(refused(on, asked="no"), us_link="employer", us_state="TX")


def resting(on: date) -> Case:
    """A case that asked everybody on that day, a year after the refusal."""
    asked = [contact(channel, on) for channel in HUMAN]
    return case(
        refused(date(2025, 8, 1), asked="no"), contacts=asked, us_state="TX", us_link="employer"
    )


@pytest.mark.parametrize("way", ["locked", "resting"])
def test_every_opening_on_such_a_day_says_so_and_no_other_does(way: str) -> None:
    off, working = 0, 0
    for shift in range(170):
        on = date(2026, 8, 15) + timedelta(days=shift)
        day = day_of(locked(on) if way == "locked" else resting(on), on + timedelta(days=1))
        for view in (*decide_all(day), *decide_further(day)):
            if view.state in WAITS and view.opens_on is not None:
                assert len(said(view)) == is_off(view.opens_on), (view.id, view.because)
                assert bool(view.closed) is is_off(view.opens_on)
                off, working = off + is_off(view.opens_on), working + (not is_off(view.opens_on))
    assert off > 100
    assert working > 200


@pytest.mark.parametrize("shift", range(31))
def test_on_such_a_day_every_open_channel_with_people_says_so(shift: int) -> None:
    today = date(2026, 12, 1) + timedelta(days=shift)
    day = day_of(locked(date(2026, 6, 1)), today)
    views = [*decide_all(day), *decide_further(day)]
    usable = [view for view in views if view.state is ChannelState.OPEN]
    assert {"consulate_call", "dos", "ceac", "attorney"} <= {view.id for view in usable}
    for view in usable:
        off = view.human and is_off(today)
        assert [MAY in text for text in view.cautions].count(True) == off, view.id
        assert bool(view.closed) is off
        assert not [text for text in view.because if MAY in text]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_to_look_at_is_never_closed(life: Life, page: str) -> None:
    life.open("2026-06-01", "--asked", "no")
    for day in ("2026-12-25", "2026-12-26", "2026-12-27"):
        row = life.channels(day)[page]
        assert (row["state"], row["closed"]) == ("open", "")
        assert MAY not in " ".join([*row["because"], *row["cautions"]])


def test_a_locked_channel_names_the_holiday_it_opens_on(life: Life) -> None:
    life.open("2026-10-26", "--asked", "no")
    row = life.channels("2026-12-12")["dos"]
    assert (row["state"], row["opens_on"]) == ("locked", "2026-12-25")
    assert row["closed"] == "Christmas Day, a US federal holiday"
    assert row["because"][0].startswith("Opens Fri 25 Dec 2026")
    assert row["because"][-1] == (
        "Fri 25 Dec 2026 is Christmas Day, a US federal holiday: the office may be closed."
    )


def test_a_resting_post_says_too_that_its_own_holidays_are_not_known(life: Life) -> None:
    life.open("2026-06-01", "--asked", "no")
    life("log", "consulate_email", "--on", "2026-11-26", "--anyway", today="2026-12-01")
    row = life.channels("2026-12-01")["consulate_email"]
    assert (row["state"], row["opens_on"]) == ("resting", "2026-12-26")
    assert row["because"][-1] == f"Sat 26 Dec 2026 is a Saturday: {MAY}; {UNKNOWN}."
    assert row["closed"] == "a Saturday"


def test_an_open_channel_says_it_of_today_and_not_of_the_day_it_opened_on(life: Life) -> None:
    life.open("2026-10-26", "--asked", "no")
    opened = life.channels("2026-12-28")["dos"]
    assert (opened["state"], opened["opens_on"], opened["closed"]) == ("open", "2026-12-25", "")
    assert MAY not in " ".join([*opened["because"], *opened["cautions"]])
    today = life.channels("2026-12-25")["consulate_call"]
    assert today["cautions"][-1] == (
        f"Today is Christmas Day, a US federal holiday: {MAY}; {UNKNOWN}."
    )


def test_no_opening_is_moved_by_it() -> None:
    rules = RULES.policy("guide")
    for shift in range(366):
        on = date(2026, 1, 1) + timedelta(days=shift)
        found = day_of(locked(on), on)
        opens = {view.id: view.opens_on for view in decide_all(found) if view.state in WAITS}
        for name in HUMAN:
            assert opens[name] == on + timedelta(days=rules.waits[name].opens_after), name


@pytest.mark.parametrize(("opens", "closed"), [("2026-12-25", True), ("2026-12-28", False)])
def test_the_next_step_says_it_of_the_day_it_waits_for(
    life: Life, opens: str, closed: bool
) -> None:
    life.open("2026-06-01", "--asked", "no", "--us-link", "none")
    for channel, days in (("consulate_email", 30), ("dos", 15)):
        life("log", channel, "--on", plus(opens, -days), "--anyway", today="2027-06-01")
    step = life.next_step(plus(opens, -4))
    assert (step["kind"], step["date"]) == ("wait", opens)
    assert ("2026, when the office may be closed: then Call" in step["text"]) is closed
    assert ("2026: then Call post and E-mail open." in step["text"]) is not closed


def test_a_next_step_that_names_many_channels_stays_short(life: Life) -> None:
    life.open("2026-10-26", "--asked", "no")
    step = life.next_step("2026-12-12")
    assert "until Fri 25 Dec 2026: then Call post, E-mail and State Dept open." in step["text"]


@pytest.mark.parametrize(("asked", "closed"), [("2026-12-19", True), ("2026-12-21", False)])
def test_a_wait_until_one_may_ask_again_says_it_too(life: Life, asked: str, closed: bool) -> None:
    life.open("2026-06-01", "--asked", "no", "--us-link", "none")
    life("log", "consulate_email", "--on", asked, "--anyway", today="2027-06-01")
    step = life.next_step(plus(asked, 1))
    assert (step["kind"], step["date"]) == ("wait", plus(asked, 7))
    assert (", when the office may be closed: asking again sooner" in step["text"]) is closed


def test_a_wait_for_a_date_of_another_kind_does_not_speak_of_an_office() -> None:
    told = happened("interview_scheduled", date(2026, 8, 10), date(2026, 9, 12))
    step = snapshot(case(told), date(2026, 8, 12)).next
    assert (step.kind, step.date) == ("wait", date(2026, 9, 5))
    assert "until Sat 5 Sep 2026. " in step.text
