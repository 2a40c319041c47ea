"""What a rest counts from, how long an opening is news, and when a question is answered."""

import pytest

from core.life import Life, plus
from g221_tui.core.followup.past_contacts import status_contacts, unanswered

REFUSED = "2026-09-14"
OPENS = "2026-11-13"
"""Day 60."""


@pytest.fixture
def asking(life: Life) -> Life:
    """A case of which nothing was asked."""
    life.open(REFUSED, "--asked", "no")
    return life


def log(life: Life, channel: str, on: str, *more: str) -> None:
    """Log a contact of that day, whatever the rules say of it."""
    life("log", channel, "--on", on, "--anyway", *more, today="2027-12-31")


def test_a_rest_counts_from_the_last_question(asking: Life) -> None:
    for on in (OPENS, plus(OPENS, 10)):
        log(asking, "dos", on)
    row = asking.channels(plus(OPENS, 20))["dos"]
    assert (row["state"], row["opens_on"]) == ("resting", plus(OPENS, 40))
    assert asking.states(plus(OPENS, 39))["dos"] == "resting"
    assert asking.states(plus(OPENS, 40))["dos"] == "open"


def test_a_question_logged_later_starts_no_rest_on_the_days_before_it(asking: Life) -> None:
    log(asking, "dos", plus(OPENS, 10))
    assert asking.states(plus(OPENS, 9))["dos"] == "open"


@pytest.mark.parametrize(("after", "new"), [(-1, False), (0, True), (1, True), (2, False)])
def test_an_opening_is_news_on_its_day_and_the_next(asking: Life, after: int, new: bool) -> None:
    channels = {c.id: c for c in asking.snapshot(plus(OPENS, after)).channels}
    assert channels["dos"].is_new is new
    assert channels["ceac"].is_new is False


def test_an_opening_is_no_news_once_it_was_used(asking: Life) -> None:
    log(asking, "dos", OPENS)
    channels = {c.id: c for c in asking.snapshot(OPENS).channels}
    assert channels["consulate_email"].is_new is True
    assert channels["dos"].is_new is False


@pytest.mark.parametrize(("reply", "left"), [(-1, 1), (0, 0), (1, 0)])
def test_a_reply_on_the_day_of_the_question_answers_it(asking: Life, reply: int, left: int) -> None:
    log(asking, "consulate_email", OPENS)
    log(asking, "consulate_email", plus(OPENS, reply), "--reply")
    open_questions = unanswered(asking.day(plus(OPENS, 30)), ["consulate_email"])
    assert len(open_questions) == left


def test_an_answer_noted_with_the_question_answers_it_and_those_before(asking: Life) -> None:
    log(asking, "consulate_email", OPENS)
    log(asking, "consulate_email", plus(OPENS, 30), "--answer", "Still pending")
    log(asking, "consulate_email", plus(OPENS, 60))
    left = unanswered(asking.day(plus(OPENS, 90)), ["consulate_email"])
    assert [contact.on.isoformat() for contact in left] == [plus(OPENS, 60)]
    assert unanswered(asking.day(plus(OPENS, 59)), ["consulate_email"]) == []


def test_only_outgoing_questions_about_the_status_count(asking: Life) -> None:
    log(asking, "dos", OPENS)
    log(asking, "dos", plus(OPENS, 1), "--purpose", "details")
    log(asking, "dos", plus(OPENS, 2), "--reply")
    day = asking.day(plus(OPENS, 3))
    channel = day.rules.channel("dos")
    assert channel is not None
    assert [c.on.isoformat() for c in status_contacts(day, [channel])] == [OPENS]


def test_a_channel_that_is_open_again_says_what_it_rested_after(life: Life) -> None:
    life.open("2026-01-10", "--asked", "no")
    life("log", "consulate_email", "--on", "2026-03-11", today="2026-03-11")
    again, first = life.channels("2026-04-15")["consulate_call"], life.channels("2026-03-11")["dos"]
    assert again["because"][:2] == [
        "Open since Fri 10 Apr 2026.",
        "It rested until then: you asked by E-mail on Wed 11 Mar 2026.",
    ]
    assert not any("rested" in words for words in first["because"])
