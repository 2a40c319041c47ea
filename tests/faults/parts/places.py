"""Row 25: where modes, links or locks can't be had, it saves or says the true reason."""

import errno
import os
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from faults.parts.damage import WRITING
from faults.parts.part import Tally, scaled
from faults.runner import Runner, Template, at_home

TRIES = 1_000
OTHER = 4711
"""The number of a user who is not here."""
LACKING = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
NO_LOCK = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP)
SAID_ONCE = "(said once)"
"""How a warning ends that is not repeated."""
ADDING = ("log", "event", "deadline", "new")
"""The commands that can be given in any order, and again."""
CHANGING = tuple(words for words in WRITING if words[0] in ADDING)


def places(folder: Path, share: float) -> Iterator[Tally]:
    """Disks that lack something, under random commands."""
    total = scaled(TRIES, share, 2 * len(KINDS))
    name = "a command on a disk without modes, links or locks, or among others' files"
    tally = Tally(name, 25, planned=total)
    yield tally
    if sys.platform == "win32":
        tally.skipped = "modes and locks of another kind"
        return
    with at_home(folder / "home"):
        template = Template(folder)
        for n in range(total):
            kind = KINDS[n % len(KINDS)]
            with tally.attempt((kind.__name__, n)):
                kind(tally.chance, template.fresh())


def no_modes(chance: random.Random, g221: Runner) -> None:
    """Neither modes nor links, or only one of both."""
    calls = chance.choice((("chmod", "fchmod", "link"), ("chmod", "fchmod"), ("link",)))
    with failing(os, chance.choice(LACKING), *calls):
        said = [g221(*words).err for words in chance.sample(CHANGING, 3)]
    assert sum(SAID_ONCE in each for each in said) <= 1, said
    assert all(len(each.splitlines()) == 1 for each in said), said
    _goes_on(g221)


def no_locks(chance: random.Random, g221: Runner) -> None:
    """No locks: refused in one line, and done without them on the user's word."""
    import fcntl

    words, before = chance.choice(CHANGING), g221.file.read_bytes()
    with failing(fcntl, chance.choice(NO_LOCK), "flock"):
        said = g221(*words, code=1)
        assert (said.out, len(said.lines)) == ("", 1), said
        assert "--no-lock" in said.err, said
        assert g221.file.read_bytes() == before
        g221(*words, "--no-lock")
    assert g221.file.read_bytes() != before
    _goes_on(g221)


def busy(chance: random.Random, g221: Runner) -> None:
    """The file can't be replaced."""
    before = _all(g221.file)
    with failing(os, errno.EBUSY, "replace"):
        said = g221(*chance.choice(CHANGING), code=1)
    assert (said.out, len(said.lines)) == ("", 1), said
    assert _all(g221.file) == before
    _goes_on(g221)


def second_name(chance: random.Random, g221: Runner) -> None:
    """A hard link: said before it is parted."""
    other = g221.file.with_name("second.json")
    os.link(g221.file, other)
    words, before = chance.choice(CHANGING), other.read_bytes()
    said = g221(*words, code=1)
    assert "second name" in said.err, said
    assert other.samefile(g221.file)
    g221(*words)
    assert other.read_bytes() == before
    _goes_on(g221)


def others_files(chance: random.Random, g221: Runner) -> None:
    """Another user's lock, or backups; only root can make some."""
    if os.getuid():
        return
    lock = g221.file.with_name(f".{g221.file.name}.lock")
    backups = g221.file.with_name(f".{g221.file.name}.backups")
    lock.write_text("theirs")
    os.chown(lock, OTHER, OTHER)
    if with_backups := chance.random() < 0.5:
        for place in (backups, *backups.rglob("*")):
            os.chown(place, OTHER, OTHER)
    before = {path: path.read_bytes() for path in backups.rglob("*.json")}
    for words in chance.sample(CHANGING, 2):
        g221(*words)
    assert lock.read_text() == "theirs"
    if with_backups:
        assert {path: path.read_bytes() for path in backups.rglob("*.json")} == before
        listed = g221("backup", "list", "--json").json()
        planted = [each for each in listed if each["name"].startswith("untrusted")]
        assert len(planted) == len(before)
        assert not any(each["trusted"] for each in planted)
        for each in planted:
            g221("backup", "restore", each["name"], code=1)
    _goes_on(g221)


KINDS: tuple[Callable[[random.Random, Runner], None], ...] = (
    *(no_modes, no_locks, busy, second_name, others_files),
)
"""What a place can lack, or hold too much."""


@contextmanager
def failing(module: Any, number: int, *calls: str) -> Iterator[None]:
    """These functions fail with this error number."""

    def fail(*args: object, **options: object) -> None:
        raise OSError(number, os.strerror(number))

    with ExitStack() as patches:
        for call in calls:
            patches.enter_context(mock.patch.object(module, call, fail))
        yield


def _goes_on(g221: Runner) -> None:
    """The file is read and written as ever, and nothing half done lies beside it."""
    g221("log", "ceac", "--note", "and on")
    assert g221.contacts()[-1]["note"] == "and on"
    assert [path for path in g221.file.parent.iterdir() if path.suffix == ".tmp"] == []


def _all(file: Path) -> dict[str, bytes]:
    """Every file beside it but the lock, which names the last writer."""
    return {
        str(path): path.read_bytes()
        for path in file.parent.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }
