"""Rows 1 to 16 of the table "guide statement, app rule, official figure", a test a row."""

import pytest

from cli.conftest import LATER, Cli, names_day, plus
from cli.road.steps import REFUSED, event, opened, page, walk, words_of

DAY_59, DAY_60, DAY_61 = (plus(REFUSED, days) for days in (59, 60, 61))
POST_AND_DOS = ("consulate_call", "consulate_email", "dos")
BACK = "petition_returned 2026-02-02"


def test_row_01_human_contact_opens_on_day_60_of_the_later_of_refusal_and_last_paper(
    g221: Cli,
) -> None:
    opened(g221)
    for channel in POST_AND_DOS:
        assert g221.states(DAY_59)[channel] == "locked"
        assert g221.states(DAY_60)[channel] == "open"
    assert g221.status(DAY_60)["wait"]["state_department_day_180"] == plus(REFUSED, 180)
    assert names_day(" ".join(g221.channels(DAY_60)["dos"]["cautions"]), plus(REFUSED, 180))
    g221("docs", "add", "Letter", "--asked", REFUSED, today=LATER)
    g221("docs", "set", "Letter", "submitted", "--on", "2026-01-20", today=LATER)
    assert g221.channels(DAY_60)["dos"]["opens_on"] == plus("2026-01-20", 60)


def test_row_02_the_senator_opens_on_day_61(g221: Cli) -> None:
    opened(g221)
    row = g221.channels(DAY_60)["senator"]
    assert (row["state"], row["opens_on"], row["days_left"]) == ("locked", DAY_61, 1)
    assert g221.states(DAY_61)["senator"] == "open"


def test_row_03_the_60_day_mark_is_not_yet_more_than_60(g221: Cli) -> None:
    opened(g221)
    row = g221.channels(DAY_60)["senator"]
    assert row["state"] == "locked"
    assert names_day(" ".join(row["because"]), DAY_61), "the day is said, not just the number"


def test_row_04_most_within_60_days_is_information_and_never_a_deadline(g221: Cli) -> None:
    opened(g221)
    for day in (DAY_59, DAY_60, DAY_61, plus(REFUSED, 200)):
        snapshot = g221.status(day)
        assert snapshot["deadlines"] == []
        assert snapshot["stage"]["usual_days"] == [0, 60]
        assert snapshot["next"]["kind"] not in ("deadline", "expiry")
    longer = "longer than the guide's usual"
    shown = {day: words_of(g221.status(day)).replace("’", "'") for day in (DAY_60, DAY_61)}
    assert (longer in shown[DAY_60], longer in shown[DAY_61]) == (False, True)


def test_row_05_the_tracker_is_never_gated_and_ceac_is_there_for_all_posts(g221: Cli) -> None:
    opened(g221, "--tracking", "no")
    for day in (REFUSED, DAY_61):
        states = g221.states(day)
        assert (states["vfs_tracker"], states["ceac"]) == ("unavailable", "open")
    g221("set", "tracking=yes", today=LATER)
    for day in (REFUSED, DAY_61):
        g221("log", "vfs_tracker", "--on", day, today=LATER)
        assert g221.states(day)["vfs_tracker"] == "open"


def test_row_06_the_senator_needs_a_link_to_a_us_state(g221: Cli) -> None:
    opened(g221, "--us-link", "unknown")
    assert g221.states(DAY_61)["senator"] == "needs"
    for link in ("self", "petitioner", "employer", "relative", "school"):
        g221("set", f"us_link={link}", "us_state=TX", today=LATER)
        assert g221.states(DAY_61)["senator"] == "open"
        g221("set", "us_state=", today=LATER)
        assert g221.states(DAY_61)["senator"] == "needs"


@pytest.mark.parametrize(
    ("number", "warned"),
    [("2026005 345 0001", False), ("2025118 345 0001", True), ("2026-005-345-0001", False)],
)
def test_row_07_a_slip_number_of_another_year_is_warned_about_and_kept(
    g221: Cli, number: str, warned: bool
) -> None:
    words = ("--asked", "no", "--interview", REFUSED, "--case-number", number)
    said = g221("new", "--refused", REFUSED, *words, today=LATER)
    snapshot = g221.status(DAY_61)
    assert snapshot["case"]["case_number"] == number
    told = [*said.lines[1:], *snapshot["warnings"]]
    assert any("2025" in line and "2026" in line for line in told) is warned, told


