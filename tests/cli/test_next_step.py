"""The first answer: the first step that applies, and what `next --check` says of it."""

import pytest

from cli.conftest import LATER, Cli, names_day, plus

REFUSED = "2026-09-14"
DAY_10, DAY_60, DAY_61 = "2026-09-24", "2026-11-13", "2026-11-14"


def event(g221: Cli, kind: str, on: str) -> None:
    """Record an event of that day."""
    g221("event", "add", kind, "--on", on, today=LATER)


def log(g221: Cli, channel: str, on: str, *more: str) -> None:
    """Record a contact of that day."""
    g221("log", channel, "--on", on, *more, today=LATER)


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


def test_a_quiet_deadline_presses_nobody(g221: Cli) -> None:
    g221.open("2025-12-15", "--document", "Letter")
    g221("docs", "set", "Letter", "submitted", "--on", "2026-11-30", today=LATER)
    assert g221.deadlines("2026-12-12")["documents_one_year"]["days_left"] == 2
    assert kind(g221, "2026-12-12") == "wait"


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


def test_the_last_requested_paper_is_named(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Client letter", "Org chart")
    g221("docs", "set", "Client letter", "submitted", "--on", DAY_10, today=LATER)
    assert "org chart" in g221.next_step(DAY_10)["text"].casefold()


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


def test_then_a_fact_that_alone_blocks_a_channel(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no", "--us-link", "unknown")
    assert kind(g221, DAY_10) == "wait"
    assert kind(g221, DAY_60) == "channel", "the Senator is locked until tomorrow"
    assert kind(g221, DAY_61) == "fact"
    g221("set", "us_link=none", today=LATER)
    assert kind(g221, DAY_61) == "channel"


def test_the_day_a_rest_ends_is_the_day_the_next_step_names(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no", "--us-link", "employer", "--us-state", "TX")
    for channel in ("dos", "consulate_email", "senator"):
        log(g221, channel, "2026-12-01")
    opens = g221.channels("2026-12-30")["dos"]["opens_on"]
    assert opens == "2026-12-31"
    waiting = g221.next_step("2026-12-30")
    assert (waiting["kind"], waiting["date"]) == ("wait", opens)
    assert kind(g221, opens) == "channel"


def test_then_the_gentlest_open_channel_unless_it_would_bring_the_pacing_counsel(
    g221: Cli,
) -> None:
    g221.open(REFUSED, "--asked", "no")
    first = g221.next_step(DAY_60)
    assert first["kind"] == "channel"
    assert first["subject"] == "consulate_email"
    log(g221, "consulate_email", DAY_60)
    assert kind(g221, DAY_60) == "wait", "a second contact within 7 days would not help"
    assert kind(g221, "2026-11-16") == "wait"
    second = g221.next_step("2026-11-21")
    assert second["kind"] == "channel"
    assert second["subject"] == "dos"
    log(g221, "dos", "2026-11-21")
    assert kind(g221, "2026-11-29") == "wait", "a third within 30 days would not help"
    third = g221.next_step("2026-12-24")
    assert third["kind"] == "channel"
    assert third["subject"] == "consulate_email", "its rest is over, and it is the gentlest"


def test_no_second_contact_within_7_days_is_offered_whichever_came_first(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no", "--us-link", "none")
    log(g221, "dos", DAY_60)
    assert kind(g221, "2026-11-16") == "wait"
    log(g221, "consulate_email", "2026-11-21")
    assert kind(g221, "2026-11-25") == "wait"


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ((), "2026-11-13"),
        (("--policy", "state"), "2027-03-13"),
        (("--wait", "30"), "2026-10-14"),
        (("--policy", "ask-never"), "2026-11-13"),
    ],
)
def test_last_there_is_nothing_to_do_until_the_next_channel_opens(
    g221: Cli, words: tuple[str, ...], opens: str
) -> None:
    g221.open(REFUSED, "--asked", "no", *words)
    step = g221.next_step(DAY_10)
    assert (step["kind"], step["date"]) == ("wait", opens)
    assert step["text"].startswith("Nothing to do until ")
    assert names_day(step["text"], opens)


@pytest.mark.parametrize("used", ["consulate_email", "dos"])
def test_until_the_day_that_is_named_there_is_nothing_to_do(g221: Cli, used: str) -> None:
    g221.open(REFUSED, "--asked", "no")
    log(g221, used, DAY_60)
    step = g221.next_step(DAY_61)
    assert step["kind"] == "wait"
    for later in (3, 8, 12, 20, 28):
        day = plus(DAY_61, later)
        if step["date"] is None or day < step["date"]:
            assert g221.next_step(day)["kind"] == "wait", f"{step['text']} But on {day}"


@pytest.mark.parametrize(
    ("today", "pressed"), [("2026-12-12", True), ("2026-12-16", True), ("2026-12-21", False)]
)
def test_a_passed_expiry_is_pressed_for_7_days_and_then_a_warning(
    g221: Cli, today: str, pressed: bool
) -> None:
    g221.open(REFUSED, "--asked", "no")
    g221("set", "passport_expires=2026-12-10", today=LATER)
    assert (kind(g221, today) in ("deadline", "expiry")) is pressed
    if not pressed:
        assert any(names_day(text, "2026-12-10") for text in g221.status(today)["warnings"])


@pytest.mark.parametrize("end", ["visa_issued", "visa_refused", "withdrawn"])
def test_an_ended_case_has_only_its_end(g221: Cli, end: str) -> None:
    g221.open(REFUSED, "--document", "Letter")
    g221("set", "letter_deadline=2026-10-09", "passport_expires=2026-10-11", today=LATER)
    event(g221, end, "2026-10-05")
    assert kind(g221, "2026-10-08") == "ended"


def test_the_step_in_the_snapshot_is_the_step_of_next(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no")
    step = g221.next_step(DAY_10)
    assert {"kind", "text", "date"} <= step.keys()
    assert g221.status(DAY_10)["next"] == step
    assert step["text"] in g221("next", today=DAY_10).out


def test_a_missing_fact_names_the_gentler_way_that_is_open_today(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no", "--us-link", "unknown")
    step = g221.next_step(DAY_61)
    assert (step["kind"], step["subject"]) == ("fact", "us_link")
    assert step["text"].endswith("Senator. E-mail is open today as well.")
    log(g221, "consulate_email", DAY_61)
    assert "today as well" not in g221.next_step(DAY_61)["text"], "a second contact so soon"


def test_a_missing_fact_is_not_asked_for_while_something_else_keeps_the_channel_shut(
    g221: Cli,
) -> None:
    g221.open(REFUSED, "--asked", "no", "--us-link", "unknown")
    log(g221, "senator", DAY_61, "--anyway")
    assert g221.states("2026-11-20")["senator"] == "needs"
    assert kind(g221, "2026-11-20") == "wait", "the office rests for 30 days anyway"
    assert kind(g221, "2026-12-14") == "fact"


def test_the_end_of_a_rest_that_leaves_only_a_fact_missing_is_a_day_to_wait_for(
    g221: Cli,
) -> None:
    g221.open(REFUSED, "--asked", "no", "--us-link", "unknown", "--policy", "ask-never")
    log(g221, "dos", "2026-11-20")
    log(g221, "senator", DAY_61, "--anyway")
    step = g221.next_step("2026-12-13")
    assert (step["kind"], step["date"]) == ("wait", "2026-12-14")
    assert kind(g221, "2026-12-14") == "fact"


def test_a_missing_fact_is_not_asked_for_while_the_passport_is_out(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no", "--us-link", "unknown")
    event(g221, "passport_sent", DAY_60)
    assert g221.states(DAY_61)["senator"] == "needs"
    assert kind(g221, DAY_61) == "channel"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (
            ("--us-link", "unknown", "--us-state", ""),
            "the US link (who of the case lives or works in a US state)"
            " and the US state of that link",
        ),
        (("--us-link", "unknown"), "the US link (who of the case lives or works in a US state)"),
        (("--us-link", "employer", "--us-state", ""), "the US state of that link"),
    ],
)
def test_a_locked_senator_names_each_fact_that_is_missing_too(
    g221: Cli, words: tuple[str, ...], named: str
) -> None:
    g221.open(REFUSED, "--asked", "no", *words)
    senator = g221.channels(DAY_10)["senator"]
    assert senator["state"] == "locked"
    assert f"Also not there yet: {named}." in senator["because"]


def test_the_data_names_a_missing_or_ruling_fact_as_set_takes_it(g221: Cli) -> None:
    g221.open(REFUSED, "--asked", "no", "--us-link", "none", "--us-state", "")
    assert "Recorded: us_link=none." in g221.channels(DAY_10)["senator"]["because"]
    g221("set", "us_link=", today=DAY_10)
    because = g221.channels(DAY_10)["senator"]["because"]
    assert "To record it: g221 set us_link= us_state=" in because
    status = g221("status", "--json", today=DAY_10).json()
    assert next(c for c in status["channels"] if c["id"] == "senator")["because"] == because
