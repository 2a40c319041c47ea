"""Rows 1 to 16 of the table "guide statement, app rule, official figure", a test a row."""

import pytest

from core.life import LATER, Life, names_day, plus
from core.steps import REFUSED, opened, walk, words_of

DAY_59, DAY_60, DAY_61 = (plus(REFUSED, days) for days in (59, 60, 61))
POST_AND_DOS = ("consulate_call", "consulate_email", "dos")
BACK = "petition_returned 2026-02-02"


def test_row_01_human_contact_opens_on_day_60_of_the_later_of_refusal_and_last_paper(
    life: Life,
) -> None:
    opened(life)
    for channel in POST_AND_DOS:
        assert life.states(DAY_59)[channel] == "locked"
        assert life.states(DAY_60)[channel] == "open"
    assert life.status(DAY_60)["wait"]["state_department_day_180"] == plus(REFUSED, 180)
    assert names_day(" ".join(life.channels(DAY_60)["dos"]["cautions"]), plus(REFUSED, 180))
    life("docs", "add", "Letter", "--asked", REFUSED, today=LATER)
    life("docs", "set", "Letter", "submitted", "--on", "2026-01-20", today=LATER)
    assert life.channels(DAY_60)["dos"]["opens_on"] == plus("2026-01-20", 60)


def test_row_02_the_senator_opens_on_day_61(life: Life) -> None:
    opened(life)
    row = life.channels(DAY_60)["senator"]
    assert (row["state"], row["opens_on"], row["days_left"]) == ("locked", DAY_61, 1)
    assert life.states(DAY_61)["senator"] == "open"


def test_row_03_the_60_day_mark_is_not_yet_more_than_60(life: Life) -> None:
    opened(life)
    row = life.channels(DAY_60)["senator"]
    assert row["state"] == "locked"
    assert names_day(" ".join(row["because"]), DAY_61), "the day is said, not just the number"


def test_row_04_most_within_60_days_is_information_and_never_a_deadline(life: Life) -> None:
    opened(life)
    for day in (DAY_59, DAY_60, DAY_61, plus(REFUSED, 200)):
        snapshot = life.status(day)
        assert snapshot["deadlines"] == []
        assert snapshot["stage"]["usual_days"] == [0, 60]
        assert snapshot["next"]["kind"] not in ("deadline", "expiry")
    longer = "longer than the guide's usual"
    shown = {day: words_of(life.status(day)).replace("’", "'") for day in (DAY_60, DAY_61)}
    assert (longer in shown[DAY_60], longer in shown[DAY_61]) == (False, True)


def test_row_05_the_tracker_is_never_gated_and_ceac_is_there_for_all_posts(life: Life) -> None:
    opened(life, "--tracking", "no")
    for day in (REFUSED, DAY_61):
        states = life.states(day)
        assert (states["vfs_tracker"], states["ceac"]) == ("unavailable", "open")
    life("set", "tracking=yes", today=LATER)
    for day in (REFUSED, DAY_61):
        life("log", "vfs_tracker", "--on", day, today=LATER)
        assert life.states(day)["vfs_tracker"] == "open"


def test_row_06_the_senator_needs_a_link_to_a_us_state(life: Life) -> None:
    opened(life, "--us-link", "unknown")
    assert life.states(DAY_61)["senator"] == "needs"
    for link in ("self", "petitioner", "employer", "relative", "school"):
        life("set", f"us_link={link}", "us_state=TX", today=LATER)
        assert life.states(DAY_61)["senator"] == "open"
        life("set", "us_state=", today=LATER)
        assert life.states(DAY_61)["senator"] == "needs"


@pytest.mark.parametrize(
    ("number", "warned"),
    [("2026005 345 0001", False), ("2025118 345 0001", True), ("2026-005-345-0001", False)],
)
def test_row_07_a_slip_number_of_another_year_is_warned_about_and_kept(
    life: Life, number: str, warned: bool
) -> None:
    words = ("--asked", "no", "--interview", REFUSED, "--case-number", number)
    said = life("new", "--refused", REFUSED, *words, today=LATER)
    snapshot = life.status(DAY_61)
    assert snapshot["case"]["case_number"] == number
    told = [*said.lines[1:], *snapshot["warnings"]]
    assert any("2025" in line and "2026" in line for line in told) is warned, told


def test_row_08_how_a_paper_goes_in_is_kept_with_the_paper(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter", "Tax return", "Degree")
    routes = {"Letter": "e-mail", "Tax return": "employer sends", "Degree": "drop-off"}
    for name, route in routes.items():
        life("docs", "set", name, "submitted", "--on", DAY_59, "--route", route, today=LATER)
    assert {name: row["route"] for name, row in life.documents(DAY_60).items()} == routes


def test_row_09_the_wait_counts_from_the_day_the_last_paper_went_in(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter", "Chart")
    for name, on, anchor in (
        ("Letter", "2026-01-12", REFUSED),
        ("Chart", "2026-01-19", "2026-01-19"),
    ):
        life("docs", "set", name, "submitted", "--on", on, today=LATER)
        assert life.status(on)["wait"]["anchor"] == anchor, name


@pytest.mark.parametrize(
    ("road", "until"), [(BACK, "2026-05-02"), ("petition_returned 2026-11-30", "2027-02-28")]
)
def test_row_11_the_post_and_the_pouch_take_up_to_3_calendar_months(
    life: Life, road: str, until: str
) -> None:
    opened(life)
    walk(life, road)
    stage = life.status(road.split()[1])["stage"]
    assert (stage["usual_days"][0], stage["usual_until"]) == (0, until)
    assert "guide" in stage["usual_source"].casefold()


def test_row_14_the_second_evaluation_takes_2_to_3_months_from_the_receipt_notice(
    life: Life,
) -> None:
    opened(life)
    walk(life, f"{BACK} uscis_received 2026-04-01")
    snapshot = life.status("2026-04-10")
    stage = snapshot["stage"]
    assert (stage["usual_days"], stage["usual_until"]) == ([61, 91], "2026-07-01")
    ends = [row["origin"] for row in snapshot["timeline"] if row["date"] == "2026-07-01"]
    assert ends == ["estimate"]