def test_row_08_how_a_paper_goes_in_is_kept_with_the_paper(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter", "Tax return", "Degree")
    routes = {"Letter": "e-mail", "Tax return": "employer sends", "Degree": "drop-off"}
    for name, route in routes.items():
        g221("docs", "set", name, "submitted", "--on", DAY_59, "--route", route, today=LATER)
    assert {name: row["route"] for name, row in g221.documents(DAY_60).items()} == routes


def test_row_09_the_wait_counts_from_the_day_the_last_paper_went_in(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "Letter", "Chart")
    for name, on, anchor in (
        ("Letter", "2026-01-12", REFUSED),
        ("Chart", "2026-01-19", "2026-01-19"),
    ):
        g221("docs", "set", name, "submitted", "--on", on, today=LATER)
        assert g221.status(on)["wait"]["anchor"] == anchor, name


def test_row_10_being_asked_for_the_passport_is_a_good_sign_and_not_being_asked_is_none(
    g221: Cli,
) -> None:
    opened(g221)
    assert "bad sign" not in words_of(g221.status(plus(REFUSED, 200)))
    event(g221, "passport_requested", "2026-02-02")
    assert "good sign" in words_of(g221.status(DAY_61)["stage"])
    assert "good sign" in page(g221, "passport_requested")


@pytest.mark.parametrize(
    ("road", "until"), [(BACK, "2026-05-02"), ("petition_returned 2026-11-30", "2027-02-28")]
)
def test_row_11_the_post_and_the_pouch_take_up_to_3_calendar_months(
    g221: Cli, road: str, until: str
) -> None:
    opened(g221)
    walk(g221, road)
    stage = g221.status(road.split()[1])["stage"]
    assert (stage["usual_days"][0], stage["usual_until"]) == (0, until)
    assert "guide" in stage["usual_source"].casefold()


def test_row_12_the_centre_takes_up_to_1_month_and_is_nvc_or_kcc_by_the_visa(g221: Cli) -> None:
    for visa, holder in (("IR1", "NVC"), ("K-1", "NVC"), ("H-1B", "KCC"), ("", "NVC or KCC")):
        case = opened(g221, "--visa", visa).status(REFUSED)["case"]["id"]
        newest = g221("cases", "--json", today=LATER).json()
        case = max((row["id"] for row in newest), key=int)
        g221("cases", "use", case, today=LATER)
        walk(g221, f"{BACK} centre_received 2026-03-02")
        stage = g221.status("2026-03-10")["stage"]
        assert stage["holder"] == holder
        assert (stage["usual_days"], stage["usual_until"]) == ([0, 31], "2026-04-02")


def test_row_13_returned_petitions_come_after_new_ones_and_no_number_is_given_for_it(
    g221: Cli,
) -> None:
    words = page(g221, "second_review")
    assert any(said in words for said in ("priority", "behind new", "after new"))
    assert "2 to 3 months" in words


def test_row_14_the_second_evaluation_takes_2_to_3_months_from_the_receipt_notice(
    g221: Cli,
) -> None:
    opened(g221)
    walk(g221, f"{BACK} uscis_received 2026-04-01")
    snapshot = g221.status("2026-04-10")
    stage = snapshot["stage"]
    assert (stage["usual_days"], stage["usual_until"]) == ([61, 91], "2026-07-01")
    ends = [row["origin"] for row in snapshot["timeline"] if row["date"] == "2026-07-01"]
    assert ends == ["estimate"]


def test_row_15_the_printed_date_counts_else_30_days_and_the_guide_s_figure_is_beside_it(
    g221: Cli,
) -> None:
    opened(g221)
    walk(g221, f"{BACK} noir 2026-06-01")
    row = g221.deadlines("2026-06-10")["noir_response"]
    assert (row["date"], row["estimate"]) == ("2026-07-01", True)
    words = page(g221, "notices")
    for said in ("30 to 60", "mail", "3 days", "printed"):
        assert said in words


def test_row_16_the_answer_takes_new_evidence(g221: Cli) -> None:
    opened(g221)
    walk(g221, f"{BACK} noir 2026-06-01")
    snapshot = words_of(g221.status("2026-06-10"))
    assert "new evidence" in snapshot
    assert "with no evidence" not in snapshot
    assert "new evidence" in page(g221, "notices")
