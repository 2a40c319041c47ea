"""Every field of a document can be given, set, corrected, and is shown."""

import pytest

from cli.conftest import Cli

REFUSED = "2026-10-26"
NOW = "2026-12-12"

GIVEN = (
    "--route",
    "drop-off",
    "--receipt",
    "R-7",
    "--expires",
    "2027-06-30",
    "--note",
    "two pages",
)


@pytest.fixture
def opened(g221: Cli) -> Cli:
    """A case whose slip asks for two papers."""
    g221.open(REFUSED, "--document", "Diploma", "I-797", today=NOW)
    return g221


def test_the_list_shows_every_field_and_the_date_of_every_step(opened: Cli) -> None:
    opened("docs", "set", "Diploma", "submitted", "--on", "2026-11-02", "--original", *GIVEN)
    opened("docs", "set", "Diploma", "received", "--on", "2026-11-09", "--reason", "documents")
    opened("docs", "set", "Diploma", "returned", "--on", "2026-11-16")
    opened("docs", "set", "I-797", "waived", "--on", "2026-11-20")
    row, waived = opened("docs", "list").out.splitlines()
    for words in (
        "← returned",
        "asked by the letter Mon 26 Oct 2026",
        "submitted Mon 2 Nov 2026",
        "received Mon 9 Nov 2026",
        "returned Mon 16 Nov 2026",
        "for documents",
        "original",
        "drop-off",
        "R-7",
        "two pages",
        "expires Wed 30 Jun 2027",
    ):
        assert words in row
    assert waived.startswith("– waived")
    assert "waived Fri 20 Nov 2026" in waived


def test_evidence_for_uscis_is_kept_apart_and_counts_for_nothing(opened: Cli) -> None:
    opened("docs", "add", "Answer to the notice", "--by", "uscis")
    listed = opened("docs", "list").out.splitlines()
    assert listed[2] == "Evidence for USCIS"
    assert listed[3].startswith("□ requested")
    assert "Answer to the notice" in listed[3]
    documents = opened.status()["documents"]
    assert (documents["requested"], documents["outstanding"]) == (2, 2)
    names = [row["name"] for row in documents["items"]]
    assert names == ["Diploma", "I-797", "Answer to the notice"]
    shown = opened("status").out
    assert "Documents 0/2" in shown
    assert shown.index("Evidence for USCIS") < shown.index("Answer to the notice")


def test_without_evidence_for_uscis_there_is_no_heading(opened: Cli) -> None:
    assert "USCIS" not in opened("docs", "list").out


def test_the_complete_set_is_shown_as_what_starts_the_wait(opened: Cli) -> None:
    opened("docs", "set", "Diploma", "submitted", "--on", "2026-11-02")
    assert "Set complete" not in opened("status").out
    opened("docs", "set", "I-797", "submitted", "--on", "2026-11-09")
    line = "Set complete since Mon 9 Nov 2026: the wait counts from there."
    assert line in opened("status").out
    assert line not in opened("status", today="2026-11-08").out
    assert opened.status()["wait"]["anchor"] == "2026-11-09"


def test_after_a_final_refusal_the_originals_are_expected_back(opened: Cli) -> None:
    for name in ("Diploma", "I-797"):
        opened("docs", "set", name, "submitted", "--on", "2026-11-02", "--original")
    opened("event", "add", "visa_refused", "--on", "2026-12-01")
    notes = opened.status()["notes"]
    assert notes[-2].startswith("Expected back from the post: Diploma.")
    assert "I-797" in notes[-1]
    assert "USCIS" in notes[-1]
    assert "Expected back from the post: Diploma." in opened("status").out
    assert opened.status("2026-11-30")["notes"] != notes
    opened("docs", "set", "Diploma", "returned", "--on", "2026-12-05")
    assert not any("Expected back" in note for note in opened.status()["notes"])


def test_the_names_of_originals_are_shown_cleaned(opened: Cli) -> None:
    opened("docs", "add", "\x1b[31mred", "--original")
    opened("docs", "set", "\x1b[31mred", "submitted")
    opened("event", "add", "visa_refused")
    assert "\x1b" not in opened("status").out
