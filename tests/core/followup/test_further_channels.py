"""The ways to follow up beyond the guide's five, folded under them."""

from typing import Any

from core.life import Life

REFUSED = "2026-01-05"


def further(life: Life, today: str) -> dict[str, Any]:
    """The further channels on a day, by id."""
    rows = life("channels", "--further", "--json", today=today).json()
    return {row["id"]: row for row in rows}


def test_the_array_of_channels_stays_the_six_of_the_drawing(life: Life) -> None:
    life.open(REFUSED)
    six = ["vfs_tracker", "consulate_call", "consulate_email", "dos", "senator", "ceac"]
    assert [row["id"] for row in life("channels", "--json").json()] == six


def test_the_representative_waits_as_the_senator_and_rests_with_them(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--us-link", "employer", "--us-state", "TX")
    assert further(life, "2026-03-06")["representative"]["state"] == "locked"
    assert further(life, "2026-03-07")["representative"]["state"] == "open"
    life("log", "senator", "--on", "2026-03-07")
    assert further(life, "2026-03-08")["representative"]["state"] == "resting"


def test_legalnet_opens_30_days_after_the_second_contact_without_an_answer(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    assert further(life, "2026-03-06")["legalnet"]["state"] == "needs"
    life("log", "consulate_email", "--on", "2026-03-06")
    life("log", "consulate_email", "--on", "2026-04-06")
    row = further(life, "2026-05-05")["legalnet"]
    assert (row["state"], row["opens_on"], row["days_left"]) == ("locked", "2026-05-06", 1)
    assert further(life, "2026-05-06")["legalnet"]["state"] == "open"
    life("log", "consulate_email", "--on", "2026-05-06", "--reply", "--note", "Please wait")
    assert further(life, "2026-05-07")["legalnet"]["state"] == "needs"


def test_nvc_answers_only_about_petitions_that_go_through_it(life: Life) -> None:
    life.open(REFUSED, "--visa", "IR1", "--asked", "no")
    assert further(life, "2026-02-01")["nvc_inquiry"]["state"] == "closed"
    life("event", "add", "petition_returned", "--on", "2026-02-02")
    assert further(life, "2026-02-03")["nvc_inquiry"]["state"] == "open"
    life("set", "visa=H-1B")
    assert further(life, "2026-02-03")["nvc_inquiry"]["state"] == "unavailable"


def test_the_ombudsman_helps_only_while_uscis_has_the_petition(life: Life) -> None:
    life.open(REFUSED, "--visa", "H-1B", "--asked", "no")
    assert further(life, "2026-02-01")["ombudsman"]["state"] == "closed"
    life("event", "add", "uscis_received", "--on", "2026-05-04")
    assert further(life, "2026-05-05")["ombudsman"]["state"] == "needs"
    life("set", "receipt_number=WAC2190012345")
    row = further(life, "2026-05-05")["ombudsman"]
    assert row["state"] == "open"
    assert any("USCIS has to be asked first" in text for text in row["cautions"])


def test_an_attorney_may_be_asked_at_any_time_and_counts_for_no_pacing(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("log", "attorney", "--on", "2026-01-06")
    life("log", "attorney", "--on", "2026-01-07")
    assert further(life, "2026-01-08")["attorney"]["state"] == "open"
    assert "may hurt" not in life("log", "attorney", "--on", "2026-01-08").err


def test_the_receipt_is_looked_up_only_where_there_is_a_petition(life: Life) -> None:
    life.open(REFUSED, "--petition", "no")
    assert further(life, "2026-02-01")["uscis_status"]["state"] == "unavailable"
    life("set", "petition=yes")
    assert further(life, "2026-02-01")["uscis_status"]["state"] == "needs"


def asked_post(life: Life, *days: str) -> None:
    """A case of which nothing was asked, and e-mails to the post on these days."""
    life.open(REFUSED, "--asked", "no")
    for day in days:
        life("log", "consulate_email", "--on", day, "--anyway")


def test_a_reply_on_the_day_of_a_question_answers_it(life: Life) -> None:
    asked_post(life, "2026-03-06", "2026-03-06")
    assert further(life, "2026-04-05")["legalnet"]["state"] == "open"
    life("log", "consulate_email", "--on", "2026-03-06", "--reply", "--note", "Please wait")
    assert further(life, "2026-04-05")["legalnet"]["state"] == "needs"


def test_an_answer_noted_with_a_contact_answers_those_before_it_too(life: Life) -> None:
    asked_post(life, "2026-03-06", "2026-04-06")
    life("log", "consulate_call", "--on", "2026-05-06", "--answer", "Please wait")
    assert further(life, "2026-05-05")["legalnet"]["state"] == "locked"
    assert further(life, "2026-05-06")["legalnet"]["state"] == "needs"


def test_contacts_of_a_later_day_are_not_among_those_without_an_answer(life: Life) -> None:
    asked_post(life, "2026-03-06", "2026-04-06")
    assert further(life, "2026-04-05")["legalnet"]["state"] == "needs"
    assert further(life, "2026-04-06")["legalnet"]["state"] == "locked"


def test_a_third_contact_without_an_answer_leaves_the_days_counted_from_the_second(
    life: Life,
) -> None:
    asked_post(life, "2026-03-06", "2026-04-06", "2026-05-05")
    assert further(life, "2026-05-05")["legalnet"]["opens_on"] == "2026-05-06"
    assert further(life, "2026-05-06")["legalnet"]["state"] == "open"


def test_an_attorney_may_be_asked_after_the_end_too(life: Life) -> None:
    life.open(REFUSED, "--asked", "no")
    life("event", "add", "withdrawn", "--on", "2026-02-02")
    assert further(life, "2026-02-03")["attorney"]["state"] == "open"
    assert further(life, "2026-02-03")["legalnet"]["state"] == "closed"
    assert further(life, "2026-01-04")["attorney"]["state"] == "closed"


def test_a_telephone_call_leaves_nothing_to_enclose_and_does_not_count_but_its_answer_does(
    life: Life,
) -> None:
    asked_post(life, "2026-03-06")
    life("log", "consulate_call", "--on", "2026-04-06", "--anyway")
    assert further(life, "2026-05-06")["legalnet"]["state"] == "needs"
    life("log", "consulate_email", "--on", "2026-05-06", "--anyway")
    assert further(life, "2026-06-05")["legalnet"]["state"] == "open"
    life("log", "consulate_call", "--on", "2026-06-05", "--reply", "--note", "It is with us")
    assert further(life, "2026-06-05")["legalnet"]["state"] == "needs"


def test_a_diversity_case_asks_legalnet_without_two_messages_before(life: Life) -> None:
    life.open(REFUSED, "--asked", "no", "--visa", "DV")
    row = further(life, "2026-01-06")["legalnet"]
    assert (row["state"], row["opens_on"]) == ("open", REFUSED)
    life("log", "legalnet", "--on", "2026-01-06")
    assert further(life, "2026-01-07")["legalnet"]["state"] == "resting"
