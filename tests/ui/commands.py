"""Commands of other processes while a dashboard is open."""

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from ui.conftest import DAY


async def command(file: Path, *words: str) -> str:
    """Run one command in a process of its own, the dashboard going on; what it said."""
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "g221_tui", "--file", str(file), "--today", DAY.isoformat(), *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


LOGS = """
import sys
from datetime import date
from pathlib import Path
from g221_tui.clock import FixedClock
from g221_tui.rules import load_rules
from g221_tui.service import Tracker
from g221_tui.store.repository import Repository

file, name, each, day = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
clock = FixedClock(date.fromisoformat(day))
tracker = Tracker(Repository(file, clock), load_rules(None), clock)
for n in range(each):
    tracker.log("ceac", note=f"{name}-{n}")
"""
"""A process that logs contacts, one after the other."""


async def logging(file: Path, processes: int, each: int) -> Sequence[str]:
    """Have so many processes log so many contacts each, at once; the notes they logged."""
    names = [f"w{number}" for number in range(processes)]
    running = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", LOGS, str(file), name, str(each), DAY.isoformat()
        )
        for name in names
    ]
    assert [await process.wait() for process in running] == [0] * processes
    return [f"{name}-{n}" for name in names for n in range(each)]
