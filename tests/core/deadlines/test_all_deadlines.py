"""The dates that must not be missed."""

from datetime import date

import pytest

from core.life import LATER, Life, plus
from core.snapshot.kit import TODAY, case, refused, snapshot
from g221_tui.core.deadlines.all_deadlines import next_opening
from g221_tui.core.model import NamedDeadline

REFUSED = "2026-10-26"
LIMIT = "2027-10-25"


def put(life: Life, name: str, state: str, on: str) -> None:
    """Give the document that state on that day."""
    life("docs", "set", name, state, "--on", on, today=LATER)


@pytest.mark.parametrize(
    ("refused", "last_safe_day"),
    [
        ("2026-10-26", "2027-10-25"),
        ("2024-02-29", "2025-02-27"),
        ("2023-02-28", "2024-02-27"),
        ("2023-03-01", "2024-02-29"),
        ("2024-03-01", "2025-02-28"),
        ("2026-01-01", "2026-12-31"),
    ],
)
def test_the_last_safe_day_for_papers_is_the_day_before_one_calendar_year(
    life: Life, refused: str, last_safe_day: str
) -> None:
    life.open(refused, "--document", "Letter")
    limit = life.deadlines(refused)["documents_one_year"]
    assert limit["date"] == last_safe_day
    assert (limit["estimate"], limit["quiet"]) == (False, False)
    assert limit["because"]


@pytest.mark.parametrize(
    ("today", "days_left"),
    [("2027-09-25", 30), ("2027-10-24", 1), ("2027-10-25", 0), ("2027-10-26", -1)],
)
def test_due_today_is_not_overdue(life: Life, today: str, days_left: int) -> None:
    life.open(REFUSED, "--document", "Letter")
    assert life.deadlines(today)["documents_one_year"]["days_left"] == days_left


@pytest.mark.parametrize("words", [(), ("--asked", "unknown"), ("--asked", "yes")])
def test_the_limit_is_shown_while_it_is_unknown_what_was_asked(
    life: Life, words: tuple[str, ...]
) -> None:
    life.open(REFUSED, *words)
    limit = life.deadlines()["documents_one_year"]
    assert (limit["date"], limit["quiet"]) == (LIMIT, False)


