"""A file that is mounted by itself, as containers do it, can't be replaced: the reason is said."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from g221_tui.errors import SaveFailed
from g221_tui.store.places.replacing import is_mounted
from store.kit import Fault, fails_with, left_over, log, notes, repository, start

pytestmark = pytest.mark.promise(25)


@pytest.fixture(params=["case.json", "my case é.json"])
def mounted(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A file with a case, mounted over an empty one."""
    if sys.platform != "linux" or os.getuid():
        pytest.skip("only root can mount a file")
    start(tmp_path / "host" / "case.json")
    inside = tmp_path / "box" / request.param
    inside.parent.mkdir()
    inside.touch()
    mount = ["mount", "--bind", str(tmp_path / "host" / "case.json"), str(inside)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield inside
    finally:
        subprocess.run(["umount", str(inside)], check=True)


def test_the_true_reason_and_a_way_out_are_one_line(mounted: Path) -> None:
    before = mounted.read_bytes()
    assert is_mounted(mounted)
    with pytest.raises(SaveFailed) as told:
        log(repository(mounted), "lost")
    assert str(told.value) == (
        f"Nothing was saved: {mounted} is mounted as a single file, and such a file can't be"
        f" replaced. Mount the folder that holds {mounted.name} instead."
    )
    assert mounted.read_bytes() == before
    assert left_over(mounted) == []
    assert repository(mounted).backups() == ()
    assert notes(repository(mounted)) == []


def test_a_mounted_folder_takes_every_save(tmp_path: Path) -> None:
    if sys.platform != "linux" or os.getuid():
        pytest.skip("only root can mount a folder")
    host, box = tmp_path / "host", tmp_path / "box"
    log(start(host / "case.json"), "one")
    box.mkdir()
    if subprocess.run(["mount", "--bind", str(host), str(box)], check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        assert not is_mounted(box / "case.json")
        log(repository(box / "case.json"), "two")
    finally:
        subprocess.run(["umount", str(box)], check=True)
    assert notes(repository(host / "case.json")) == ["one", "two"]


def test_a_file_that_is_busy_for_another_reason_is_not_called_mounted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = start(tmp_path / "case.json")
    Fault(fails_with(errno.EBUSY), 1).arm(monkeypatch, "replace")
    with pytest.raises(SaveFailed, match="the file is in use by the system"):
        log(store)
