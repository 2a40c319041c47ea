"""The short table of the README, made from the result's JSON."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.measure import ROOT

README = ROOT / "README.md"
"""Where the table stands."""
SIZES = ("60 records", "10,000 records", "500 cases")
"""The columns."""
ROWS: Mapping[str, str] = {
    "the dashboard is ready": "dashboard ready, {}: wall",
    "a cursor key, until the screen is settled": "key to settled screen, {}: p50",
    "peak memory of the dashboard": "peak memory, {}",
    "`status`, CPU": "status, {}: CPU",
    "`log`, until it is safe on the disk, CPU": "log, {}: CPU",
}
"""What a row is called, and the measure it shows."""
HEAD = "| What it costs |"
"""How the table begins."""


def short(result: Mapping[str, Any]) -> str:
    """The table of a result: the median, then its ratio to the floor and the goal of the ratio."""
    return "\n".join(_lines({one["name"]: one for one in result["measures"]})) + "\n"


def placed(text: str, table: str) -> str:
    """A README with this table in the place of the one it has."""
    before, head, rest = text.partition(HEAD)
    _, end, after = rest.partition("\n\n")
    if not head or not end:
        raise ValueError(f"no table that begins with {HEAD!r}")
    return f"{before}{table}\n{after}"


def replace(result: Mapping[str, Any], readme: Path = README) -> None:
    """Put the table of a result into the README."""
    text = readme.read_text(encoding="utf-8")
    readme.write_text(placed(text, short(result)), encoding="utf-8")


def _lines(measures: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield f"{HEAD} {' | '.join(SIZES)} |"
    yield f"| --- |{' ---: |' * len(SIZES)}"
    for told, name in ROWS.items():
        cells = (_cell(measures.get(name.format(size))) for size in SIZES)
        yield f"| {told} | {' | '.join(cells)} |"


def _cell(measure: Mapping[str, Any] | None) -> str:
    if measure is None:
        return "-"
    value = measure["product"]["median"]
    shown = f"{value * 1000:.0f} ms" if measure["unit"] == "s" else f"{value:.0f} {measure['unit']}"
    return f"{shown} ({measure['ratio']['median']:.2f} of {measure['limit']:g})"
