"""Row 19 in a real terminal: any size from 40x12 up works; a smaller one says so and quits."""

import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from faults.terminal import PATIENCE, Terminal, g221
from g221_tui.clock import FixedClock
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.store.repository import Repository
from ui.conftest import DAY

pytestmark = pytest.mark.promise(19)

STORM = ((10, 3), (200, 60), (39, 11), (120, 40), (1, 1), (40, 12), (60, 100))
"""Sizes that a window takes in quick succession."""


@pytest.fixture
def words(tmp_path: Path) -> tuple[str, ...]:
    """The command line that opens the dashboard on a demo of its own."""
    file = tmp_path / "case.json"
    write_demo(Repository(file, FixedClock(DAY)), load_rules(None), DAY)
    return g221("--file", str(file), "--today", DAY.isoformat())


def shown(terminal: Terminal, columns: int, rows: int) -> str:
    """The whole window as one line of text."""
    return " ".join(" ".join(terminal.picture(columns, rows)).split())


@pytest.mark.parametrize("size", [(39, 40), (20, 5)])
def test_begun_in_a_tiny_window_it_says_so_and_draws_once_there_is_room(
    words: tuple[str, ...], size: tuple[int, int]
) -> None:
    terminal = Terminal(*words, size=size)
    try:
        terminal.until("Too")
        terminal.rest()
        assert "Too small a window: g221 needs 40 columns and 12 rows. q quits." in shown(
            terminal, *size
        )
        terminal.resize(40, 12)
        terminal.until("Day 47 of 60")
        terminal.rest()
        assert "Too small" not in shown(terminal, 40, 12)
        terminal.resize(*size)
        terminal.rest()
        assert "Too small" in shown(terminal, *size)
        terminal.send("q")
        assert terminal.ended(5) == 0
        assert terminal.left() == []
    finally:
        terminal.kill()


def test_after_a_storm_of_sizes_a_dialog_and_what_lies_under_it_are_whole(
    words: tuple[str, ...],
) -> None:
    calm, stormy = Terminal(*words), Terminal(*words)
    try:
        for terminal in (calm, stormy):
            terminal.until("Day 47 of 60")
            terminal.send("l")
            terminal.until("Log a contact")
            terminal.rest()
        for n in range(40):
            stormy.resize(*STORM[n % len(STORM)])
            stormy.read(0.01)
        stormy.resize(80, 24)
        for terminal in (calm, stormy):
            terminal.rest(0.4)
        end = time.monotonic() + PATIENCE  # a busy machine may pause for longer than a rest
        while stormy.picture(80, 24) != calm.picture(80, 24) and time.monotonic() < end:
            calm.read(0.1)
            stormy.read(0.1)
        assert stormy.picture(80, 24) == calm.picture(80, 24)
        stormy.send("\x1b")
        stormy.rest(0.3)
        stormy.send("q")
        assert stormy.ended(5) == 0
        assert stormy.left() == []
    finally:
        calm.kill()
        stormy.kill()
