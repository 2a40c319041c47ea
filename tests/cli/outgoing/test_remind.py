"""`remind`: what is due, once; and what starts it by the clock."""

import json
import plistlib
import shlex
import stat
from pathlib import Path

import pytest

from cli.conftest import Cli


@pytest.fixture
def opened(g221: Cli) -> Cli:
    """A case whose passport expires on 14 March 2027, and a day that names somebody."""
    g221.open("2026-10-26", "--asked", "no", "--visa", "H-1B", "--post", "Mumbai")
    g221("set", "applicant=Asha Verma", "passport_expires=2027-03-14", "wait=300")
    g221("deadline", "add", "Flight of Asha Verma", "2027-04-11")
    return g221


def memory(tmp_path: Path) -> Path:
    return tmp_path / "config" / "g221" / "reminders.json"


def test_it_says_what_is_due_once_and_is_silent_otherwise(opened: Cli) -> None:
    assert opened("remind").out == ""
    first = opened("remind", today="2027-03-08")
    assert first.out == "Passport expires: in 6 days, on Sun 14 Mar 2027.\n"
    again = opened("remind", today="2027-03-08")
    assert (again.out, again.err) == ("", "")
    assert opened("remind", today="2027-03-09").out == ""


def test_its_memory_is_private_and_names_nobody(opened: Cli, tmp_path: Path) -> None:
    said = opened("remind", today="2027-04-05").out
    assert "Verma" not in said
    assert "Flight of" in said
    text = memory(tmp_path).read_text(encoding="utf-8")
    assert "Verma" not in text
    assert "Flight" not in text
    assert stat.S_IMODE(memory(tmp_path).stat().st_mode) == 0o600
    before = opened.file.read_bytes()
    opened("remind", today="2027-04-10")
    assert opened.file.read_bytes() == before


def test_every_case_of_the_file_is_asked_and_named(opened: Cli) -> None:
    opened.open("2026-11-02", "--asked", "no", "--title", "Daughter", "--wait", "300")
    opened("set", "passport_expires=2027-03-12")
    lines = opened("remind", today="2027-03-08").out.splitlines()
    assert lines == [
        "H-1B · Mumbai (case 1): Passport expires: in 6 days, on Sun 14 Mar 2027.",
        "Daughter (case 2): Passport expires: in 4 days, on Fri 12 Mar 2027.",
    ]
    assert opened("remind", "--case", "2", today="2027-03-12").out.count("\n") == 1


def test_a_file_without_a_case_is_no_reason_to_speak(g221: Cli) -> None:
    ended = g221("remind")
    assert (ended.out, ended.err) == ("", "")


def test_a_memory_that_cannot_be_read_says_it_all_once_more(opened: Cli, tmp_path: Path) -> None:
    opened("remind", today="2027-03-08")
    memory(tmp_path).write_text("[")
    again = opened("remind", today="2027-03-08")
    assert "Passport" in again.out
    assert "once more" in again.err
    assert opened("remind", today="2027-03-08").out == ""


def test_what_cannot_be_remembered_is_said_all_the_same(opened: Cli, tmp_path: Path) -> None:
    memory(tmp_path).mkdir(parents=True)
    ended = opened("remind", today="2027-03-08", code=1)
    assert "Passport" in ended.out
    assert "could not be remembered" in ended.err


def program(folder: Path, name: str, code: int = 0) -> Path:
    """A program that writes down what it is given."""
    file = folder / name
    log = folder / f"{name}.log"
    file.write_text(
        f'#!/bin/sh\nfor word in "$@"; do printf "%s\\n" "$word"; done >> {log}\nexit {code}\n'
    )
    file.chmod(0o755)
    return log


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the only one with programs."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/bin")
    return folder


@pytest.mark.parametrize("name", ["notify-send", "osascript"])
def test_the_desktop_shows_each_line_where_there_is_one(
    opened: Cli, desktop: Path, name: str
) -> None:
    log = program(desktop, name)
    ended = opened("remind", "--notify", today="2027-03-08")
    assert ended.err == ""
    assert log.read_text().splitlines()[-1] == ended.out.strip()
    opened("remind", "--notify", today="2027-03-08")
    assert log.read_text().count("Passport") == 1


def test_where_there_is_no_desktop_that_is_said(
    opened: Cli, desktop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(desktop))
    ended = opened("remind", "--notify", today="2027-03-08")
    assert "no notify-send or osascript" in ended.err
    assert "Passport" in ended.out
    program(desktop, "notify-send", code=1)
    monkeypatch.setenv("PATH", f"{desktop}:/bin")
    assert "did not show it" in opened("remind", "--notify", today="2027-03-12").err


def test_a_schedule_names_every_path_in_full(
    opened: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = '50% of it/my "case" $HOME.json'
    line = opened("--file", file, "remind", "--notify", "--schedule", "cron").out.strip()
    assert line.startswith("0 9 * * * ")
    assert "%" not in line.replace("\\%", "")
    words = shlex.split(line.removeprefix("0 9 * * * ").replace("\\%", "%"))
    assert words[-4:] == ["--file", str(tmp_path / file), "remind", "--notify"]
    plist = opened("--file", file, "remind", "--schedule", "launchd").out.encode()
    job = plistlib.loads(plist)
    assert job["ProgramArguments"][-3:] == ["--file", str(tmp_path / file), "remind"]
    assert job["StartCalendarInterval"] == {"Hour": 9, "Minute": 0}
    units = opened("--file", file, "remind", "--schedule", "systemd").out
    assert '50%% of it/my \\"case\\" $$HOME.json' in units
    assert "OnCalendar=*-*-* 09:00:00" in units
    assert not memory(tmp_path).exists()


def test_a_schedule_that_is_not_known_or_cannot_be_written_is_one_line(opened: Cli) -> None:
    assert "cron, systemd, launchd" in opened("remind", "--schedule", "at", code=2).err
    assert "no schedule" in opened("--file", "a\nb", "remind", "--schedule", "cron", code=1).err


def test_what_is_remembered_is_json_of_ids_and_days(opened: Cli, tmp_path: Path) -> None:
    opened("remind", today="2027-03-08")
    ((_, of_case),) = json.loads(memory(tmp_path).read_text())["cases"].items()
    assert of_case == {"expiry_passport..2027-03-14": {"on": "2027-03-14", "days": 7}}
