"""A full disk: nothing changes, one line says so, and once there is room the next save works."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from g221_tui.errors import SaveFailed
from store.kit import finished, log, notes, python, repository, start

pytestmark = pytest.mark.promise(2)


def test_a_save_larger_than_the_system_allows_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    log(start(path), "small")
    code = """
import resource, sys
from store.kit import *
from g221_tui.errors import SaveFailed
path = Path(sys.argv[1])
store, before = repository(path), path.read_bytes()
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
try:
    log(store, "x" * 8000)
except SaveFailed as error:
    print(error)
assert path.read_bytes() == before
assert left_over(path) == []
assert notes(store) == ["small"]
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
log(store, "room again")
"""
    said = finished(python(code, str(path)))
    assert said.count("\n") == 1
    assert said.startswith("Nothing was saved: the file would be larger than is allowed here.")
    assert notes(repository(path)) == ["small", "room again"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 96 KB."""
    if sys.platform != "linux" or os.getuid() != 0:
        pytest.skip("only root can mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """Takes all the room that is left."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 1024)
        except OSError:
            return filler


def test_a_full_disk_changes_nothing_and_says_so_in_one_line(small_disk: Path) -> None:
    path = small_disk / "case.json"
    store = start(path)
    log(store, "before")
    before = path.read_bytes()
    filler = fill(small_disk)
    with pytest.raises(SaveFailed, match=r"Nothing was saved: the disk is full\.") as told:
        log(store, "no room")
    assert "\n" not in str(told.value)
    assert path.read_bytes() == before
    assert notes(store) == ["before"]
    filler.unlink()
    log(store, "room again")
    assert notes(store) == ["before", "room again"]


def test_the_first_save_on_a_full_disk_leaves_no_file_behind(small_disk: Path) -> None:
    filler = fill(small_disk)
    path = small_disk / "case.json"
    with pytest.raises(SaveFailed, match="Nothing was saved"):
        start(path)
    assert not path.exists()
    filler.unlink()
    assert len(start(path).load().cases) == 1
