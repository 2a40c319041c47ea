"""NO_COLOR in a real terminal: no colour is sent, and one still sees where one is."""

import re
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

pytestmark = pytest.mark.promise(19)

RENDITIONS = re.compile(r"\x1b\[([0-9;:]*)m")
NO_COLOUR = {"", "0", "1", "2", "3", "4", "7"}
"""What may be sent: reset, bold, dim, italic, underlined, reversed."""


@pytest.mark.parametrize("words", [(), ("status",)], ids=["dashboard", "status"])
def test_no_colour_is_sent_and_the_cursor_can_be_seen(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = tmp_path / "case.json"
    write_demo(Repository(file, FixedClock(DAY)), load_rules(None), DAY)
    given = g221("--file", str(file), "--today", DAY.isoformat(), *words)
    terminal = Terminal(*given, env={"NO_COLOR": "1", "COLORTERM": "truecolor"})
    try:
        terminal.until("Day 47 of 60")
        if not words:
            terminal.rest()
            assert re.search(r"\x1b\[1;7m[^\x1b]*Org chart", terminal.output)
            terminal.send("l")
            terminal.until("Log a contact")
            terminal.rest()
            terminal.send("\x1b")
            terminal.rest(0.3)
            terminal.send("q")
        assert terminal.ended(5) == 0
    finally:
        terminal.kill()
    sent = {part for found in RENDITIONS.findall(terminal.output) for part in found.split(";")}
    assert sent
    assert sent <= NO_COLOUR
