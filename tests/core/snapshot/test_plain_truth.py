"""Sentences that go with the stage, the record and the calendar, and never against them."""

import pytest

from core.life import LATER, Life
from core.steps import event, opened, words_of

MARCH = "2026-03-01"


def returned(life: Life) -> None:
    """A petition that came to USCIS."""
    life.open("2026-01-05", "--asked", "no", "--visa", "H-1B")
    event(life, "petition_returned", "2026-02-01")
    event(life, "uscis_received", "2026-02-20")


def because(life: Life, deadline: str, today: str) -> str:
    """Why a deadline is there."""
    found = [d for d in life.status(today)["deadlines"] if d["id"] == deadline]
    return str(found[0]["because"]) if found else ""


def test_a_printed_date_is_the_last_word_and_an_estimate_tells_what_the_law_may_add(
    life: Life,
) -> None:
    returned(life)
    event(life, "noir", MARCH, "--due", "2026-03-28")
    printed = because(life, "noir_response", "2026-03-20")
    assert "the date printed on the notice counts" in printed
    assert "3 more days" not in printed
    assert "business day" not in printed
    assert "Count on no day more" in printed
    event(life, "noir", "2026-03-02")
    life("correct", life("event", "list", "--json", today=LATER).json()[-2]["id"], "due=")
    assert "3 more days" in because(life, "noir_response", "2026-03-20")


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
    life: Life, visa: str, today: str, said: str
) -> None:
    life.open("2025-03-01", "--document", "D", "--visa", visa)
    event(life, "registration_terminated", "2026-03-05")
    assert said in life.next_step(today)["text"]


def test_an_expired_petition_speaks_of_every_petitioner_and_of_a_notice_only_where_one_came(
    life: Life,
) -> None:
    life.open("2025-03-01", "--asked", "no", "--visa", "IR-1", "--petition", "yes")
    event(life, "petition_expired", "2025-07-01")
    text = life.next_step("2025-07-01")["text"]
    assert "the same or another petitioner (an employer, a relative)" in text
    assert text.startswith("Where the petition was revoked or denied, the notice")


def test_after_the_end_no_channel_says_to_send_papers_first(life: Life) -> None:
    life.open("2025-03-01", "--document", "P", "--visa", "IR-1", "--petition", "yes")
    assert "send it first" in words_of(life.channels("2025-05-31")["vfs_tracker"])
    event(life, "visa_refused", "2025-06-01")
    assert "send it first" not in words_of(life.status("2025-06-01")["channels"])


def test_papers_that_went_in_before_the_limit_are_not_called_late(life: Life) -> None:
    life.open("2026-01-05", "--document", "A")
    life("docs", "set", "A", "submitted", "--on", "2027-01-03", today=LATER)
    assert "was the last safe day" not in because(life, "documents_one_year", "2027-01-10")
    life("docs", "set", "A", "submitted", "--on", "2027-01-06", today=LATER)
    assert "was the last safe day" in because(life, "documents_one_year", "2027-01-10")


def test_a_paper_waived_after_the_others_went_in_makes_nothing_late(life: Life) -> None:
    life.open("2026-01-10", "--document", "Org chart", "Tax")
    life("docs", "set", "Org chart", "submitted", "--on", "2026-02-01", today=LATER)
    life("docs", "set", "Tax", "waived", "--on", "2026-02-05", today=LATER)
    assert "was the last safe day" not in because(life, "documents_one_year", "2027-03-01")


def test_a_letter_s_date_that_has_long_passed_presses_no_more(life: Life) -> None:
    opened(life)
    life("set", "letter_deadline=2026-02-20", today="2026-02-10")
    assert life.next_step("2026-02-27")["date"] == "2026-02-20"
    assert life.next_step("2026-02-28")["date"] != "2026-02-20"
    assert "no limit for papers" in words_of(life.status("2026-02-28"))


def test_what_is_asked_on_the_day_the_set_went_in_begins_the_stage_anew(life: Life) -> None:
    life.open("2026-01-10", "--document", "A")
    life("docs", "set", "A", "submitted", "--on", "2026-02-01", today=LATER)
    life("docs", "add", "B", "--asked", "2026-02-01", today=LATER)
    stage = life.status("2026-02-10")["stage"]
    assert (stage["id"], stage["since"]) == ("documents_due", "2026-02-01")


def test_where_it_is_unknown_what_was_asked_the_stage_claims_nothing(life: Life) -> None:
    life.open("2025-01-10", "--asked", "unknown")
    stage = life.status("2025-01-10")["stage"]
    assert stage["id"] == "documents_due"
    assert "not recorded yet whether" in stage["meaning"]
    life("set", "documents_asked=yes", today=LATER)
    assert "waits for papers" in life.status("2025-01-10")["stage"]["meaning"]


@pytest.mark.parametrize(("tracking", "page"), [("no", "A look at CEAC"), ("yes", "The tracker")])
def test_the_page_to_look_at_is_one_that_there_is(life: Life, tracking: str, page: str) -> None:
    life.open("2026-01-05", "--asked", "no", "--tracking", tracking)
    assert life.next_step("2026-02-01")["text"].endswith(f"{page} once a week is plenty.")


def test_a_start_that_has_passed_is_not_to_be_moved_before_it(life: Life) -> None:
    opened(life)
    life("set", "offer_expires=2026-02-01", today="2026-01-20")
    assert "before this date" in life.next_step("2026-01-30")["text"]
    assert "whether the offer still stands" in life.next_step("2026-02-05")["text"]
