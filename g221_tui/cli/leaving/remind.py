"""The command `remind`: says what is due and was not said before, and is silent otherwise."""

import os
import shutil
import subprocess
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from g221_tui.cli import text
from g221_tui.config import config_path
from g221_tui.core.text.lookup import known
from g221_tui.core.text.sanitize import clean
from g221_tui.errors import Refused, StoreError
from g221_tui.output.schedule import PLACES, SCHEDULES
from g221_tui.rules.outgoing import load_outgoing
from g221_tui.service.reader import Reader
from g221_tui.service.reminders import Reminders
from g221_tui.store.own_files.memory import REMINDERS, Memory, forgotten

AGAIN = "What was said before could not be read: all that is due is said once more."
PATIENCE = 10.0
"""How many seconds the desktop may take to show a line."""
SCRIPT = ("on run argv", 'display notification (item 1 of argv) with title "g221"', "end run")
"""What has macOS show a line; the line is an argument, so no word of it is a command."""


def remind(reader: Reader, arguments: Namespace) -> int:
    """Say what is due, a line each; remembered once it was said."""
    if arguments.schedule is not None:
        return _schedule(reader, arguments)
    reminders = Reminders(reader, Memory(config_path() / REMINDERS))
    with reminders.alone():
        told = reminders.due(arguments.case)
        if not told.readable:
            text.talk(AGAIN)
        lines = [clean(line) for line in told.lines]
        for line in lines:
            text.data(line)
        text.deliver()
        if arguments.notify and lines and (problem := notify(lines)):
            text.talk(problem)
        try:
            reminders.remember(told)
        except StoreError as error:
            text.talk(clean(forgotten(error, "What was said")))
            return 1
    return 0


def notify(lines: Sequence[str]) -> str:
    """Show each line on the desktop; what could not be done, in a sentence."""
    command = _notifier()
    if command is None:
        return "There is no notify-send or osascript here: the lines stand on the screen alone."
    for line in lines:
        try:
            done = subprocess.run([*command, line], capture_output=True, timeout=PATIENCE)
        except (OSError, subprocess.TimeoutExpired) as problem:
            why = type(problem).__name__
        else:
            if done.returncode == 0:
                continue
            why = f"it ended with {done.returncode}"
        return f"The desktop did not show it ({Path(command[0]).name}: {why})."
    return ""


def _notifier() -> list[str] | None:
    """The command that shows a line on the desktop, the line left out; none where there is none."""
    if program := shutil.which("notify-send"):
        return [program, "--app-name=g221", "--", "g221"]
    if program := shutil.which("osascript"):
        return [program, *(word for line in SCRIPT for word in ("-e", line))]
    return None


def _schedule(reader: Reader, arguments: Namespace) -> int:
    """Print what starts it once a day, and say where that goes."""
    name = known(arguments.schedule, SCHEDULES, "schedule")
    words = _words(reader, arguments)
    if any(not word.isprintable() for word in words):
        raise Refused("A path with a line break or a control character can stand in no schedule.")
    text.data(SCHEDULES[name](words, load_outgoing().reminders.hour))
    text.talk(PLACES[name])
    return 0


def _words(reader: Reader, arguments: Namespace) -> list[str]:
    """The command with every path in full: a schedule starts in another place."""
    words = []
    if any(os.environ.get(name) for name in ("G221_CONFIG", "XDG_CONFIG_HOME")):
        words = ["/usr/bin/env", f"G221_CONFIG={config_path().absolute()}"]
    words += [*_program(), "--file", str(reader.repository.path.absolute())]
    if arguments.case is not None:
        words += ["--case", arguments.case]
    return [*words, "remind", *(["--notify"] if arguments.notify else [])]


def _program() -> list[str]:
    """How this program is started."""
    own = Path(sys.argv[0])
    if own.name.partition(".")[0] == "g221" and own.is_file():
        return [str(own.absolute())]
    return [sys.executable, "-m", "g221_tui"]
