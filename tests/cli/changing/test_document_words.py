"""`docs`: adding, setting, removing papers, and what each of them keeps."""

import pytest

from cli.conftest import Cli, names_day

REFUSED = "2026-10-26"
NOW = "2026-12-12"


@pytest.fixture
def opened(g221: Cli) -> Cli:
    """A case whose slip asks for two papers."""
    g221.open(REFUSED, "--document", "Client letter", "Org chart", today=NOW)
    return g221


def test_papers_given_to_new_were_asked_by_the_slip_on_the_refusal_date(opened: Cli) -> None:
    rows = opened.documents()
    assert list(rows) == ["Client letter", "Org chart"]
    for row in rows.values():
        assert (row["requested"], row["requested_by"]) == (True, "slip")
        assert (row["asked_on"], row["state"]) == (REFUSED, "requested")


def test_document_may_be_given_more_than_once(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "A", "B", "--document", "C")
    assert list(g221.documents()) == ["A", "B", "C"]


def test_a_paper_named_twice_in_one_command_is_told_so_and_nothing_is_listed(opened: Cli) -> None:
    assert opened("docs", "add", "A", "B", "A", code=1).lines == ["'A' is named twice."]
    assert list(opened.documents()) == ["Client letter", "Org chart"]
    (line,) = opened("docs", "add", "A", "Org chart", code=1).lines
    assert line == ("'Org chart' is on the list already and still to be sent. Nothing was changed.")


@pytest.mark.parametrize(
    ("words", "requested", "by"),
    [
        ((), True, "slip"),
        (("--by", "post"), True, "post"),
        (("--by", "slip"), True, "slip"),
        (("--by", "uscis"), True, "uscis"),
        (("--extra",), False, None),
    ],
)
def test_each_added_paper_says_who_asked_for_it(
    opened: Cli, words: tuple[str, ...], requested: bool, by: str | None
) -> None:
    opened("docs", "add", "Payslips", "Diploma", *words)
    rows = opened.documents()
    for name in ("Payslips", "Diploma"):
        assert (rows[name]["requested"], rows[name]["requested_by"]) == (requested, by)


@pytest.mark.parametrize(
    ("by", "words"), [("post", "the post"), ("slip", "the letter"), ("uscis", "USCIS")]
)
def test_who_asked_for_an_added_paper_is_said_in_words(opened: Cli, by: str, words: str) -> None:
    said = opened("docs", "add", "Payslips", "--by", by)
    assert f"Added Payslips, asked for by {words} on " in said.err
    assert f"asked by {words} " in opened("docs", "list").out


def test_a_paper_is_not_both_extra_and_asked_for(opened: Cli) -> None:
    before = opened.recorded()
    said = opened("docs", "add", "X", "--extra", "--by", "post", code=2)
    assert len(said.lines) == 1
    assert opened.recorded() == before


def test_a_paper_goes_through_its_states(opened: Cli) -> None:
    steps = {
        "ready": "2026-10-28",
        "submitted": "2026-11-02",
        "received": "2026-11-09",
        "returned": "2026-11-16",
    }
    for state, day in steps.items():
        opened("docs", "set", "Org chart", state, "--on", day)
    row = opened.documents()["Org chart"]
    assert row["state"] == "returned"
    assert row["submitted_on"] == "2026-11-02"
    assert row["received_on"] == "2026-11-09"
    assert row["returned_on"] == "2026-11-16"
    on_the_way = {
        "2026-10-27": "requested",
        "2026-10-28": "ready",
        "2026-11-01": "ready",
        "2026-11-02": "submitted",
        "2026-11-15": "received",
    }
    for day, state in on_the_way.items():
        assert opened.documents(day)["Org chart"]["state"] == state, day


def test_a_waived_paper_is_neither_outstanding_nor_gone(opened: Cli) -> None:
    opened("docs", "set", "Org chart", "waived")
    assert opened.documents()["Org chart"]["state"] == "waived"
    assert opened.status()["documents"]["outstanding"] == 1


def test_details_can_be_set_without_a_state(opened: Cli) -> None:
    words = ("--route", "drop-off", "--receipt", "R-77", "--expires", "2027-06-30", "--original")
    opened("docs", "set", "Org chart", *words)
    row = opened.documents()["Org chart"]
    assert (row["route"], row["receipt"], row["expires_on"]) == ("drop-off", "R-77", "2027-06-30")
    assert row["state"] == "requested"
    opened("docs", "set", "Org chart", "submitted", "--copy", "--note", "by the employer")
    row = opened.documents()["Org chart"]
    assert (row["state"], row["receipt"]) == ("submitted", "R-77")


def test_a_removed_paper_is_no_longer_listed_or_asked_for(opened: Cli) -> None:
    opened("docs", "remove", "Org chart")
    documents = opened.status()["documents"]
    assert [row["name"] for row in documents["items"]] == ["Client letter"]
    assert (documents["requested"], documents["outstanding"]) == (1, 1)
    assert "Org chart" not in opened("docs", "list").out


def test_the_list_shows_each_paper_on_its_line_with_its_state(opened: Cli) -> None:
    opened("docs", "set", "Client letter", "submitted", "--on", "2026-10-28")
    listed = opened("docs", "list").out.splitlines()
    for name, state in (("Client letter", "submitted"), ("Org chart", "requested")):
        assert any(name in line and state in line for line in listed), listed


def test_a_second_date_for_a_state_replaces_the_first_and_history_keeps_both(
    opened: Cli,
) -> None:
    opened("docs", "set", "Org chart", "submitted", "--on", "2026-11-12")
    opened("docs", "set", "Org chart", "submitted", "--on", "2026-11-13")
    assert opened.documents()["Org chart"]["submitted_on"] == "2026-11-13"
    told = opened("history").out
    assert names_day(told, "2026-11-12")
    assert names_day(told, "2026-11-13")


def test_a_paper_may_be_renamed_by_a_correction(opened: Cli) -> None:
    record = opened.documents()["Org chart"]["id"]
    opened("correct", record, "name=Organisation chart")
    assert "Organisation chart" in opened.documents()
    assert "Org chart" in opened("history").out


def test_a_passport_that_is_back_is_taken_to_hold_the_visa_and_says_so(g221: Cli) -> None:
    g221.open("2026-10-26", "--asked", "no")
    g221("event", "add", "passport_sent", "--on", "2026-12-01")
    said = g221("event", "add", "passport_returned").err
    assert "visa_inside=no" in said
    g221("event", "add", "passport_returned", "--visa", "yes")
    assert g221.status()["stage"]["id"] == "issued"
