"""`docs starter`: an offer of documents, beside what is on the list already."""

import pytest

from cli.conftest import Cli

REFUSED = "2026-10-26"


def test_the_cases_own_reasons_give_the_lists(g221: Cli) -> None:
    g221.open(REFUSED, "--reason", "employment", "pims", "--document", "client letter")
    said = g221("docs", "starter")
    assert said.err == ""
    assert "Employment check (employment)" in said.out
    assert "PIMS is State's own record" in said.out
    lines = said.out.splitlines()
    assert any(row.startswith("  ✔ Client letter · employer · copy") for row in lines)
    assert any(row.startswith("  + Org chart") for row in lines)
    assert "Offered, never assumed" in said.out


def test_an_act_is_to_be_done_and_the_option_that_adds_it_is_named(g221: Cli) -> None:
    g221.open(REFUSED, "--reason", "photo_prints")
    said = g221("docs", "starter")
    assert "  + Fingerprints · applicant · to be done · taken at the post" in said.out
    assert "add it with --task" in said.out
    assert "--task" not in g221("docs", "starter", "employment").out


def test_offering_changes_nothing(g221: Cli) -> None:
    g221.open(REFUSED, "--reason", "employment")
    before = g221.recorded()
    g221("docs", "starter", "employment")
    assert g221.recorded() == before
    assert g221.status()["documents"]["asked"] == "unknown"


def test_one_reason_as_json_with_its_source(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "DS-5535 answers")
    (row,) = g221("docs", "starter", "ds5535", "--json").json()
    assert (row["reason"], row["as_of"]) == ("ds5535", "3 August 2017")
    assert [(d["name"], d["listed"]) for d in row["documents"]] == [("DS-5535 answers", True)]
    assert {"hint", "who", "original"} <= row["documents"][0].keys()


def test_a_list_can_be_read_before_there_is_a_case(g221: Cli) -> None:
    assert "Résumé" in g221("docs", "starter", "background").out
    assert len(g221("docs", "starter", code=1).lines) == 1


def test_without_a_recorded_reason_nothing_is_assumed(g221: Cli) -> None:
    g221.open(REFUSED)
    said = g221("docs", "starter")
    assert (said.out, len(said.lines)) == ("", 1)
    assert "employment" in said.err
    assert g221("docs", "starter", "--json").json() == []


@pytest.mark.parametrize("typed", ["religion", "p", "\x1b[31m"])
def test_an_unknown_reason_is_answered_with_the_known_ones(g221: Cli, typed: str) -> None:
    g221.open(REFUSED)
    said = g221("docs", "starter", typed, code=2)
    assert (said.out, len(said.lines)) == ("", 1)
    assert "pims" in said.err
    assert "\x1b" not in said.err


def test_info_names_the_sources_of_all_explanations(g221: Cli) -> None:
    g221.open(REFUSED)
    facts = g221("info", "--json").json()
    assert "2007" in facts["reasons"]["pims"]
    assert "2010" in facts["starters"]["employment"]
    assert "nothing is inferred" in facts["slip_colours"]["note"]
    assert "congress.gov" in facts["us_states"]
    assert "41.121" in facts["originals"]
    assert "March 2020" in facts["status_words"]["refused"]
    shown = g221("info").out
    for words in (
        "Reason pims",
        "Starter list employment",
        "Slip colours",
        "Status words Refused",
        "US states",
    ):
        assert words in shown
