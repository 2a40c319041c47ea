"""The oldest versions that are declared are those that `.ci/run` tests."""

import re
import tomllib
from pathlib import Path

TOP = Path(__file__).parents[1]


def test_the_declared_floors_are_the_versions_that_are_tested() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    floors = dict(re.split(r">=|,", each)[:2] for each in project["dependencies"])
    text = (TOP / "tests" / "constraints-oldest.txt").read_text(encoding="utf-8")
    pins = dict(line.split("==") for line in text.splitlines() if "==" in line)
    assert pins == floors
