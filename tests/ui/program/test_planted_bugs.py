"""Row 20 in a real terminal: whatever part of the dashboard fails, it is told the same way."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from faults.terminal import Terminal
from g221_tui.clock import FixedClock
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.store.repository import Repository
from ui.conftest import DAY

pytestmark = pytest.mark.promise(20)

SECRET = "Zebedee Quux X9876543"
"""What the error's own words hold."""

PROGRAM = """
import asyncio, sys
from textual import work
from g221_tui.cli.main import main
from g221_tui.ui.screens.dashboard import Dashboard
from g221_tui.ui.screens.dialogs.log_contact import LogDialog
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.panes.documents import DocumentsPane
from g221_tui.ui.widgets.panes.pane import Pane
from g221_tui.service.tracker import Tracker

def fail(*args, **options):
    name, number = {secret!r}, args
    raise RuntimeError(name + repr(number))

async def fail_later(*args, **options):
    await asyncio.sleep(0)
    fail(*args)

{planted}
sys.exit(main(["--file", sys.argv[1], "--today", "2026-12-12"]))
"""
"""The program with a bug in it."""

BUGS = {
    "a key handler": ("Dashboard.action_do = fail", "?"),
    "a message handler": ("Pane.opened = fail", "\r"),
    "a worker": ("Dashboard.action_do = work(fail_later)", "?"),
    "a worker in a thread": ("Dashboard.action_do = work(thread=True)(fail)", "?"),
    "a change in its thread": ("Tracker.apply = fail", " y"),
    "a timer": ("Session.changed_outside = fail", ""),
    "the compose of a dialog": ("LogDialog.compose = fail", "l"),
    "the render of a widget": ("DocumentsPane.render_line = fail", ""),
}
"""Each kind of part: how it is made to fail, and the keys that lead there."""


@pytest.mark.parametrize("part", BUGS)
def test_a_bug_is_one_line_after_the_terminal_is_restored_and_the_file_is_as_it_was(
    tmp_path: Path, far_from_home: Path, part: str
) -> None:
    file = tmp_path / "case.json"
    write_demo(Repository(file, FixedClock(DAY)), load_rules(None), DAY)
    kept = file.read_bytes()
    planted, keys = BUGS[part]
    code = PROGRAM.format(secret=SECRET, planted=planted)
    terminal = Terminal(sys.executable, "-c", code, str(file))
    try:
        if keys:
            terminal.until("Day 47 of 60")
            terminal.rest(0.1)
            terminal.send(keys[0])
            if keys[1:]:
                terminal.rest(0.3)
                terminal.send(keys[1:])
        assert terminal.ended(10) == 1
        assert terminal.left() == []
    finally:
        terminal.kill()
    after = terminal.output[terminal.output.rfind("\x1b[?1049l") :]
    assert after.count("g221 has a bug (RuntimeError") == 1
    assert "Traceback" not in after
    log = next(far_from_home.rglob("fault.log"))
    words = log.read_text(encoding="utf-8")
    assert "builtins.RuntimeError" in words
    for private in (*SECRET.split(), "Asha Example", "2026299", "Mumbai"):
        assert private not in words
        assert private not in after
    assert log.stat().st_mode & 0o777 == 0o600
    assert file.read_bytes() == kept
