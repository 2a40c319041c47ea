"""The anchor: the refusal, or the day the requested set was complete, whichever is later."""

import pytest

from core.life import LATER, Life, names_day
from g221_tui.core.progress.wait import whose_wait

REFUSED = "2026-03-02"


def wait_from(life: Life, today: str = LATER) -> str:
    """The anchor on that day."""
    anchor: str = life.status(today)["wait"]["anchor"]
    return anchor


def complete_on(life: Life, today: str = LATER) -> str | None:
    """The day of the latest completing submission."""
    day: str | None = life.status(today)["documents"]["complete_on"]
    return day


def put(life: Life, name: str, state: str, on: str) -> None:
    """Give the document that state on that day."""
    life("docs", "set", name, state, "--on", on, today=LATER)


def ask(life: Life, name: str, on: str, *more: str) -> None:
    """Add a document asked for on that day."""
    life("docs", "add", name, "--asked", on, *more, today=LATER)


@pytest.fixture
def two(life: Life) -> Life:
    """A case whose slip asks for two papers."""
    life.open(REFUSED, "--document", "Letter", "Chart")
    return life


def test_the_wait_counts_from_the_refusal_while_nothing_was_submitted(two: Life) -> None:
    assert wait_from(two) == REFUSED
    assert complete_on(two) is None
    assert two.status(LATER)["wait"]["anchor_because"]


def test_a_part_of_the_set_does_not_move_the_anchor(two: Life) -> None:
    put(two, "Letter", "submitted", "2026-03-10")
    assert wait_from(two) == REFUSED
    documents = two.status(LATER)["documents"]
    assert (documents["requested"], documents["outstanding"]) == (2, 1)
    assert documents["complete_on"] is None


def test_the_submission_that_completes_the_set_moves_the_anchor_to_its_day(two: Life) -> None:
    put(two, "Letter", "submitted", "2026-03-10")
    put(two, "Chart", "submitted", "2026-03-20")
    assert wait_from(two) == complete_on(two) == "2026-03-20"
    assert wait_from(two, "2026-03-19") == REFUSED
    assert complete_on(two, "2026-03-19") is None
    assert wait_from(two, "2026-03-20") == "2026-03-20"


def test_a_set_recorded_in_any_order_is_complete_on_its_latest_day(two: Life) -> None:
    put(two, "Chart", "submitted", "2026-03-20")
    put(two, "Letter", "submitted", "2026-03-10")
    assert wait_from(two) == complete_on(two) == "2026-03-20"


def test_a_request_after_a_complete_set_leaves_the_anchor_until_that_paper_goes_in(
    two: Life,
) -> None:
    put(two, "Letter", "submitted", "2026-03-10")
    put(two, "Chart", "submitted", "2026-03-20")
    ask(two, "Payslips", "2026-04-15")
    assert wait_from(two) == "2026-03-20"
    assert complete_on(two) is None
    assert complete_on(two, "2026-04-14") == "2026-03-20"
    put(two, "Payslips", "submitted", "2026-05-04")
    assert wait_from(two) == complete_on(two) == "2026-05-04"
    assert wait_from(two, "2026-05-03") == "2026-03-20"


def test_a_waiver_that_completes_the_set_brings_no_day_of_its_own(two: Life) -> None:
    put(two, "Letter", "submitted", "2026-03-10")
    put(two, "Chart", "waived", "2026-03-20")
    assert wait_from(two) == complete_on(two) == "2026-03-10"
    assert wait_from(two, "2026-03-19") == REFUSED
    assert "waived" in two.status(LATER)["wait"]["anchor_because"]
    assert two.status(LATER)["documents"]["outstanding"] == 0


def test_a_set_that_was_only_waived_counts_from_the_start(two: Life) -> None:
    put(two, "Letter", "waived", "2026-03-10")
    put(two, "Chart", "waived", "2026-03-20")
    assert wait_from(two) == REFUSED
    assert complete_on(two) is None
    assert two.status(LATER)["stage"]["id"] == "processing"
    assert two.status(LATER)["stage"]["since"] == "2026-03-20"


def test_a_waiver_of_a_later_request_leaves_the_anchor_of_the_complete_set(two: Life) -> None:
    put(two, "Letter", "submitted", "2026-03-10")
    put(two, "Chart", "submitted", "2026-03-20")
    ask(two, "Payslips", "2026-04-15")
    put(two, "Payslips", "waived", "2026-05-04")
    assert wait_from(two) == complete_on(two) == "2026-03-20"


def test_a_submission_after_the_other_paper_was_waived_completes_the_set(two: Life) -> None:
    put(two, "Chart", "waived", "2026-03-10")
    put(two, "Letter", "submitted", "2026-03-20")
    assert wait_from(two) == complete_on(two) == "2026-03-20"


def test_a_back_dated_paper_shows_that_the_set_was_not_complete_and_says_the_new_anchor(
    life: Life,
) -> None:
    life.open(REFUSED, "--document", "Letter")
    put(life, "Letter", "submitted", "2026-03-20")
    said = life("docs", "add", "Chart", "--asked", "2026-03-10", today="2026-04-15")
    assert any(names_day(line, REFUSED) for line in said.lines), said.err
    assert wait_from(life) == REFUSED
    assert wait_from(life, "2026-03-25") == REFUSED
    put(life, "Chart", "submitted", "2026-04-20")
    assert wait_from(life) == "2026-04-20"


