"""Running g221 in this process as a user does: words in, streams and an exit code out."""

import json
import pickle
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

TODAY = "2026-12-12"
LATER = "2031-01-01"
"""A day after everything the tests record, to record it on."""

EVERY_FACT = {"--tracking": "yes", "--us-link": "employer", "--us-state": "TX"}
"""What no channel then lacks."""

WAIT = ("anchor", "elapsed_days", "wait_days", "days_left", "state_department_day_180")
"""What is null when there is no wait."""

HUMAN = ("consulate_call", "consulate_email", "dos", "senator")


@dataclass(frozen=True)
class Result:
    """What one run of the program gave."""

    out: str
    err: str
    code: int

    def json(self) -> Any:
        """Read stdout as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """The lines on stderr."""
        return self.err.splitlines()


class Cli:
    """The program on one private file."""

    def __init__(self, capsys: pytest.CaptureFixture[str], file: Path) -> None:
        self._capsys = capsys
        self.file = file

    def __call__(
        self,
        *args: str,
        today: str | None = TODAY,
        code: int = 0,
        bug: bool = False,
    ) -> Result:
        """Run `g221 ARGS` on the day `today` (none: no `--today` is given) and check its exit."""
        result = self.ended(*args, today=today, bug=bug)
        assert result.code == code, f"{args}: exit {result.code}, not {code}: {result}"
        return result

    def ended(self, *args: str, today: str | None = TODAY, bug: bool = False) -> Result:
        """Run it where chance decides how it ends: whoever drew the words judges that."""
        from g221_tui.cli.main import main

        words = list(args) if today is None else ["--today", today, *args]
        self._capsys.readouterr()
        try:
            ended: object = main(words)
        except SystemExit as stop:
            ended = 0 if stop.code is None else stop.code
        out, err = self._capsys.readouterr()
        assert isinstance(ended, int), ended
        assert ("g221 has a bug" in err) is bug, err
        return Result(out, err, ended)

    def open(self, refused: str, *more: str, today: str = LATER) -> str:
        """Open a case with every fact that a channel needs, unless given, and give its id."""
        facts = [word for pair in EVERY_FACT.items() if pair[0] not in more for word in pair]
        return self("new", "--refused", refused, *facts, *more, today=today).out.strip()

    def status(self, today: str = TODAY) -> Any:
        """The snapshot of that day."""
        return self("status", "--json", today=today).json()

    def channels(self, today: str = TODAY) -> dict[str, Any]:
        """The channels of that day by their ids."""
        return {row["id"]: row for row in self("channels", "--json", today=today).json()}

    def states(self, today: str = TODAY) -> dict[str, str]:
        """The state of each channel on that day."""
        return {name: row["state"] for name, row in self.channels(today).items()}

    def documents(self, today: str = TODAY) -> dict[str, Any]:
        """The documents of that day by their names."""
        return {row["name"]: row for row in self.status(today)["documents"]["items"]}

    def deadlines(self, today: str = TODAY) -> dict[str, Any]:
        """The deadlines of that day by their ids."""
        return {row["id"]: row for row in self.status(today)["deadlines"]}

    def next_step(self, today: str = TODAY) -> Any:
        """The next step on that day."""
        return self("next", "--json", today=today).json()

    def contacts(self) -> list[dict[str, Any]]:
        """All contacts."""
        rows: list[dict[str, Any]] = self("contacts", "--json").json()
        return rows

    def recorded(self) -> tuple[str, str, str]:
        """All that could show that something was recorded."""
        return (
            self("history").out,
            self("status", "--json").out,
            self("contacts", "--json").out,
        )


def plus(start: str, days: int) -> str:
    """The day that many days later."""
    return (date.fromisoformat(start) + timedelta(days=days)).isoformat()


def names_day(text: str, day: str) -> bool:
    """Whether the text names the day, in the form for people or for data."""
    wanted = date.fromisoformat(day)
    spoken = {f"{wanted.day} {wanted:%b %Y}", f"{wanted.day:02} {wanted:%b %Y}"}
    return day in text or any(form in text for form in spoken)


@pytest.fixture
def g221(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Cli:
    """The program on a file that does not exist yet, far from the developer's own."""
    file = tmp_path / "kept" / "case.json"
    monkeypatch.setenv("G221_FILE", str(file))
    monkeypatch.delenv("G221_CONFIG", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return Cli(capsys, file)


parse: Callable[..., dict[str, Any]] = tomllib.loads


@cache
def parsed(text: str) -> bytes:
    """The content of a TOML text, packed: whoever unpacks it has a copy of their own."""
    return pickle.dumps(parse(text))


@pytest.fixture(autouse=True)
def quick_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse a text that was parsed before by unpacking it: the tests run thousands of commands."""
    monkeypatch.setattr(tomllib, "loads", lambda text: pickle.loads(parsed(text)))
