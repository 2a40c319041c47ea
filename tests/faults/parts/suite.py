"""Every row: the tests of the suite that carry its number."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from faults.parts.part import Part
from faults.promises import TESTS, rows_to_show

PLUGIN = "faults.counting"
"""What writes down how the tests of each row ended."""
PROCESSES = 2


def tests(folder: Path, share: float) -> Iterator[Part]:
    """The tests that carry a promise's number; only as a whole."""
    if share < 1:
        return
    kept = folder / "counts.jsonl"
    words = ("-q", "--no-header", "-p", "no:cacheprovider", "-p", PLUGIN, "-n", str(PROCESSES))
    env = {**os.environ, "PYTHONPATH": str(TESTS), "G221_COUNTS": str(kept)}
    subprocess.run(
        [sys.executable, "-m", "pytest", *words, str(TESTS)],
        check=False,
        cwd=TESTS.parent,
        env=env,
        stdout=sys.stderr,
    )
    passed: Counter[int] = Counter()
    failed: dict[int, list[str]] = {}
    for line in kept.read_text(encoding="utf-8").splitlines():
        row, test, good = json.loads(line)
        if good:
            passed[row] += 1
        else:
            failed.setdefault(row, []).append(test)
    for row in rows_to_show():
        wrong = failed.get(row, [])
        yield Part(
            "a test of the suite", (row,), passed[row] + len(wrong), len(wrong), "", tuple(wrong)
        )
