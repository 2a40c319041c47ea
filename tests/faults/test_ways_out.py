"""Rows 13 and 19: the terminal closed, or a signal, at any moment: nothing stays, all is whole."""

import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from faults.runner import BUG
from faults.terminal import Terminal, g221
from faults.ways_out import DAY, GONE_WITHIN, closed_at_random_moments
from g221_tui.clock import FixedClock
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.store.repository import Repository

pytestmark = [pytest.mark.promise(13), pytest.mark.promise(19)]

MOMENTS = 12
"""How many random moments are tried here; the long run tries more."""

LOCKED = """
import os, queue, signal, sys
from g221_tui.cli.main import main
from g221_tui.ui.screens.dashboard import Dashboard

put, armed = queue.Queue.put, []

def put_and_stop(self, *args, **options):
    with self.mutex:
        if armed:
            armed.clear()
            os.kill(os.getpid(), signal.SIGTSTP)
    put(self, *args, **options)

queue.Queue.put = put_and_stop
do = Dashboard.action_do

async def action_do(self, name):
    if name == "help":
        armed.append(True)
    await do(self, name)

Dashboard.action_do = action_do
sys.exit(main(sys.argv[1:]))
"""
"""The program, stopped within the lock on what it draws, once help is asked for."""


@pytest.fixture
def words(tmp_path: Path) -> tuple[str, ...]:
    """The command line that opens the dashboard on a demo of its own."""
    file = tmp_path / "case.json"
    write_demo(Repository(file, FixedClock(DAY)), load_rules(None), DAY)
    return g221("--file", str(file), "--today", DAY.isoformat())


def test_at_random_moments_it_goes_and_leaves_all_whole(tmp_path: Path) -> None:
    assert closed_at_random_moments(tmp_path, MOMENTS) == []


@pytest.mark.parametrize("key", [" ", "l", "?", "\r", "\x10"])
def test_ended_while_a_dialog_is_being_put_up_it_reports_no_bug(
    words: tuple[str, ...], key: str
) -> None:
    for wait in (0.0, 0.02):
        terminal = Terminal(*words)
        try:
            terminal.until("Day 47 of 60")
            terminal.rest(0.05)
            terminal.send(key)
            terminal.ended(wait)
            terminal.process.send_signal(signal.SIGTERM)
            assert terminal.ended(GONE_WITHIN) == 128 + signal.SIGTERM
            assert BUG not in terminal.output
            assert terminal.left() == []
        finally:
            terminal.kill()


def test_a_terminal_that_goes_without_a_word_ends_it_with_a_dialog_open(
    words: tuple[str, ...],
) -> None:
    terminal = Terminal(*words, ignoring=signal.SIGHUP)
    try:
        terminal.until("Day 47 of 60")
        terminal.send("l")
        terminal.until("Log a contact")
        terminal.close()
        assert terminal.ended(GONE_WITHIN) == 128 + signal.SIGHUP
    finally:
        terminal.kill()


def test_a_terminal_that_takes_nothing_does_not_hold_it(words: tuple[str, ...]) -> None:
    terminal = Terminal(*words)
    try:
        terminal.until("Day 47 of 60")
        for _ in range(60):  # nobody reads what it draws
            terminal.send("\t")
            terminal.resize(120, 40)
            terminal.resize(80, 24)
            terminal.process.send_signal(signal.SIGWINCH)
        assert terminal.ended(0.5, reading=False) is None
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.ended(GONE_WITHIN, reading=False) == 128 + signal.SIGTERM
        assert terminal.settings_are_back()
    finally:
        terminal.kill()


def test_told_to_go_on_without_having_stopped_it_still_gives_the_terminal_back(
    words: tuple[str, ...],
) -> None:
    terminal = Terminal(*words)
    try:
        terminal.until("Day 47 of 60")
        terminal.rest()
        terminal.process.send_signal(signal.SIGCONT)
        terminal.rest()
        terminal.send("q")
        assert terminal.ended(GONE_WITHIN) == 0
        assert terminal.left() == []
    finally:
        terminal.kill()


def test_stopped_and_going_on_it_shows_the_whole_dashboard_again(words: tuple[str, ...]) -> None:
    terminal = Terminal(*words)
    try:
        terminal.until("Day 47 of 60")
        terminal.rest()
        terminal.stop()
        terminal.read()
        assert terminal.left() == []
        drawn = len(terminal.output)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.until("Day 47 of 60", drawn)
        terminal.send("q")
        assert terminal.ended(GONE_WITHIN) == 0
        assert terminal.left() == []
    finally:
        terminal.kill()


def test_stopped_while_it_holds_the_lock_on_what_it_draws_it_stops_and_goes_on(
    words: tuple[str, ...],
) -> None:
    terminal = Terminal(sys.executable, "-c", LOCKED, *words[3:])
    try:
        terminal.until("Day 47 of 60")
        terminal.rest()
        terminal.send("?")
        terminal.stopped()
        drawn = len(terminal.output)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.until("palette", drawn)
        terminal.send("\x1b")
        terminal.rest(0.6)
        terminal.send("q")
        assert terminal.ended(GONE_WITHIN) == 0
        assert terminal.left() == []
    finally:
        terminal.kill()


def test_in_a_terminal_that_reports_sizes_and_pixels_these_are_off_again(
    words: tuple[str, ...],
) -> None:
    terminal = Terminal(*words)
    try:
        terminal.until("\x1b[?2048$p")
        terminal.send("\x1b[?2048;2$y")
        terminal.until("\x1b[?1016h")
        terminal.until("Day 47 of 60")
        terminal.rest()
        terminal.send("q")
        assert terminal.ended(GONE_WITHIN) == 0
        assert terminal.left() == []
    finally:
        terminal.kill()
