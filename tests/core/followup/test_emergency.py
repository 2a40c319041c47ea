"""An emergency lifts the wait, the rest and a post's silence, not the facts that are needed."""

from core.life import HUMAN, LATER, Life

REFUSED = "2026-09-14"
DAY_10 = "2026-09-24"


def human(life: Life, day: str) -> str:
    """The first letters of the states of call, e-mail, State Department and Senator."""
    states = life.states(day)
    return "".join(states[channel][0] for channel in HUMAN)


def test_an_emergency_lifts_the_wait_the_rest_and_ask_never(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--policy", "ask-never")
    life("log", "dos", "--on", DAY_10, "--anyway", today=LATER)
    life("set", "emergency=2026-09-30", today=LATER)
    assert human(life, "2026-09-29") == "uull", "it holds from its date"
    assert human(life, "2026-09-30") == "oooo"
    life("set", "emergency=", today=LATER)
    assert human(life, "2026-09-30") == "uull", "empty ends it"


def test_an_emergency_does_not_lift_the_needs(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--us-link", "unknown")
    life("set", "emergency=yes", today=DAY_10)
    assert human(life, DAY_10) == "ooon"
    life("set", "us_link=none", today=DAY_10)
    assert life.states(DAY_10)["senator"] == "unavailable"


def test_an_emergency_marked_yes_holds_from_today(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", "emergency=yes", today=DAY_10)
    assert life.states("2026-09-23")["dos"] == "locked"
    assert life.states(DAY_10)["dos"] == "open"


def test_a_channel_that_was_open_before_the_emergency_is_open_since_then(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", "emergency=2026-11-20", today=LATER)
    assert life.channels("2026-11-20")["dos"]["opens_on"] == "2026-11-13"
    life("set", "emergency=2026-11-10", today=LATER)
    assert life.channels("2026-11-10")["dos"]["opens_on"] == "2026-11-10"


def test_in_an_emergency_a_channel_used_on_the_day_it_opened_is_not_invited_to_again(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", f"emergency={DAY_10}", today=LATER)
    life("log", "consulate_email", "--on", DAY_10, today=LATER)
    assert life.next_step("2026-10-02")["subject"] == "consulate_call"
