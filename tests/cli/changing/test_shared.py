"""Papers and contacts that several cases of a family share."""

import pytest

from cli.conftest import Cli

REFUSED = "2026-10-26"


@pytest.fixture
def family(g221: Cli) -> Cli:
    """Three cases: two of a family, the third on its own; the second is in hand."""
    g221("new", "--refused", REFUSED, "--asked", "no", "--title", "Mother")
    g221("new", "--refused", REFUSED, "--asked", "no", "--title", "Child")
    g221("new", "--refused", REFUSED, "--asked", "no", "--title", "Friend")
    g221("--case", "1", "cases", "link", "2", "family")
    g221("cases", "use", "2")
    return g221


def names(g221: Cli, case: str) -> dict[str, str]:
    """The papers of a case with their states."""
    items = g221("--case", case, "docs", "list", "--json").json()["items"]
    return {item["name"]: item["state"] for item in items}


def test_a_paper_may_be_for_the_whole_family(family: Cli) -> None:
    said = family("docs", "add", "Birth certificate", "--also", "family").err
    assert "Also for Mother" in said
    for case in ("1", "2"):
        assert names(family, case) == {"Birth certificate": "requested"}
    assert names(family, "3") == {}


def test_a_shared_paper_is_sent_once_for_all(family: Cli) -> None:
    family("docs", "add", "Birth certificate", "--also", "1")
    family("--case", "1", "docs", "set", "Birth", "submitted")
    assert names(family, "2") == {"Birth certificate": "submitted"}
    assert family("--case", "2", "status", "--json").json()["wait"]["elapsed_days"] == 0


def test_a_shared_contact_is_in_each_log_and_rests_in_each(family: Cli) -> None:
    family(
        "log", "consulate_email", "--also", "Mother", "--note", "Both of us?", today="2027-01-04"
    )
    for case in ("1", "2"):
        status = family("--case", case, "status", "--json", today="2027-01-05").json()
        states = {channel["id"]: channel["state"] for channel in status["channels"]}
        assert states["consulate_call"] == "resting"
    assert family("--case", "3", "contacts", "--json").json() == []


def test_a_correction_of_a_shared_contact_reaches_its_copies(family: Cli) -> None:
    family("log", "ceac", "--also", "1", "--status", "Refusd")
    record = family("contacts", "--json").json()[0]["id"]
    family("correct", record, "status=Refused")
    assert family("--case", "1", "contacts", "--json").json()[0]["status"] == "Refused"


def test_what_is_not_open_in_one_of_the_cases_is_logged_in_none(family: Cli) -> None:
    family("--case", "1", "set", "wait=120")
    family("log", "consulate_email", "--also", "1", today="2027-01-04", code=3)
    for case in ("1", "2"):
        assert family("--case", case, "contacts", "--json").json() == []


def test_the_board_shows_what_is_due_first(family: Cli) -> None:
    family("--case", "3", "docs", "add", "Diploma")
    family("--case", "1", "event", "add", "visa_refused")
    rows = family("cases", "--json").json()
    assert [row["id"] for row in rows] == ["3", "2", "1"]
    assert [row["current"] for row in rows] == [False, True, False]
    assert rows[1]["links"] == [{"case": "1", "kind": "family"}]


def kinds(g221: Cli) -> dict[str, dict[str, str]]:
    """The kind of link of each case with each other, as the list of cases tells it."""
    rows = g221("cases", "--json").json()
    return {row["id"]: {link["case"]: link["kind"] for link in row["links"]} for row in rows}


def test_a_link_is_one_relation_of_two_cases_and_a_later_kind_replaces_the_first(
    family: Cli,
) -> None:
    assert kinds(family) == {"1": {"2": "family"}, "2": {"1": "family"}, "3": {}}
    said = family("cases", "link", "1", "parallel").err
    assert "(parallel, no longer family)" in said
    assert kinds(family) == {"1": {"2": "parallel"}, "2": {"1": "parallel"}, "3": {}}
    family("undo")
    assert kinds(family) == {"1": {"2": "family"}, "2": {"1": "family"}, "3": {}}


def test_the_same_link_from_the_other_side_changes_nothing_that_is_seen(family: Cli) -> None:
    said = family("cases", "link", "1", "family").err
    assert "no longer" not in said
    assert kinds(family) == {"1": {"2": "family"}, "2": {"1": "family"}, "3": {}}
