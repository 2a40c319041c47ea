"""The user's own editor has the last word on a letter; in a real terminal."""

import shutil
import sys
from pathlib import Path

import pexpect
import pytest

from g221_tui.clock import FixedClock
from g221_tui.core.edits.facts import SetFacts
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from ui.conftest import DAY, Opener
from ui.letters.kit import FACTS, NOW, know, letter
from ui.program.test_terminal import restored, spawn

IN_A_TERMINAL = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")


@pytest.mark.parametrize(
    ("editor", "why"),
    [
        ("", "! There is no editor: set EDITOR before g221, for example EDITOR=nano."),
        ("'", "! EDITOR is ''', which can't be read"),
        ("true", "! The terminal can't be given to an editor here."),
    ],
)
async def test_without_an_editor_or_a_terminal_one_plain_line_says_so(
    window: Opener, monkeypatch: pytest.MonkeyPatch, editor: str, why: str
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    monkeypatch.delenv("VISUAL", raising=False)
    async with window(day=NOW) as w:
        know(w)
        await letter(w)
        await w.press("e")
        await w.sees(why)
        await w.press("y")
        assert "Applicant: Ada Example" in w.app.clipboard


def script(folder: Path, *lines: str) -> str:
    """An editor of these lines of sh; $1 is the file."""
    path = folder / "my editor"
    path.write_text("\n".join(("#!/bin/sh", *lines, "")))
    path.chmod(0o700)
    return f"'{path}'"


def opened(folder: Path, editor: str) -> "pexpect.spawn[str]":
    """The dashboard with the letter to the post in front."""
    file = folder / "case.json"
    rules = load_rules(None)
    write_demo(Repository(file, FixedClock(DAY)), rules, DAY)
    tracker = Tracker(Repository(file, FixedClock(NOW)), rules, FixedClock(NOW))
    tracker.apply(SetFacts(values=FACTS), case="1")
    words = ["-m", "g221_tui", "--file", str(file), "--today", NOW.isoformat(), "--case", "1"]
    child = spawn(*words, EDITOR=editor, VISUAL="", G221_CONFIG=str(folder))
    child.expect("Day 206")
    child.send("3")
    child.send("j")
    child.send("j")
    child.send("p")
    child.expect("E-mail to the post: a question")
    return child


def left(child: "pexpect.spawn[str]") -> None:
    """Leave the dashboard with a clean end."""
    child.send("\x11")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


@IN_A_TERMINAL
def test_what_was_edited_is_what_is_logged(tmp_path: Path) -> None:
    changed = f"{tmp_path}/changed"
    editor = script(
        tmp_path,
        'echo "THE EDITOR HAS IT"',
        "sed -e 's/^Subject: .*/Subject: My own subject/' -e '$ a In my words.'"
        f' "$1" > {changed}',
        f'cat {changed} > "$1"',
    )
    child = opened(tmp_path, editor)
    seen: list[str] = []
    child.logfile_read = type("Log", (), {"write": seen.append, "flush": lambda self: None})()
    child.send("e")
    child.expect("THE EDITOR HAS IT")
    child.expect("In your own words now")
    child.expect("My own subject")
    child.send("l")
    child.expect("Logged: E-mail")
    left(child)
    (case, *_) = Repository(tmp_path / "case.json", FixedClock(NOW)).load().cases
    note = case.contacts[-1].note
    assert note.startswith("My own subject\n\nTo the visa section")
    assert note.endswith("In my words.")
    restored("".join(seen))


@IN_A_TERMINAL
def test_own_words_are_given_up_only_when_that_is_meant(tmp_path: Path) -> None:
    child = opened(tmp_path, script(tmp_path, 'echo "In my words." >> "$1"'))
    child.send("e")
    child.expect("In your own words now")
    child.send("\x1b")
    child.expect("Give up what you have written here")
    for _ in range(20):  # a question takes no key that was struck before it could be read
        child.send("y")
        if not child.expect(["Day 206", pexpect.TIMEOUT], timeout=1):
            break
    left(child)


@IN_A_TERMINAL
@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("exit 3",), "ended with 3"),
        ((': > "$1"',), "Nothing was left of the text"),
        (('rm "$1"',), "could not be used"),
        (("printf '\\377' > \"$1\"",), "could not be used"),
        (("true",), "came back with the same words"),
    ],
)
def test_an_editor_that_fails_leaves_the_letter_as_it_was(
    tmp_path: Path, lines: tuple[str, ...], why: str
) -> None:
    child = opened(tmp_path, script(tmp_path, *lines))
    child.send("e")
    child.expect(why)
    child.send("l")
    child.expect("Logged: E-mail")
    left(child)
    (case, *_) = Repository(tmp_path / "case.json", FixedClock(NOW)).load().cases
    assert "Applicant: Ada Example" in case.contacts[-1].note


@IN_A_TERMINAL
def test_ctrl_c_in_the_editor_leaves_the_dashboard_alone(tmp_path: Path) -> None:
    # Not two commands: a shell can miss the signal in the moment before it starts the second.
    waits = "import time; print('EDITOR IS HERE', flush=True); time.sleep(30)"
    child = opened(tmp_path, script(tmp_path, f'exec "{sys.executable}" -c "{waits}"'))
    child.send("e")
    child.expect("EDITOR IS HERE")
    child.sendintr()
    child.expect("ended with")
    child.send("l")
    child.expect("Logged: E-mail")
    left(child)


@IN_A_TERMINAL
@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_ctrl_z_in_the_editor_stops_all_of_it_and_fg_goes_on(tmp_path: Path) -> None:
    editor = script(tmp_path, "echo EDITOR IS HERE", "read word", 'echo "$word" >> "$1"')
    file = tmp_path / "case.json"
    rules = load_rules(None)
    write_demo(Repository(file, FixedClock(DAY)), rules, DAY)
    Tracker(Repository(file, FixedClock(NOW)), rules, FixedClock(NOW)).apply(
        SetFacts(values=FACTS), case="1"
    )
    shell = pexpect.spawn(
        str(shutil.which("bash")),
        ["--norc", "--noprofile", "-i"],
        env={"PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8", "PS1": "SHELL> "}
        | {"EDITOR": editor, "HOME": str(tmp_path), "G221_CONFIG": str(tmp_path)},
        cwd=str(Path(__file__).parents[3]),
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=20,
    )
    shell.expect("SHELL> ")
    shell.sendline(f"{sys.executable} -m g221_tui --file {file} --today {NOW} --case 1")
    shell.expect("Day 206")
    shell.send("3jjp")
    shell.expect("E-mail to the post: a question")
    shell.send("e")
    shell.expect("EDITOR IS HERE")
    shell.send("\x1a")
    shell.expect("Stopped")
    shell.sendline("echo still $((20 + 2)) here")
    shell.expect("still 22 here")
    shell.sendline("fg")
    shell.sendline("Words after the stop.")
    shell.expect("In your own words now")
    shell.send("l")
    shell.expect("Logged: E-mail")
    shell.send("\x11")
    shell.expect("SHELL> ")
    shell.sendline("exit")
    shell.expect(pexpect.EOF)
