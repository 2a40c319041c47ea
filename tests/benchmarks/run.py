"""What the program costs: `python tests/benchmarks/run.py`, some minutes.

It measures every part and writes result.json, RESULTS.md, growth.svg and the README's short table.
`--only` takes parts of it, `--table` prints a result as a table, `--page` makes the page, the
picture and the short table of a result anew.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks import curves, dashboards, inside, picture, processes, short
from benchmarks.measure import ROOT, Measure
from benchmarks.page import page
from benchmarks.place import Place
from g221_tui.clock import SystemClock

RESULT = Path(__file__).with_name("result.json")
"""The result of the last whole run."""
PAGE, PICTURE = "RESULTS.md", "growth.svg"
"""What is made of a result, beside it."""
PARTS: Mapping[str, Callable[[Place, int], Iterator[Measure]]] = MappingProxyType(
    {
        "ready": dashboards.ready,
        "filter": dashboards.letters,
        "dialogs": dashboards.dialogs,
        "commands": processes.commands,
        "store": inside.stored,
        "snapshot": inside.snapshots,
        "file": inside.year,
    }
)
"""What can be run, in this order."""
CURVES = "curves"
"""The part that only draws."""
ROUNDS = 7
"""How often each pair is measured."""
LIBRARIES = ("textual", "rich", "tinydb", "arrow", "msgspec")


def main() -> int:
    """Measure, or show what was measured."""
    told = _arguments()
    if told.table or told.page:
        result = json.loads(told.out.read_text(encoding="utf-8"))
        if told.page:
            write(result, told.out)
        if told.table:
            print(table(result))
        return 0
    folder = Path(tempfile.gettempdir()) / f"g221-benchmarks-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    place = Place(folder / f"{told.share:g}", SystemClock().today(), share=told.share)
    result = measured(place, told.only or (*PARTS, CURVES), told.rounds)
    told.out.parent.mkdir(parents=True, exist_ok=True)
    told.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    write(result, told.out)
    print(table(result))
    return 0


def _arguments() -> argparse.Namespace:
    words = argparse.ArgumentParser(description=__doc__)
    names = (*PARTS, CURVES)
    words.add_argument("--only", nargs="+", choices=names, metavar="PART", help=", ".join(names))
    words.add_argument("--rounds", type=int, default=ROUNDS, help=f"usually {ROUNDS}")
    words.add_argument("--out", type=Path, default=RESULT, help="the result's JSON")
    words.add_argument("--table", action="store_true", help="print the result that is there")
    words.add_argument("--page", action="store_true", help="make what is made of it anew")
    words.add_argument("--share", type=float, default=1, help="of each size; below 1 a trial")
    return words.parse_args()


def measured(place: Place, parts: Sequence[str], rounds: int) -> dict[str, Any]:
    """The result of these parts."""
    before, began, found = os.getloadavg()[0], time.monotonic(), list[dict[str, Any]]()
    for name in parts:
        if name != CURVES:
            print(f"{name} ...", file=sys.stderr, flush=True)
            found += [measure.told for measure in PARTS[name](place, rounds)]
    drawn = curves.curves(place, max(1, rounds // 2)) if CURVES in parts else []
    order = {group: at for at, group in enumerate(dict.fromkeys(one["group"] for one in found))}
    return {
        "date": SystemClock().today().isoformat(),
        "commit": _commit(),
        "rounds": rounds,
        "share": place.share,
        "keys": place.keys,
        "idle": place.idle,
        "minutes": round((time.monotonic() - began) / 60, 1),
        "machine": {**_machine(), "load_before": round(before, 1), "load_after": _load()},
        "versions": {"Python": platform.python_version(), **{n: version(n) for n in LIBRARIES}},
        "measures": sorted(found, key=lambda one: order[one["group"]]),
        "curves": drawn,
    }


def write(result: Mapping[str, Any], beside: Path) -> None:
    """Make the page and the picture of a result; of the stored one the README's table too."""
    beside.with_name(PAGE).write_text(page(result), encoding="utf-8")
    if result["curves"]:
        beside.with_name(PICTURE).write_text(picture.drawn(result["curves"]), encoding="utf-8")
    if beside == RESULT:
        short.replace(result)


def table(result: Mapping[str, Any]) -> str:
    """The rows of the page's tables, without what stands around them."""
    return "\n".join(line for line in page(result).splitlines() if line.startswith("|"))


def _load() -> float:
    return round(os.getloadavg()[0], 1)


def _machine() -> dict[str, object]:
    """What it runs on; nothing that names this one machine."""
    try:
        cpus = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        name = next(line.partition(":")[2].strip() for line in cpus if "model name" in line)
    except (OSError, StopIteration):
        name = platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.release()}"
    return {"processor": name, "cpus": os.cpu_count(), "memory_gb": round(memory), "system": system}


def _commit() -> str:
    """The commit that is measured, marked where files of the package differ from it."""

    def git(*words: str) -> str:
        run = ["git", "-C", str(ROOT), *words]
        return subprocess.run(run, capture_output=True, text=True, check=False).stdout.strip()

    changed = git("status", "--porcelain", "--", "g221_tui")
    return (git("rev-parse", "--short", "HEAD") or "unknown") + " and changes" * bool(changed)


if __name__ == "__main__":
    sys.exit(main())
