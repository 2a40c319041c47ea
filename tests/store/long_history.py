"""Files with so many changes that the earlier part of their history lies in blocks."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from g221_tui.clock import FixedClock
from g221_tui.packed_history import BLOCK, PLAIN
from g221_tui.rules import load_rules
from g221_tui.service.tracker import Tracker
from g221_tui.store.repository import Repository
from store.kit import TODAY, add, start

MANY = BLOCK + PLAIN
"""So many changes are the fewest of which some are packed."""


def lived_in(path: Path, changes: int = MANY - 1) -> Repository:
    """A case that was begun, and so many contacts, each a change of its own."""
    store = start(path)
    with store.transaction() as change:
        for number in range(changes):
            add(change, f"note {number}")
    return store


def tables(path: Path) -> Any:
    """What lies in the file."""
    return json.loads(path.read_bytes())


def edit(path: Path, change: Callable[[Any], object]) -> None:
    """Changes the file's JSON as an editor would."""
    whole = tables(path)
    change(whole)
    path.write_text(json.dumps(whole, indent=2) + "\n")


def tracker(path: Path) -> Tracker:
    """The program."""
    return Tracker(Repository(path, FixedClock(TODAY)), load_rules(None), FixedClock(TODAY))
