"""Every row: the tests of the suite that carry its number."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from faults.parts.part import Kind, Tally
from faults.promises import TESTS, rows_to_show

PLUGIN = "faults.counting"
"""What writes down how the tests of each row ended."""
PROCESSES = 2


def tests(folder: Path, share: float) -> Iterator[Tally]:
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
    yield from counted(kept.read_text(encoding="utf-8").splitlines())


def counted(lines: list[str]) -> Iterator[Tally]:
    """What the tests found, a tally for each set of promises: a test that shows two is one try.

    Args:
        lines: What the plugin wrote: a test each, with its rows and whether it passed.
    """
    passed: Counter[tuple[int, ...]] = Counter()
    failed: dict[tuple[int, ...], list[str]] = {}
    for line in lines:
        rows, test, good = json.loads(line)
        known = tuple(row for row in rows if row in rows_to_show())
        if good:
            passed[known] += 1
        else:
            failed.setdefault(known, []).append(test)
    for of in sorted(passed.keys() | failed.keys()):
        if of:
            tally = Tally("a test of the suite", *of, kind=Kind.TEST)
            tally.tries = passed[of]
            for test in failed.get(of, []):
                tally.tries += 1
                tally.fail(test)
            yield tally
