"""The long form of the fault tests: `python tests/faults/long.py`.

It takes about an hour on two cores. The result is a JSON file with the date and the versions; the
page RESULTS.md is checked against it, and `--page` prints that page. Nothing is written outside
a throw-away folder but the result. Each part runs in a process of its own: what breaks one is a
failure of that part, and the others go on.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from faults.growth import measured
from faults.parts.every import EVERY
from faults.parts.part import SEED, Part, Run, found_by
from faults.table import by_promise, page, total
from g221_tui.clock import SystemClock

RESULT = Path(__file__).parent / "result.json"
LIBRARIES = ("tinydb", "msgspec", "filelock", "textual", "hypothesis", "pytest")
PULSE = 60
"""After how many seconds the run says again what is under way."""


def main() -> int:
    """Run the parts and write the result."""
    chosen = _words()
    if chosen.page:
        print(page(json.loads(chosen.out.read_text(encoding="utf-8"))), end="")
        return 0
    if chosen.part:
        return _one(chosen.part, chosen.share)
    some = chosen.only or chosen.again
    runs = [run for run in EVERY if not some or run.key in some]
    watch = _Watch()
    with tempfile.TemporaryDirectory(prefix="g221-long-") as folder:
        here = Path(folder)
        here.chmod(0o755)  # some tries are another user's
        found: dict[str, list[Part]] = {}
        for alone, width in ((True, 1), (False, chosen.jobs)):
            group = [run for run in runs if run.alone is alone]
            with ThreadPoolExecutor(max_workers=width) as pool:
                parts = pool.map(lambda run: watch.over(run, here, chosen), group)
                found |= dict(zip((run.key for run in group), parts, strict=True))
    ordered = [part for run in runs for part in found[run.key]]
    whole = result(ordered, chosen, watch.seconds)
    if chosen.again:
        whole = again(json.loads(chosen.out.read_text(encoding="utf-8")), ordered, whole, chosen)
    elif chosen.share >= 1 and not some:
        with tempfile.TemporaryDirectory(prefix="g221-growth-") as place:
            whole["growth"] = measured(Path(place))
    chosen.out.write_text(json.dumps(whole, indent=2) + "\n", encoding="utf-8")
    sums = total(by_promise(ordered))
    tries, missed = sums["tries"], sums["not_run"]
    failures = sums["failures"]
    print(f"{tries:,} tries, {failures} failures, {missed:,} not run; written to {chosen.out}")
    return int(failures > 0 or missed > 0)


def _words() -> argparse.Namespace:
    keys = [run.key for run in EVERY]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=RESULT, help="the result; default: %(default)s")
    parser.add_argument("--share", type=float, default=1.0, help="of the work, to try it out")
    parser.add_argument("--jobs", type=int, default=2, help="parts at a time; default: 2")
    parser.add_argument("--only", nargs="+", choices=keys, metavar="PART", help=", ".join(keys))
    parser.add_argument(
        "--again", nargs="+", choices=keys, metavar="PART", help="these, into the result there is"
    )
    parser.add_argument("--seed", default=os.urandom(4).hex(), help="the chances of a former run")
    parser.add_argument("--page", action="store_true", help="print OUT as RESULTS.md shows it")
    parser.add_argument("--part", choices=keys, help=argparse.SUPPRESS)
    return parser.parse_args()


def _one(key: str, share: float) -> int:
    """Run one part in the present folder, and print what it found, a line of JSON each."""
    run = next(run for run in EVERY if run.key == key)
    data = os.dup(1)
    os.dup2(2, 1)  # whatever else prints is talk
    for part in found_by(run, Path.cwd(), share):
        told = part._replace(run=key)._asdict()
        os.write(data, (json.dumps(told) + "\n").encode())
    return 0


class _Watch:
    """Runs parts in processes of their own and tells how they go."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        """How long each took."""
        self._began = time.monotonic()
        self._told = threading.Lock()

    def over(self, run: Run, folder: Path, chosen: argparse.Namespace) -> list[Part]:
        """One part from start to end; where it broke, that is its failure."""
        place, home = folder / run.key, folder / f"{run.key}-home"
        place.mkdir()
        home.mkdir()
        env = {**os.environ, SEED: chosen.seed, "HOME": str(home), "TEXTUAL_ANIMATIONS": "none"}
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            env[f"XDG_{name}_HOME"] = str(home / name.lower())
        for name in ("G221_FILE", "G221_CONFIG"):
            env.pop(name, None)
        began = time.monotonic()
        words = [sys.executable, __file__, "--part", run.key, "--share", str(chosen.share)]
        log = folder / f"{run.key}.log"
        with log.open("wb") as errors:
            process = subprocess.Popen(
                words, cwd=place, env=env, stdout=subprocess.PIPE, stderr=errors
            )
            while True:
                try:
                    said, _ = process.communicate(timeout=PULSE)
                    break
                except subprocess.TimeoutExpired:
                    self._say(f"  {run.key} goes on ({time.monotonic() - began:.0f} s)")
        self.seconds[run.key] = round(time.monotonic() - began, 1)
        parts = [_part(line) for line in said.decode().splitlines()]
        if process.returncode:
            last = log.read_text(errors="replace").strip().splitlines()[-1:]
            broke = Part(f"{run.key}, which broke", run.rows, 1, 1, said=tuple(last), run=run.key)
            parts.append(broke)
        for part in parts:
            rows = ", ".join(map(str, part.rows))
            why = f" (skipped: {part.skipped})" if part.skipped else ""
            why += f" ({part.not_run:,} not run)" if part.not_run else ""
            self._say(
                f"{run.key}: {part.tries:,} tries, {part.failures} failures:"
                f" {part.name}; row {rows}{why} [{self.seconds[run.key]:.0f} s]"
            )
            for failure in part.said:
                self._say(f"    FAILED {failure}")
        return parts

    def _say(self, line: str) -> None:
        with self._told:
            print(f"{time.monotonic() - self._began:7.0f} s  {line}", flush=True)


def _part(line: str) -> Part:
    return part_of(json.loads(line))


def part_of(found: dict[str, Any]) -> Part:
    """What was found, as it lies in the result."""
    return Part(**{**found, "rows": tuple(found["rows"]), "said": tuple(found["said"])})


def again(
    former: dict[str, Any], found: list[Part], now: dict[str, Any], chosen: argparse.Namespace
) -> dict[str, Any]:
    """The former result with these parts in the place of what they were; it says which."""
    kept = [part_of(part) for part in former["parts"]]
    fresh = [*(part for part in kept if part.run not in chosen.again), *found]
    order = [run.key for run in EVERY]
    merged = sorted(fresh, key=lambda part: order.index(part.run) if part.run in order else -1)
    return {
        **former,
        "again": {**former.get("again", {}), **dict.fromkeys(chosen.again, now["date"])},
        **figures(merged),
        "seconds": dict(sorted({**former["seconds"], **now["seconds"]}.items())),
    }


def figures(found: list[Part]) -> dict[str, Any]:
    """The table by promise, its sums, and each part."""
    table = by_promise(found)
    return {"table": table, "total": total(table), "parts": [part._asdict() for part in found]}


def result(
    found: list[Part], chosen: argparse.Namespace, seconds: dict[str, float]
) -> dict[str, Any]:
    """The result: versions, each part, and the table by promise."""
    return {
        "share": chosen.share,
        "seed": chosen.seed,
        "date": SystemClock().stamp()[:10],
        "versions": {
            "g221": version("g221-tui"),
            "python": platform.python_version(),
            "system": f"{platform.system()} {platform.release()}",
            **{name: version(name) for name in LIBRARIES},
        },
        **figures(found),
        "seconds": dict(sorted(seconds.items())),
    }


if __name__ == "__main__":
    sys.exit(main())
