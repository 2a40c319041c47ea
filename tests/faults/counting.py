"""A plugin of pytest that writes down how the tests of promises ended, a test a line.

It is loaded in every process of a run, and writes where the tests are reported: in the first.
"""

import json
import os
from pathlib import Path

import pytest

KEPT = "G221_COUNTS"
"""The environment variable that names the file."""
PROPERTY = "promise"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Note with each test which promises it shows: reports carry it from process to process."""
    for item in items:
        rows = {n for mark in item.iter_markers("promise") for n in mark.args}
        item.user_properties += [(PROPERTY, row) for row in sorted(rows)]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Write it down."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    rows = [row for name, row in report.user_properties if name == PROPERTY]
    if rows and (report.failed or (report.when == "call" and report.passed)):
        with Path(os.environ[KEPT]).open("a", encoding="utf-8") as file:
            file.write(json.dumps([rows, report.nodeid, report.passed]) + "\n")
