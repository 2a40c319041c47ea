"""For all tests: no animations, and nothing of the developer's own machine."""

import os
from pathlib import Path

import hypothesis
import pytest

# The suite draws the same examples each time, so that a change is judged by what it changed;
# G221_DRAW=random looks for what nobody drew yet.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None, database=None)
hypothesis.settings.register_profile("random", deadline=None, database=None)
hypothesis.settings.load_profile(os.environ.get("G221_DRAW", "same"))

# Read by Textual when it is imported: a picture must not catch a scroll half-way.
os.environ["TEXTUAL_ANIMATIONS"] = "none"


@pytest.fixture(autouse=True)
def far_from_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Give the test a home of its own, with no file and no settings of g221."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.setenv("G221_FILE", str(home / "g221" / "case.json"))
    monkeypatch.setenv("G221_CONFIG", str(home / "g221-config"))
    for name in ("NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    return home
