"""A program in a pseudo-terminal of its own: type, read, send signals, hang up.

The terminal's modes are followed as the program switches them, so that a test can ask whether the
terminal is as it was.
"""

import contextlib
import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from codecs import getincrementaldecoder
from collections.abc import Mapping
from pathlib import Path

if sys.platform != "win32":
    import fcntl
    import termios

ROOT = Path(__file__).parents[2]
"""Where the package lies."""
LEFT_ON = ("1049", "1000", "1002", "1003", "1006", "1015", "1016", "2004", "1004", "2048")
"""Modes that a program must leave off: alternate screen, mouse, paste and focus reports."""
PIECES = re.compile(r"(\x1b(?:\[[0-9;?<>$]*[a-zA-Z]|\][^\x07]*\x07))|(.)", re.DOTALL)
"""What a program writes: control sequences and signs, the latter one cell wide here."""
AT_HOME = """
import fcntl, os, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
for each in (signal.SIGHUP, signal.SIGINT):
    signal.signal(each, signal.SIG_DFL)
if number := int(sys.argv[1]):
    signal.signal(number, signal.SIG_IGN)
os.set_inheritable(int(sys.argv[2]), False)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Makes the terminal the program's own, lets it hear all signals but one, and closes a pipe.

Whoever runs the tests may have SIGHUP or SIGINT ignored: nohup does, and a job in the background.
"""
OURS = {"TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}
"""What the environment of a program holds unless it is told otherwise."""
PATIENCE = 20.0
"""Seconds to wait for words on the screen of a busy machine."""
LOOK = 0.001
"""Seconds between two looks at a program that ends."""


def _bare() -> dict[str, str]:
    """This process's environment without the size that readline may have put there."""
    return {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}


class Window:
    """What a terminal shows: signs, the grounds behind them, and where the cursor is."""

    def __init__(self) -> None:
        self.row = self.column = 0
        """Where the cursor is, from 0."""
        self.signs: dict[tuple[int, int], str] = {}
        """The sign of each cell that was written to, by its row and column."""
        self.grounds: dict[tuple[int, int], tuple[int, ...] | None] = {}
        """The colour behind it; none for the usual one."""
        self._ground: tuple[int, ...] | None = None
        self._done = 0

    def draw(self, output: str) -> None:
        """Draw what is new of everything that was written."""
        end = len(output)
        last = output.rfind("\x1b", self._done)
        if last >= 0 and not PIECES.match(output, last)[1]:  # type: ignore[index] # any sign matches
            end = last  # the rest of that control sequence is still to come
        for control, sign in PIECES.findall(output, self._done, end):
            if place := re.fullmatch(r"\x1b\[([0-9]+);([0-9]+)H", control):
                self.row, self.column = int(place[1]) - 1, int(place[2]) - 1
            elif control.endswith("m"):
                found = re.search(r"48;2;([0-9]+);([0-9]+);([0-9]+)", control)
                self._ground = tuple(map(int, found.groups())) if found else None
            elif sign == "\r":
                self.column = 0
            elif sign == "\n":
                self.row += 1
            elif sign:
                self.signs[self.row, self.column] = sign
                self.grounds[self.row, self.column] = self._ground
                self.column += 1
        self._done = end


class Terminal:
    """One program in one pseudo-terminal."""

    def __init__(
        self,
        *words: str,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        ignoring: signal.Signals | None = None,
    ) -> None:
        """Start it.

        Args:
            words: The command line.
            size: Columns and rows.
            env: What differs in its environment; an empty `TERM` is set as such.
            ignoring: A signal that whoever started it has ignored, as nohup does.
        """
        self.master, slave = os.openpty()
        self.resize(*size, tell=False)
        self.before = termios.tcgetattr(slave)
        """The terminal's settings before the program began."""

        begun, begins = os.pipe()
        home = (sys.executable, "-I", "-S", "-c", AT_HOME, str(int(ignoring or 0)), str(begins))
        self.process = subprocess.Popen(
            [*home, *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**_bare(), **OURS, **(env or {})},
            start_new_session=True,
            pass_fds=(begins,),
        )
        os.close(begins)
        os.read(begun, 1)  # what happens to the terminal from here on, happens to the program
        os.close(begun)
        self.slave: int | None = slave
        """Our own handle of the terminal's other end; it keeps the terminal alive."""
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self.output = ""
        """Everything the program wrote so far."""

        self._window = Window()

    def read(self, seconds: float = 0.0) -> bool:
        """Take what it wrote, waiting so long for some; whether there was any."""
        found = False
        while select.select([self.master], [], [], 0 if found else seconds)[0]:
            try:
                chunk = os.read(self.master, 65536)
            except OSError:
                return found
            if not chunk:
                return found
            self.output += self._decode(chunk)
            found = True
        return found

    def until(self, words: str, start: int = 0) -> None:
        """Wait until these words were written, after the first `start` signs.

        Raises:
            TimeoutError: They were not.
        """
        end = time.monotonic() + PATIENCE
        while words not in self.output[start:]:
            if time.monotonic() > end:
                raise TimeoutError(f"no {words!r} in {self.output[start:][-2000:]!r}")
            if not self.read(0.05) and self.process.poll() is not None:
                raise TimeoutError(f"ended without {words!r}: {self.output[start:][-2000:]!r}")

    def rest(self, quiet: float = 0.15) -> None:
        """Wait until nothing was written for so many seconds."""
        while self.read(quiet):
            pass

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self.master, keys.encode())

    def stop(self) -> None:
        """Suspend it, and wait until it is.

        Raises:
            TimeoutError: It goes on.
        """
        self.process.send_signal(signal.SIGTSTP)
        self.stopped()

    def stopped(self) -> None:
        """Wait until it is suspended.

        Raises:
            TimeoutError: It goes on.
        """
        looking = os.WSTOPPED | os.WEXITED | os.WNOWAIT | os.WNOHANG
        end = time.monotonic() + PATIENCE
        while os.waitid(os.P_PID, self.process.pid, looking) is None:
            if time.monotonic() > end:
                raise TimeoutError(f"not stopped: {self.where()}")
            self.read(LOOK)

    def where(self) -> str:
        """Where a program of Python that hangs has come to, as it says itself; it ends by that."""
        start = len(self.output)
        self.process.send_signal(signal.SIGABRT)
        self.ended(1)
        return self.output[start:][-2000:]

    def resize(self, columns: int, rows: int, *, tell: bool = True) -> None:
        """Give the window another size, of which the program hears."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if tell:
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(signal.SIGWINCH)

    def close(self) -> None:
        """Hang up: the terminal is gone, as when its window is closed."""
        if self.slave is not None:
            os.close(self.slave)
            os.close(self.master)
            self.slave = None

    def ended(self, seconds: float, *, reading: bool = True) -> int | None:
        """Its exit code, once it has ended; none when it has not within so many seconds.

        Args:
            seconds: How long to wait.
            reading: Whether what it draws is taken meanwhile, as a terminal does.
        """
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            if time.monotonic() > end:
                return None
            if self.slave is None or not reading or not self.read(0.02):
                time.sleep(LOOK)
        if self.slave is not None and reading:
            self.read()
        return self.process.returncode

    def kill(self) -> None:
        """End it for sure, and hang up."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.close()

    def picture(self, columns: int, rows: int) -> list[str]:
        """The rows of a window as they stand now, drawn from all that was written."""
        cells = self._drawn().signs
        lines = ("".join(cells.get((row, at), " ") for at in range(columns)) for row in range(rows))
        return [line.rstrip() for line in lines]

    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor now, from 0."""
        window = self._drawn()
        return window.column, window.row

    def grounds(self, columns: int, rows: int) -> list[list[tuple[int, ...] | None]]:
        """The colour of the ground of each cell now, as it was sent; none for the usual one."""
        cells = self._drawn().grounds
        return [[cells.get((row, at)) for at in range(columns)] for row in range(rows)]

    def _drawn(self) -> "Window":
        """The window, what was written since it was last asked for drawn too."""
        self._window.draw(self.output)
        return self._window

    def settings_are_back(self) -> bool:
        """Whether echo, lines and signals are set as before, in a terminal that lives."""
        return self.slave is None or termios.tcgetattr(self.slave) == self.before

    def left(self) -> list[str]:
        """What the program left changed in a terminal that lives; empty where all is as it was."""
        modes: dict[str, str] = {}
        for numbers, switch in re.findall(r"\x1b\[\?([0-9;]+)([hl])", self.output):
            modes.update(dict.fromkeys(numbers.split(";"), switch))
        wrong = [f"mode {mode} is on" for mode in LEFT_ON if modes.get(mode) == "h"]
        if modes.get("25") == "l":
            wrong.append("the cursor is hidden")
        if modes.get("7") == "l":
            wrong.append("lines do not wrap")
        if (
            self.output.count("\x1b[>") > self.output.count("\x1b[<u")
            and "\x1b[>25u" in self.output
        ):
            wrong.append("the keyboard protocol is on")
        if not self.settings_are_back():
            wrong.append("the settings (echo, lines, signals) are not those of before")
        return wrong


def g221(*words: str) -> tuple[str, ...]:
    """The command line of the program with these words."""
    return (sys.executable, "-m", "g221_tui", *words)
