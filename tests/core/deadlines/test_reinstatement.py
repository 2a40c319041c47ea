"""The second anniversary of an immigrant's refusal, and what an ended registration still may."""

import pytest

from core.life import LATER, Life, plus
from core.steps import event, walk
from g221_tui.core.progress.reinstatable import may_be_reinstated

REFUSED = "2026-01-05"
FIRST, SECOND = "2027-01-05", "2028-01-05"


def open_immigrant(life: Life, refused: str = REFUSED, visa: str = "IR1") -> None:
    """An immigrant's case with a paper that was never sent."""
    life.open(refused, "--visa", visa, "--document", "Police certificate")


@pytest.mark.parametrize(
    ("refused", "first", "second"),
    [
        ("2026-01-05", "2027-01-05", "2028-01-05"),
        ("2024-02-29", "2025-02-28", "2026-02-28"),
        ("2023-03-01", "2024-03-01", "2025-03-01"),
        ("2026-02-28", "2027-02-28", "2028-02-28"),
        ("2026-12-31", "2027-12-31", "2028-12-31"),
    ],
)
def test_the_date_is_the_second_anniversary_and_shows_once_the_first_has_passed(
    life: Life, refused: str, first: str, second: str
) -> None:
    open_immigrant(life, refused)
    for day in (refused, plus(first, -30), plus(first, -1)):
        assert "reinstatement" not in life.deadlines(day), day
    for day in (plus(first, 1), plus(second, -1), second):
        row = life.deadlines(day)["reinstatement"]
        assert (row["date"], row["estimate"], row["quiet"]) == (second, False, False), day
        assert row["because"]
    assert life.deadlines(second)["reinstatement"]["days_left"] == 0


@pytest.mark.parametrize("visa", ["IR1", "IR-1", "ir5", "CR1", "CR-1", "EB-2", "EB3"])
def test_immigrant_visas_have_it_however_they_are_written(life: Life, visa: str) -> None:
    open_immigrant(life, visa=visa)
    assert life.deadlines("2027-06-01")["reinstatement"]["date"] == SECOND


@pytest.mark.parametrize("visa", ["H-1B", "L-1A", "O-1", "B1/B2", "J-1", "F-1", ""])
def test_nobody_else_has_it(life: Life, visa: str) -> None:
    open_immigrant(life, visa=visa)
    event(life, "registration_terminated", "2027-02-01")
    for day in ("2027-01-20", "2027-06-01", "2027-12-30"):
        assert "reinstatement" not in life.deadlines(day), day


def test_the_end_of_a_registration_leaves_the_post_s_mailbox_while_it_can_be_reinstated(
    life: Life,
) -> None:
    open_immigrant(life)
    event(life, "registration_terminated", "2027-02-01")
    for day, mailbox in ((SECOND, "open"), (plus(SECOND, 1), "closed")):
        shown = {row["id"]: row["state"] for row in life.status(day)["channels"]}
        assert shown.pop("consulate_email") == mailbox, day
        assert set(shown.values()) == {"closed"}
    snapshot = life.status("2027-12-20")
    email = next(row for row in snapshot["channels"] if row["id"] == "consulate_email")
    assert email["ask"] == ["How do I ask for my registration to be reinstated?"]
    assert snapshot["wait"]["anchor"] is None
    assert snapshot["stage"]["holder"] in ("nobody", None)


def test_asking_for_it_has_no_rest_that_might_outlast_it(life: Life) -> None:
    open_immigrant(life)
    event(life, "registration_terminated", "2027-02-01")
    life("log", "consulate_email", "--on", plus(SECOND, -20), today=LATER)
    shown = {row["id"]: row for row in life.status(plus(SECOND, -10))["channels"]}
    assert shown["consulate_email"]["state"] == "open"


def test_what_ended_within_the_first_year_can_be_reinstated_too(life: Life) -> None:
    open_immigrant(life)
    event(life, "registration_terminated", "2026-05-20")
    assert life.deadlines("2026-05-20")["reinstatement"]["date"] == SECOND


