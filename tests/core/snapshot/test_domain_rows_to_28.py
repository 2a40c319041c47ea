"""Rows 17 to 28 of the table "guide statement, app rule, official figure", a test a row."""

import pytest

from core.life import LATER, Life, plus
from core.steps import REFUSED, event, every_channel, opened, walk, walk_to, words_of

DAY_59, DAY_60, DAY_61 = (plus(REFUSED, days) for days in (59, 60, 61))
BACK = "petition_returned 2026-02-02"


@pytest.mark.parametrize("petition", ["yes", "unknown"])
def test_row_18_originals_come_back_except_the_i_797_which_goes_to_uscis(
    life: Life, petition: str
) -> None:
    opened(life, "--petition", petition)
    life("docs", "add", "Degree", "--asked", REFUSED, today=LATER)
    life("docs", "set", "Degree", "submitted", "--on", DAY_59, "--original", today=LATER)
    event(life, "visa_refused", DAY_60)
    words = words_of(life.status(DAY_61)["next"])
    assert "original" in words
    assert "i-797" in words
    assert "uscis" in words


def test_row_19_the_receipt_notice_starts_the_evaluation_and_has_a_number(life: Life) -> None:
    opened(life)
    walk(life, f"{BACK} uscis_received 2026-04-01")
    assert life.status("2026-04-01")["stage"]["id"] == "second_review"
    assert len(life("set", "receipt_number=EAC2190012345", today=LATER).lines) == 1
    said = life("set", "case_number=EAC2190012345", today=LATER)
    snapshot = life.status("2026-04-10")
    assert snapshot["case"]["case_number"] == "EAC2190012345", "kept as it was typed"
    assert "receipt" in words_of([said.err, snapshot["warnings"], snapshot["notes"]])


def test_row_20_a_reaffirmed_petition_leads_to_a_new_interview_and_may_go_round_again(
    life: Life,
) -> None:
    opened(life)
    walk_to(life, "refused_221g")
    walk(life, "petition_returned 2026-10-05 reaffirmed 2027-02-01 interview 2027-03-01")
    walk(life, "refused_221g 2027-03-01 petition_returned 2027-04-05")
    rounds = [life.status(day)["case"]["round"] for day in (REFUSED, "2026-09-14", "2027-03-01")]
    assert rounds == [1, 2, 3]
    assert life.status("2027-04-05")["stage"]["id"] == "returning"


def legalnet(life: Life, day: str) -> str:
    """The state of LegalNet on that day."""
    state: str = every_channel(life.status(day))["legalnet"]["state"]
    return state


def test_row_26_legalnet_opens_30_days_after_the_second_unanswered_contact(life: Life) -> None:
    opened(life)
    assert legalnet(life, DAY_61) != "open"
    life("log", "consulate_email", "--on", DAY_60, today=LATER)
    second = plus(DAY_60, 30)
    assert legalnet(life, plus(second, 60)) != "open", "one contact is not two"
    life("log", "consulate_email", "--on", second, today=LATER)
    assert legalnet(life, plus(second, 29)) != "open"
    assert legalnet(life, plus(second, 30)) == "open"
    for day in (DAY_60, second):
        life("log", "consulate_email", "--reply", "--on", plus(day, 5), today=LATER)
    assert legalnet(life, plus(second, 30)) != "open", "both were answered"
