"""The first answer: the first step that applies, and what `next --check` says of it."""

import msgspec
import pytest

from core.life import LATER, Life, names_day, plus

REFUSED = "2026-09-14"
DAY_10, DAY_60, DAY_61 = "2026-09-24", "2026-11-13", "2026-11-14"


def event(life: Life, kind: str, on: str) -> None:
    """Record an event of that day."""
    life("event", "add", kind, "--on", on, today=LATER)


def log(life: Life, channel: str, on: str, *more: str) -> None:
    """Record a contact of that day."""
    life("log", channel, "--on", on, *more, today=LATER)


def kind(life: Life, today: str) -> str:
    """The kind of the next step, checked against whether it presses."""
    step: str = life.next_step(today)["kind"]
    pressing = step in ("deadline", "notice", "passport", "documents", "expiry")
    assert life.snapshot(today).attention.presses is pressing
    return step


def test_a_quiet_deadline_presses_nobody(life: Life) -> None:
    life.open("2025-12-15", "--document", "Letter")
    life("docs", "set", "Letter", "submitted", "--on", "2026-11-30", today=LATER)
    assert life.deadlines("2026-12-12")["documents_one_year"]["days_left"] == 2
    assert kind(life, "2026-12-12") == "wait"


def test_the_last_requested_paper_is_named(life: Life) -> None:
    life.open(REFUSED, "--document", "Client letter", "Org chart")
    life("docs", "set", "Client letter", "submitted", "--on", DAY_10, today=LATER)
    assert "org chart" in life.next_step(DAY_10)["text"].casefold()


