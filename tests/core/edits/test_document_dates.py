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


def test_a_name_that_differs_in_capitals_or_spaces_is_listed_with_one_warning(
    opened: Life,
) -> None:
    said = opened("docs", "add", " client  Letter")
    assert len(said.lines) == 1
    assert "'Client letter'" in said.err
    assert "capitals or spaces" in said.err
    assert len(opened.documents()) == 2


def test_two_new_names_alike_are_told_and_different_ones_are_not(opened: Life) -> None:
    assert "capitals or spaces" in opened("docs", "add", "W-2", "w-2").err
    assert "capitals or spaces" not in opened("docs", "add", "W-2 copy").err


def test_names_alike_are_told_when_a_case_is_opened_and_when_a_name_is_corrected(
    opened: Life,
) -> None:
    said = opened("new", "--refused", REFUSED, "--document", "I-797", "i-797")
    assert "capitals or spaces" in said.err
    record = opened.documents()["i-797"]["id"]
    assert "capitals or spaces" in opened("correct", record, "name= I-797").err
