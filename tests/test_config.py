"""The program's folders are where the system puts them, found with or without a library."""

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from g221_tui.config import config_path, file_path, state_path

HOMES = (None, "/home/ana", "/home/ana/", "//home/ana", "/", "", "ana", "~ana", "/home/ana maria")
"""What HOME may be; none where it is not set."""
NAMED = (None, "", " ", "/data/own", "/data/own/", "own", "~/own", "//data", "/data/\u5b89")
"""What a variable of the system's may be."""


def set_or_not(patch: pytest.MonkeyPatch, name: str, value: str | None) -> None:
    """Set a variable, or take it away."""
    if value is None:
        patch.delenv(name, raising=False)
    else:
        patch.setenv(name, value)


def told(what: str) -> Path | str:
    """Where a folder is, by the library; or that it can't say."""
    try:
        return Path(getattr(platformdirs, f"user_{what}_path")("g221", appauthor=False))
    except RuntimeError as problem:
        return str(problem)


def ours(what: str) -> Path | str:
    """Where the program says it is."""
    of = {"data": lambda: file_path(None, {}).parent, "state": state_path}
    try:
        return of.get(what, lambda: config_path({}))()
    except RuntimeError as problem:
        return str(problem)


@pytest.mark.parametrize("android", [None, "/system"])
@pytest.mark.parametrize("named", NAMED)
@pytest.mark.parametrize("home", HOMES)
def test_each_folder_is_where_the_library_puts_it(
    monkeypatch: pytest.MonkeyPatch, home: str | None, named: str | None, android: str | None
) -> None:
    set_or_not(monkeypatch, "HOME", home)
    set_or_not(monkeypatch, "ANDROID_ROOT", android)
    for what in ("data", "config", "state"):
        set_or_not(monkeypatch, f"XDG_{what.upper()}_HOME", named)
        assert ours(what) == told(what)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the library is asked")
def test_where_linux_says_it_plainly_the_library_is_not_loaded(tmp_path: Path) -> None:
    code = (
        "import sys; from g221_tui.config import config_path, file_path, state_path\n"
        "print(file_path(None, {}), config_path({}), state_path(), 'platformdirs' in sys.modules)"
    )
    left_out = ("XDG_", "G221_", "ANDROID_")
    env = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**env, "HOME": str(tmp_path)},
        cwd=Path(__file__).parents[1],
    )
    own = (".local/share/g221/case.json", ".config/g221", ".local/state/g221")
    assert done.stdout.split() == [*(str(tmp_path / name) for name in own), "False"]