def test_then_a_fact_that_alone_blocks_a_channel(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--us-link", "unknown")
    assert kind(life, DAY_10) == "wait"
    assert kind(life, DAY_60) == "channel", "the Senator is locked until tomorrow"
    assert kind(life, DAY_61) == "fact"
    life("set", "us_link=none", today=LATER)
    assert kind(life, DAY_61) == "channel"


def test_the_day_a_rest_ends_is_the_day_the_next_step_names(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--us-link", "employer", "--us-state", "TX")
    for channel in ("dos", "consulate_email", "senator"):
        log(life, channel, "2026-12-01")
    opens = life.channels("2026-12-30")["dos"]["opens_on"]
    assert opens == "2026-12-31"
    waiting = life.next_step("2026-12-30")
    assert (waiting["kind"], waiting["date"]) == ("wait", opens)
    assert kind(life, opens) == "channel"


def test_then_the_gentlest_open_channel_unless_it_would_bring_the_pacing_counsel(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "no")
    first = life.next_step(DAY_60)
    assert first["kind"] == "channel"
    assert first["subject"] == "consulate_email"
    log(life, "consulate_email", DAY_60)
    assert kind(life, DAY_60) == "wait", "a second contact within 7 days would not help"
    assert kind(life, "2026-11-16") == "wait"
    second = life.next_step("2026-11-21")
    assert second["kind"] == "channel"
    assert second["subject"] == "dos"
    log(life, "dos", "2026-11-21")
    assert kind(life, "2026-11-29") == "wait", "a third within 30 days would not help"
    third = life.next_step("2026-12-24")
    assert third["kind"] == "channel"
    assert third["subject"] == "consulate_email", "its rest is over, and it is the gentlest"


def test_no_second_contact_within_7_days_is_offered_whichever_came_first(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--us-link", "none")
    log(life, "dos", DAY_60)
    assert kind(life, "2026-11-16") == "wait"
    log(life, "consulate_email", "2026-11-21")
    assert kind(life, "2026-11-25") == "wait"


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
    life: Life, words: tuple[str, ...], opens: str
) -> None:
    life.open(REFUSED, "--asked", "no", *words)
    step = life.next_step(DAY_10)
    assert (step["kind"], step["date"]) == ("wait", opens)
    assert step["text"].startswith("Nothing to do until ")
    assert names_day(step["text"], opens)


@pytest.mark.parametrize("used", ["consulate_email", "dos"])
def test_until_the_day_that_is_named_there_is_nothing_to_do(life: Life, used: str) -> None:
    life.open(REFUSED, "--asked", "no")
    log(life, used, DAY_60)
    step = life.next_step(DAY_61)
    assert step["kind"] == "wait"
    for later in (3, 8, 12, 20, 28):
        day = plus(DAY_61, later)
        if step["date"] is None or day < step["date"]:
            assert life.next_step(day)["kind"] == "wait", f"{step['text']} But on {day}"


@pytest.mark.parametrize("end", ["visa_issued", "visa_refused", "withdrawn"])
def test_an_ended_case_has_only_its_end(life: Life, end: str) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("set", "letter_deadline=2026-10-09", "passport_expires=2026-10-11", today=LATER)
    event(life, end, "2026-10-05")
    assert kind(life, "2026-10-08") == "ended"


def test_a_missing_fact_names_the_gentler_way_that_is_open_today(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--us-link", "unknown")
    step = life.next_step(DAY_61)
    assert (step["kind"], step["subject"]) == ("fact", "us_link")
    assert step["text"].endswith("takes it. E-mail is open today as well.")
    log(life, "consulate_email", DAY_61)
    assert "today as well" not in life.next_step(DAY_61)["text"], "a second contact so soon"


def test_a_missing_fact_names_the_office_that_is_open_also_where_a_page_comes_first(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "no", "--visa", "L-1B", "--us-link", "unknown")
    life("set", "receipt_number=IOE0912345678", today=LATER)
    event(life, "petition_returned", plus(REFUSED, 10))
    event(life, "uscis_received", plus(REFUSED, 40))
    step = life.next_step(DAY_61)
    assert step["subject"] == "us_link"
    assert step["text"].endswith("State Dept is open today as well.")


def test_a_missing_fact_is_not_asked_for_while_something_else_keeps_the_channel_shut(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "no", "--us-link", "unknown")
    log(life, "senator", DAY_61, "--anyway")
    assert life.states("2026-11-20")["senator"] == "needs"
    assert kind(life, "2026-11-20") == "wait", "the office rests for 30 days anyway"
    assert kind(life, "2026-12-14") == "fact"


def test_the_end_of_a_rest_that_leaves_only_a_fact_missing_is_a_day_to_wait_for(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "no", "--us-link", "unknown", "--policy", "ask-never")
    log(life, "dos", "2026-11-20")
    log(life, "senator", DAY_61, "--anyway")
    step = life.next_step("2026-12-13")
    assert (step["kind"], step["date"]) == ("wait", "2026-12-14")
    assert kind(life, "2026-12-14") == "fact"


def test_a_missing_fact_is_not_asked_for_while_the_passport_is_out(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--us-link", "unknown")
    event(life, "passport_sent", DAY_60)
    assert life.states(DAY_61)["senator"] == "needs"
    assert kind(life, DAY_61) == "wait", "nor is it time to ask"


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
    life: Life, words: tuple[str, ...], named: str
) -> None:
    life.open(REFUSED, "--asked", "no", *words)
    senator = life.channels(DAY_10)["senator"]
    assert senator["state"] == "locked"
    assert f"Also not there yet: {named}." in senator["because"]


@pytest.mark.parametrize(("days", "urgent"), [(-8, False), (-7, True), (7, True), (8, False)])
def test_an_expiry_is_urgent_from_a_week_before_it_to_a_week_after(
    life: Life, days: int, urgent: bool
) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", f"passport_expires={plus('2026-10-10', days)}", today=LATER)
    assert (kind(life, "2026-10-10") == "deadline") is urgent


def test_a_limit_that_is_no_expiry_presses_however_long_ago_it_was(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    for day in ("2027-09-14", "2027-09-21", "2027-12-20"):
        assert life.next_step(day)["subject"] == "documents_one_year", day


@pytest.mark.parametrize(("expires", "kind_of_it"), [("2026-11-12", "expiry"), (DAY_60, "wait")])
def test_what_expires_before_the_next_opening_is_the_next_step_and_not_what_expires_on_it(
    life: Life, expires: str, kind_of_it: str
) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", f"passport_expires={expires}", today=LATER)
    assert kind(life, "2026-10-20") == kind_of_it


def test_a_deadline_that_will_press_before_a_channel_opens_is_the_day_to_wait_for(
    life: Life,
) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", f"passport_expires={plus(DAY_60, 4)}", today=LATER)
    step = life.next_step("2026-10-20")
    assert (step["kind"], step["date"]) == ("wait", plus(DAY_60, -3))
    assert kind(life, plus(DAY_60, -3)) == "deadline"


def test_the_end_of_a_policy_s_own_rest_is_a_day_to_wait_for(life: Life) -> None:
    guide = life.rules.policies["guide"]
    longer = {**life.rules.policies, "guide": msgspec.structs.replace(guide, rest_days=45)}
    life.rules = msgspec.structs.replace(life.rules, policies=longer)
    life.open(REFUSED, "--asked", "no", "--us-link", "unknown", "--policy", "ask-never")
    life("set", "policy=guide", today=LATER)
    log(life, "consulate_email", "2026-11-24")
    log(life, "dos", "2026-11-23")
    log(life, "senator", "2026-11-20", "--anyway")
    step = life.next_step("2026-12-30")
    assert (step["kind"], step["date"]) == ("wait", plus("2026-11-20", 45))


def test_three_papers_are_named_and_of_four_one_more_is_counted(life: Life) -> None:
    life.open(REFUSED, "--document", "A", "B", "C")
    assert "A, B, C" in life.next_step(DAY_10)["text"]
    assert "more" not in life.next_step(DAY_10)["text"]
    life("docs", "add", "D", today=DAY_10)
    assert "A, B, C and 1 more" in life.next_step(DAY_10)["text"]


def test_before_the_first_event_the_step_names_the_refusal(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--interview", "2026-09-07")
    step = life.next_step("2026-09-01")
    assert (step["kind"], step["date"]) == ("wait", REFUSED)
