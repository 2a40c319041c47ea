"""An emergency lifts the wait, the rest and a post's silence, not the facts that are needed."""

from cli.conftest import HUMAN, LATER, Cli

REFUSED = "2026-09-14"
DAY_10 = "2026-09-24"


def human(g221: Cli, day: str) -> str:
    """The first letters of the states of call, e-mail, State Department and Senator."""
    states = g221.states(day)
    return "".join(states[channel][0] for channel in HUMAN)


def test_an_emergency_lifts_the_wait_the_rest_and_ask_never(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no", "--policy", "ask-never")
    g221("log", "dos", "--on", DAY_10, "--anyway", today=LATER)
    g221("set", "emergency=2026-09-30", today=LATER)
    assert human(g221, "2026-09-29") == "uull", "it holds from its date"
    assert human(g221, "2026-09-30") == "oooo"
    g221("set", "emergency=", today=LATER)
    assert human(g221, "2026-09-30") == "uull", "empty ends it"


def test_an_emergency_does_not_lift_the_needs(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no", "--us-link", "unknown")
    g221("set", "emergency=yes", today=DAY_10)
    assert human(g221, DAY_10) == "ooon"
    g221("set", "us_link=none", today=DAY_10)
    assert g221.states(DAY_10)["senator"] == "unavailable"


def test_an_emergency_marked_yes_holds_from_today(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("set", "emergency=yes", today=DAY_10)
    assert g221.states("2026-09-23")["dos"] == "locked"
    assert g221.states(DAY_10)["dos"] == "open"
