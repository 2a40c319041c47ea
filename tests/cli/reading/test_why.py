"""`g221 why`: the tree behind an answer, for people and for programs."""

import shlex
from typing import Any

import pytest

from cli.conftest import Cli
from core.why import reader

REFUSED = "2026-10-26"


@pytest.fixture
def asked(g221: Cli) -> Cli:
    """A case with one paper still to be sent, and nothing known of a link to the US."""
    g221.open(REFUSED, "--document", "Org chart", "--us-link", "unknown", "--us-state", "")
    return g221


def test_the_tree_is_lines_with_a_dash_further_in_for_each_reason_of_a_reason(asked: Cli) -> None:
    lines = asked("why", "senator").out.splitlines()
    assert lines[0].startswith("- Senator: locked until Sat 26 Dec 2026, in 14 days.")
    assert "    - The rule: more than 60 days (the guide, about 2019)." in lines
    assert "      - Policy: The guide's 60 days.  [g221 set policy=state]" in lines
    assert lines[-2] == "  - Opens Sat 26 Dec 2026, in 14 days, if nothing were owed."
    assert lines[-1].endswith("[g221 set us_link=petitioner us_state=XX]")
    assert all(line.lstrip().startswith("- ") for line in lines)


def test_the_json_is_one_object_that_bears_its_own_dates(asked: Cli) -> None:
    status: Any = asked.status()
    for row in status["channels"]:
        found = asked("why", row["id"], "--json").json()
        assert (found["about"], found["id"], found["today"]) == ("channel", row["id"], "2026-12-12")
        reader.check(found["tree"])
        assert found["tree"]["date"] == row["opens_on"]
    for row in status["deadlines"]:
        found = asked("why", row["id"], "--json").json()
        assert found["about"] == "deadline"
        assert str(reader.reckoned(found["tree"])) == row["date"]


def test_words_of_a_name_need_no_quotes(asked: Cli) -> None:
    assert asked("why", "Call", "post").out == asked("why", "consulate_call").out
    assert asked("why", "papers:", "limit").out == asked("why", "documents_one_year").out


def test_an_unknown_name_is_refused_with_the_known_ones(asked: Cli) -> None:
    said = asked("why", "embassy", code=2)
    assert said.out == ""
    assert said.err == (
        "'embassy' is neither a channel nor a date of this case; known: next, stage, vfs_tracker,"
        " consulate_call, consulate_email, dos, senator, ceac, representative, nvc_inquiry,"
        " uscis_status, attorney, legalnet, ombudsman, documents_one_year.\n"
    )
    assert len(asked("why", "s", code=2).lines) == 1


def test_a_command_of_the_tree_does_what_the_tree_says(asked: Cli) -> None:
    late = "2027-01-20"
    tree = asked("why", "senator", "--json", today=late).json()["tree"]
    change = tree["children"][-1]
    program, *words = shlex.split(change["change"].replace("=XX", "=TX"))
    assert program == "g221"
    asked(*words, today=late)
    assert asked.states(late)["senator"] == "open"
    assert change["date"] == late


def test_commands_of_a_case_that_is_not_in_hand_name_it(asked: Cli) -> None:
    asked.open(REFUSED, "--asked", "no")
    out = asked("why", "consulate_call", "--case", "1").out
    assert "[g221 --case 1 set policy=state]" in out
    assert "--case" not in asked("why", "consulate_call", "--case", "2").out


def test_another_day_has_its_own_tree(asked: Cli) -> None:
    out = asked("why", "dos", today="2026-10-01").out
    assert out.startswith("- State Dept: closed.")
    assert "What is recorded for Mon 26 Oct 2026 opens it" in out


def test_what_the_user_typed_is_shown_cleaned_and_masked_where_asked(g221: Cli) -> None:
    g221.open(REFUSED, "--document", "red\x1b[31m of RAO ASHA")
    g221("set", "applicant=RAO ASHA")
    out = g221("why", "next").out
    assert "red␛[31m of RAO ASHA: asked for Mon 26 Oct 2026." in out
    assert "\x1b" not in out
    for words in (("--masked",), ("--masked", "--json")):
        masked = g221("why", "next", *words).out
        assert "RAO" not in masked
        assert "Mon 26 Oct 2026" in masked
