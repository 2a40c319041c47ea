"""What a very large file costs: the processor's seconds of some commands and of the dashboard.

`python tests/faults/growth.py` measures it and notes it in result.json, as the long run does.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from g221_tui.store import codec

RESULT = Path(__file__).parent / "result.json"
CONTACTS, CASES = 200_000, 5_000
TODAY = "2026-12-12"
REFUSED = date(2026, 10, 26)
DAYS = 47
"""Over how many days the contacts are spread."""

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "status": ("status",),
    "cases": ("cases",),
    "log": ("log", "ceac", "--status", "Refused"),
    "undo": ("undo",),
}
"""What is run, in this order."""
WINDOW = """
import asyncio, sys
from pathlib import Path
from faults.machine import tracker
from g221_tui.ui.app import G221App

async def opened():
    async with G221App(tracker(Path(sys.argv[1]))).run_test(size=(120, 40)) as pilot:
        await pilot.pause()

asyncio.run(opened())
"""


def measured(folder: Path, contacts: int = CONTACTS, cases: int = CASES) -> dict[str, object]:
    """The seconds of the processor that each took, and the size of the file.

    Args:
        folder: An empty folder.
        contacts: How many contacts the file holds, each with its entry in the history.
        cases: How many cases they belong to.
    """
    path = folder / "case.json"
    path.write_bytes(codec.encode(large(contacts, cases)))
    path.chmod(0o600)
    size = path.stat().st_size
    seconds = {"dashboard": _seconds("-c", WINDOW, str(path))}
    for name, words in COMMANDS.items():
        line = ("-m", "g221_tui", "--file", str(path), "--today", TODAY, *words)
        seconds[name] = _seconds(*line)
    return {"contacts": contacts, "cases": cases, "bytes": size, "seconds": seconds}


def large(contacts: int, cases: int) -> dict[str, dict[str, object]]:
    """The tables of a file of this size."""
    numbers = range(1, cases + 1)
    logged: dict[str, dict[str, object]] = {
        str(n): {
            "id": f"c-{n}",
            "entered_at": "2026-11-01T10:00:00Z",
            "case": str(n % cases + 1),
            "channel": "ceac" if n % 3 else "dos",
            "on": (REFUSED + timedelta(n % DAYS)).isoformat(),
            "status": "Refused",
            "note": f"look {n}",
        }
        for n in range(1, contacts + 1)
    }
    refused = {"kind": "refused_221g", "on": REFUSED.isoformat(), "asked": "no"}
    return {
        "meta": {"1": {"schema": 3, "current": "1"}},
        "cases": {str(n): {"id": str(n), "visa": "H-1B", "post": "Mumbai"} for n in numbers},
        "events": {str(n): {"id": f"e-{n}", "case": str(n), **refused} for n in numbers},
        "contacts": dict(logged),
        "history": {number: _entry(int(number), row) for number, row in logged.items()},
    }


def _entry(n: int, row: dict[str, object]) -> dict[str, object]:
    change = {"table": "contacts", "id": row["id"], "before": None, "after": row}
    moment = {"at": row["entered_at"], "on": row["on"], "place": n}
    return {"n": n, **moment, "sentence": "Logged: CEAC.", "changes": [change]}


def _seconds(*words: str) -> float:
    """The processor's seconds of a run of Python."""
    before = os.times()
    top = Path(__file__).parents[2]
    paths = os.pathsep.join((str(top), str(top / "tests")))
    env = {**os.environ, "PYTHONPATH": paths, "TEXTUAL_ANIMATIONS": "none"}
    subprocess.run([sys.executable, *words], check=True, capture_output=True, env=env)
    after = os.times()
    took = after.children_user + after.children_system
    return round(took - before.children_user - before.children_system, 1)


def said(growth: Mapping[str, object]) -> str:
    """The figures in a sentence."""
    seconds = growth["seconds"]
    assert isinstance(seconds, dict)
    told = ", ".join(f"{name} {took}" for name, took in seconds.items())
    size = int(str(growth["bytes"])) / 10**6
    return (
        f"All of the file is read at each command. With {growth['contacts']:,} contacts and their"
        f" history in {growth['cases']:,} cases ({size:.0f} MB) the processor's seconds are:"
        f" {told}."
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="g221-growth-") as place:
        found = measured(Path(place))
    whole = json.loads(RESULT.read_text(encoding="utf-8"))
    RESULT.write_text(json.dumps({**whole, "growth": found}, indent=2) + "\n", encoding="utf-8")
    print(said(found))
