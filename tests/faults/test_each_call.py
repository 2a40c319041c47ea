"""Rows 1, 8 and 9: whatever writes the file may be struck at any system call."""

import errno
import sys
from pathlib import Path

import pytest

from faults import operations
from faults.operations import OPERATIONS, failing, sweep
from store.kit import finished, python

pytestmark = [
    pytest.mark.promise(1),
    pytest.mark.promise(8),
    pytest.mark.promise(9),
    pytest.mark.skipif(sys.platform == "win32", reason="needs fork"),
]

RUN = "import runpy, sys; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
def test_a_call_that_fails_leaves_the_old_or_the_new_and_a_retry_works(
    tmp_path: Path, operation: str, number: int
) -> None:
    assert sum(1 for _ in sweep(tmp_path / operation, operation, failing(number))) > 10


def test_a_process_that_ends_before_any_call_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    said = finished(python(RUN, operations.__file__, str(tmp_path))).splitlines()
    assert len(said) == len(OPERATIONS)
    assert all(int(line.split()[-1]) > 10 for line in said)
