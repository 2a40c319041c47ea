"""Commands as whole processes, by the processor's time, beside bare imports."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from benchmarks.files import Size
from benchmarks.measure import Measure
from benchmarks.place import Place, program

FLOOR = ("-c", "import argparse, tinydb, arrow")
"""What a command can't do without."""
READING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"status": ("status",), "next": ("next",)}
)
"""Commands that write nothing."""
LOG = ("log", "ceac", "--status", "Refused")
"""One that does, durably."""
SIZES = ("60 records", "10,000 records")
LIMITS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"status": (1.1, 3), "next": (1.1, 3), "log": (1.7, 5)}
)
"""At the two sizes, as a ratio to the floor."""


def commands(place: Place, rounds: int) -> Iterator[Measure]:
    """Each command at both sizes."""
    ours: dict[tuple[str, str], list[float]] = defaultdict(list)
    floor: dict[tuple[str, str], list[float]] = defaultdict(list)
    if place.whole:
        place.cpu(*FLOOR)  # so that the system has read all that is loaded, and it is compiled
        took_at(place, place.size(SIZES[0]))
    for _ in range(rounds):
        for size in place.some(SIZES):
            bare = place.cpu(*FLOOR)
            for name, took in took_at(place, place.size(size)).items():
                ours[name, size].append(took)
                floor[name, size].append(bare)
    for name, size in ours:
        limit = LIMITS[name][SIZES.index(size)]
        found = (tuple(ours[name, size]), tuple(floor[name, size]))
        yield Measure("commands", f"{name}, {size}: CPU", *found, limit)


def took_at(place: Place, size: Size) -> dict[str, float]:
    """The processor's seconds of each command over a file of this size."""
    path = place.file(size)
    found = {name: place.cpu(*program(path, *words)) for name, words in READING.items()}
    return {**found, "log": place.cpu(*program(place.copy(size), *LOG))}
