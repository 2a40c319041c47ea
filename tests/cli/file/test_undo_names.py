"""Undo and redo say which case they change, where the file holds more than one."""

import pytest

from cli.conftest import Cli

pytestmark = pytest.mark.promise(9)


@pytest.fixture
def two(g221: Cli) -> Cli:
    """Two cases, the second in hand, with a change to the first."""
    g221.open("2026-10-26", "--visa", "K-1", "--post", "Manila")
    g221.open("2026-10-27", "--title", "Mine")
    g221("docs", "add", "Photos", "--case", "1")
    return g221


@pytest.mark.parametrize("other", ["undo", "redo"])
def test_a_step_of_another_case_names_that_case_before_and_after(two: Cli, other: str) -> None:
    if other == "redo":
        two("undo")
    assert " in case 1 (K-1 · Manila): Added Photos" in two(other, "--dry-run").out
    (line,) = two(other).lines
    does = {"undo": "Undone", "redo": "Done again"}[other]
    assert line.startswith(f"{does} in case 1 (K-1 · Manila): Added Photos")


def test_a_step_that_changes_two_cases_names_both(two: Cli) -> None:
    two("docs", "add", "Payslips", "--also", "1")
    announced = two("undo", "--dry-run").out
    assert " in cases 2 (Mine) and 1 (K-1 · Manila): " in announced or (
        " in cases 1 (K-1 · Manila) and 2 (Mine): " in announced
    )


def test_a_case_without_any_name_is_named_by_its_number_alone(two: Cli) -> None:
    two.open("2026-10-28")
    two("docs", "add", "Chart")
    assert " in case 3: Added Chart" in two("undo", "--dry-run").out


def test_a_case_that_was_taken_back_is_named_when_it_returns(two: Cli) -> None:
    two.open("2026-10-28", "--title", "Son")
    assert " in case 3 (Son): " in two("undo", "--dry-run").out
    two("undo")
    assert " in case 3 (Son): " in two("redo", "--dry-run").out


def test_a_change_that_is_of_no_single_case_names_none(two: Cli) -> None:
    two("cases", "use", "1")
    assert " in case" not in two("undo", "--dry-run").out
    two("backup", "restore", "1")
    assert " in case" not in two("undo", "--dry-run").out


def test_where_there_is_one_case_it_is_not_named(g221: Cli) -> None:
    g221.open("2026-10-26", "--title", "Mine")
    g221("docs", "add", "Photos")
    assert " in case" not in g221("undo", "--dry-run").out
    (line,) = g221("undo").lines
    assert line.startswith("Undone: Added Photos")


def test_the_history_keeps_the_sentence_as_it_was(two: Cli) -> None:
    two("undo")
    assert two("history", "--json").json()[-1]["sentence"].startswith("Undone: Added Photos")
