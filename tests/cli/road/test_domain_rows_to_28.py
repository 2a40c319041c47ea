"""Rows 17 to 28 of the table "guide statement, app rule, official figure", a test a row."""

from cli.conftest import LATER, Cli, plus
from cli.road.guide_page import page
from core.steps import REFUSED, event, opened, walk

DAY_59, DAY_60, DAY_61 = (plus(REFUSED, days) for days in (59, 60, 61))
BACK = "petition_returned 2026-02-02"


def test_row_17_an_intent_to_revoke_and_an_intent_to_deny_are_two_things(g221: Cli) -> None:
    opened(g221)
    walk(g221, f"{BACK} noir 2026-06-01 noid 2026-06-02")
    titles = {row["kind"]: row["title"] for row in g221.status("2026-06-10")["timeline"]}
    assert "revoke" in titles["noir"].casefold()
    assert "deny" in titles["noid"].casefold()
    words = page(g221, "notices")
    assert "noir" in words
    assert "noid" in words


def test_row_21_from_a_few_months_to_a_few_years_is_only_said(g221: Cli) -> None:
    topics = ("returning", "second_review", "long_wait", "revoked")
    assert any("years" in page(g221, topic) for topic in topics)
    opened(g221)
    walk(g221, BACK)
    assert g221.status("2026-02-10")["deadlines"] == []


def test_row_22_another_category_or_employer_needs_no_withdrawal(g221: Cli) -> None:
    words = page(g221, "alternatives")
    for said in ("withdraw", "employer", "interview", "eligible", "fee"):
        assert said in words, said
    opened(g221)
    g221.open("2026-06-01", "--asked", "no", "--title", "Another employer")
    g221("cases", "link", "1", "parallel", today=LATER)
    assert g221("--case", "1", "status", "--json", today="2026-06-10").json()["stage"]["id"] == (
        "processing"
    )
    assert g221("--case", "2", "status", "--json", today="2026-06-10").json()["stage"]["since"] == (
        "2026-06-01"
    )


def test_row_23_30_days_lie_between_two_contacts_to_one_body(g221: Cli) -> None:
    opened(g221)
    g221("log", "consulate_email", "--on", DAY_60, today=LATER)
    for channel in ("consulate_call", "consulate_email"):
        assert g221.states(plus(DAY_60, 29))[channel] == "resting"
        assert g221.states(plus(DAY_60, 30))[channel] == "open"
    words = page(g221, "asking_too_often")
    assert "harm" in words or "hurt" in words


def test_row_24_papers_have_one_calendar_year_and_the_day_before_is_the_last_safe_one(
    g221: Cli,
) -> None:
    g221.open(REFUSED, "--document", "Letter")
    assert g221.deadlines(DAY_60)["documents_one_year"]["date"] == "2027-01-04"
    assert "one year" in page(g221, "one_year") or "calendar year" in page(g221, "one_year")


def test_row_25_an_immigrant_may_ask_for_reinstatement_until_the_end_of_year_two(
    g221: Cli,
) -> None:
    g221.open(REFUSED, "--document", "Letter", "--visa", "IR1")
    event(g221, "registration_terminated", "2027-02-01")
    assert g221.deadlines("2027-02-02")["reinstatement"]["date"] == "2028-01-05"
    assert "reinstat" in page(g221, "terminated")


def test_row_27_pims_is_a_record_of_the_government_and_no_task_of_the_applicant(
    g221: Cli,
) -> None:
    opened(g221, "--reason", "pims")
    snapshot = g221.status("2026-01-20")
    assert (snapshot["documents"]["items"], snapshot["stage"]["id"]) == ([], "processing")
    assert snapshot["next"]["kind"] == "wait"
    words = page(g221, "pims")
    assert "kcc" in words or "kentucky" in words
    assert "petition" in words


def test_row_28_the_slip_may_tick_several_reasons_of_more_than_three(g221: Cli) -> None:
    codes = [
        *("documents", "background", "ds5535", "employment", "pims", "petition_return"),
        *("medical", "police", "i864", "fee", "photo_prints"),
        *("online_presence", "iv_pause", "other"),
    ]
    g221("new", "--refused", REFUSED, "--reason", *codes, today=LATER)
    assert g221.status("2026-01-20")["stage"]["id"] == "documents_due", "nothing is inferred"
    assert "religion" not in page(g221, "background") or "not" in page(g221, "background")
    for code in codes:
        assert page(g221, code)
