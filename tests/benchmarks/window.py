"""A program in a pseudo-terminal, measured from outside as a terminal sees it.

What a terminal is asked is answered at once, so that no program waits for it. A screen is settled
when nothing was written for `QUIET` seconds and nothing was done; what is measured ends with the
last byte before that.
"""

import codecs
import contextlib
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

if sys.platform != "win32":
    import termios

QUIET = 0.12
"""Seconds without a byte after which a screen is settled."""
STILL = 0.004
"""Seconds of the processor that a program at rest may take meanwhile."""
PATIENCE = 90.0
"""Seconds to wait for a screen of a busy machine."""
LEAVING = 10.0
"""Seconds to wait for a program that was told to end."""
FRAME = "\x1b[?2026h"
"""What a frame begins with."""
ANSWERS = (
    ("\x1b[?2026$p", b"\x1b[?2026;2$y"),
    ("\x1b[?2048$p", b"\x1b[?2048;0$y"),
    ("\x1b[?u", b"\x1b[?0u"),
    ("\x1b[c", b"\x1b[?62;22c"),
)
"""What a program may ask, and what a terminal answers."""
LONGEST = 16
"""More signs than a question has."""
CONTROL = re.compile(r"\x1b(?:\[[0-9;:?<>=$]*[a-zA-Z]|\][^\x07\x1b]*(?:\x07|\x1b\\))")
"""A control sequence: nothing of it is seen."""


class Took(NamedTuple):
    """What a key took."""

    seconds: float
    """From the key to the last byte of the settled screen; 0 where nothing was written."""
    size: int
    """Bytes that were written."""
    frames: int
    cpu: float
    """Seconds of the processor, all threads."""


class Window:
    """One program in one terminal of its own."""

    def __init__(
        self, words: Sequence[str], env: Mapping[str, str], size: tuple[int, int] = (120, 40)
    ) -> None:
        self.output = ""
        """All that was written so far."""
        self.bytes = 0
        """How much that is."""
        self.last = 0.0
        """When the last byte came."""
        self.closed = False
        """Whether the program has let go of the terminal."""
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._asked = 0
        self.begun = time.perf_counter()
        """When it was started."""
        self.master, slave = os.openpty()
        columns, rows = size
        termios.tcsetwinsize(slave, (rows, columns))
        # Not os.forkpty: a process with threads, such as that of the tests, must not fork.
        self._run = subprocess.Popen(
            words, stdin=slave, stdout=slave, stderr=slave, env=dict(env), start_new_session=True
        )
        self.pid = self._run.pid
        os.close(slave)

    def read(self, seconds: float) -> bool:
        """Take what is written within so many seconds; whether there was any."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            chunk = os.read(self.master, 1 << 16)
        except OSError:
            chunk = b""
        if not chunk:
            self.closed = True
            return False
        self.last = time.perf_counter()
        self.bytes += len(chunk)
        self.output += self._decode(chunk)
        self._answer()
        return True

    def _answer(self) -> None:
        fresh, done = self.output[self._asked :], 0
        for asked, answer in ANSWERS:
            at = fresh.find(asked)
            if at >= 0:
                os.write(self.master, answer)
                done = max(done, at + len(asked))
        # Nothing is answered twice, and the end may be half a question.
        self._asked = max(self._asked + done, len(self.output) - LONGEST)

    def until(self, words: str) -> float:
        """Wait until these words stand on the screen; the seconds since the start.

        Raises:
            TimeoutError: They did not come.
        """
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            if words in CONTROL.sub("", self.output):
                return self.last - self.begun
            if self.closed:
                break
            self.read(0.5)
        raise TimeoutError(f"no {words!r} in {CONTROL.sub('', self.output)[-1500:]!r}")

    def settle(self, most: float = 20.0) -> float:
        """Wait until it writes nothing and does nothing; the seconds from the start to the last."""
        end, before = time.perf_counter() + most, self.cpu()
        while time.perf_counter() < end:
            quiet = not self.read(QUIET)
            now = self.cpu()
            if self.closed or (quiet and now - before < STILL):
                break
            before = now
        return self.last - self.begun

    def press(self, key: str, patience: float = 5.0) -> Took:
        """Press a key and wait until its screen is settled."""
        size, start, cpu, sent = self.bytes, len(self.output), self.cpu(), time.perf_counter()
        os.write(self.master, key.encode())
        answered = self.read(patience)
        self.settle()
        took = self.last - sent if answered else 0.0
        return Took(
            seconds=took,
            size=self.bytes - size,
            frames=self.output.count(FRAME, start),
            cpu=self.cpu() - cpu,
        )

    def idle(self, seconds: float) -> Took:
        """Leave it alone for so long."""
        size, start, cpu = self.bytes, len(self.output), self.cpu()
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)
        frames = self.output.count(FRAME, start)
        return Took(seconds, self.bytes - size, frames, self.cpu() - cpu)

    def cpu(self) -> float:
        """The processor's seconds of all its threads so far."""
        # The clock of another process (clock_getcpuclockid); a process that ended has none.
        clock = (~self.pid << 3) | 2
        try:
            return time.clock_gettime(clock)
        except OSError:
            return 0.0

    def memory(self) -> float:
        """Its peak of memory so far in MB; 0 where the system does not tell it."""
        try:
            text = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        except OSError:
            return 0.0
        # Not the ru_maxrss of its end, which counts what this process held as it began.
        found = re.search(r"VmHWM:\s+([0-9]+) kB", text)
        return int(found[1]) / 1024 if found else 0.0

    def end(self, key: str = "\x11") -> float:
        """Leave by a key; the processor's seconds of the whole run.

        A program that does not end is killed.
        """
        with contextlib.suppress(OSError):
            os.write(self.master, key.encode())
        end = time.perf_counter() + LEAVING
        while True:
            self.read(0.01)
            pid, status, used = os.wait4(self.pid, os.WNOHANG)
            if pid:
                self._run.returncode = os.waitstatus_to_exitcode(status)
                break
            if time.perf_counter() > end:
                os.kill(self.pid, signal.SIGKILL)
                end += LEAVING
        os.close(self.master)
        return used.ru_utime + used.ru_stime
