"""Row 13, the file: a command interrupted at any moment has saved all or nothing."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from store.kit import ROOT, left_over, log, notes, repository, start

pytestmark = [
    pytest.mark.promise(13),
    pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind"),
]

LOG = (sys.executable, "-m", "g221_tui", "log", "ceac", "--anyway")
"""The command that is interrupted."""
MOMENTS = 20
"""How often each signal is sent."""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_at_a_random_moment_leaves_a_whole_file(tmp_path: Path, number: int) -> None:
    path = tmp_path / "case.json"
    log(start(path), "kept")
    acknowledged, saved = ["kept"], ["kept"]
    seconds = 0.5
    for n in range(MOMENTS):
        began = time.monotonic()
        process = subprocess.Popen(
            [*LOG, "--note", f"n{n}", "--file", str(path)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
        )
        time.sleep(random.uniform(0, seconds))
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
        # With 1 Python itself was interrupted, before it came to the program.
        early = process.returncode == 1 and b"KeyboardInterrupt" in said
        assert early or process.returncode in (0, 130, -number), said
        if process.returncode == 0:
            # It was done before the signal came: send the next ones sooner.
            seconds = max(0.1, time.monotonic() - began)
            acknowledged.append(f"n{n}")
        saved = notes(repository(path))
        assert set(acknowledged) <= set(saved)
        assert repository(path).load().problems == ()
    assert len(saved) <= MOMENTS + 1
    log(repository(path), "works at once")
    assert left_over(path) == []
