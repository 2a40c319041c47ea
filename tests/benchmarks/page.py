"""The page RESULTS.md, made from the result's JSON and from nothing else."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

TITLES: Mapping[str, str] = {
    "ready": "Opening the dashboard",
    "memory": "Memory of the dashboard",
    "keys": "Cursor keys",
    "idle": "At rest, in {idle:g} s",
    "filter": "The filter",
    "dialogs": "Dialogs and the board, CPU until the screen is settled",
    "commands": "Commands, as whole processes",
    "store": "Storing",
    "snapshot": "Ten times the records",
    "file": "The file",
}
"""Above the measures of a group."""
SCALES: Mapping[str, tuple[float, str]] = {
    "s": (1000, "ms"),
    "MB": (1, "MB"),
    "bytes": (1, "bytes"),
}
"""How a figure is printed: times what, in which unit."""
HEAD = """\
# What the program costs

Made by `python tests/benchmarks/run.py --page`; the figures are in [result.json](result.json).

Each figure of the program stands beside a floor that was measured in the same round, one after the
other: for the dashboard a bare Textual app with three lists of the same rows, which knows no rule
and reads no case file; for a command `python -c "import argparse, tinydb, arrow"`; for a contact
that is stored `TinyDB.insert` of the same row into the same file, without history. A ratio is
program to floor within a round; shown are the least, the median and the most of the rounds. The
median is held against the goal. No test asks for a time: another machine has other figures.

Where the measure is a growth ("500 cases to 60 records"), the floor is the program itself at the
smaller size.

Time is seconds of the processor where it says CPU, else those of the clock. Every file is made with
its history, an entry a record.
"""
SIZES = """\
- 60 records: one case with 30 contacts, 20 documents, 10 events.
- 10,000 records: one case with 7,000 contacts, 2,000 documents, 1,000 events.
- 3,000 documents: one case.
- 500 cases: the first with 60 records, each other one with 8 contacts.
"""


def page(result: Mapping[str, Any]) -> str:
    """The page of a result."""
    return "\n".join(_lines(result)).rstrip() + "\n"


def _lines(result: Mapping[str, Any]) -> Iterator[str]:
    yield HEAD
    yield SIZES
    yield from _made(result)
    for group, found in groupby(result["measures"], key=lambda measure: str(measure["group"])):
        yield f"## {TITLES[group].format(**result)}"
        yield ""
        yield "| | Goal | Ratio: median (least to most) | Program | Floor | Goal reached |"
        yield "| --- | ---: | ---: | ---: | ---: | --- |"
        for measure in found:
            yield _row(measure)
        yield ""
    if result.get("curves"):
        yield "## Growth"
        yield ""
        yield "![The processor's time by the number of records and of cases](growth.svg)"


def _made(result: Mapping[str, Any]) -> Iterator[str]:
    """When, of what and on what it was made."""
    machine, versions = result["machine"], result["versions"]
    told = ", ".join(f"{name} {version}" for name, version in versions.items())
    memory = f"{machine['memory_gb']} GB"
    load = f"load {machine['load_before']} before and {machine['load_after']} after"
    yield f"{result['date']}, commit {result['commit']}, rounds: {result['rounds']}."
    yield f"{machine['processor']}, {machine['cpus']} CPUs, {memory}, {machine['system']}, {load}."
    yield f"{told}."
    yield ""
    judged = [measure for measure in result["measures"] if measure["met"] is not None]
    reached = sum(bool(measure["met"]) for measure in judged)
    yield f"Goals reached: {reached} of {len(judged)}."
    yield ""


def _row(measure: Mapping[str, Any]) -> str:
    ratio, limit, floor = measure["ratio"], measure["limit"], measure["floor"]
    goal = "" if limit is None else f"≤ {_goal(limit, measure)}"
    told = f"{ratio['median']:.2f} ({ratio['min']:.2f} to {ratio['max']:.2f})" if ratio else ""
    reached = {True: "yes", False: "no", None: ""}[measure["met"]]
    ours, theirs = _figure(measure["product"], measure), _figure(floor, measure)
    cells = (measure["name"], goal, told, ours, theirs, reached)
    return f"| {' | '.join(cells)} |"


def _goal(limit: float, measure: Mapping[str, Any]) -> str:
    if measure["floor"]:
        return f"{limit:g}"
    return _scaled(limit, measure["unit"])


def _figure(three: Mapping[str, float] | None, measure: Mapping[str, Any]) -> str:
    """The median; of a figure that stands for itself also the most."""
    if three is None:
        return ""
    shown = _scaled(three["median"], measure["unit"])
    alone = measure["floor"] is None and three["max"] != three["median"]
    return f"{shown} (most {_scaled(three['max'], measure['unit'])})" if alone else shown


def _scaled(value: float, unit: str) -> str:
    times, name = SCALES.get(unit, (1, ""))
    value *= times
    shown = f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"
    return f"{shown} {name}".rstrip()
