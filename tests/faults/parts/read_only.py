"""Row 11: what can't be written is said in one line, and reading still works."""

import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from faults.parts.damage import WRITING
from faults.parts.part import Tally, scaled
from faults.runner import Runner, Template, at_home
from store.kit import python

TRIES = 3_000
NOBODY = 65534
"""The user whom modes stop where the tests are root's."""

FINE = "fine"
"""What is printed of a try that found no fault."""

READING: tuple[tuple[str, ...], ...] = (
    *(("status",), ("docs", "list"), ("contacts",), ("event", "list"), ("next",), ("timeline",)),
    *(("channels",), ("history",), ("info",), ("export", "json"), ("cases",)),
)
"""Commands that only read."""

CHILD = """
import sys
from pathlib import Path
from faults.parts.read_only import as_nobody
as_nobody(Path(sys.argv[1]), int(sys.argv[2]))
"""


def read_only(folder: Path, share: float) -> Iterator[Tally]:
    """Every way in which a file can't be written, under random commands, by a user without power.

    The user is another one where the run is root's, and so is the folder.
    """
    name = "a file or folder that can't be written, under one reading and one writing command"
    total = scaled(TRIES, share, 12)
    tally = Tally(name, 11, planned=total)
    yield tally
    if sys.platform == "win32":
        tally.skipped = "modes of another kind"
        return
    place = Path(tempfile.mkdtemp(prefix="g221-read-only-"))
    try:
        if os.getuid() == 0:
            os.chown(place, NOBODY, NOBODY)
        process = python(CHILD, str(place), str(total))
        said, wrong = process.communicate()
    finally:
        shutil.rmtree(place, ignore_errors=True)
    print(wrong, file=sys.stderr)
    for line in said.splitlines():
        tally.tries += 1
        if line != FINE:
            tally.fail(line)
    if process.returncode or tally.tries != total:
        tally.tries += 1
        tally.fail(wrong)


def as_nobody(place: Path, tries: int) -> None:
    """All tries, in a process that gives its power away first; prints how each went."""
    with tempfile.TemporaryDirectory() as warm, at_home(Path(warm)):
        g221 = Template(Path(warm)).fresh()  # loads what another user may not be able to load
        for words in (*READING, *WRITING):
            g221.ended(*words)
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    name = "a file or folder that can't be written, under one reading and one writing command"
    tally = Tally(name, 11)
    with at_home(place / "home"):
        template = Template(place)
        for n in range(tries):
            spoil = CLOSED[n % len(CLOSED)]
            told = tally.failures
            with tally.attempt((spoil.__name__, n)):
                g221 = template.fresh()
                before = g221.file.read_bytes()
                try:
                    _one(tally.chance, g221, spoil)
                finally:
                    g221.file.parent.chmod(0o700)
                if g221.file.is_file() and not g221.file.is_symlink():
                    g221.file.chmod(0o600)
                    assert g221.file.read_bytes() == before
            print(tally.said[-1] if tally.failures > told else FINE, flush=True)


def _one(chance: random.Random, g221: Runner, spoil: Callable[[Path], bool]) -> None:
    readable = spoil(g221.file)
    names = sorted(entry.name for entry in os.scandir(g221.file.parent))
    words = chance.choice(READING)
    said = g221(*words, code=0 if readable else 1)
    assert readable or (said.out, len(said.lines)) == ("", 1), (words, said)
    writing = [w for w in WRITING if w[0] != "import"]
    said = g221(*chance.choice(writing), code=1)
    assert (said.out, len(said.lines)) == ("", 1), said
    assert len(said.err) < 400, said
    assert sorted(entry.name for entry in os.scandir(g221.file.parent)) == names


def file_closed(file: Path) -> bool:
    """The file may be read only."""
    file.chmod(0o400)
    return True


def folder_closed(file: Path) -> bool:
    """The folder may be read only, and has no lock yet."""
    file.with_name(f".{file.name}.lock").unlink()
    file.parent.chmod(0o500)
    return True


def folder_closed_after(file: Path) -> bool:
    """The folder may be read only, but the lock is there from before."""
    file.parent.chmod(0o500)
    return True


def file_hidden(file: Path) -> bool:
    """The file may not even be read."""
    file.chmod(0o000)
    return False


def a_folder(file: Path) -> bool:
    """A folder lies under the file's name."""
    file.unlink()
    file.mkdir()
    return False


def a_pipe(file: Path) -> bool:
    """A pipe lies there: opening it must not wait for ever."""
    file.unlink()
    os.mkfifo(file)
    return False


def a_circle(file: Path) -> bool:
    """A link that leads to itself."""
    file.unlink()
    file.symlink_to(file.name)
    return False


def a_device(file: Path) -> bool:
    """A link to a device."""
    file.unlink()
    file.symlink_to("/dev/zero")
    return False


CLOSED: tuple[Callable[[Path], bool], ...] = (
    *(file_closed, folder_closed, folder_closed_after, file_hidden),
    *(a_folder, a_pipe, a_circle, a_device),
)
"""What makes a file one that can't be written; each tells whether it can still be read."""