def test_who_is_no_immigrant_has_nothing_to_ask_once_the_registration_ended(life: Life) -> None:
    open_immigrant(life, visa="B-2")
    event(life, "registration_terminated", "2027-02-01")
    shown = {row["id"]: row["state"] for row in life.status("2027-02-02")["channels"]}
    assert set(shown.values()) == {"closed"}


@pytest.mark.parametrize("end", ["visa_issued", "withdrawn"])
def test_another_end_is_not_pressed_for_reinstatement(life: Life, end: str) -> None:
    open_immigrant(life)
    event(life, end, "2027-06-01")
    for day in ("2027-06-01", "2027-12-20", "2028-01-05", "2028-02-01"):
        assert life.next_step(day)["kind"] == "ended", day


def test_a_reinstated_case_goes_on_where_its_papers_are(life: Life) -> None:
    open_immigrant(life)
    walk(life, "registration_terminated 2027-02-01 reinstated 2027-09-06")
    snapshot = life.status("2027-09-07")
    assert snapshot["stage"]["id"] == "documents_due"
    assert snapshot["next"]["kind"] in ("documents", "deadline")
    assert snapshot["wait"]["anchor"] is not None
    life("docs", "set", "Police", "submitted", "--on", "2027-09-13", today=LATER)
    assert life.status("2027-09-13")["stage"]["id"] == "processing"
    assert life.status("2027-09-05")["stage"]["id"] == "terminated"


def test_while_the_case_lives_the_papers_come_first_and_the_anniversary_is_shown(
    life: Life,
) -> None:
    open_immigrant(life)
    for day in ("2026-06-01", "2026-12-27"):
        assert list(life.deadlines(day)) == ["documents_one_year"]
    rows = life.deadlines("2027-02-01")
    assert rows["reinstatement"]["date"] == SECOND
    timeline = life.status("2027-02-01")["timeline"]
    assert SECOND in {row["date"] for row in timeline if row["kind"] == "deadline"}


def test_on_the_first_anniversary_itself_it_shows(life: Life) -> None:
    open_immigrant(life)
    assert list(life.deadlines(plus(FIRST, -1))) == ["documents_one_year"]
    assert list(life.deadlines(FIRST)) == ["documents_one_year", "reinstatement"]


@pytest.mark.parametrize(
    ("today", "kind"),
    [
        (plus(SECOND, -31), "ended"),
        (plus(SECOND, -30), "deadline"),
        (SECOND, "deadline"),
        (plus(SECOND, 1), "ended"),
    ],
)
def test_an_ended_registration_is_pressed_for_in_the_last_30_days(
    life: Life, today: str, kind: str
) -> None:
    open_immigrant(life)
    event(life, "registration_terminated", "2027-02-01")
    assert life.next_step(today)["kind"] == kind
    assert ("reinstatement" in life.deadlines(today)) is (today <= SECOND)


def test_until_the_second_anniversary_it_is_said_to_be_had_and_then_no_more(life: Life) -> None:
    open_immigrant(life)
    event(life, "registration_terminated", "2027-02-01")
    over = life.next_step(plus(SECOND, 1))["text"]
    assert over.startswith("Only an immigrant registration can be reinstated")
    assert life.next_step("2027-03-01")["text"].startswith("Until the second anniversary")
    assert may_be_reinstated(life.day(SECOND))
    assert not may_be_reinstated(life.day(plus(SECOND, 1)))


def test_after_a_reinstatement_no_limit_runs_whatever_happens_then(life: Life) -> None:
    open_immigrant(life)
    walk(life, "registration_terminated 2027-02-01 reinstated 2027-09-06 note 2027-09-20")
    for day in ("2027-09-06", "2027-09-20", "2027-12-20"):
        assert life.status(day)["stage"]["id"] == "documents_due"
        assert life.deadlines(day) == {}, day
