"""Power cuts: the bytes of a disk copied in the middle of a run, and what its copy then holds.

The disk is an ext4 image on a loop device. What the system has not handed to the disk is not in
the copy, as it would not be after a power cut; mounting the copy replays the journal.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from store.kit import log, notes, python, repository, start

SIZE = 24 * 2**20
"""Of the disk, in bytes."""

WRITER = """
import sys
from store.kit import *
store = repository(Path(sys.argv[1]))
for n in range(1_000_000):
    note = f"{sys.argv[2]}-{n}"
    log(store, note)
    print(note, flush=True)
    if n % 40 == 39:  # and one save that makes the file much smaller
        with store.transaction() as change:
            case = with_contacts(change.book.cases[0], ())
            book = msgspec.structs.replace(change.book, cases=(case,))
            change.save(book, "Taken out", TODAY)
        print("-", flush=True)
"""


def cuts(folder: Path, count: int) -> tuple[int, int, str]:
    """Cuts the power so often; how often it was tried, how often something was lost, why not."""
    image, disk = folder / "disk.img", folder / "disk"
    disk.mkdir()
    why = _mounted(image, disk)
    if why:
        return 0, 0, why
    tries = failures = 0
    try:
        start(disk / "case.json")
        log(repository(disk / "case.json"), "first")
        for n in range(count):
            (disk / "case.json").unlink()
            start(disk / "case.json")
            tries += 1
            failures += not _survives(folder, image, disk, f"c{n}")
    finally:
        _run("umount", str(disk))
    return tries, failures, ""


def _survives(folder: Path, image: Path, disk: Path, name: str) -> bool:
    """Whether everything that was acknowledged is there after one cut."""
    told = folder / "told"
    process = python(WRITER, str(disk / "case.json"), name)
    time.sleep(random.uniform(0.3, 1.2))
    process.send_signal(signal.SIGSTOP)  # so that the copy is of one moment
    os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOWAIT)
    copy = folder / "copy.img"
    shutil.copyfile(image, copy)
    process.kill()
    said = process.communicate()[0]
    told.write_text(said)
    lines = said.splitlines()
    acknowledged = lines[len(lines) - lines[::-1].index("-") :] if "-" in lines else lines
    after = folder / "after"
    after.mkdir(exist_ok=True)
    if _run("mount", "-o", "loop", str(copy), str(after)):
        return False
    try:
        kept = notes(repository(after / "case.json"))
        more = kept[len(acknowledged) :]
        # One more save may have reached the disk than was told; it may have been the small one.
        good = (kept[: len(acknowledged)] == acknowledged and len(more) <= 1) or kept == []
        if kept == [] and acknowledged and len(acknowledged) % 40:
            good = False
        if not good:
            print(name, "told", acknowledged[-3:], "kept", kept[-3:], file=sys.stderr)
        return good
    finally:
        _run("umount", str(after))


def _mounted(image: Path, disk: Path) -> str:
    """Makes and mounts the disk; why it can't be done, or nothing."""
    if sys.platform != "linux" or os.getuid() != 0:
        return "only root can mount an image"
    if shutil.which("mkfs.ext4") is None:
        return "needs mkfs.ext4"
    with image.open("wb") as file:
        file.truncate(SIZE)
    if _run("mkfs.ext4", "-q", "-F", str(image)):
        return "mkfs.ext4 failed"
    return (
        "nothing can be mounted here" if _run("mount", "-o", "loop", str(image), str(disk)) else ""
    )


def _run(*words: str) -> int:
    return subprocess.run(words, check=False, capture_output=True).returncode
