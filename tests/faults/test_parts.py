"""The short form of the long run: a small share of each part finds no fault."""

import errno
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis.stateful import RuleBasedStateMachine, rule

from faults import long
from faults.operations import failing
from faults.parts.every import SHORT
from faults.parts.part import Run, Tally
from faults.parts.rounds import rounds
from faults.parts.saves import strike_each
from faults.parts.suite import counted
from faults.table import HEAD, SUMMED, by_promise, page

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
    assert [row["row"] for row in result["table"]] == sorted(part.rows) or _skipped(result)
    for found in result["parts"]:
        assert (found["failures"], found["not_run"]) == (0, 0)
        assert found["tries"] or found["skipped"], found


def _skipped(result: dict[str, list[dict[str, object]]]) -> bool:
    return any(part["skipped"] for part in result["parts"])


BROKEN = """
from faults import long
long.__file__ = __file__
from faults.parts import every, part

def broken(folder, share):
    fine = part.Tally("a look", 21, kind=part.Kind.ORDINARY, planned=2)
    yield fine
    for n in range(2):
        with fine.attempt(n):
            pass
    tally = part.Tally("a try", 4, 5, planned=10)
    yield tally
    for n in range(3):
        with tally.attempt(n):
            pass
    raise RuntimeError("it broke")

def dead(folder, share):
    raise RuntimeError("never began")
    yield

long.EVERY = (part.Run("broken", (21, 4, 5), broken), part.Run("dead", (6,), dead))
sys.exit(long.main())
"""


def test_a_part_that_breaks_keeps_what_it_found_and_counts_the_rest_as_not_run(
    tmp_path: Path,
) -> None:
    place = tmp_path / "long.py"
    place.write_text(f"import sys\nsys.path[:0] = {sys.path!r}\n{BROKEN}")
    out = tmp_path / "result.json"
    words = [str(place), "--out", str(out), "--share", "0.5"]
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "RuntimeError: it broke" in done.stdout
    assert "7 tries, 2 failures, 6 not run" in done.stdout
    result = json.loads(out.read_text(encoding="utf-8"))
    told = {row["row"]: row for row in result["table"]}
    assert (told[4]["faults"], told[4]["failures"], told[4]["not_run"]) == (4, 1, 6)
    assert (told[5]["faults"], told[5]["failures"], told[5]["not_run"]) == (0, 0, 0), "counted once"
    assert (told[21]["ordinary"], told[21]["faults"], told[21]["not_run"]) == (2, 0, 0)
    assert (told[6]["faults"], told[6]["failures"]) == (1, 1)
    assert summed(page(result)) == result["total"]
    assert result["total"]["tries"] == 7


def summed(shown: str) -> dict[str, int]:
    """The sums of the columns of a page as one who reads it would make them."""
    lines = [line.strip("| ").split(" | ") for line in shown.splitlines() if line.startswith("|")]
    *rows, last = lines[2:]
    columns = zip(*(row[2:7] for row in rows), strict=True)
    sums = [sum(int(cell.replace(",", "")) for cell in column) for column in columns]
    assert last[1:-1] == [f"{number:,}" for number in sums], "the last row"
    assert last[-1] == f"{sum(sums[:3]):,} tries"
    return {"tries": sum(sums[:3]), **dict(zip(SUMMED, sums, strict=True))}


def test_the_page_of_the_long_run_sums_what_it_prints() -> None:
    result = json.loads(long.RESULT.read_text(encoding="utf-8"))
    assert summed(long.RESULT.with_name("RESULTS.md").read_text("utf-8")) == result["total"]
    assert result["total"]["tries"] == sum(part["tries"] for part in result["parts"])


def test_a_sweep_that_stops_counts_the_calls_after_it_as_not_run(tmp_path: Path) -> None:
    tally = Tally("a save", 1)
    strike_each(tally, tmp_path / "well" / "export", "export", failing(errno.EIO))
    length = tally.tries
    assert (tally.failures, tally.not_run) == (0, 0)
    assert length > 10

    def breaks(path: Path, n: int) -> bool:
        assert n < 3, "no more"
        return failing(errno.EIO)(path, n)

    strike_each(tally, tmp_path / "broken" / "export", "export", breaks)
    assert (tally.tries, tally.failures, tally.not_run) == (length + 3, 1, length - 3)


class Fails(RuleBasedStateMachine):
    """Fails at its second step."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = 0

    @rule()
    def step(self) -> None:
        """One step."""
        self.steps += 1
        assert self.steps < 2, "no more"


def test_a_round_that_fails_counts_no_step_twice_and_its_rest_as_not_run() -> None:
    tally = Tally("a step", 9)
    until = time.monotonic() + 0.01
    rounds(tally, Fails, lambda machine: machine.steps, until=until, examples=5, steps=20)
    assert tally.failures == 1
    assert tally.tries <= 2 * (5 - tally.not_run // 20)
    assert tally.not_run % 20 == 0
    assert tally.not_run >= 20


def test_a_test_of_two_promises_is_one_try() -> None:
    lines = [
        json.dumps([rows, f"test_{n}", n != 3])
        for n, rows in enumerate(([1, 8], [1, 8], [8], [8], [99]))
    ]
    parts = [tally.part for tally in counted(lines)]
    told = {row["row"]: (row["tests"], row["failures"]) for row in by_promise(parts)}
    assert told == {1: (2, 0), 8: (2, 1)}


def test_parts_that_are_run_again_take_the_place_of_theirs_alone(tmp_path: Path) -> None:
    run(tmp_path, "--only", "days", "newer", "--share", "0.001")
    before = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))
    run(tmp_path, "--again", "newer", "--share", "0.004")
    after = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))
    assert [part["name"] for part in after["parts"]] == [part["name"] for part in before["parts"]]
    of = {part["name"]: part["tries"] for part in before["parts"]}
    grown = {part["name"] for part in after["parts"] if part["tries"] != of[part["name"]]}
    assert {part["name"] for part in after["parts"] if part["run"] == "newer"} == grown
    assert after["total"]["tries"] == sum(part["tries"] for part in after["parts"])


def test_the_page_is_printed(tmp_path: Path) -> None:
    run(tmp_path, "--only", "days", "newer", "--share", "0.001")
    result = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))
    printed = run(tmp_path, "--page").stdout
    assert printed == page(result)
    lines = printed.splitlines()
    rows = lines[lines.index(HEAD) + 2 :]
    assert [line.split("|")[1].strip() for line in rows] == ["6", "21", ""]
