"""Logging what the status page shows, and reading it again."""

import json

import pytest

from cli.conftest import Cli

REFUSED = "2026-10-26"
NOW = "2026-12-12"

PARTS = "words code meaning source seen_on page_updated days_since_change longest_quiet_days"


@pytest.fixture
def opened(g221: Cli) -> Cli:
    """A case for which nothing was asked."""
    g221.open(REFUSED, "--asked", "no", today=NOW)
    return g221


def test_logging_a_known_word_answers_with_its_meaning_in_one_line(opened: Cli) -> None:
    said = opened("log", "ceac", "--status", "Refused")
    assert said.out == ""
    assert len(said.lines) == 1
    assert said.err.startswith("Logged: CEAC on Sat 12 Dec 2026")
    assert "every 221(g) case" in said.err
    assert "every 221(g) case" not in opened("history").out


def test_before_anything_was_logged_the_part_is_there_with_nulls(opened: Cli) -> None:
    page = opened.status()["status"]
    assert set(PARTS.split()) <= page.keys()
    assert set(page.values()) == {None}
    assert "Status page" not in opened("status").out


@pytest.mark.parametrize("typed", ["2026-11-30", "30 Nov 2026", "30-Nov-2026", "-12d"])
def test_the_pages_own_dates_are_kept_and_read_as_the_page_prints_them(
    opened: Cli, typed: str
) -> None:
    opened("log", "ceac", "--status", "Refused", "--page-created", REFUSED, "--page-updated", typed)
    row = opened.contacts()[0]
    assert (row["page_created"], row["page_updated"]) == (REFUSED, "2026-11-30")
    page = opened.status()["status"]
    assert (page["page_created"], page["page_updated"]) == (REFUSED, "2026-11-30")
    assert (page["days_since_change"], page["longest_quiet_days"]) == (12, None)


def test_the_plain_status_shows_the_page_without_a_verdict(opened: Cli) -> None:
    opened("log", "ceac", "--status", "AP", "--on", "2026-11-02")
    opened(
        "log", "ceac", "--status", "Refused", "--page-updated", "2026-11-30", "--on", "2026-12-01"
    )
    shown = opened("status").out
    rows = shown[shown.index("Status page") :].splitlines()
    assert rows[1].strip() == "“Refused” · seen Tue 1 Dec 2026"
    assert rows[2].strip() == "The page's own dates: last updated Mon 30 Nov 2026."
    assert "Fragomen" in rows[3]
    assert "12 days; the page's longest quiet stretch before: 28 days" in rows[4]
    assert "A changed date means the record was touched, no more." in rows[4]


@pytest.mark.parametrize("option", ["--page-created", "--page-updated"])
def test_a_page_cannot_have_shown_a_day_that_had_not_come(opened: Cli, option: str) -> None:
    before = opened.recorded()
    for day, on in (("2026-12-13", NOW), ("2026-12-02", "2026-12-01")):
        said = opened("log", "ceac", "--status", "Refused", option, day, "--on", on, code=1)
        assert (said.out, len(said.lines)) == ("", 1)
    assert opened("log", "ceac", option, "05/02/2026", code=2).out == ""
    assert opened.recorded() == before
    opened("log", "ceac", "--status", "Refused", option, NOW)


def test_the_pages_dates_can_be_corrected_and_cleared(opened: Cli) -> None:
    opened("log", "ceac", "--status", "Refused", "--on", "2026-12-01")
    record = opened.contacts()[0]["id"]
    opened("correct", record, "page_updated=2026-11-20", "page_created=2026-10-26")
    assert opened.contacts()[0]["page_updated"] == "2026-11-20"
    assert "page updated 2026-11-20" in opened("contacts").out
    opened("correct", record, "page_updated=2026-12-02", code=1)
    opened("correct", record, "page_updated=")
    assert opened.contacts()[0]["page_updated"] is None
    assert "2026" in opened("history").out


def test_an_older_file_without_the_pages_dates_is_read(opened: Cli) -> None:
    opened("log", "ceac", "--status", "Refused")
    row = next(iter(json.loads(opened.file.read_text(encoding="utf-8"))["contacts"].values()))
    assert not {"page_created", "page_updated"} & row.keys()
    assert opened.contacts()[0]["page_created"] is None
