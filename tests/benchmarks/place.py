"""Where the benchmark keeps its files, and what it runs there."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from benchmarks import files
from benchmarks.measure import environment
from g221_tui.core.snapshot.folding import ahead, behind, folded
from g221_tui.service.reader import Reader


class Place:
    """A folder of files of every size, each made once and never written by what is measured."""

    def __init__(self, folder: Path, today: date, *, share: float = 1.0) -> None:
        self.folder = folder
        """Kept from run to run."""
        self.today = today
        """The day of the files."""
        whole = share == 1
        self.keys = 12 if whole else 1
        """How many cursor keys are pressed in a round."""
        self.idle = 1.0 if whole else 0.1
        """For how many seconds a dashboard is left alone."""
        self.share = share
        """The part of each size; less than 1 is a trial, whose figures mean nothing."""
        self.whole = whole
        """Whether all is measured, or one of each kind."""
        home = folder / "home"
        home.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*-*-*"):
            if old.name != f"{today}":
                shutil.rmtree(old)
        self.env: Mapping[str, str] = environment(home)
        """The environment of what is measured."""

    def some(self, names: Iterable[str]) -> tuple[str, ...]:
        """These names, or the first of them in a trial."""
        every = tuple(names)
        return every if self.whole else every[:1]

    def size(self, name: str) -> files.Size:
        """A named size, or its part."""
        return self.part(files.NAMED[name])

    def part(self, size: files.Size) -> files.Size:
        """The part of a size that is used."""
        if self.share == 1:
            return size
        counts = {
            name: max(2, round(count * self.share))
            for name, count in size._asdict().items()
            if name in ("contacts", "documents", "events") or (name == "cases" and count > 1)
        }
        return size._replace(**counts)

    def file(self, size: files.Size) -> Path:
        """The file of a size, in a folder of its own as a user's is."""
        name = "-".join(map(str, size))
        path = self.folder / f"{self.today}" / name / "case.json"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            made = path.with_suffix(".new")
            files.write(made, size, self.today)
            made.rename(path)
        return path

    def reader(self, size: files.Size) -> Reader:
        """Reads it."""
        return files.tracker_of(self.file(size), self.today).reader

    def copy(self, size: files.Size, name: str = "copy") -> Path:
        """A copy of it to be written, the former one with its backups gone."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        path = folder / "case.json"
        shutil.copy(self.file(size), path)
        path.chmod(0o600)
        return path

    def bare(self, name: str) -> tuple[str, ...]:
        """The command line of the floor with the rows of a named size, without Python."""
        return self.bare_of(self.size(name))

    def bare_of(self, size: files.Size) -> tuple[str, ...]:
        """The same of any size."""
        path = self.file(size).parent.with_name(f"{self.file(size).parent.name}.rows.json")
        if not path.exists():
            shown = {"title": files.MARK, "lists": rows_of(self.reader(size))}
            path.write_text(json.dumps(shown), encoding="utf-8")
        return ("-m", "benchmarks.floor", str(path))

    def product(self, name: str) -> tuple[str, ...]:
        """The command line of the program over the file of a named size, without Python."""
        return program(self.file(self.size(name)))

    def cpu(self, *words: str) -> float:
        """The processor's seconds of one whole run of Python.

        Raises:
            RuntimeError: It failed.
        """
        quiet = subprocess.DEVNULL
        with subprocess.Popen(
            [sys.executable, *words], env=dict(self.env), stdout=quiet, stderr=quiet
        ) as run:
            _, status, used = os.wait4(run.pid, 0)
            run.returncode = os.waitstatus_to_exitcode(status)
        if run.returncode:
            raise RuntimeError(f"{' '.join(words)} ended with {run.returncode}")
        return used.ru_utime + used.ru_stime


def program(path: Path, *words: str) -> tuple[str, ...]:
    """The command line of the program over a file, without Python."""
    return ("-m", "g221_tui", "--file", str(path), *words)


def rows_of(reader: Reader) -> list[list[str]]:
    """What the three panes show, as plain text."""
    snapshot = reader.view().snapshot
    channels = [f"{channel.name} {channel.state}" for channel in snapshot.channels]
    papers = [f"{item.name} {item.state}" for item in snapshot.documents.items]
    told = [*folded(behind(snapshot), snapshot), *folded(ahead(snapshot), snapshot)]
    return [papers, channels, [f"{entry.first.date:%b %d} {entry.text}" for entry in told]]
