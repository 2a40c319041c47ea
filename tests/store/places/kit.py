"""Disks that lack something, by faults in the calls of this process or of the system."""

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from g221_tui.core.model import Book, Case, CaseRecord
from store.kit import REFUSED, python, repository

LACKING = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS)
"""What disks answer that do not know what is asked of them."""

MODES = "keeps no file modes"
"""What is said, once, of a disk without modes."""


def opened(path: Path) -> str:
    """Makes the file, and gives what its first save could not make sure of."""
    with repository(path).transaction() as change:
        case = Case(facts=CaseRecord(id="1", post="Chennai", visa="H-1B"))
        change.save(Book(cases=(case,), current="1"), "A case was begun", REFUSED)
    return change.saved_but


def fail(patch: pytest.MonkeyPatch, number: int, *calls: str) -> None:
    """From now on these functions of `os` fail with this error number."""

    def failing(*args: Any, **options: Any) -> Any:
        raise OSError(number, os.strerror(number))

    for call in calls:
        patch.setattr(os, call, failing)


def traced(code: str, path: Path, *faults: str) -> list[str]:
    """The lines that a process prints while the system refuses these calls.

    Args:
        code: The code; `path` is the file, and all of the store's kit is at hand.
        path: The file.
        faults: As strace has them: `fchmod,chmod:error=EPERM`.
    """
    if shutil.which("strace") is None:
        pytest.skip("needs strace")
    trace = ["strace", "-f", "-qq", "-o", os.devnull]
    for fault in faults:
        trace += ["-e", f"inject={fault}"]
    head = "import sys; from store.kit import *; path = Path(sys.argv[1])\n"
    process = python(head + code, str(path), before=tuple(trace))
    out, said = process.communicate(timeout=60)
    if process.returncode == 1 and "ptrace" in said:
        pytest.skip("strace may not trace here")
    assert process.returncode == 0, said
    return out.splitlines()


def nothing(*args: object) -> None:
    """A call that is taken and changes nothing."""