def test_where_nothing_was_asked_no_limit_for_papers_runs(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    assert life.status()["deadlines"] == []


def test_the_limit_is_quiet_once_all_is_sent_and_gone_once_all_is_confirmed(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter", "Chart")
    put(life, "Letter", "submitted", "2026-11-02")
    assert life.deadlines("2026-11-02")["documents_one_year"]["quiet"] is False
    put(life, "Chart", "submitted", "2026-11-09")
    sent = life.deadlines("2026-11-09")["documents_one_year"]
    assert sent["quiet"] is True
    assert "sent, not confirmed" in sent["because"].casefold()
    put(life, "Letter", "received", "2026-11-16")
    assert life.deadlines("2026-11-16")["documents_one_year"]["quiet"] is True
    put(life, "Chart", "received", "2026-11-23")
    assert "documents_one_year" not in life.deadlines("2026-11-23")
    assert "documents_one_year" in life.deadlines("2026-11-22"), "each day has its own"


def test_a_waived_paper_leaves_nothing_to_confirm(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter", "Chart")
    put(life, "Letter", "received", "2026-11-02")
    put(life, "Chart", "waived", "2026-11-09")
    assert "documents_one_year" not in life.deadlines()


def test_a_new_request_brings_the_limit_back(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    put(life, "Letter", "received", "2026-11-02")
    life("docs", "add", "Chart", "--asked", "2026-11-30", today=LATER)
    assert "documents_one_year" not in life.deadlines("2026-11-29")
    limit = life.deadlines("2026-11-30")["documents_one_year"]
    assert (limit["date"], limit["quiet"]) == (LIMIT, False)


@pytest.mark.parametrize("printed", ["2027-03-01", "2028-01-31"])
def test_a_date_printed_on_the_letter_wins(life: Life, printed: str) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("set", f"letter_deadline={printed}")
    rows = life.deadlines()
    assert rows["letter_date"]["date"] == printed
    assert "documents_one_year" not in rows
    life("set", "letter_deadline=")
    assert list(life.deadlines()) == ["documents_one_year"]


def test_the_second_round_has_its_own_limit(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("event", "add", "interview", "--on", "2027-02-01", today=LATER)
    life("event", "add", "refused_221g", "--on", "2027-02-01", today=LATER)
    assert life.deadlines("2027-01-31")["documents_one_year"]["date"] == LIMIT
    assert life.deadlines("2027-02-01")["documents_one_year"]["date"] == "2028-01-31"


@pytest.mark.parametrize("slip", ["2026-11-20"])
def test_a_further_slip_in_the_round_leaves_the_limit_of_the_first_refusal(
    life: Life, slip: str
) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("event", "add", "refused_221g", "--on", slip, today=LATER)
    assert life.deadlines()["documents_one_year"]["date"] == LIMIT


@pytest.mark.parametrize(
    ("field", "value", "row", "date"),
    [
        ("passport_expires", "2027-05-31", "expiry_passport", "2027-05-31"),
        ("medical_expires", "2027-02-28", "expiry_medical", "2027-02-28"),
        ("petition_expires", "2027-09-30", "expiry_petition", "2027-09-30"),
        ("police_expires", "2028-01-01", "expiry_police", "2028-01-01"),
        ("offer_expires", "2027-01-04", "expiry_offer", "2027-01-04"),
        ("dv_year", "2027", "expiry_dv", "2027-09-30"),
    ],
)
def test_what_expires_while_waiting_is_a_deadline(
    life: Life, field: str, value: str, row: str, date: str
) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", f"{field}={value}")
    assert {name: shown["date"] for name, shown in life.deadlines().items()} == {row: date}
    life("set", f"{field}=")
    assert life.deadlines() == {}


@pytest.mark.parametrize(
    ("field", "value", "row"),
    [
        ("programme_starts", "2027-08-23", "expiry_programme"),
        ("child_birthday", "2006-08-01", "expiry_child_21"),
    ],
)
def test_a_programme_and_a_child_have_their_rows_too(
    life: Life, field: str, value: str, row: str
) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", f"{field}={value}")
    assert list(life.deadlines()) == [row]
    assert life.deadlines()[row]["date"].startswith(("2027-08-", "2027-07-31"))


def test_a_named_deadline_is_a_fact_and_an_expired_one_counts_below_zero(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("deadline", "add", "lease", "2027-01-31")
    for day, left in (("2027-01-31", 0), ("2027-02-01", -1)):
        assert [row["days_left"] for row in life.status(day)["deadlines"]] == [left]


def test_the_deadlines_come_soonest_first(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("set", "passport_expires=2028-05-31", "offer_expires=2027-01-04")
    life("deadline", "add", "lease", "2027-06-30")
    dates = [row["date"] for row in life.status()["deadlines"]]
    assert dates == ["2027-01-04", "2027-06-30", LIMIT, "2028-05-31"]


def test_a_limit_that_is_past_is_told_in_the_past(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    assert "this is the last safe day" in life.deadlines(LIMIT)["documents_one_year"]["because"]
    over = life.deadlines("2027-10-26")["documents_one_year"]["because"]
    assert "this was the last safe day" in over
    assert "this was the last safe day" in life.next_step("2027-10-26")["text"]


@pytest.mark.parametrize(
    ("days", "level"),
    [(31, None), (30, 30), (15, 30), (14, 14), (8, 14), (7, 7), (4, 7), (3, 3), (0, 3), (-1, 3)],
)
def test_a_deadline_warns_from_each_of_its_days_on(
    life: Life, days: int, level: int | None
) -> None:
    life.open(REFUSED, "--document", "Letter")
    limit = life.deadlines(plus(LIMIT, -days))["documents_one_year"]
    assert (limit["days_left"], limit["level"]) == (days, level)


def test_a_quiet_deadline_does_not_warn(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    put(life, "Letter", "submitted", "2026-11-02")
    limit = life.deadlines(plus(LIMIT, -3))["documents_one_year"]
    assert (limit["quiet"], limit["level"]) == (True, None)


@pytest.mark.parametrize(
    ("expires", "before"),
    [("2026-12-24", True), ("2026-12-25", False), ("2026-12-12", True), ("2026-12-11", False)],
)
def test_a_deadline_is_before_the_next_opening_from_today_to_the_day_before_it(
    life: Life, expires: str, before: bool
) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", f"passport_expires={expires}", today=LATER)
    row = life.deadlines("2026-12-12")["expiry_passport"]
    assert row["before_opening"] is before
    assert ("before the next channel opens" in row["because"]) is before


def test_the_next_opening_is_the_first_of_locks_and_rests(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--policy", "state")
    life("log", "senator", "--on", "2026-12-01", "--anyway", today=LATER)
    assert next_opening(life.snapshot("2026-12-12").channels) == date.fromisoformat("2027-04-24")
    life("log", "consulate_email", "--on", "2027-04-24", today=LATER)
    life("log", "dos", "--on", "2027-05-10", today=LATER)
    life("log", "senator", "--on", "2027-05-12", today=LATER)
    assert set(life.states("2027-05-20").values()) == {"open", "resting"}
    assert next_opening(life.snapshot("2027-05-20").channels) == date.fromisoformat("2027-05-24")


@pytest.mark.parametrize(("today", "over"), [("2027-03-01", False), ("2027-03-02", True)])
def test_an_offer_is_told_in_the_past_from_the_day_after_it_ends(
    life: Life, today: str, over: bool
) -> None:
    life.open(REFUSED, "--asked", "no")
    life("set", "offer_expires=2027-03-01", today=LATER)
    row = life.deadlines(today)["expiry_offer"]
    assert row["because"].startswith("Ask the employer whether the offer still stands") is over


@pytest.mark.parametrize(("state", "shown"), [("submitted", True), ("received", False)])
def test_a_paper_expires_until_the_post_confirms_that_it_has_it(
    life: Life, state: str, shown: bool
) -> None:
    life.open(REFUSED)
    paper = life("docs", "add", "Police", "--expires", "2027-03-01", today="2026-10-27").record
    put(life, "Police", state, "2026-11-09")
    assert (f"expiry_{paper}" in life.deadlines()) is shown


def test_papers_of_which_one_went_in_late_are_told_to_be_late(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter", "Chart")
    put(life, "Letter", "submitted", "2026-11-02")
    put(life, "Chart", "submitted", plus(LIMIT, 1))
    late = life.deadlines(plus(LIMIT, 5))["documents_one_year"]
    assert "this was the last safe day" in late["because"]


def test_what_the_user_named_for_one_day_stands_by_name_whatever_its_id() -> None:
    names = ("Zoo", "apple", "Bank")
    named = tuple(
        NamedDeadline(id=f"x-{n}", case="1", name=name, on=TODAY) for n, name in enumerate(names)
    )
    shown = snapshot(case(refused(asked="no"), deadlines=named)).deadlines
    assert [row.title for row in shown] == ["apple", "Bank", "Zoo"]
