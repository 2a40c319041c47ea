"""Row 13: signals at random moments of the command line and of the dashboard."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect

from faults.parts.part import Tally, scaled
from faults.runner import BUG
from faults.ways_out import closed_at_random_moments
from g221_tui.clock import FixedClock
from g221_tui.config import state_path
from g221_tui.crash_report import LOG
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from store.kit import ROOT, TODAY, left_over, log, notes, repository, start

MOMENTS = 200
"""How often each signal is sent to a command."""
ENDINGS = 300
"""How often a dashboard is ended by its terminal or a signal."""
LEAST = 20
"""The same in the short form: 60 moments in all."""
WINDOWS = 60
"""How often each is sent to a dashboard."""
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")

COMMAND = (sys.executable, "-m", "g221_tui", "log", "ceac", "--anyway")
"""The command that is interrupted."""
KEYS = (" ", "j", "k", "\t", "\r", "y", "u", "l", "e", "a", "c", "?", "\x1b", "x", "\x12", "[", "0")
"""What is pressed in the dashboard while the signal comes."""
LONGEST = 4.0
"""Seconds a dashboard runs at most before it is ended."""
PATIENCE = 20
"""Seconds within which a dashboard is gone, also on a busy machine."""
NO_SIGNALS = "signals of another kind"


def ways_out(folder: Path, share: float) -> Iterator[Tally]:
    """A dashboard that loses its terminal or is signalled, and what it leaves behind."""
    total = scaled(ENDINGS, share, 12)
    name = "dashboard ended at a random moment: file whole, terminal as before"
    tally = Tally(name, 19, 13, planned=total)
    yield tally
    if sys.platform == "win32":
        tally.skipped = NO_SIGNALS
    else:
        for wrong in closed_at_random_moments(folder, total, 221):
            tally.fail(wrong)
        tally.tries = total


def commands(folder: Path, share: float) -> Iterator[Tally]:
    """Each signal at random moments of a command."""
    moments = scaled(MOMENTS, share, LEAST)
    tally = Tally("SIGINT, SIGTERM or SIGHUP at a random moment of a command", 13)
    tally.planned = len(SIGNALS) * (moments + 1)
    yield tally
    if sys.platform == "win32":
        tally.skipped = NO_SIGNALS
    else:
        _heard()
        for name in SIGNALS:
            interrupted(tally, folder / name / "case.json", name, moments)


def interrupted(tally: Tally, path: Path, name: str, moments: int) -> None:
    """One signal, so many times, at moments within the length of the command."""
    number = int(getattr(signal, name))
    log(start(path), "kept")
    acknowledged = ["kept"]
    seconds = 0.5
    for n in range(moments):
        with tally.attempt(name):
            began = time.monotonic()
            process = subprocess.Popen(
                [*COMMAND, "--note", f"n{n}", "--file", str(path)],
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stderr=subprocess.PIPE,
            )
            time.sleep(tally.chance.uniform(0, seconds))
            process.send_signal(number)
            _, said = process.communicate(timeout=60)
            # With 1 Python itself was interrupted, before it came to the program.
            early = process.returncode == 1 and b"KeyboardInterrupt" in said
            assert early or process.returncode in (0, 130, -number), (process.returncode, said)
            if process.returncode == 0:
                # It was done before the signal came: send the next ones sooner.
                seconds = max(0.1, time.monotonic() - began)
                acknowledged.append(f"n{n}")
            saved = notes(repository(path))
            assert set(acknowledged) <= set(saved)
            assert len(saved) <= n + 2
            assert repository(path).load().problems == ()
    log(repository(path), "works at once")
    with tally.attempt("what is left over"):
        assert left_over(path) == []


def windows(folder: Path, share: float) -> Iterator[Tally]:
    """Each signal at random moments of a dashboard that is being used."""
    total = scaled(WINDOWS * len(SIGNALS), share, len(SIGNALS))
    name = "SIGINT, SIGTERM or SIGHUP at a random moment of a dashboard in use"
    tally = Tally(name, 13, planned=total)
    yield tally
    if sys.platform == "win32":
        tally.skipped = NO_SIGNALS
    else:
        _heard()
        for n in range(total):
            name = SIGNALS[n % len(SIGNALS)]
            with tally.attempt((n, name)):
                _window(tally.chance, folder / str(n) / "case.json", name)


def _mistake() -> str:
    """Where a dashboard that ended with a mistake of its own had come to."""
    log = state_path() / LOG
    if not log.is_file():
        return ""
    text = log.read_text(encoding="utf-8")
    log.unlink()
    return text[-400:]


def _heard() -> None:
    """A job in the background of a shell hears no SIGINT, nor would what it starts.

    For SIGHUP it is the same under nohup: handled here, it is heard by what is started from here.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, lambda number, frame: None)


def _window(chance: random.Random, path: Path, name: str) -> None:
    number = int(getattr(signal, name))
    clock = FixedClock(TODAY)
    write_demo(repository(path), load_rules(None), TODAY)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "g221_tui", "--file", str(path), "--today", clock.today().isoformat()],
        env={**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)},
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=PATIENCE,
    )
    seen: list[str] = []
    try:
        end = time.monotonic() + chance.uniform(0, LONGEST)
        while (left := end - time.monotonic()) > 0:
            try:
                seen.append(child.read_nonblocking(65536, timeout=min(left, 0.05)))
            except pexpect.TIMEOUT:
                child.send(chance.choice(KEYS))
        child.kill(number)
        child.expect(pexpect.EOF)
        seen.append(child.before or "")
        child.close()
    finally:
        if child.isalive():
            child.kill(signal.SIGKILL)
            child.wait()
    last = _mistake() or "".join(seen)[-300:]
    ended = 128 + number if child.exitstatus is None else child.exitstatus
    assert ended in (0, 130, 128 + number) or (ended == 1 and number == signal.SIGINT), (
        ended,
        last,
    )
    assert child.signalstatus in (None, number), child.signalstatus
    assert BUG not in "".join(seen), last
    book = repository(path).load()
    assert book.problems == ()
    assert len(book.cases) >= 1
    log(repository(path), "works at once")
    assert [left for left in left_over(path) if left.endswith(".tmp")] == []
