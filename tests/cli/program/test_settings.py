"""Settings that can't be read are one plain line that names them, never a bug."""

import os
from pathlib import Path

import pytest

from cli.conftest import Cli


def status_with(g221: Cli, monkeypatch: pytest.MonkeyPatch, config: Path) -> str:
    """What is said of these settings."""
    monkeypatch.setenv("G221_CONFIG", str(config))
    said = g221("status", code=1)
    assert said.out == ""
    (line,) = said.lines
    return line


@pytest.fixture
def opened(g221: Cli) -> Cli:
    """A case, so that nothing but the settings stands against showing it."""
    g221.open("2026-10-26")
    return g221


def test_a_path_too_long_for_the_system_is_told_shortened(
    opened: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    line = status_with(opened, monkeypatch, tmp_path / ("a" * 3000))
    assert line.startswith("The settings folder /")
    assert line.endswith("policies can't be read: file name too long.")
    assert len(line) < 250


def test_a_file_in_place_of_the_settings_folder_is_told(
    opened: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("", encoding="utf-8")
    line = status_with(opened, monkeypatch, file)
    assert line == f"The settings folder {file}/policies can't be read: not a directory."


def test_a_folder_that_can_not_be_entered_is_told(
    opened: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert f"{loop}/policies can't be read: too many" in status_with(opened, monkeypatch, loop)


def test_a_folder_in_place_of_a_policy_file_is_told(
    opened: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "own" / "policies" / "mine.toml"
    file.mkdir(parents=True)
    line = status_with(opened, monkeypatch, tmp_path / "own")
    assert line == f"The policy file {file} can't be read: is a directory."


@pytest.mark.parametrize("value", ["[" * 3000 + "]" * 3000, "9" * 5000])
def test_a_policy_with_a_value_that_python_cannot_make_is_told(
    opened: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str
) -> None:
    file = tmp_path / "policies" / "mine.toml"
    file.parent.mkdir()
    file.write_text(f"id = {value}", encoding="utf-8")
    line = status_with(opened, monkeypatch, tmp_path)
    assert line.startswith(f"The policy file {file} can't be read: ")


def test_a_settings_folder_that_is_not_there_or_holds_no_policies_is_no_fault(
    opened: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "missing"):
        monkeypatch.setenv("G221_CONFIG", str(tmp_path / name))
        opened("status")


def test_a_relative_data_folder_is_passed_over(
    g221: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # The XDG specification: a relative path is to be ignored, else each folder had a case.
    monkeypatch.delenv("G221_FILE")
    monkeypatch.setenv("XDG_DATA_HOME", "data")
    monkeypatch.chdir(tmp_path)
    g221("new", "--refused", "2026-10-26")
    assert not (tmp_path / "data").exists()
    assert g221("info", "--json").json()["file"].startswith(str(tmp_path / ".local"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes there")
@pytest.mark.promise(16)
def test_settings_that_are_a_pipe_or_lie_in_no_folder_are_told_and_passed_over(
    opened: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "settings.toml")
    monkeypatch.setenv("G221_CONFIG", str(tmp_path))
    said = opened("log", "ceac").lines
    assert f"{tmp_path / 'settings.toml'} can't be read: it is no ordinary file." in said
    from g221_tui.config import config_path, state_path
    from g221_tui.ui.preferences import PreferenceFiles

    monkeypatch.setenv("G221_CONFIG", "/dev/null")
    (complaint,) = PreferenceFiles(config_path(), state_path()).read().complaints
    assert complaint == "/dev/null/settings.toml can't be read: not a directory."
    assert "Errno" not in complaint


def test_a_policy_that_is_a_pipe_is_told(
    opened: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "policies").mkdir()
    os.mkfifo(tmp_path / "policies" / "mine.toml")
    assert "can't be read: it is no ordinary file." in status_with(opened, monkeypatch, tmp_path)
