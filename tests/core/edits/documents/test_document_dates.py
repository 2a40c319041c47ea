"""The date of a document's state: it stays where the state does, and near-namesakes are told."""

import pytest

from core.life import Life, names_day

REFUSED = "2026-10-26"
SENT = "2026-11-02"


@pytest.fixture
def opened(life: Life) -> Life:
    """A case whose slip asks for one paper, and that is sent."""
    life.open(REFUSED, "--document", "Client letter", today="2026-12-12")
    life("docs", "set", "Client letter", "submitted", "--on", SENT)
    return life


@pytest.mark.parametrize("state", ["submitted", "received", "returned", "waived"])
def test_a_state_set_again_without_a_date_keeps_its_date_and_says_which(
    opened: Life, state: str
) -> None:
    opened("docs", "set", "Client letter", state, "--on", "2026-11-09")
    before = opened.recorded()
    said = opened("docs", "set", "Client letter", state)
    assert names_day(said.err, "2026-11-09")
    assert "stands" in said.err
    assert len(said.lines) == 1
    assert opened.documents()["Client letter"][f"{state}_on"] == "2026-11-09"
    assert opened.recorded() == before


def test_the_wait_does_not_start_anew_when_a_state_is_set_again(opened: Life) -> None:
    opened("docs", "set", "Client letter", "submitted")
    assert opened.status()["wait"]["anchor"] == SENT


def test_a_detail_given_with_the_same_state_is_set_and_the_date_stays(opened: Life) -> None:
    said = opened("docs", "set", "Client letter", "submitted", "--route", "e-mail")
    assert "stands" in said.err
    assert "route noted" in said.err
    row = opened.documents()["Client letter"]
    assert (row["submitted_on"], row["route"]) == (SENT, "e-mail")


def test_the_same_state_with_a_date_moves_to_that_date(opened: Life) -> None:
    opened("docs", "set", "Client letter", "submitted", "--on", "2026-11-05")
    assert opened.documents()["Client letter"]["submitted_on"] == "2026-11-05"


def test_another_state_without_a_date_is_dated_today(opened: Life) -> None:
    said = opened("docs", "set", "Client letter", "received")
    row = opened.documents()["Client letter"]
    assert (row["submitted_on"], row["received_on"]) == (SENT, "2026-12-12")
    assert "stands" not in said.err


def test_a_paper_asked_for_and_set_to_requested_keeps_the_day_it_was_asked(life: Life) -> None:
    life.open(REFUSED, "--document", "Client letter", today="2026-12-12")
    before = life.recorded()
    said = life("docs", "set", "Client letter", "requested")
    assert names_day(said.err, REFUSED)
    assert life.recorded() == before


@pytest.mark.parametrize(
    "name", [" client  Letter", "Client\u00a0letter", "\uff23lient letter", "CLIENT LETTER"]
)
def test_a_name_that_reads_the_same_is_the_same_document(opened: Life, name: str) -> None:
    said = opened("docs", "add", name)
    assert len(said.lines) == 1
    assert "Client letter" in said.err
    assert list(opened.documents()) == ["Client letter"]
    assert opened.documents()["Client letter"]["state"] == "requested"


def test_two_new_names_alike_are_one_named_twice_and_different_ones_are_not(opened: Life) -> None:
    assert "named twice" in opened("docs", "add", "W-2", "w-2", code=1).err
    opened("docs", "add", "W-2", "W-2 copy")
    assert len(opened.documents()) == 3


def test_a_case_is_not_opened_with_a_name_twice_and_no_name_is_corrected_to_another_s(
    opened: Life,
) -> None:
    before = opened.recorded()
    opened("new", "--refused", REFUSED, "--document", "I-797", "i-797", code=1)
    assert opened.recorded() == before
    opened("docs", "add", "I-797")
    record = opened.documents()["I-797"]["id"]
    assert "on the list" in opened("correct", record, "name=client LETTER", code=1).err
    assert "i-797" in opened("correct", record, "name=i-797").err


