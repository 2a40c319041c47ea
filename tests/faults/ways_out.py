"""Row 13, the terminal: the dashboard is ended at random moments, in every way there is."""

import json
import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import NamedTuple

from faults.runner import BUG
from faults.terminal import Terminal, g221
from g221_tui.clock import FixedClock
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.store.repository import Repository

DAY = date(2026, 12, 12)
"""The day of the demo: 47 of 60."""
GONE_WITHIN = 5.0
"""Seconds in which the program must be gone; on a free machine it takes two at most."""
LOADING = 1.2
"""Seconds from the start within which the early moments lie."""
ACTING = 0.5
"""Seconds after the last key within which the late moments lie."""

AT_ONCE = 2
"""How many dashboards are open at once."""
STOPPED = "a stopped program"

SITUATIONS: dict[str, str] = {
    "the dashboard": "",
    "a dialog": "l",
    "the palette": "\x10",
    "a toast": "u",
    "a change being saved": " y",
    "typing": "l\tA note that is being typed",
    "keys held down": "jk" * 200,
    STOPPED: "",
}
"""What the user was doing, as the keys that lead there."""


CLOSED = ("closing the terminal", "closing a terminal without SIGHUP")
SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")
WAYS = (*CLOSED, *SIGNALS)
"""The ways to end it."""


def closed_at_random_moments(folder: Path, times: int, seed: int | None = None) -> list[str]:
    """Start the dashboard so many times and end it at a random moment; what went wrong, in lines.

    Each time the process must be gone within seconds, the file whole, and a terminal that lives
    as it was before.

    Args:
        folder: An empty folder to work in.
        times: How many moments.
        seed: Repeats a run; none means another one each time.
    """
    chance = random.Random(seed)
    moments = [_Moment.drawn(n, folder, chance) for n in range(times)]
    with ThreadPoolExecutor(AT_ONCE) as pool:  # much of each is waiting
        found = zip(moments, pool.map(_ended, moments), strict=True)
        return [f"{moment}: {wrong}" for moment, failures in found for wrong in failures]


class _Moment(NamedTuple):
    """When and how the dashboard is ended."""

    file: Path
    way: str
    what: str | None
    """The situation; none while the program starts."""
    delay: float
    """Seconds after that."""

    @classmethod
    def drawn(cls, n: int, folder: Path, chance: random.Random) -> "_Moment":
        """The n-th one: one in three while the program starts, the others once it stands."""
        what = None if n % 3 == 2 else chance.choice(list(SITUATIONS))
        delay = chance.uniform(0, LOADING if what is None else ACTING)
        return cls(folder / f"case-{n}.json", WAYS[n % len(WAYS)], what, delay)

    def __str__(self) -> str:
        return f"{self.way}, {self.what or 'starting'}, after {self.delay:.3f} s"


def _ended(moment: _Moment) -> list[str]:
    """One moment: what went wrong."""
    file, way, what, delay = moment
    write_demo(Repository(file, FixedClock(DAY)), load_rules(None), DAY)
    terminal = Terminal(
        *g221("--file", str(file), "--today", DAY.isoformat()),
        ignoring=signal.SIGHUP if way == CLOSED[1] else None,
    )
    try:
        if what is not None:
            terminal.until("Day 47 of 60")
            terminal.rest(0.05)
            terminal.send(SITUATIONS[what])
        end = time.monotonic() + delay
        while (left := end - time.monotonic()) > 0:
            terminal.read(left)
        if what == STOPPED:
            terminal.stop()
        if way in CLOSED:
            terminal.close()
        else:
            terminal.process.send_signal(signal.Signals[way])
        if what == STOPPED:  # as a shell does for a job that it ends
            terminal.process.send_signal(signal.SIGCONT)
        if way == "SIGINT" and what is None and terminal.ended(GONE_WITHIN) is None:
            # Python loses one that comes while it starts itself: a person would press again.
            terminal.process.send_signal(signal.SIGINT)
        return [*_left(terminal, way, starting=what is None), *_harm(file)]
    except TimeoutError as error:
        return [str(error)]
    finally:
        terminal.kill()


def _left(terminal: Terminal, way: str, *, starting: bool) -> list[str]:
    """What is wrong with the process and its terminal."""
    number = signal.SIGHUP if way in CLOSED else signal.Signals[way]
    code = terminal.ended(GONE_WITHIN)
    if code is None:
        return [f"still there after {GONE_WITHIN:g} s: {terminal.where()}"]
    # With 1 Python itself was interrupted, before it came to the program, or the program found no
    # terminal any more, and nobody to print the plain status for.
    lost = number == signal.SIGINT and "KeyboardInterrupt" in terminal.output
    early = code == 1 and starting and (lost or way == CLOSED[1])
    wrong = [] if early or code in (-number, 128 + number) else [f"exit code {code}"]
    if not early:
        wrong += [f"it says {words!r}" for words in ("Traceback", BUG) if words in terminal.output]
    return wrong if way in CLOSED else [*wrong, *terminal.left()]


def _harm(file: Path) -> list[str]:
    """What is wrong with the file."""
    try:
        json.loads(file.read_bytes())
    except ValueError as error:
        return [f"the file is not whole: {error}"]
    return [str(problem) for problem in Repository(file, FixedClock(DAY)).load().problems]
