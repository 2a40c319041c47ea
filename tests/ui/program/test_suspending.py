"""Ctrl+z in a shell with job control: the shell goes on, and fg brings the dashboard back."""

import os
import shutil
import sys
from pathlib import Path

import pexpect
import pytest
from textual.widgets import TextArea

from g221_tui.clock import FixedClock
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.store.repository import Repository
from ui.conftest import DAY, Opener
from ui.program.test_terminal import start

BASH = shutil.which("bash")
LINE = "{python} -m g221_tui --file {file} --today {day}"


def demo(folder: Path) -> Path:
    """A file with a case."""
    file = folder / "case.json"
    write_demo(Repository(file, FixedClock(DAY)), load_rules(None), DAY)
    return file


@pytest.mark.skipif(BASH is None, reason="there is no bash")
@pytest.mark.parametrize("opened", ["", "?"], ids=["dashboard", "sheet"])
def test_the_shell_goes_on_and_fg_brings_the_dashboard_back(tmp_path: Path, opened: str) -> None:
    file = demo(tmp_path)
    shell = pexpect.spawn(
        str(BASH),
        ["--norc", "--noprofile", "-i"],
        env={**os.environ, "TERM": "xterm-256color", "PS1": "SHELL> "},
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=20,
    )
    shell.expect("SHELL> ")
    shell.sendline(LINE.format(python=sys.executable, file=file, day=DAY.isoformat()))
    shell.expect("Day 47 of 60")
    if opened:
        shell.send(opened)
        shell.expect("In dialogs|Everything stays in one file")
    shell.send("\x1a")
    shell.expect("Stopped")
    shell.sendline("echo still $((20 + 2)) here")
    shell.expect("still 22 here")
    shell.sendline("fg")
    shell.expect("Everything stays in one file" if opened else "Day 47 of 60")
    shell.send("\x11")
    shell.expect("SHELL> ")
    shell.sendline("echo code $?")
    shell.expect("code 0")
    shell.sendline("exit")
    shell.expect(pexpect.EOF)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_where_no_shell_could_wake_it_nothing_happens(tmp_path: Path) -> None:
    child = start(demo(tmp_path))
    child.expect("Day 47 of 60")
    child.send("\x1a")
    child.send("?")
    child.expect("Everything stays in one file")
    child.send("\x11")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


async def test_within_a_text_it_undoes_typing(window: Opener) -> None:
    async with window() as w:
        await w.press("a")
        await w.dialog("DocumentDialog")
        area = w.app.screen.query_one("#f-name TextArea", TextArea)
        w.app.screen.set_focus(area)
        await w.press(*"ab", "ctrl+z")
        assert area.text == ""
