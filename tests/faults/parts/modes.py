"""Row 10: who may read the file, under any umask, and through links."""

import os
import random
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from faults.parts.part import Tally, scaled
from faults.runner import Runner, at_home
from store.kit import left_over

TRIES = 4_000
OPEN = 0o077
"""What nobody but the owner may have."""
CHOSEN = (0o600, 0o640, 0o644, 0o660, 0o664, 0o700, 0o666)
"""Modes that a user may have given the file."""

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("log", "ceac", "--note", "new"),
    ("set", "title=mine"),
    ("docs", "add", "Payslips"),
)


def modes(folder: Path, share: float) -> Iterator[Tally]:
    """Files made and saved under random umasks, at the end of links, with modes of the user's."""
    total = scaled(TRIES, share, 8)
    name = "a file made or saved under a random umask, mode, owner or link"
    tally = Tally(name, 10, planned=total)
    yield tally
    if sys.platform == "win32":
        tally.skipped = "modes of another kind"
    else:
        former = os.umask(0)
        try:
            with at_home(folder):
                for n in range(total):
                    mask = tally.chance.choice((0, 0o022, 0o027, 0o077, 0o777, 0o111, 0o444))
                    with tally.attempt((n, oct(mask))):
                        _one(tally.chance, folder / str(n), mask)
        finally:
            os.umask(former)


def _one(chance: random.Random, place: Path, mask: int) -> None:
    os.umask(0o022)
    place.mkdir()
    real = place.joinpath(*("deep",) * chance.randrange(3), "case.json")
    named = real
    if linked := chance.random() < 0.5:
        named = place / "links" / "mine.json"
        named.parent.mkdir()
        ahead = chance.random() < 0.5
        named.symlink_to(os.path.relpath(real, named.parent) if ahead else real)
    os.umask(mask)
    g221 = Runner(named)
    g221("new", "--refused", "2026-10-26")
    assert _mode(real) == 0o600
    for made in real.relative_to(place).parents:
        if made.name:
            assert _mode(place / made) == 0o700, made
    chosen, owner = 0o600, real.stat().st_uid
    if chance.random() < 0.5:
        chosen = chance.choice(CHOSEN)
        real.chmod(chosen)
        if os.getuid() == 0 and chance.random() < 0.5:
            owner = 65534
            os.chown(real, owner, 65533)
    for words in (*chance.sample(COMMANDS, 2), ("undo",)):
        g221(*words)
        assert _mode(real) == chosen, (words, oct(_mode(real)))
        assert real.stat().st_uid == owner
        assert named.is_symlink() is linked
    g221("export", "json", "--full", "--out", str(place / "out.json"))
    assert _mode(place / "out.json") == 0o600
    for path in real.parent.rglob(".case.json*"):
        backup = ".case.json.backups" in path.parts and path.is_file()
        allowed = OPEN & ~chosen if backup else OPEN
        assert not _mode(path) & allowed, (path, oct(_mode(path)))
    assert [name for name in left_over(real) if name.endswith(".tmp")] == []


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
