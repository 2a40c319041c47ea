"""Rows 14 and 15: the dashboard on a file in which any field may hold anything.

Another program writes the file while the dashboard is open, and keys are pressed on what it shows.
"""

import asyncio
import json
import random
from collections.abc import Iterator
from pathlib import Path

from textual.pilot import Pilot

from faults.any_values import Tables, drawn
from faults.hostile import ACTED_UPON
from faults.machine import TODAY, tracker
from faults.parts.part import Tally, scaled
from faults.runner import at_home
from g221_tui.demo import write_demo
from g221_tui.rules import load_rules
from g221_tui.store import codec
from g221_tui.ui.app import G221App
from store.kit import repository

WINDOWS = 60
"""How many dashboards are opened."""
WRITES = 6
"""How often another program writes the file of each."""
KEYS = (
    *("down", "up", "tab", "enter", "escape", "escape", "l", "e", "a", "c", "t", "r", "s", "h"),
    *("m", "n", "w", "x", "y", "u", "space", "equals_sign", "question_mark", "left_square_bracket"),
    *("0", "1", "2", "3", "end", "home", "pagedown", "slash", "ctrl+p", "b", "i"),
)
PRESSES = 6
"""How many keys are pressed after each write."""
SIZES = ((80, 24), (120, 40), (40, 12), (200, 60))


def open_window(folder: Path, share: float) -> Iterator[Tally]:
    """A file drawn anew under an open dashboard, again and again."""
    total = scaled(WINDOWS, share)
    name = "a file in which any field may hold anything, written under the open dashboard"
    tally = Tally(name, 15, 14, planned=total * WRITES)
    yield tally
    with at_home(folder):
        first = folder / "first.json"
        write_demo(repository(first), load_rules(None), TODAY)
        tables: Tables = json.loads(first.read_bytes())
        for n in range(total):
            path = folder / f"{n}.json"
            path.write_bytes(codec.encode(drawn(tally.chance, tables)))
            try:
                asyncio.run(used(tally, path, tables))
            except Exception as error:  # the app raises as it ends what no key's try has seen
                tally.fail(f"window {n}: {error!r}")


async def used(tally: Tally, path: Path, tables: Tables) -> None:
    """One dashboard: each writing with the keys after it is a try."""
    app = G221App(tracker(path))
    async with app.run_test(size=tally.chance.choice(SIZES), notifications=True) as pilot:
        for _ in range(WRITES):
            path.write_bytes(codec.encode(drawn(tally.chance, tables)))
            pressed: list[str] = []
            with tally.attempt(pressed):
                await _looked_at(tally.chance, app, pilot, pressed)
            if not app.is_running:
                return


async def _looked_at(
    chance: random.Random, app: G221App, pilot: Pilot[None], pressed: list[str]
) -> None:
    """The dashboard notices what was written, and takes some keys on it."""
    board = app.screen_stack[0]
    board.look_outside()  # type: ignore[attr-defined]  # what it does each second
    await pilot.pause()
    harmless(app)
    for _ in range(PRESSES):
        key = chance.choice(KEYS)
        pressed.append(key)
        await pilot.press(key)
        harmless(app)
    for _ in range(4):
        await pilot.press("escape")
    assert app.is_running, "it ended"
    assert app.return_code in (None, 0), "it ended with a bug"


def harmless(app: G221App) -> None:
    """No sign of a control, none that hides or turns, is drawn."""
    found = ACTED_UPON.search(app.export_screenshot())
    assert found is None, ascii(found)
