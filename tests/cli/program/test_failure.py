"""A bug in the program: one plain line, a log without private data, the file as it was."""

import stat
from pathlib import Path

import pytest

from cli.conftest import Cli
from g221_tui.cli import main
from g221_tui.core.edits import contacts
from g221_tui.store.transaction import Transaction

pytestmark = pytest.mark.promise(20)

SECRET = "A1234567 Asha Rao"


def plant(monkeypatch: pytest.MonkeyPatch, where: type | object, name: str) -> None:
    """Has a part of the program fail, with private words in the error."""

    def bug(*args: object, **options: object) -> None:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ZeroDivisionError(f"{SECRET} {args}") from error

    monkeypatch.setattr(where, name, bug)


@pytest.mark.parametrize("moment", ["before the save", "in the save"])
def test_a_bug_is_one_plain_line_and_the_file_is_as_it_was(
    g221: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, moment: str
) -> None:
    g221.open("2026-10-26", "--title", SECRET)
    before = g221.file.read_bytes()
    with monkeypatch.context() as patch:
        if moment == "in the save":
            plant(patch, Transaction, "_note")
        else:
            plant(patch, contacts.LogContact, "apply")
        said = g221("log", "ceac", "--note", SECRET, code=1, bug=True)
    assert said.out == ""
    (line,) = said.lines
    assert line.startswith("g221 has a bug (ZeroDivisionError at g221_tui/")
    assert "Your file is whole" in line
    assert "Traceback" not in line
    assert SECRET not in line
    log = tmp_path / "state" / "g221" / "fault.log"
    assert str(log) in line
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    text = log.read_text()
    assert "ZeroDivisionError" in text
    assert "KeyError" in text
    assert "tracker.py" in text
    for private in ("A1234567", "Asha", str(tmp_path), str(Path.home())):
        assert private not in text
    assert g221.file.read_bytes() == before
    g221("log", "ceac", "--note", "works again")


def test_a_second_bug_replaces_the_log_and_follows_no_link(
    g221: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    g221.open("2026-10-26")
    victim = tmp_path / "victim"
    victim.write_text("precious")
    folder = tmp_path / "state" / "g221"
    folder.mkdir(parents=True)
    (folder / "fault.log").symlink_to(victim)
    plant(monkeypatch, contacts.LogContact, "apply")
    g221("log", "ceac", code=1, bug=True)
    g221("log", "ceac", code=1, bug=True)
    assert victim.read_text() == "precious"
    assert (folder / "fault.log").read_text().startswith("g221 ")


def test_a_bug_is_told_even_when_no_log_can_be_written(
    g221: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    g221.open("2026-10-26")
    (tmp_path / "state").write_text("a file where the folder must be")
    plant(monkeypatch, contacts.LogContact, "apply")
    said = g221("log", "ceac", code=1, bug=True)
    assert said.err.endswith("No log could be written.\n")
    assert len(said.lines) == 1


def test_a_bug_while_reading_is_told_the_same_way(
    g221: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    g221.open("2026-10-26")
    monkeypatch.setattr("g221_tui.service.reader.build", lambda *args, **more: [][0])
    said = g221("status", code=1, bug=True)
    assert said.out == ""
    assert said.lines[0].startswith("g221 has a bug (IndexError")


def test_a_bug_in_taking_the_words_is_told_too(g221: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    g221.open("2026-10-26")
    plant(monkeypatch, main, "as_text")
    said = g221("status", code=1, bug=True)
    assert said.lines[0].startswith("g221 has a bug (ZeroDivisionError")
    assert SECRET not in said.err
