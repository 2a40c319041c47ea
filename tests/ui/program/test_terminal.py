"""In a real pseudo-terminal: start, act, quit; the terminal is as it was."""

import os
import signal
import sys
from pathlib import Path

import pexpect
import pytest

from g221_tui.clock import FixedClock
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.store.repository import Repository
from ui.conftest import DAY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")

ON_AND_OFF = (
    ("\x1b[?1049h", "\x1b[?1049l"),
    ("\x1b[?25l", "\x1b[?25h"),
    ("\x1b[?1000h", "\x1b[?1000l"),
)
"""Alternate screen, hidden cursor, mouse: switched on, then off."""


def restored(output: str) -> None:
    """Check that what was switched on was switched off."""
    for on, off in ON_AND_OFF:
        assert output.rfind(off) > output.rfind(on) >= 0, repr(on)


def spawn(*words: str, **more: str) -> "pexpect.spawn[str]":
    """Python in a terminal of 80 x 24."""
    env = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", **more}
    return pexpect.spawn(
        sys.executable, list(words), env=env, dimensions=(24, 80), encoding="utf-8", timeout=20
    )


def start(file: Path) -> "pexpect.spawn[str]":
    """The dashboard on a file."""
    return spawn("-m", "g221_tui", "--file", str(file), "--today", DAY.isoformat())


def listen(child: "pexpect.spawn[str]") -> list[str]:
    """Everything the program writes from now on."""
    seen: list[str] = []
    child.logfile_read = type("Log", (), {"write": seen.append, "flush": lambda self: None})()
    return seen


def test_a_whole_visit(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    write_demo(Repository(file, FixedClock(DAY)), load_rules(None), DAY)
    child = start(file)
    seen = listen(child)
    child.expect("Day 47 of 60")
    child.send(" ")
    child.expect("The set is complete today")
    child.send("y")
    child.expect("Documents 5/5")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    restored("".join(seen))
    papers = Repository(file, FixedClock(DAY)).load().cases[0].documents
    assert next(d for d in papers if d.name == "Org chart").course().submission == DAY


def test_no_file_asks_for_a_case_and_leaves_none_behind(tmp_path: Path) -> None:
    file = tmp_path / "none" / "case.json"
    child = start(file)
    child.expect("A new case")
    child.send("\x1b")
    child.expect("keeps track of a US visa case")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert not file.exists()


@pytest.mark.promise(19)
@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"TERM": "dumb"}, "TERM is 'dumb'"),
        ({"TERM": ""}, "TERM is not set"),
        ({"PYTHONIOENCODING": "ascii"}, "the encoding ascii has no signs for its frames"),
    ],
)
@pytest.mark.parametrize("words", [(), ("demo",)], ids=["case", "demo"])
def test_where_no_screen_can_be_drawn_the_plain_status_says_why(
    tmp_path: Path, more: dict[str, str], why: str, words: tuple[str, ...]
) -> None:
    file = tmp_path / "case.json"
    write_demo(Repository(file, FixedClock(DAY)), load_rules(None), DAY)
    child = spawn(
        *("-m", "g221_tui", "--file", str(file), "--today", DAY.isoformat(), *words), **more
    )
    seen = listen(child)
    child.expect(pexpect.EOF)
    child.close()
    output = "".join(seen)
    assert child.exitstatus == 0
    assert f"The dashboard can't be drawn here: {why}" in output
    assert "Day 47 of 60" in output
    assert "\x1b" not in output


@pytest.mark.promise(19)
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_leaves_the_terminal_whole(tmp_path: Path, name: str) -> None:
    number = signal.Signals[name]
    file = tmp_path / "case.json"
    write_demo(Repository(file, FixedClock(DAY)), load_rules(None), DAY)
    child = start(file)
    seen = listen(child)
    child.expect("Day 47 of 60")
    child.kill(number)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 128 + number
    restored("".join(seen))
