"""Rows 1 to 16 of the table "guide statement, app rule, official figure", a test a row."""

from cli.conftest import LATER, Cli, plus
from cli.road.guide_page import page
from core.steps import REFUSED, event, opened, walk, words_of

DAY_59, DAY_60, DAY_61 = (plus(REFUSED, days) for days in (59, 60, 61))
BACK = "petition_returned 2026-02-02"


def test_row_10_being_asked_for_the_passport_is_a_good_sign_and_not_being_asked_is_none(
    g221: Cli,
) -> None:
    opened(g221)
    assert "bad sign" not in words_of(g221.status(plus(REFUSED, 200)))
    event(g221, "passport_requested", "2026-02-02")
    assert "good sign" in words_of(g221.status(DAY_61)["stage"])
    assert "good sign" in page(g221, "passport_requested")


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
