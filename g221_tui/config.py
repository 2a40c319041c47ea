"""Where things lie: the user's file, the configuration folder and the state folder."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from g221_tui.errors import NotUnderstood

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

NAME = "g221"
"""The name of the program's folders."""
FILE_NAME = "case.json"
"""The name of the user's file in its own folder."""


def file_path(given: str | None, environ: Mapping[str, str] | None = None) -> Path:
    """The file to use: as given, else `G221_FILE`, else the user's data folder.

    Raises:
        NotUnderstood: What is given can't be a file, such as `/`.
    """
    env = os.environ if environ is None else environ
    named = given or env.get("G221_FILE")
    if named:
        path = user_path(named)
        if path.name in ("", "..") or not Path(os.path.realpath(path)).name:
            raise NotUnderstood(
                f"'{named}' is a folder, not a case file: name one in it, for example"
                f" {path / FILE_NAME}."
            )
        return path
    return _own_folder("XDG_DATA_HOME", ".local/share", lambda of: of.user_data_path) / FILE_NAME


def user_path(named: str) -> Path:
    """A path as the user names it; `~` is the home, and of an unknown user just a sign."""
    path = Path(_as_bytes_are(named))
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _as_bytes_are(named: str) -> str:
    """The name as a process must write it whose locale is not UTF-8: it means the same bytes."""
    if sys.platform == "win32" or named.isascii():
        return named
    try:
        return os.fsdecode(named.encode("utf-8", "surrogateescape"))
    except UnicodeError:
        return named  # no file can have that name, and whoever opens it says so


def config_path(environ: Mapping[str, str] | None = None) -> Path:
    """Where what the user likes and adds lies: `G221_CONFIG`, else the configuration folder.

    Settings, keys, policies, posts and letters, and what calendars and reminders told before.
    """
    env = os.environ if environ is None else environ
    if named := env.get("G221_CONFIG"):
        return user_path(named)
    return _own_folder("XDG_CONFIG_HOME", ".config", lambda of: of.user_config_path)


def state_path() -> Path:
    """The user's state folder: what the program keeps for itself.

    The log of a bug, what was chosen on the screen, and what can't lie beside a file.
    """
    return _own_folder("XDG_STATE_HOME", ".local/state", lambda of: of.user_state_path)


def _own_folder(variable: str, usual: str, ask: "Callable[[PlatformDirsABC], Path]") -> Path:
    """The program's own folder within the one a variable names, else the usual one.

    Where Linux says it plainly, it is read here: nearly every command asks, and to load the library
    takes longer than to read a case. What is not plain, and every other system, is the library's.
    """
    if sys.platform == "linux" and "ANDROID_ROOT" not in os.environ:
        named, home = os.environ.get(variable), os.environ.get("HOME", "")
        if named is not None and named.startswith("/"):
            return Path(named, NAME)
        if named is None and home.startswith("/"):
            return Path(home, usual, NAME)
    from platformdirs import PlatformDirs

    return ask(PlatformDirs(NAME, appauthor=False))