def test_a_paper_made_ready_on_the_day_it_went_in_was_ready(opened: Life) -> None:
    opened("docs", "add", "Chart", "--asked", SENT)
    opened("docs", "set", "Chart", "ready", "--on", "2026-11-09")
    opened("docs", "set", "Chart", "submitted", "--on", "2026-11-09")
    assert opened.documents()["Chart"]["ready_on"] == "2026-11-09"
    opened("docs", "set", "Chart", "submitted", "--on", "2026-11-05")
    assert opened.documents()["Chart"]["ready_on"] is None, "it went in before that"


def test_a_paper_may_have_been_ready_earlier_than_was_said_first(opened: Life) -> None:
    opened("docs", "add", "Chart", "--asked", SENT)
    opened("docs", "set", "Chart", "ready", "--on", "2026-11-09")
    opened("docs", "set", "Chart", "ready", "--on", "2026-11-05")
    row = opened.documents()["Chart"]
    assert (row["state"], row["ready_on"]) == ("ready", "2026-11-05")


@pytest.mark.parametrize("state", ["ready", "submitted", "received", "waived"])
def test_a_step_may_fall_on_the_day_of_the_request_and_not_before_it(
    life: Life, state: str
) -> None:
    life.open(REFUSED, "--document", "Client letter", today="2026-12-12")
    life("docs", "set", "Client letter", state, "--on", REFUSED)
    said = life("docs", "set", "Client letter", state, "--on", "2026-10-25", code=1)
    assert "was asked for on Mon 26 Oct 2026" in said.err


def test_each_step_comes_on_or_after_the_one_before_it(opened: Life) -> None:
    opened("docs", "set", "Client letter", "received", "--on", "2026-11-16")
    opened("docs", "set", "Client letter", "returned", "--on", "2026-11-16")
    record = opened.documents()["Client letter"]["id"]
    for wrong in ("submitted=2026-11-17", "received=2026-11-01", "returned=2026-11-15"):
        said = opened("correct", record, wrong, code=1)
        assert "can't have been" in said.err, wrong
    opened("correct", record, "submitted=2026-11-16")


def test_a_paper_that_the_post_has_is_not_unticked(opened: Life) -> None:
    opened("docs", "set", "Client letter", "received", "--on", "2026-11-16")
    said = opened("tick", "Client letter", code=1)
    assert "received on" in said.err
    assert opened.documents()["Client letter"]["submitted_on"] == SENT


def test_a_request_after_a_set_that_was_complete_counts_from_today(opened: Life) -> None:
    for name, day in (("Chart", "2026-11-20"), ("Photo", "2026-11-25")):
        opened("docs", "add", name, today=day)
        assert opened.documents()[name]["asked_on"] == day


def test_an_extra_was_asked_for_on_no_day(opened: Life) -> None:
    opened("docs", "add", "Reference", "--extra", "--asked", SENT)
    row = opened.documents()["Reference"]
    assert (row["asked_on"], row["requested"], row["state"]) == (None, False, "ready")


def test_a_name_given_twice_at_once_lists_nothing(opened: Life) -> None:
    before = opened.recorded()
    assert "is named twice" in opened("docs", "add", "Chart", "Chart", code=1).err
    assert opened.recorded() == before


def test_a_paper_can_t_be_renamed_to_another_one_s_name(opened: Life) -> None:
    opened("docs", "add", "Chart")
    record = opened.documents()["Chart"]["id"]
    opened("correct", record, "name=Client letter", code=1)
    opened("correct", record, "name=Chart", "note=the same name again")
    assert set(opened.documents()) == {"Chart", "Client letter"}


def test_what_a_submission_does_names_the_first_day_on_which_one_may_ask(opened: Life) -> None:
    said = opened("docs", "set", "Client letter", "submitted", "--on", "2026-11-05")
    assert "questions about status open Mon 4 Jan 2027." in said.err


def test_a_day_of_the_papers_that_moves_no_wait_is_not_said_to_start_one(life: Life) -> None:
    life.open("2026-01-05", "--document", "Letter")
    life("docs", "set", "Letter", "submitted", "--on", "2026-01-20")
    life("event", "add", "interview", "--on", "2026-09-07")
    said = life("docs", "set", "Letter", "submitted", "--on", "2026-01-19")
    assert "wait" not in said.err
