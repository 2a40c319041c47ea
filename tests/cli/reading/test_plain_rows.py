"""The rows of the plain text: signs, years, and who turned to whom."""

import pytest

from cli.conftest import TODAY, Cli

REFUSED = "2026-08-03"


@pytest.fixture
def opened(g221: Cli) -> Cli:
    """A case whose wait is over, with a question, its reply, and a look."""
    g221.open(REFUSED, "--asked", "no", "--tracking", "no", today=TODAY)
    g221("log", "consulate_email", "--on", "2026-11-20", "--note", "Is anything needed?")
    g221("log", "consulate_email", "--on", "2026-11-23", "--reply", "--note", "Please wait.")
    g221("log", "ceac", "--on", "2026-12-01", "--status", "Refused")
    g221("log", "dos", "--on", "2026-12-02", "--purpose", "details", "--note", "New address")
    return g221


ROWS = (
    "● 20 Nov 2026  E-mail: Is anything needed?  (asked)",
    "● 23 Nov 2026  E-mail: Please wait.  (reply)",
    "●  1 Dec 2026  CEAC: Refused  (looked)",
    "●  2 Dec 2026  State Dept: New address  (wrote about details)",
)


def test_the_timeline_tells_a_question_from_a_reply(opened: Cli) -> None:
    lines = opened("timeline").out.splitlines()
    assert [line for line in lines if line in ROWS] == list(ROWS)


def test_the_status_tells_it_as_well(opened: Cli) -> None:
    lines = [line.strip() for line in opened("status", "--plain").out.splitlines()]
    assert set(ROWS) <= set(lines)


def test_the_title_in_the_data_stays_as_it_was_and_the_way_stands_beside_it(opened: Cli) -> None:
    rows = [r for r in opened.status()["timeline"] if r["kind"] == "contact"]
    assert [(r["title"], r["way"]) for r in rows] == [
        ("E-mail: Is anything needed?", "asked"),
        ("E-mail: Please wait.", "reply"),
        ("CEAC: Refused", "looked"),
        ("State Dept: New address", "wrote about details"),
    ]
    others = [r["way"] for r in opened.status()["timeline"] if r["kind"] != "contact"]
    assert set(others) == {None}


def test_each_state_of_a_channel_has_its_own_sign(opened: Cli) -> None:
    lines = opened("status", "--plain").out.splitlines()
    follow = {line.split()[1]: line.split()[0] for line in lines if line.startswith("  ")}
    assert follow.items() >= {"open": "●", "resting": "◐", "unavailable": "–"}.items()
    opened("event", "add", "visa_issued")
    assert "  × closed       Senator" in opened("status", "--plain").out


def test_a_year_is_written_in_full(opened: Cli) -> None:
    opened("deadline", "add", "Lease", "2051-01-05")
    assert "!  5 Jan 2051  Lease" in opened("timeline").out.splitlines()


def test_the_papers_are_said_to_be_with_the_user_and_the_file_with_the_post(g221: Cli) -> None:
    g221.open("2026-10-26", "--document", "Letter", today=TODAY)
    assert "Documents due, since Mon 26 Oct 2026; the file is with the post." in g221("status").out


@pytest.mark.parametrize(
    ("words", "today", "told"),
    [
        (["--document", "Chart"], TODAY, "next date: Sun 11 Apr 2027, in 120 days · Send"),
        (["--document", "Chart"], "2027-04-13", "date passed: Sun 11 Apr 2027, 2 days ago · "),
        (["--asked", "no"], "2026-09-01", "next date: Fri 2 Oct 2026, in 31 days · Nothing to do"),
        (["--asked", "no"], TODAY, "open since Fri 2 Oct 2026 · "),
    ],
)
def test_the_list_of_cases_says_what_the_date_beside_a_stage_is(
    g221: Cli, words: list[str], today: str, told: str
) -> None:
    g221.open(REFUSED, *words, "--tracking", "no", today=today)
    if "--document" in words:
        g221("deadline", "add", "Flight", "2027-04-11", today=TODAY)
    (row,) = g221("cases", today=today).out.splitlines()
    assert told in row
