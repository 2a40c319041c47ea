"""Other processes at work on the file while a dashboard is open."""

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from g221_tui.clock import FixedClock
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from g221_tui.ui.app import G221App
from ui.conftest import DAY, Window


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
from g221_tui.core.edits.contacts import LogContact
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository

file, name, each, day = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
clock = FixedClock(date.fromisoformat(day))
tracker = Tracker(Repository(file, clock), load_rules(None), clock)
for n in range(each):
    tracker.apply(LogContact(channel="ceac", note=f"{name}-{n}"))
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


async def crowd(w: Window, processes: int, each: int) -> None:
    """So many processes log so many contacts each; this window shows all without a key."""
    logged = await logging(w.file, processes, each)

    def there() -> bool:
        view = w.board.session.view
        shown = {contact.note for contact in view.case.contacts} if view is not None else set()
        drawn = {row.record for row in w.board.snapshot.timeline} if w.board.snapshot else set()
        ids = {contact.id for contact in view.case.contacts} if view is not None else set()
        return set(logged) <= shown and ids <= drawn

    await w.until(there, f"all of {len(logged)}")
    case = w.case
    assert len({contact.id for contact in case.contacts}) == len(case.contacts)
    assert set(logged) <= {contact.note for contact in case.contacts}


def many(folder: Path, processes: int, each: int) -> None:
    """The same at any size, for the long run.

    Raises:
        AssertionError: something that was logged is not shown, or not in the file.
    """
    file = folder / "case.json"
    clock, rules = FixedClock(DAY), load_rules(None)
    write_demo(Repository(file, clock), rules, DAY)

    async def watch() -> None:
        app = G221App(Tracker(Repository(file, clock), rules, clock))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await crowd(Window(app, pilot, file), processes, each)

    asyncio.run(watch())
