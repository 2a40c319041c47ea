"""Promises and tests carry the same numbers, and the README tells what the long run found."""

import json
import re
from pathlib import Path

from faults.promises import ROWS, TESTS, rows_to_show

README = TESTS.parent / "README.md"
RESULT = Path(__file__).parent / "result.json"
MARK = re.compile(r"mark\.promise\(([^)]*)\)")


def marked() -> dict[int, list[str]]:
    """The test files that carry each number."""
    found: dict[int, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for match in MARK.finditer(path.read_text(encoding="utf-8")):
            for number in re.findall(r"[0-9]+", match[1]):
                found.setdefault(int(number), []).append(path.name)
    return found


def test_every_promise_has_a_test_and_every_number_a_promise() -> None:
    found = marked()
    assert sorted(set(rows_to_show()) - found.keys()) == []
    assert sorted(found.keys() - ROWS.keys()) == []


def test_the_readme_s_table_is_what_the_long_run_wrote() -> None:
    result = json.loads(RESULT.read_text(encoding="utf-8"))
    text = README.read_text(encoding="utf-8")
    table = text.partition("| Promise | Tries | Failures |")[2].partition("\n\n")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in table.splitlines()[2:]
        if line.startswith("|")
    ]
    told = [[row["promise"], f"{row['tries']:,}", str(row["failures"])] for row in result["table"]]
    assert rows == told
    assert result["date"] in text
    assert all(row["failures"] == 0 for row in result["table"])


def test_the_long_run_left_no_promise_out() -> None:
    result = json.loads(RESULT.read_text(encoding="utf-8"))
    shown = {row["row"] for row in result["table"]}
    assert shown >= {1, 2, 3, 8, 9}
    for part in result["parts"]:
        assert part["tries"] or part["skipped"], part
