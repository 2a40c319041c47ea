"""The table of the long run, a row a promise, and the page RESULTS.md that shows it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from faults.growth import said
from faults.parts.part import Kind, Part
from faults.promises import ROWS

HEAD = (
    "| | Promise | Faults injected | Ordinary operations | Tests | Failures | Not run | One try |"
)
"""The first line of the table."""
RULE = "| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |"
COLUMNS = {Kind.FAULT: "faults", Kind.ORDINARY: "ordinary", Kind.TEST: "tests"}
"""Where the tries of each kind are counted."""
SUMMED = (*COLUMNS.values(), "failures", "not_run")
"""The columns of numbers."""


def by_promise(found: Iterable[Part]) -> list[dict[str, Any]]:
    """The table: what was tried of each promise. A try that shows several counts with the first."""
    parts = list(found)
    table: list[dict[str, Any]] = []
    for row, promise in ROWS.items():
        shown = [part for part in parts if row in part.rows and (part.tries or part.not_run)]
        own = [part for part in shown if part.rows[0] == row]
        if shown:
            tries = {
                column: sum(part.tries for part in own if part.kind == kind)
                for kind, column in COLUMNS.items()
            }
            failures = sum(part.failures for part in own)
            missed = sum(part.not_run for part in own)
            line = {"row": row, "promise": promise, **tries}
            table.append({**line, "failures": failures, "not_run": missed})
    return table


def total(table: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """The sums of the columns, and of all tries."""
    rows = list(table)
    sums: dict[str, int] = {column: sum(row[column] for row in rows) for column in SUMMED}
    return {"tries": sum(sums[column] for column in COLUMNS.values()), **sums}


def page(result: Mapping[str, Any]) -> str:
    """The whole page: what was run and when, and the table, a row a promise."""
    share = result["share"]
    length = "in full" if share >= 1 else f"{share:.0%} of its length"
    versions = result["versions"]
    again = ", ".join(f"{key} {day}" for key, day in sorted(result.get("again", {}).items()))
    mended = f"; again since: {again}" if again else ""
    sums = result["total"]
    cells = ("", "All", *(f"{sums[column]:,}" for column in SUMMED), f"{sums['tries']:,} tries")
    lines = [
        "# What the fault tests found",
        "",
        "Each promise of the file and the program, and how often it was tried. A fault is injected,"
        " or hostile",
        "input given; an ordinary operation is a random use of the program as it is meant to be. A"
        " try that shows",
        "several promises is counted once, with the first. Not run is what was planned and came"
        " after a failure.",
        "",
        f"Made by `python tests/faults/long.py` ({length}, {result['date']}, Python"
        f" {versions['python']}, {versions['system'].split()[0]}{mended});",
        "its short form is part of the tests. The figures lie in `result.json`."
        + ("" if sums["tests"] else " The tests of the suite were not counted."),
        "",
        *(HEAD, RULE),
        *(_row(row, result["parts"]) for row in result["table"]),
        f"| {' | '.join(cells)} |",
        *(("", said(result["growth"])) if "growth" in result else ()),
    ]
    return "\n".join(lines) + "\n"


def _row(row: Mapping[str, Any], parts: Sequence[Mapping[str, Any]]) -> str:
    tries: dict[str, int] = {}
    also: dict[str, int] = {}
    for part in parts:
        if row["row"] in part["rows"] and part["tries"]:
            first, name = part["rows"][0], part["name"]
            if first == row["row"]:
                tries[name] = tries.get(name, 0) + part["tries"]
            else:
                also[name] = first
    told = [f"{name} ({n:,})" for name, n in tries.items()]
    told += [f"{name} (counted in row {first})" for name, first in also.items()]
    numbers = (f"{row[column]:,}" for column in SUMMED)
    cells = (row["row"], row["promise"], *numbers, "; ".join(told))
    return f"| {' | '.join(map(str, cells))} |"
