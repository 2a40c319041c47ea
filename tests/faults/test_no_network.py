"""Row 17: no command opens a socket, asks for a name, or opens a browser."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import TODAY, Cli
from faults.commands import in_turn, words

pytestmark = pytest.mark.promise(17)

GUARD = """
import sys

def forbid(event, details):
    if event.startswith(("socket.", "webbrowser.", "urllib.", "http.", "ftplib.", "smtplib.")):
        sys.stderr.write(f"FORBIDDEN {event} {details}\\n")
        sys.stderr.flush()
        import os
        os._exit(99)

sys.addaudithook(forbid)
from g221_tui.cli.main import main
"""
"""Python tells of every socket that is made, whoever makes it."""


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Runs code under the guard, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", GUARD + code],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_command_opens_a_socket(filled: Cli) -> None:
    lines = [["--today", TODAY, "--case", "2", *words(filled, command)] for command in in_turn()]
    others = (["export", "ics"], ["export", "csv", "contacts"], ["remind", "--schedule", "cron"])
    lines[-1:-1] = [["--today", TODAY, *more] for more in ([], *others)]  # the last one wipes
    done = run(f"for words in {lines!r}:\n    assert main(words) == 0, words\nprint('ALL', 'DONE')")
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.endswith("ALL DONE\n")


@pytest.mark.parametrize("code", ["socket.socket()", "socket.getaddrinfo('localhost', 80)"])
def test_the_guard_sees_one(code: str) -> None:
    done = run(f"import socket; {code}")
    assert done.returncode == 99
    assert "FORBIDDEN" in done.stderr
