"""The terminal cursor stands on the row in focus, where screen readers and braille follow it."""

import os
import random
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from textual.color import Color

from faults.terminal import Terminal, g221
from g221_tui.clock import FixedClock
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.store.repository import Repository
from g221_tui.ui import theme
from ui.conftest import DAY

KEYS = {
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pagedown": "\x1b[6~",
    "j": "j",
    "k": "k",
}
"""Keys that move, and what a terminal sends for each."""
MANY = int(os.environ.get("G221_KEYS", "60"))
"""So many are struck; the long form takes 2000."""
SIZE = (80, 24)


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """The dashboard on a demo, in the usual dark theme."""
    file = tmp_path / "case.json"
    write_demo(Repository(file, FixedClock(DAY)), load_rules(None), DAY)
    words = g221("--file", str(file), "--today", DAY.isoformat())
    return Terminal(
        *words, size=SIZE, env={"XDG_STATE_HOME": str(tmp_path), "COLORTERM": "truecolor"}
    )


def selected() -> tuple[int, ...]:
    """The ground of the row in focus."""
    dark = next(each for each in theme.themes() if each.name == theme.DARK_NAME)
    return Color.parse(dark.variables["selected"]).rgb


def test_after_each_key_the_cursor_stands_on_the_row_in_focus(terminal: Terminal) -> None:
    chance, ground, missed = random.Random(11), selected(), []
    try:
        terminal.until("Day 47 of 60")
        terminal.rest(0.4)
        for number in range(MANY):
            name = chance.choice(list(KEYS))
            terminal.send(KEYS[name])
            terminal.rest(0.06)
            column, row = terminal.cursor()
            cells = terminal.grounds(*SIZE)[row]
            if cells[column] != ground:
                terminal.rest(0.5)  # a busy machine may pause for longer than a rest
                column, row = terminal.cursor()
                cells = terminal.grounds(*SIZE)[row]
            if cells[column] != ground:
                missed.append((number, name, row, terminal.picture(*SIZE)[row]))
        assert missed == []
        terminal.send("q")
        assert terminal.ended(5) == 0
    finally:
        terminal.kill()
