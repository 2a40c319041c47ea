"""A disk without locks, from the command line: what is said, and the two ways to go on."""

import errno
import sys
from pathlib import Path

import pytest

from cli.conftest import Cli

pytestmark = [
    pytest.mark.promise(25),
    pytest.mark.skipif(sys.platform == "win32", reason="no flock there"),
]


@pytest.fixture
def unlocked(g221: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """A case on a disk that gives no locks from now on."""
    fcntl = pytest.importorskip("fcntl")
    g221.open("2026-10-26")

    def flock(handle: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", flock)
    return g221


def settings(folder: Path, patch: pytest.MonkeyPatch, text: str) -> Path:
    """The user's own settings."""
    patch.setenv("G221_CONFIG", str(folder))
    file = folder / "settings.toml"
    file.write_text(text, "utf-8")
    return file


def test_a_change_is_refused_in_one_line_and_reading_works(unlocked: Cli) -> None:
    said = unlocked("log", "ceac", "--note", "lost", code=1)
    (line,) = said.lines
    assert line.startswith("Nothing was saved: the disk that holds ")
    assert "go on with --no-lock, or 'lock = false' in settings.toml" in line
    assert unlocked.contacts() == []
    unlocked("status")


def test_no_lock_goes_on_wherever_the_option_stands(unlocked: Cli) -> None:
    unlocked("--no-lock", "log", "ceac", "--note", "one")
    unlocked("log", "ceac", "--no-lock", "--note", "two")
    unlocked("undo", "--no-lock")
    assert [each["note"] for each in unlocked.contacts()] == ["one"]
    unlocked("--no-lock", "status")


def test_the_setting_goes_on_for_good(
    unlocked: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings(tmp_path, monkeypatch, "lock = false\n")
    assert len(unlocked("log", "ceac", "--note", "one").lines) == 1
    assert [each["note"] for each in unlocked.contacts()] == ["one"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("lock = 'no'", "'lock' can't be 'no'; it may be: bool."),
        ("lock = ", "can't be read"),
    ],
)
def test_a_setting_that_can_not_be_read_is_said_and_the_lock_is_wanted(
    unlocked: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, says: str
) -> None:
    file = settings(tmp_path, monkeypatch, text)
    said = unlocked("log", "ceac", code=1)
    assert len(said.lines) == 2
    assert str(file) in said.lines[0]
    assert says in said.lines[0]
    assert said.lines[1].startswith("Nothing was saved")
