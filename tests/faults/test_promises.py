"""Promises and tests carry the same numbers, and a page tells what the long run found."""

import json
import re
from pathlib import Path

from faults.parts.every import EVERY, FORMER, SHORT
from faults.promises import ROWS, TESTS, rows_to_show
from faults.table import page

PAGE = Path(__file__).parent / "RESULTS.md"
RESULT = Path(__file__).parent / "result.json"
MARK = re.compile(r"mark\.promise\(([^)]*)\)")


def marked() -> dict[int, list[str]]:
    """The test files that carry each number."""
    found: dict[int, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for match in MARK.finditer(path.read_text(encoding="utf-8")):
            for number in re.findall(r"[0-9]+", match[1]):
                found.setdefault(int(number), []).append(path.name)
    for part in SHORT:
        for number in part.rows:
            found.setdefault(number, []).append("test_parts.py")
    return found


def test_every_promise_has_a_test_and_every_number_a_promise() -> None:
    found = marked()
    assert sorted(set(rows_to_show()) - found.keys()) == []
    assert sorted(found.keys() - ROWS.keys()) == []


def test_the_page_is_what_the_long_run_wrote() -> None:
    result = json.loads(RESULT.read_text(encoding="utf-8"))
    assert PAGE.read_text(encoding="utf-8") == page(result)
    assert (result["total"]["failures"], result["total"]["not_run"]) == (0, 0)


def test_the_long_run_left_no_promise_out() -> None:
    result = json.loads(RESULT.read_text(encoding="utf-8"))
    shown = {row["row"] for row in result["table"]}
    assert shown >= (ROWS.keys() if result["share"] >= 1 else {1, 2, 3, 8, 9})
    for part in result["parts"]:
        assert part["tries"] or part["skipped"], part


def test_the_whole_run_shows_every_promise() -> None:
    assert {row for run in (*FORMER, *SHORT) for row in run.rows} >= ROWS.keys()
    assert {row for run in EVERY for row in run.rows} == ROWS.keys()
