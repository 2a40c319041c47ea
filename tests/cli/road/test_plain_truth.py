"""Sentences that go with the stage, the record and the calendar, and never against them."""

import pytest

from cli.conftest import LATER, Cli
from cli.road.steps import event, opened, words_of

MARCH = "2026-03-01"


def returned(g221: Cli) -> None:
    """A petition that came to USCIS."""
    g221.open("2026-01-05", "--asked", "no", "--visa", "H-1B")
    event(g221, "petition_returned", "2026-02-01")
    event(g221, "uscis_received", "2026-02-20")


def because(g221: Cli, deadline: str, today: str) -> str:
    """Why a deadline is there."""
    found = [d for d in g221.status(today)["deadlines"] if d["id"] == deadline]
    return str(found[0]["because"]) if found else ""


def test_a_printed_date_is_the_last_word_and_an_estimate_tells_what_the_law_may_add(
    g221: Cli,
) -> None:
    returned(g221)
    event(g221, "noir", MARCH, "--due", "2026-03-28")
    printed = because(g221, "noir_response", "2026-03-20")
    assert "the date printed on the notice counts" in printed
    assert "3 more days" not in printed
    assert "business day" not in printed
    assert "Count on no day more" in printed
    event(g221, "noir", "2026-03-02")
    g221("correct", g221("event", "list", "--json", today=LATER).json()[-2]["id"], "due=")
    assert "3 more days" in because(g221, "noir_response", "2026-03-20")


@pytest.mark.parametrize(
    ("visa", "today", "said"),
    [
        ("IR-1", "2026-03-05", "can be reinstated, if the delay"),
        ("", "2026-03-05", "can be reinstated, if the delay"),
        ("IR-1", "2027-03-02", "Only an immigrant registration can be reinstated"),
        ("J-1", "2026-03-05", "Only an immigrant registration can be reinstated"),
        ("F1 family", "2026-03-05", "can be reinstated, if the delay"),
        ("B1/B2 (visitor)", "2026-03-05", "Only an immigrant registration can be reinstated"),
        ("F2A", "2026-03-05", "can be reinstated, if the delay"),
        ("E11", "2026-03-05", "can be reinstated, if the delay"),
    ],
)
def test_reinstatement_is_told_to_those_who_may_still_have_it(
    g221: Cli, visa: str, today: str, said: str
) -> None:
    g221.open("2025-03-01", "--document", "D", "--visa", visa)
    event(g221, "registration_terminated", "2026-03-05")
    assert said in g221.next_step(today)["text"]


def test_an_expired_petition_speaks_of_every_petitioner_and_of_a_notice_only_where_one_came(
    g221: Cli,
) -> None:
    g221.open("2025-03-01", "--asked", "no", "--visa", "K-1", "--petition", "yes")
    event(g221, "petition_expired", "2025-07-01")
    text = g221.next_step("2025-07-01")["text"]
    assert "the same or another petitioner (an employer, a relative)" in text
    assert text.startswith("Where the petition was revoked or denied, the notice")


def test_after_the_end_no_channel_says_to_send_papers_first(g221: Cli) -> None:
    g221.open("2025-03-01", "--document", "P", "--visa", "IR-1", "--petition", "yes")
    assert "send it first" in words_of(g221.channels("2025-05-31")["vfs_tracker"])
    event(g221, "visa_refused", "2025-06-01")
    assert "send it first" not in words_of(g221.status("2025-06-01")["channels"])


def test_the_letter_s_date_stands_also_where_nothing_was_asked(g221: Cli) -> None:
    opened(g221)
    assert "No limit for papers runs" in words_of(g221.status(MARCH)).replace(
        "no limit", "No limit"
    )
    assert "No limit for papers runs" in g221("deadline", "list", today=MARCH).err
    g221("set", "letter_deadline=2026-04-01", today=MARCH)
    assert "No limit" not in g221("deadline", "list", today=MARCH).err
    shown = g221.status(MARCH)
    assert [d["date"] for d in shown["deadlines"] if d["id"] == "letter_date"] == ["2026-04-01"]
    assert "no limit for papers" not in words_of(shown)
    assert g221.next_step("2026-03-30")["date"] == "2026-04-01"


def test_papers_that_went_in_before_the_limit_are_not_called_late(g221: Cli) -> None:
    g221.open("2026-01-05", "--document", "A")
    g221("docs", "set", "A", "submitted", "--on", "2027-01-03", today=LATER)
    assert "was the last safe day" not in because(g221, "documents_one_year", "2027-01-10")
    g221("docs", "set", "A", "submitted", "--on", "2027-01-06", today=LATER)
    assert "was the last safe day" in because(g221, "documents_one_year", "2027-01-10")


def test_a_paper_waived_after_the_others_went_in_makes_nothing_late(g221: Cli) -> None:
    g221.open("2026-01-10", "--document", "Org chart", "Tax")
    g221("docs", "set", "Org chart", "submitted", "--on", "2026-02-01", today=LATER)
    g221("docs", "set", "Tax", "waived", "--on", "2026-02-05", today=LATER)
    assert "was the last safe day" not in because(g221, "documents_one_year", "2027-03-01")


def test_a_letter_s_date_that_has_long_passed_presses_no_more(g221: Cli) -> None:
    opened(g221)
    g221("set", "letter_deadline=2026-02-20", today="2026-02-10")
    assert g221.next_step("2026-02-27")["date"] == "2026-02-20"
    assert g221.next_step("2026-02-28")["date"] != "2026-02-20"
    assert "no limit for papers" in words_of(g221.status("2026-02-28"))


def test_what_is_asked_on_the_day_the_set_went_in_begins_the_stage_anew(g221: Cli) -> None:
    g221.open("2026-01-10", "--document", "A")
    g221("docs", "set", "A", "submitted", "--on", "2026-02-01", today=LATER)
    g221("docs", "add", "B", "--asked", "2026-02-01", today=LATER)
    stage = g221.status("2026-02-10")["stage"]
    assert (stage["id"], stage["since"]) == ("documents_due", "2026-02-01")


def test_where_it_is_unknown_what_was_asked_the_stage_claims_nothing(g221: Cli) -> None:
    g221.open("2025-01-10", "--asked", "unknown")
    stage = g221.status("2025-01-10")["stage"]
    assert stage["id"] == "documents_due"
    assert "not recorded yet whether" in stage["meaning"]
    g221("set", "documents_asked=yes", today=LATER)
    assert "waits for papers" in g221.status("2025-01-10")["stage"]["meaning"]


@pytest.mark.parametrize(("tracking", "page"), [("no", "A look at CEAC"), ("yes", "The tracker")])
def test_the_page_to_look_at_is_one_that_there_is(g221: Cli, tracking: str, page: str) -> None:
    g221.open("2026-01-05", "--asked", "no", "--tracking", tracking)
    assert g221.next_step("2026-02-01")["text"].endswith(f"{page} once a week is plenty.")


def test_a_start_that_has_passed_is_not_to_be_moved_before_it(g221: Cli) -> None:
    opened(g221)
    g221("set", "offer_expires=2026-02-01", today="2026-01-20")
    assert "before this date" in g221.next_step("2026-01-30")["text"]
    assert "whether the offer still stands" in g221.next_step("2026-02-05")["text"]


def test_the_usual_end_of_a_range_is_told_as_two_days(g221: Cli) -> None:
    returned(g221)
    assert "an estimate: between " in g221("status", "--plain", today=MARCH).out
