"""The command line in this process without pytest: for tries by the thousand."""

import io
import os
import pickle
import shutil
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

from cli.conftest import TODAY, Cli, Result, parsed
from faults.commands import fill
from g221_tui.cli.main import main

BUG = "g221 has a bug"
"""How the message of a bug begins."""


class Runner(Cli):
    """The program on one private file, its streams caught here."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def ended(self, *args: str, today: str | None = TODAY, bug: bool = False) -> Result:
        """Run it where chance decides how it ends: whoever drew the words judges that."""
        result = self.run(*args, today=today)
        assert (BUG in result.err) is bug, result.err
        return result

    def run(self, *args: str, today: str | None = TODAY) -> Result:
        """Run it, whatever comes of it."""
        words = ["--file", str(self.file)] if "--file" not in args else []
        words += [*(["--today", today] if today is not None else []), *args]
        out, err = _stream(), _stream()
        with redirect_stdout(out), redirect_stderr(err):
            ended = main(words)
        return Result(_text(out), _text(err), ended)


@contextmanager
def at_home(folder: Path) -> Iterator[None]:
    """A home of its own without settings, and the data files parsed once, not at each command."""
    names = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "CACHE")}
    home = {"HOME": str(folder), "XDG_STATE_HOME": str(folder / "state"), **names}
    again = mock.patch.object(tomllib, "loads", _unpacked)
    with mock.patch.dict(os.environ, home), again:
        for name in ("G221_FILE", "G221_CONFIG", "NO_COLOR"):
            os.environ.pop(name, None)
        yield


def _unpacked(text: str) -> object:
    return pickle.loads(parsed(text))


def _stream() -> io.TextIOWrapper:
    """A stream that takes what a terminal takes: UTF-8 and nothing else."""
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    raw = stream.buffer
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode()


class Template:
    """A filled file with its backups, copied for each try."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._first = folder / "first" / "case.json"
        fill(Runner(self._first))
        self._count = 0

    def fresh(self) -> Runner:
        """The program on a copy of its own; the copy before is taken away."""
        shutil.rmtree(self._folder / str(self._count), ignore_errors=True)
        self._count += 1
        place = self._folder / str(self._count)
        shutil.copytree(self._first.parent, place)
        return Runner(place / self._first.name)
