"""kill -9: at random moments, and before each system call of a save."""

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from store import killed_writer
from store.killed_writer import AWAITED
from store.kit import finished, left_over, log, notes, python, repository, start

pytestmark = [
    pytest.mark.promise(1),
    pytest.mark.skipif(sys.platform == "win32", reason="needs fork and kill -9"),
]

RUN = "import runpy, sys; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"


LONGEST = 900
"""Seconds that the killing process may take: minutes, where a machine is busy with other work."""


def killer(path: Path, *words: str) -> list[str]:
    """Runs the killing process and gives what it says."""
    process = python(RUN, killed_writer.__file__, str(path), *words)
    return finished(process, within=LONGEST).splitlines()


def test_200_writers_killed_at_random_lose_nothing_they_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    said = killer(path, "random", "200")
    assert len([line for line in said if line.startswith("killed")]) == 200
    awaited = sum(AWAITED[n % len(AWAITED)] for n in range(200))
    assert int(said[-1].removeprefix("acknowledged ")) >= awaited > 150
    assert left_over(path) == []


def test_a_writer_killed_before_any_system_call_leaves_the_old_file_or_the_new(
    tmp_path: Path,
) -> None:
    path = tmp_path / "case.json"
    said = killer(path, "each")
    assert said[-1].startswith("done")
    assert len(said) > 10
    log(repository(path), "swept")
    assert left_over(path) == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize("call", ["fsync:when=1", "fsync:when=2", "?rename,?renameat,?renameat2"])
def test_a_writer_killed_in_the_system_call_leaves_a_whole_file(tmp_path: Path, call: str) -> None:
    path = tmp_path / "case.json"
    log(start(path), "kept")
    code = "import sys; from store.kit import *; log(repository(Path(sys.argv[1])), 'new')"
    trace = ("strace", "-f", "-o", os.devnull, "-e", f"inject={call}:signal=KILL")
    process = python(code, str(path), before=trace)
    _, said = process.communicate(timeout=60)
    if process.returncode == 1 and "ptrace" in said:
        pytest.skip("strace may not trace here")
    assert process.returncode == -signal.SIGKILL
    assert notes(repository(path)) in (["kept"], ["kept", "new"])
