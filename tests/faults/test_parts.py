"""The short form of the long run: a small share of each part finds no fault."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from faults import long
from faults.parts.every import SHORT
from faults.parts.part import Run
from faults.table import HEAD, page

SHARE = 0.01
"""Of the long run; its parts have a least length of their own."""


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The long run by its command, its result in the folder."""
    command = [sys.executable, long.__file__, "--out", str(folder / "result.json"), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(part, id=part.key, marks=[pytest.mark.promise(n) for n in part.rows])
        for part in SHORT
    ],
)
def test_a_short_run_finds_no_fault(tmp_path: Path, part: Run) -> None:
    done = run(tmp_path, "--only", part.key, "--share", str(SHARE), "--seed", "221")
    assert done.returncode == 0, done.stdout + done.stderr
    result = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))
    assert [row["row"] for row in result["table"]] == list(part.rows) or _skipped(result)
    for found in result["parts"]:
        assert found["failures"] == 0
        assert found["tries"] or found["skipped"], found


def _skipped(result: dict[str, list[dict[str, object]]]) -> bool:
    return any(part["skipped"] for part in result["parts"])


BROKEN = """
import sys
from faults import long
from faults.parts import every, part

def broken(folder, share):
    yield part.Part("a try", (4,), 3, 0)
    raise RuntimeError("it broke")

long.EVERY = (*every.EVERY, part.Run("broken", (4, 5), broken))
sys.exit(long.main())
"""


def test_a_part_that_breaks_is_a_failure_and_what_it_found_before_is_kept(tmp_path: Path) -> None:
    place = tmp_path / "long.py"
    place.write_text(BROKEN.replace("import sys", f"import sys\nsys.path[:0] = {sys.path!r}", 1))
    out = tmp_path / "result.json"
    words = [str(place), "--only", "broken", "days", "--share", "0.001", "--out", str(out)]
    code = f"from faults import long; long.__file__ = {str(place)!r}"
    text = place.read_text().replace("from faults import long\n", f"{code}\n", 1)
    place.write_text(text)
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "RuntimeError: it broke" in done.stdout
    result = json.loads(out.read_text(encoding="utf-8"))
    told = {row["row"]: (row["tries"], row["failures"]) for row in result["table"]}
    assert (told[4], told[5]) == ((4, 1), (1, 1))
    assert told[21][1] == 0


def test_the_page_is_printed(tmp_path: Path) -> None:
    run(tmp_path, "--only", "days", "newer", "--share", "0.001")
    result = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))
    printed = run(tmp_path, "--page").stdout
    assert printed == page(result)
    lines = printed.splitlines()
    rows = lines[lines.index(HEAD) + 2 :]
    assert [line.split("|")[1].strip() for line in rows] == ["6", "21"]
