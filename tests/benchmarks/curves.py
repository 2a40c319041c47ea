"""How the costs grow with the records and with the cases."""

import statistics
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks import inside
from benchmarks.dashboards import opened
from benchmarks.files import Size
from benchmarks.place import Place, program
from benchmarks.processes import FLOOR, took_at

RECORDS = (10, 100, 1_000, 10_000)
"""In one case: seven in ten are contacts, two papers, one an event."""
CASES = (1, 10, 100, 500)
"""Each with eight contacts, the first with 60 records."""


def curves(place: Place, rounds: int) -> list[dict[str, Any]]:
    """Every panel of the picture."""
    records = [place.part(_records(count)) for count in RECORDS]
    cases = [place.part(Size(cases=count)) for count in CASES]
    inside.warm(place)
    by_records, by_cases = (RECORDS, "records in one case"), (CASES, "cases")
    return [
        _panel("Dashboard ready", *by_records, records, lambda s: _ready(place, s), rounds),
        _panel("Dashboard ready", *by_cases, cases, lambda s: _ready(place, s), rounds),
        _panel("Commands", *by_records, records, lambda s: _commands(place, s), rounds),
        _panel("Commands", *by_cases, cases, lambda s: _commands(place, s), rounds),
        _panel("A contact stored", *by_records, records, lambda s: _stored(place, s), rounds),
        _panel("A snapshot", *by_records, records, lambda s: _snapshot(place, s), rounds),
    ]


def _panel(
    title: str,
    points: Sequence[int],
    along: str,
    sizes: Sequence[Size],
    take: Callable[[Size], dict[str, float]],
    rounds: int,
) -> dict[str, Any]:
    """The medians of some rounds over the sizes, as lines by their names; milliseconds of CPU."""
    taken = [[take(size) for size in sizes] for _ in range(rounds)]
    lines = {
        name: [
            float(f"{1000 * statistics.median(round_[at][name] for round_ in taken):.4g}")
            for at in range(len(sizes))
        ]
        for name in taken[0][0]
    }
    return {"title": title, "along": along, "points": list(points), "lines": lines}


def _records(count: int) -> Size:
    return Size(contacts=count * 7 // 10, documents=count * 2 // 10, events=count // 10)


def _ready(place: Place, size: Size) -> dict[str, float]:
    found = {}
    for name, words in (
        ("g221", program(place.file(size))),
        ("bare Textual, same rows", place.bare_of(size)),
    ):
        window, _, found[name] = opened(words, place.env)
        window.end()
    return found


def _commands(place: Place, size: Size) -> dict[str, float]:
    took = took_at(place, size)
    named = {"log, durably": took["log"], "status": took["status"]}
    return {**named, "bare imports": place.cpu(*FLOOR)}


def _stored(place: Place, size: Size) -> dict[str, float]:
    ours, stock = inside.logged(place, size), inside.inserted(place, size)
    return {"g221, with history": ours, "stock TinyDB": stock}


def _snapshot(place: Place, size: Size) -> dict[str, float]:
    reader = place.reader(size)
    return {"g221": inside.snapshot_of(reader, reader.book())}
