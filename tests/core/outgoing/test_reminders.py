"""Reminders over a thousand lives: none is missing, and none is said twice."""

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from core.life import Life
from core.words import CHANGING, options
from g221_tui.core.outgoing.reminders import Said, due
from g221_tui.core.text.dates import long_date
from g221_tui.core.views import DeadlineView, Snapshot
from g221_tui.errors import G221Error
from g221_tui.rules.outgoing import load_outgoing

RULES = load_outgoing().reminders
START = date(2026, 1, 5)
LIVES, BATCHES = 1000, 4
YEARS_2 = 730
"""Calendar days."""


def iso(day: date) -> str:
    return day.isoformat()


Act = Callable[[random.Random, date], list[str]]


def ahead(chance: random.Random, today: date, most: int = 200) -> str:
    return iso(today + timedelta(days=chance.randrange(most)))


ACTS: list[Act] = [
    lambda chance, today: ["set", f"passport_expires={ahead(chance, today, 400)}"],
    lambda chance, today: ["set", f"medical_expires={ahead(chance, today)}"],
    lambda chance, today: ["set", "passport_expires="],
    lambda chance, today: ["set", f"letter_deadline={ahead(chance, today)}"],
    lambda chance, today: ["deadline", "add", f"Day {chance.randrange(99)}", ahead(chance, today)],
    lambda chance, today: ["docs", "add", f"Paper {chance.randrange(99)}"],
    lambda chance, today: ["docs", "set", "A", "submitted"],
    lambda chance, today: ["docs", "set", "B", "submitted"],
    lambda chance, today: ["docs", "set", "A", "received"],
    lambda chance, today: ["event", "add", "petition_returned"],
    lambda chance, today: ["event", "add", "noir", "--on", iso(today - timedelta(days=3))],
    lambda chance, today: ["event", "add", "response_sent"],
    lambda chance, today: ["event", "add", "interview_scheduled", "--due", ahead(chance, today)],
    lambda chance, today: ["event", "add", "passport_requested", "--due", ahead(chance, today)],
    lambda chance, today: ["event", "add", "refused_221g", "--asked", "yes"],
    lambda chance, today: ["event", "add", "visa_issued"],
    lambda chance, today: ["log", "dos", "--anyway"],
]


def act(life: Life, words: list[str], today: date) -> None:
    """Do it; what the rules refuse on that day is not done."""
    name = " ".join(words[:2]) if " ".join(words[:2]) in CHANGING else words[0]
    given = options(words[len(name.split()) :])
    try:
        life.apply(CHANGING[name](given), today=iso(today))
    except G221Error:
        return


def lowest(deadline: DeadlineView) -> int | None:
    return min((n for n in RULES.days if deadline.days_left <= n), default=None)