def test_a_paper_received_without_a_submission_date_counts_as_submitted_that_day(
    two: Life,
) -> None:
    put(two, "Letter", "submitted", "2026-03-10")
    put(two, "Chart", "received", "2026-03-25")
    assert wait_from(two) == complete_on(two) == "2026-03-25"


def test_a_receipt_after_a_submission_does_not_move_the_anchor(two: Life) -> None:
    put(two, "Letter", "submitted", "2026-03-10")
    put(two, "Chart", "submitted", "2026-03-20")
    put(two, "Letter", "received", "2026-04-01")
    put(two, "Chart", "received", "2026-04-01")
    put(two, "Letter", "returned", "2026-04-20")
    assert wait_from(two) == complete_on(two) == "2026-03-20"


def test_a_request_of_the_same_day_counts_after_that_day_s_submissions(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    put(life, "Letter", "submitted", "2026-03-20")
    ask(life, "Chart", "2026-03-20")
    assert wait_from(life) == "2026-03-20"
    assert complete_on(life) is None
    put(life, "Chart", "submitted", "2026-03-30")
    assert wait_from(life) == complete_on(life) == "2026-03-30"


@pytest.mark.parametrize("who", [("--extra",), ("--by", "uscis")])
def test_extra_papers_and_evidence_for_uscis_are_no_part_of_the_set(
    life: Life, who: tuple[str, ...]
) -> None:
    life.open(REFUSED, "--document", "Letter")
    life("docs", "add", "Other", *who, today="2026-03-05")
    put(life, "Letter", "submitted", "2026-03-20")
    assert wait_from(life) == complete_on(life) == "2026-03-20"
    put(life, "Other", "submitted", "2026-04-20")
    assert wait_from(life) == complete_on(life) == "2026-03-20"
    documents = life.status(LATER)["documents"]
    assert (documents["requested"], documents["outstanding"]) == (1, 0)
    assert len(documents["items"]) == 2


def test_a_paper_taken_back_on_the_day_it_went_in_gives_the_anchor_back(two: Life) -> None:
    put(two, "Letter", "submitted", "2026-03-10")
    put(two, "Chart", "submitted", "2026-03-20")
    said = two("docs", "set", "Chart", "requested", today="2026-03-20")
    assert names_day(said.err, REFUSED) or names_day(said.err, "2026-05-01"), said.err
    assert wait_from(two) == REFUSED
    assert complete_on(two) is None


def test_a_paper_added_while_the_set_was_never_complete_was_asked_on_the_refusal_date(
    two: Life,
) -> None:
    two("docs", "add", "Payslips", today="2026-04-15")
    assert two.documents(LATER)["Payslips"]["asked_on"] == REFUSED


def test_a_paper_added_after_the_set_was_complete_was_asked_today(life: Life) -> None:
    life.open(REFUSED, "--document", "Letter")
    put(life, "Letter", "submitted", "2026-03-20")
    life("docs", "add", "Payslips", today="2026-04-15")
    assert life.documents(LATER)["Payslips"]["asked_on"] == "2026-04-15"


def test_the_days_of_the_wait_count_from_the_complete_set(two: Life) -> None:
    put(two, "Letter", "submitted", "2026-03-10")
    put(two, "Chart", "submitted", "2026-03-20")
    day_59, day_60 = two.channels("2026-05-18"), two.channels("2026-05-19")
    assert (day_59["dos"]["state"], day_59["dos"]["days_left"]) == ("locked", 1)
    assert day_60["dos"]["state"] == "open"
    assert day_60["senator"]["opens_on"] == "2026-05-20"


def test_no_record_moves_what_an_earlier_day_shows_as_long_as_it_is_dated_later(
    two: Life,
) -> None:
    before = two.status("2026-03-09")["wait"]
    put(two, "Letter", "submitted", "2026-03-10")
    put(two, "Chart", "submitted", "2026-03-20")
    assert two.status("2026-03-09")["wait"] == before


def test_a_back_dated_paper_or_slip_is_answered_with_the_anchor_as_it_was_and_as_it_is(
    life: Life,
) -> None:
    life.open("2026-10-26", "--document", "Letter")
    said = life("docs", "set", "Letter", "submitted", "--on", "2026-11-09").err
    assert "starts on that day (it counted from Mon 26 Oct 2026)" in said
    assert names_day(said, "2026-11-09")
    said = life("docs", "add", "Diploma", "--asked", "2026-10-28").err
    assert "counts from Mon 26 Oct 2026 (it counted from Mon 9 Nov 2026)" in said
    said = life("event", "add", "refused_221g", "--on", "2026-10-20").err
    assert "counts from Tue 20 Oct 2026 (it counted from Mon 26 Oct 2026)" in said


def test_a_set_that_is_complete_on_the_day_of_the_refusal_is_counted_from_the_refusal(
    life: Life,
) -> None:
    life.open(REFUSED, "--document", "Letter")
    put(life, "Letter", "submitted", REFUSED)
    assert wait_from(life) == complete_on(life) == REFUSED
    assert life.status()["wait"]["anchor_because"].endswith("the day of the refusal.")


@pytest.mark.parametrize(("wait", "whose"), [(59, "guide"), (60, "post"), (61, "post")])
def test_a_wait_of_ones_own_is_the_post_s_where_it_is_long_enough_to_count(
    life: Life, wait: int, whose: str
) -> None:
    life.open(REFUSED, "--asked", "no", "--wait", str(wait))
    said = whose_wait("senator", life.day())
    assert said == ("your post, as you recorded it" if whose == "post" else life.day().policy.cited)
