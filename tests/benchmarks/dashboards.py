"""The dashboard beside a bare Textual app with the same rows, each in a terminal of its own."""

import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from benchmarks.files import MARK, NAMED, Size
from benchmarks.measure import Measure, percentile
from benchmarks.place import Place, program
from benchmarks.window import Took, Window

DOWN, UP = "\x1b[B", "\x1b[A"
LIMITS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "60 records": {"wall": 1.35, "cpu": 1.25, "memory": 1.25},
        "10,000 records": {"wall": 1.5, "cpu": 1.5, "memory": 2.0},
        "3,000 documents": {"wall": 1.5, "cpu": 1.5},
        "500 cases": {"wall": 1.6, "cpu": 1.6, "memory": 2.5},
    }
)
"""What a dashboard may cost to open, as a ratio to the floor."""
P50, P95, BYTES, IDLE = 0.8, 1.0, 0.4, 1.75
"""The limits of a key: half of them, nearly all, its bytes; and of the processor at rest."""
LETTER = 0.1
"""Seconds of the processor for a letter of the filter."""
DIALOG = 1.5
"""How much longer a dialog may take with many cases."""
DIALOGS: Mapping[str, str] = MappingProxyType(
    {
        "log a contact": "l",
        "record an event": "e",
        "add documents": "a",
        "add a deadline": "t",
        "new case": "n",
        "facts of the case": "f",
        "undo": "u",
        "the road": "r",
        "the calendar": "w",
        "help": "?",
        "the board of cases": "s",
        "the row": "\r",
    }
)
"""What opens, by its key."""
MANY, FEW = Size(cases=500), Size()
"""The files of the dialogs."""
WORDS = "let"
"""What is typed into the filter."""


class Seen(NamedTuple):
    """What one run of a dashboard took."""

    wall: float
    """Seconds until its title stood and the screen was settled."""
    cpu: float
    """Seconds of the processor until then."""
    keys: tuple[Took, ...]
    idle: Took
    memory: float
    """Its peak, in MB."""


def opened(words: Sequence[str], env: Mapping[str, str]) -> tuple[Window, float, float]:
    """Open a dashboard; the window, and the seconds until it was settled: wall and processor."""
    window = Window([sys.executable, *words], env)
    window.until(MARK)
    wall = window.settle()
    return window, wall, window.cpu()


def seen(words: Sequence[str], place: Place) -> Seen:
    """Open a dashboard, press keys, leave it alone, and leave."""
    window, wall, cpu = opened(words, place.env)
    keys = [window.press(DOWN if n % 6 < 4 else UP) for n in range(place.keys)]
    idle = window.idle(place.idle)
    memory = window.memory()
    window.end()
    return Seen(wall, cpu, tuple(keys), idle, memory)


def warm(place: Place) -> None:
    """Open both once, so that what they load lies in the memory of the system."""
    for words in (place.product("60 records"), place.bare("60 records")):
        window, _, _ = opened(words, place.env)
        window.end()


def ready(place: Place, rounds: int) -> Iterator[Measure]:
    """Opening, keys, rest and memory, at every size."""
    floors: dict[str, list[Seen]] = defaultdict(list)
    ours: dict[str, list[Seen]] = defaultdict(list)
    sizes = place.some(NAMED)
    if place.whole:
        warm(place)
    for _ in range(rounds):
        for name in sizes:
            ours[name].append(seen(place.product(name), place))
            floors[name].append(seen(place.bare(name), place))
    for name in sizes:
        yield from _told(name, ours[name], floors[name])


def _told(name: str, ours: Sequence[Seen], floor: Sequence[Seen]) -> Iterator[Measure]:
    """The measures of one size."""
    limits = LIMITS[name]

    def one(group: str, title: str, field: str, unit: str = "s") -> Measure:
        figures = [tuple(float(getattr(run, field)) for run in runs) for runs in (ours, floor)]
        return Measure(group, title, figures[0], figures[1], limits.get(field), unit)

    yield one("ready", f"dashboard ready, {name}: wall", "wall")
    yield one("ready", f"dashboard ready, {name}: CPU", "cpu")
    yield one("memory", f"peak memory, {name}", "memory", "MB")
    for share, limit in ((0.5, P50), (0.95, P95)):
        figures = [tuple(_slow(run.keys, share) for run in runs) for runs in (ours, floor)]
        title = f"key to settled screen, {name}: p{share * 100:.0f}"
        yield Measure("keys", title, figures[0], figures[1], limit)
    sizes = [tuple(_mean([t.size for t in run.keys]) for run in runs) for runs in (ours, floor)]
    yield Measure("keys", f"bytes a cursor key, {name}", sizes[0], sizes[1], BYTES, "bytes")
    frames = tuple(_mean([t.frames for t in run.keys]) for run in ours)
    yield Measure("keys", f"frames a cursor key, {name}", frames, (), 1, "")
    still = tuple(float(run.idle.frames) for run in ours)
    yield Measure("idle", f"frames at rest, {name}", still, (), 0, "")
    rest = [tuple(run.idle.cpu for run in runs) for runs in (ours, floor)]
    yield Measure("idle", f"CPU at rest, {name}", rest[0], rest[1], IDLE)


def _slow(keys: Sequence[Took], share: float) -> float:
    return percentile([took.seconds for took in keys], share)


def _mean(figures: Sequence[int]) -> float:
    return statistics.fmean(figures)


def letters(place: Place, rounds: int) -> Iterator[Measure]:
    """A letter of the filter over many rows: the slowest letter of each round."""
    took: list[float] = []
    for _ in range(rounds):
        window, _, _ = opened(place.product("10,000 records"), place.env)
        window.press("/")
        took.append(max(window.press(letter).cpu for letter in WORDS))
        window.end()
    yield Measure("filter", "letter of the filter, 10,000 rows: CPU", tuple(took), (), LETTER)


def dialogs(place: Place, rounds: int) -> Iterator[Measure]:
    """Each dialog and the board, with many cases beside few records."""
    many: dict[str, list[float]] = defaultdict(list)
    few: dict[str, list[float]] = defaultdict(list)
    names = place.some(DIALOGS)
    for _ in range(rounds):
        for size, found in ((place.part(MANY), many), (place.part(FEW), few)):
            window, _, _ = opened(program(place.file(size)), place.env)
            for name in names:
                found[name].append(window.press(DIALOGS[name]).cpu)
                window.press("\x1b")
            window.end()
    for name in names:
        title = f"{name}, 500 cases to 60 records"
        yield Measure("dialogs", title, tuple(many[name]), tuple(few[name]), DIALOG)