def judge(
    shown: Snapshot, lines: tuple[str, ...], told: list[tuple[date, str]], every: set[str]
) -> None:
    """That no line stands twice, none is needless, and nothing that is due is missing."""
    for line in lines:
        assert line not in every, line
        every.add(line)
        told.append((shown.today, line))
    asked = [d for d in shown.deadlines if not d.quiet and lowest(d) is not None]
    for deadline in asked:
        level = lowest(deadline)
        assert level is not None
        since = deadline.date - timedelta(days=level)
        assert any(
            since <= day and deadline.title in line and long_date(deadline.date) in line
            for day, line in told
        ), (deadline, told)
    if not asked and not shown.attention.presses and shown.next.kind != "channel":
        assert lines == ()


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_thousand_lives_of_two_years_miss_no_reminder_and_hear_none_twice(batch: int) -> None:
    chance = random.Random(f"reminders {batch}")
    heard = 0
    for _ in range(LIVES // BATCHES):
        life = Life()
        life("new", "--refused", iso(START), "--document", "A", "B", today=iso(START))
        said: dict[str, Said] = {}
        told: list[tuple[date, str]] = []
        every: set[str] = set()
        today = START
        while (today - START).days < YEARS_2:
            today += timedelta(days=chance.choice([1, 2, 5, 20, 60, 120]))
            if chance.random() < 0.4:
                act(life, chance.choice(ACTS)(chance, today), today)
            shown = life.snapshot(iso(today))
            lines, said = due(shown, said, RULES)
            judge(shown, lines, told, every)
            assert due(shown, said, RULES) == ((), said)
        heard += len(told)
    assert heard > LIVES // BATCHES


def said_daily(life: Life, start: str, days: int) -> dict[str, tuple[str, ...]]:
    """What is said on each day of some that are called one after another."""
    said: dict[str, Said] = {}
    found = {}
    for n in range(days):
        today = iso(date.fromisoformat(start) + timedelta(days=n))
        lines, said = due(life.snapshot(today), said, RULES)
        if lines:
            found[today] = lines
    return found


@pytest.fixture
def waiting() -> Life:
    """A case without papers whose passport expires on 14 March 2027."""
    life = Life()
    life("new", "--refused", "2026-10-26", "--asked", "no", today="2026-10-26")
    life("set", "passport_expires=2027-03-14", today="2026-10-26")
    return life


def test_a_day_is_told_30_14_7_3_and_0_days_before_and_once_more_never(waiting: Life) -> None:
    found = said_daily(waiting, "2027-02-01", 60)
    of_passport = [day for day, lines in found.items() if any("Passport" in x for x in lines)]
    assert of_passport == ["2027-02-12", "2027-02-28", "2027-03-07", "2027-03-11", "2027-03-14"]


def test_days_that_were_missed_are_joined_in_one_line(waiting: Life) -> None:
    lines, _ = due(waiting.snapshot("2027-03-09"), {}, RULES)
    assert [x for x in lines if "Passport" in x] == [
        "Passport expires: in 5 days, on Sun 14 Mar 2027."
    ]
    late, _ = due(waiting.snapshot("2027-03-16"), {}, RULES)
    assert [x for x in late if "Passport" in x] == [
        "Passport expires: it was Sun 14 Mar 2027, 2 days ago."
    ]


def test_nothing_is_said_once_the_act_is_done(waiting: Life) -> None:
    waiting("set", "passport_expires=", today="2027-02-20")
    assert "Passport" not in str(said_daily(waiting, "2027-02-21", 40))


def test_a_day_that_was_moved_is_told_anew_and_one_moved_back_is_not(waiting: Life) -> None:
    lines, said = due(waiting.snapshot("2027-03-09"), {}, RULES)
    waiting("set", "passport_expires=2027-03-12", today="2027-03-09")
    moved, said = due(waiting.snapshot("2027-03-09"), said, RULES)
    assert moved == ("Passport expires: in 3 days, on Fri 12 Mar 2027.",)
    waiting("set", "passport_expires=2027-03-14", today="2027-03-09")
    assert due(waiting.snapshot("2027-03-09"), said, RULES)[0] == ()
    assert lines


def test_channels_that_open_on_one_day_are_one_line_and_only_where_asking_is_next(
    waiting: Life,
) -> None:
    found = said_daily(waiting, "2026-12-20", 10)
    assert list(found) == ["2026-12-25", "2026-12-26"] or list(found) == ["2026-12-25"]
    assert "Call post" in found["2026-12-25"][0]
    assert "E-mail" in found["2026-12-25"][0]
    waiting("docs", "add", "A paper", today="2026-12-21")
    assert said_daily(waiting, "2026-12-22", 10) == {}


def test_a_notice_without_its_date_and_a_passport_that_is_wanted_are_told_once(
    waiting: Life,
) -> None:
    waiting("event", "add", "passport_requested", "--on", "2026-11-02", today="2026-11-02")
    found = said_daily(waiting, "2026-11-02", 10)
    assert list(found) == ["2026-11-02"]
    assert "passport" in found["2026-11-02"][0]
