"""The first screen is painted once: what follows it a moment later would stand before a key."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from faults.terminal import Terminal, g221
from g221_tui.clock import FixedClock
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.store.repository import Repository
from ui.conftest import DAY

TITLE = "Day 47 of 60"


def test_the_first_screen_is_painted_once(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    write_demo(Repository(file, FixedClock(DAY)), load_rules(None), DAY)
    words = g221("--file", str(file), "--today", DAY.isoformat())
    terminal = Terminal(*words, size=(120, 40), env={"XDG_STATE_HOME": str(tmp_path)})
    try:
        terminal.until(TITLE)
        terminal.rest(1.0)
        assert terminal.output.count(TITLE) == 1
        terminal.send("q")
        assert terminal.ended(5) == 0
    finally:
        terminal.kill()
