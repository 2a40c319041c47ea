"""The first answer: the first step that applies, and what `next --check` says of it."""

import pytest

from cli.conftest import LATER, Cli

REFUSED = "2026-09-14"
DAY_10, DAY_60, DAY_61 = "2026-09-24", "2026-11-13", "2026-11-14"


def event(g221: Cli, kind: str, on: str) -> None:
    """Record an event of that day."""
    g221("event", "add", kind, "--on", on, today=LATER)


def kind(g221: Cli, today: str) -> str:
    """The kind of the next step, checked against the exit code of `--check`."""
    step: str = g221.next_step(today)["kind"]
    pressing = step in ("deadline", "notice", "passport", "documents", "expiry")
    g221("next", "--check", today=today, code=4 if pressing else 0)
    return step


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-10-01", "documents"),
        ("2026-10-02", "deadline"),
        ("2026-10-09", "deadline"),
        ("2026-10-10", "deadline"),
    ],
)
def test_first_comes_a_deadline_overdue_or_within_7_days(
    g221: Cli, today: str, expected: str
) -> None:
    g221.open(REFUSED, "--document", "Letter")
    g221("set", "letter_deadline=2026-10-09", today=LATER)
    assert kind(g221, today) == expected


def test_a_deadline_within_7_days_comes_before_the_passport(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter")
    g221("set", "letter_deadline=2026-10-09", today=LATER)
    event(g221, "passport_requested", "2026-09-28")
    assert kind(g221, "2026-10-01") == "passport"
    assert kind(g221, "2026-10-02") == "deadline"


def test_then_the_passport_that_was_asked_for_before_the_papers(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter")
    event(g221, "passport_requested", "2026-09-20")
    assert kind(g221, DAY_10) == "passport"
    event(g221, "passport_sent", "2026-09-22")
    assert kind(g221, "2026-09-21") == "passport"
    assert kind(g221, DAY_10) == "documents"


@pytest.mark.parametrize(
    "words", [("--document", "Letter"), (), ("--asked", "unknown"), ("--asked", "yes")]
)
@pytest.mark.parametrize("today", [DAY_10, DAY_61])
def test_then_a_paper_outstanding_or_unknown_before_any_channel(
    g221: Cli, words: tuple[str, ...], today: str
) -> None:
    g221.open(REFUSED, *words)
    assert kind(g221, today) == "documents"


@pytest.mark.parametrize(
    ("field", "day", "expected"),
    [
        ("offer_expires", "2026-11-01", "expiry"),
        ("passport_expires", "2026-11-12", "expiry"),
        ("passport_expires", "2027-06-30", "wait"),
    ],
)
def test_then_an_expiry_before_the_next_channel_opens(
    g221: Cli, field: str, day: str, expected: str
) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("set", f"{field}={day}", today=LATER)
    assert kind(g221, DAY_10) == expected


def test_a_deadline_that_the_user_named_counts_as_well(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("deadline", "add", "lease", "2026-10-31", today=LATER)
    assert kind(g221, DAY_10) == "expiry"


@pytest.mark.parametrize(
    ("today", "pressed"),
    [("2026-12-12", "deadline"), ("2026-12-17", "deadline"), ("2026-12-18", "expiry")],
)
def test_a_passed_expiry_presses_for_7_days_and_is_said_until_it_is_renewed(
    g221: Cli, today: str, pressed: str
) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("set", "passport_expires=2026-12-10", today=LATER)
    assert kind(g221, today) == pressed
    g221("set", "passport_expires=2036-12-10", today=LATER)
    assert kind(g221, today) == "channel"


def test_the_step_in_the_snapshot_is_the_step_of_next(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    step = g221.next_step(DAY_10)
    assert {"kind", "text", "date"} <= step.keys()
    assert g221.status(DAY_10)["next"] == step
    assert step["text"] in g221("next", today=DAY_10).out


def test_the_data_names_a_missing_or_ruling_fact_as_set_takes_it(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no", "--us-link", "none", "--us-state", "")
    assert "Recorded: us_link=none." in g221.channels(DAY_10)["senator"]["because"]
    g221("set", "us_link=", today=DAY_10)
    because = g221.channels(DAY_10)["senator"]["because"]
    assert "To record it: g221 set us_link=VALUE us_state=VALUE" in because
    status = g221("status", "--json", today=DAY_10).json()
    assert next(c for c in status["channels"] if c["id"] == "senator")["because"] == because


def test_the_command_that_answers_stands_beside_the_step_and_not_in_its_text(g221: Cli) -> None:
    g221.open("2026-10-26")
    g221("event", "add", "transferred", "--on", "2026-11-02", today="2026-11-03")
    step = g221("next", "--json", today="2026-11-03").json()
    assert step["command"] == "g221 set post=NAME"
    assert "g221" not in step["text"]
    assert "(g221 set post=NAME)" in g221("next", today="2026-11-03").out
