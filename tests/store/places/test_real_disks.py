"""Disks of other systems, mounted for the test: FAT and exFAT as on a stick, NTFS of Windows."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from g221_tui.errors import G221Error
from store.kit import TODAY, notes, repository, save
from store.places.kit import MODES, opened

pytestmark = [
    pytest.mark.promise(25),
    pytest.mark.skipif(
        sys.platform != "linux" or os.getuid() != 0, reason="only root of Linux mounts a disk"
    ),
]

LOOP = ["losetup", "--find", "--show"]
KINDS = {
    "FAT": ("mkfs.vfat", ["mount", "-t", "vfat", "-o", "loop,umask=022"]),
    "FAT through FUSE": ("mkfs.vfat", ["fusefat", "-o", "rw+"]),
    "exFAT": ("mkfs.exfat", ["mount.exfat-fuse", "-o", "umask=022"]),
    "NTFS": ("mkntfs", ["ntfs-3g", "-o", "umask=022"]),
}
"""What makes the disk, and what mounts it."""


def _run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, check=False, capture_output=True, text=True)


@pytest.fixture(params=KINDS)
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A disk of each kind that can be made and mounted here, 16 MB, in a file."""
    maker, mount = KINDS[request.param]
    image, place = tmp_path / "image", tmp_path / "disk"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(16 << 20)
    if shutil.which(maker) is None or shutil.which(mount[0]) is None:
        pytest.skip(f"no {maker} or {mount[0]} here")
    force = ["-F"] if maker == "mkntfs" else []
    assert not _run(maker, *force, image).returncode
    device = image
    loop = maker == "mkfs.exfat"
    if loop:
        device = Path(_run(*LOOP, image).stdout.strip())
    try:
        if _run(*mount, device, place).returncode or not place.is_mount():
            pytest.skip(f"{request.param} can't be mounted here")
        try:
            yield place
        finally:
            assert not _run("umount", place).returncode
    finally:
        if loop:
            _run("losetup", "--detach", device)


def test_the_disk_takes_the_file_its_backups_and_a_restore(disk: Path) -> None:
    path = disk / "case.json"
    said = [opened(path)]
    said += [save(repository(path), str(n)) for n in range(3)]
    assert [MODES in each for each in said] == [True, False, False, False]
    assert len(repository(path).backups()) == 3
    repository(path).restore("2", TODAY)
    assert notes(repository(path)) == ["0"]


def test_a_full_disk_changes_nothing_and_takes_the_save_once_there_is_room(disk: Path) -> None:
    path = disk / "case.json"
    opened(path)
    save(repository(path), "before")
    whole = path.read_bytes()
    _fill(disk / "films")
    with pytest.raises(G221Error, match=r"^Nothing was saved: "):
        save(repository(path), "x" * 50_000)
    assert path.read_bytes() == whole
    assert notes(repository(path)) == ["before"]
    (disk / "films").unlink()
    save(repository(path), "after")
    assert notes(repository(path)) == ["before", "after"]


def _fill(path: Path) -> None:
    """Writes until the disk takes no byte more."""
    size = 1 << 20
    with path.open("wb", buffering=0) as file:
        while size:
            try:
                file.write(bytes(size))
            except OSError:
                size //= 2
