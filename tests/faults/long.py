"""The long form of the fault tests: `python tests/faults/long.py`.

It takes about an hour. The result is a JSON file with the date and the versions; the README's
table is checked against it. Nothing is written outside a throw-away folder but the result.
"""

import argparse
import json
import platform
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from faults import parts
from faults.promises import rows_to_show
from g221_tui.clock import SystemClock

RESULT = Path(__file__).parent / "result.json"
LIBRARIES = ("tinydb", "msgspec", "filelock", "hypothesis", "pytest")


def main() -> int:
    """Run every part and write the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=RESULT, help="the result; default: %(default)s")
    parser.add_argument("--share", type=float, default=1.0, help="of the work, to try it out")
    chosen = parser.parse_args()
    began = time.monotonic()
    found: list[parts.Part] = []
    with tempfile.TemporaryDirectory(prefix="g221-long-") as folder:
        for number, run in enumerate(parts.ALL):
            place = Path(folder) / str(number)
            place.mkdir()
            for part in run(place, chosen.share):
                print(f"{time.monotonic() - began:7.0f} s  {part}", flush=True)
                found.append(part)
    chosen.out.write_text(
        json.dumps(result(found, chosen.share), indent=2) + "\n", encoding="utf-8"
    )
    return int(any(part.failures for part in found))


def result(found: list[parts.Part], share: float) -> dict[str, object]:
    """The result: versions, each part, and the table by promise."""
    table = []
    for row, promise in rows_to_show().items():
        of_row = [part for part in found if row in part.rows]
        tries = sum(part.tries for part in of_row)
        failures = sum(part.failures for part in of_row)
        if tries:
            table.append({"row": row, "promise": promise, "tries": tries, "failures": failures})
    return {
        "share": share,
        "date": SystemClock().stamp()[:10],
        "versions": {
            "g221": version("g221-tui"),
            "python": platform.python_version(),
            "system": f"{platform.system()} {platform.release()}",
            **{name: version(name) for name in LIBRARIES},
        },
        "table": table,
        "parts": [part._asdict() for part in found],
    }


if __name__ == "__main__":
    sys.exit(main())
