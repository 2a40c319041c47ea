"""The ways out that nobody pressed a key for: signals, and a terminal that is gone.

Textual listens to no signal, and it waits for ever on a terminal that takes nothing any more. So
each way out has two steps: the app is asked to leave in good order, and after a moment of grace
the terminal is restored from here and the process ends. That is safe at any time, since a save is
done or not done.
"""

import asyncio
import os
import select
import signal
import termios
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from textual.app import App

SIGNALLED = 128
"""A shell expects this plus the number of the signal that ended a program."""
HUNG_UP = SIGNALLED + signal.SIGHUP
"""The exit code where the terminal is gone."""
GRACE = 1.5
"""Seconds the app has to leave by itself."""
LOOK = 1000
"""Milliseconds between two looks at whether the dashboard is over."""
STREAMS = (0, 2)
"""Textual reads keys from the one and draws on the other."""

MODES_OFF = (
    "\x1b[?2004l\x1b[?7h\x1b[?2048l"  # paste reports, lines wrap, size reports
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # the mouse
    "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"  # keyboard, alternate screen, cursor, focus reports
)
"""Takes back all that Textual switches on."""
PIXELS_OFF = "\x1b[?1016l"
"""Textual leaves the mouse reports in pixels on, in the terminals that it knows to have them."""

Handler = Callable[[int, FrameType | None], object]


class Leaving:
    """Listens for what ends the dashboard from outside; one for each process, to its end."""

    def __init__(self, app: App[None], loop: asyncio.AbstractEventLoop) -> None:
        """Look at the terminal as it is.

        Raises:
            OSError: There is none any more; `termios.error` says the same.
        """
        self.app = app
        self.loop = loop
        self.code = 0
        """The exit code, once the app was asked to leave."""
        self._over = threading.Event()
        self._terminal = os.ttyname(STREAMS[1])
        self._settings = termios.tcgetattr(STREAMS[1])
        self._stopped = False
        self._stands = False

    def listen(self) -> None:
        """Begin; from now on no signal ends the process without restoring the terminal."""
        signal.signal(signal.SIGALRM, self._end)
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, self._asked)
        threading.Thread(target=self._watch, name="hang-up", daemon=True).start()

    def _asked(self, number: int, frame: FrameType | None = None) -> None:
        """A signal: ask the app to leave, and give it a moment.

        This runs even while the app waits on a terminal that takes nothing; the loop does not.
        """
        if self.code:
            return
        self.code = SIGNALLED + number
        signal.setitimer(signal.ITIMER_REAL, GRACE)
        if self._stands:  # a screen that is half put up can't be left in good order
            with suppress(RuntimeError):  # the loop is closed: the program is ending already
                self.loop.call_soon_threadsafe(self.app.exit, None, self.code)

    def left(self) -> int:
        """The app was left: the exit code, 0 where nothing from outside ended it."""
        self._over.set()
        self._restore(PIXELS_OFF)
        return self.code

    def _end(self, number: int, frame: FrameType | None = None) -> None:
        """The moment is over: put the terminal right, and go."""
        self._restore(MODES_OFF)
        os._exit(self.code)

    def _restore(self, modes: str) -> None:
        """Put the settings back, and these modes, as far as the terminal is there and ours."""
        with suppress(OSError, termios.error):
            # Another handle of the terminal: one that is stuck must not hold us too.
            handle = os.open(self._terminal, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
            if os.tcgetpgrp(handle) == os.getpgrp():  # else it is another program's by now
                termios.tcsetattr(handle, termios.TCSANOW, self._settings)
                os.write(handle, modes.encode())
            os.close(handle)

    def _watch(self) -> None:
        """Notice a terminal that is gone, of which not every process gets a signal."""
        terminal = select.poll()
        for stream in STREAMS:
            terminal.register(stream, 0)  # the end is told in any case
        while not self._over.is_set():
            for _, event in terminal.poll(LOOK):
                if event & select.POLLHUP:
                    os.kill(os.getpid(), signal.SIGHUP)
                return  # anything else says that this system can't watch a terminal

    def ready(self) -> None:
        """The screen stands: leave if that was asked already.

        From now on ours come before the handlers of stop and continue, which Textual has set.
        """
        self._stands = True
        if self.code:
            self.app.exit(return_code=self.code)
        stop, go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
        if callable(stop) and callable(go_on):
            signal.signal(signal.SIGTSTP, self._stop(stop))
            signal.signal(signal.SIGCONT, self._go_on(go_on))

    def _stop(self, stop: Handler) -> Handler:
        def now(number: int) -> None:
            if not self.code:
                self._stopped = True
                stop(number, None)

        return self._between(now)

    def _go_on(self, go_on: Handler) -> Handler:
        """Textual takes the terminal even if it has it already, and leaves it blank."""

        def now(number: int) -> None:
            if self._stopped:
                self._stopped = False
                go_on(number, None)
            self.app.refresh()

        return self._between(now)

    def _between(self, now: Callable[[int], None]) -> Handler:
        """Do it between two steps of the loop.

        In the middle of one the app may hold the lock on what it draws, for which Textual's
        handlers would wait for ever.
        """

        def asked(number: int, frame: FrameType | None) -> None:
            with suppress(RuntimeError):  # the loop is closed
                self.loop.call_soon_threadsafe(now, number)

        return asked
