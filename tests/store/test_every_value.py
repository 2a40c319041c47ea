"""Rows 14 and 15: whatever stands in a field of the file, the cases can be read and mended."""

import copy
import json
from datetime import date
from pathlib import Path

import msgspec
import pytest

from g221_tui.cli import plain
from g221_tui.clock import FixedClock
from g221_tui.core.edits.facts import SetFacts
from g221_tui.demo import write_demo
from g221_tui.errors import G221Error
from g221_tui.records import TABLES
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository

pytestmark = pytest.mark.promise(15)

DAY = date(2026, 12, 12)
LATER = date(2030, 1, 1)
ESCAPE = "\x1b[2J"
HOSTILE: tuple[object, ...] = (
    *(0, -1, 10_000, 10**9, 10**30, True, 1.5, None, "", "yes", [], {}),
    *("0001-01-01", "9999-12-31", f"d-{ESCAPE}", "a\u202eb", [ESCAPE]),
    [{"case": ESCAPE, "kind": "family"}],
)
"""Values of the right type and of the wrong one."""
RULES = load_rules(None)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, object]]]:
    """A whole file of four cases."""
    path = tmp_path_factory.mktemp("whole") / "case.json"
    write_demo(Repository(path, FixedClock(DAY)), RULES, DAY)
    found: dict[str, dict[str, dict[str, object]]] = json.loads(path.read_text("utf-8"))
    return found


def tracker(path: Path, whole: object) -> Tracker:
    """What reads and changes a file with these tables."""
    path.write_text(json.dumps(whole), "utf-8")
    return Tracker(Repository(path, FixedClock(DAY)), RULES, FixedClock(DAY))


@pytest.mark.parametrize(
    ("table", "field"),
    [
        (table, field.encode_name)
        for table, kind in TABLES.items()
        for field in msgspec.structs.fields(kind)
    ],
)
def test_no_value_of_any_field_is_a_bug_and_nothing_of_it_reaches_the_terminal_raw(
    tables: dict[str, dict[str, dict[str, object]]], tmp_path: Path, table: str, field: str
) -> None:
    number = next(iter(tables[table]))
    for value in HOSTILE:
        whole = copy.deepcopy(tables)
        whole[table][number][field] = value
        reader = tracker(tmp_path / "case.json", whole).reader
        book = reader.book()
        said = [problem.where for problem in book.problems]
        for case in book.cases[:1]:
            for day in (DAY, LATER):
                try:
                    view = reader.view(case.facts.id, book=book, on=day)
                except G221Error as problem:
                    said.append(str(problem))
                else:
                    said += [line for line, _ in plain.status_lines(view.snapshot)]
        assert "\x1b" not in "\n".join(said), (table, field, value)


@pytest.mark.parametrize(
    ("field", "wrong", "right"),
    [
        ("dv_year", 0, "2027"),
        ("dv_year", 10_000, "2027"),
        ("wait", -1, "90"),
        ("rest", 10**9, "45"),
    ],
)
def test_a_number_that_can_not_be_is_a_problem_of_its_field_and_can_be_mended(
    tables: dict[str, dict[str, dict[str, object]]],
    tmp_path: Path,
    field: str,
    wrong: int,
    right: str,
) -> None:
    whole = copy.deepcopy(tables)
    whole["cases"]["1"] |= {field: wrong, "applicant": "Asha Invented"}
    file = tracker(tmp_path / "case.json", whole)
    book = file.reader.book()
    (problem,) = book.problems
    assert problem.where.startswith(f"cases 1: {field}")
    assert book.cases[0].facts.applicant == "Asha Invented"
    file.apply(SetFacts(values={field: right}), case="1")
    mended = file.reader.book()
    assert mended.problems == ()
    assert getattr(mended.cases[0].facts, field) == int(right)


def test_an_id_that_could_command_a_terminal_is_a_problem_that_names_the_row(
    tables: dict[str, dict[str, dict[str, object]]], tmp_path: Path
) -> None:
    whole = copy.deepcopy(tables)
    number = next(iter(whole["documents"]))
    whole["documents"][number]["id"] = f"d-{ESCAPE}"
    book = tracker(tmp_path / "case.json", whole).reader.book()
    (problem,) = book.problems
    assert problem.record == f"row {number}"
    assert "is not an id: letters, digits and dashes" in problem.where
