"""Row 2: a disk without room, and a limit of the system, under random commands."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from faults.parts.damage import WRITING
from faults.parts.part import Tally, scaled
from faults.runner import Runner, Template, at_home
from store.kit import left_over

TRIES = 2_000
SIZE = "512k"
"""Of the small disk."""
ROOM = 24_000
"""How many bytes are left on it at most: a little more than a save takes."""
FULL = "the disk is full."
LIMIT = "the file would be larger than is allowed here."


def full_disk(folder: Path, share: float) -> Iterator[Tally]:
    """A disk of its own with random little room; and a random limit to the size of a file."""
    disk = folder / "disk"
    disk.mkdir()
    tries = scaled(TRIES, share, 8)
    full = Tally("a command that writes, on a disk with no or little room; then with room", 2)
    full.planned = tries
    yield full
    full.skipped = _mounted(disk)
    with at_home(folder):
        template = Template(folder)
        try:
            for n in range(0 if full.skipped else tries):
                with full.attempt(n):
                    _full(full.chance, template.fresh(), disk)
        finally:
            if not full.skipped:
                subprocess.run(["umount", str(disk)], check=True)
        name = "a command that writes, under a limit to the size of files; then without"
        limited = Tally(name, 2, planned=tries)
        yield limited
        limited.skipped = "limits of another kind" if sys.platform == "win32" else ""
        for n in range(0 if limited.skipped else tries):
            with limited.attempt(n):
                _limited(limited.chance, template.fresh())


def _mounted(disk: Path) -> str:
    """Mount the small disk; why it can't be, or nothing."""
    if sys.platform != "linux" or os.getuid() != 0:
        return "only root can mount a small disk"
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)]
    failed = subprocess.run(mount, check=False, capture_output=True).returncode
    return "nothing can be mounted here" if failed else ""


def _full(chance: random.Random, made: Runner, disk: Path) -> None:
    place = disk / "kept"
    shutil.copytree(made.file.parent, place)
    filler = disk / "filler"
    try:
        g221 = Runner(place / made.file.name)
        with filler.open("wb", buffering=0) as file:
            try:
                while file.write(b"x" * 4096):
                    pass
            except OSError:
                room = chance.choice((0, 0, chance.randrange(ROOM)))
                file.truncate(max(0, file.tell() - room))
        words = _tried(chance, g221, FULL)
        filler.unlink()
        _works(g221, words)
    finally:
        shutil.rmtree(place)
        filler.unlink(missing_ok=True)


def _limited(chance: random.Random, g221: Runner) -> None:
    import resource  # not on every system

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(
        resource.RLIMIT_FSIZE, (chance.randrange(g221.file.stat().st_size + 2000), hard)
    )
    try:
        words = _tried(chance, g221, LIMIT)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    _works(g221, words)


def _tried(chance: random.Random, g221: Runner, why: str) -> list[str]:
    """A random command: it saves, or one line says why and nothing is another."""
    before = g221.file.read_bytes()
    words = list(chance.choice([w for w in WRITING if w[0] not in ("import", "redo")]))
    said = g221.ended(*words)
    if said.code:
        assert said.code == 1, said
        assert (said.out, len(said.lines)) == ("", 1), said
        assert said.err.startswith("Nothing was saved: "), said
        assert why in said.err, said
        assert g221.file.read_bytes() == before
        assert g221("status").code == 0
    assert [left for left in left_over(g221.file) if left.endswith(".tmp")] == []
    return words


def _works(g221: Runner, words: list[str]) -> None:
    """Once there is room the next save works."""
    before = g221.file.read_bytes()
    g221("event", "add", "note", "--note", f"room again after {words[0]}")
    assert g221.file.read_bytes() != before
