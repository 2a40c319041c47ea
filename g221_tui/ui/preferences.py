"""How the user likes the dashboard: what they set in a file, and what it remembers by itself.

`settings.toml` in the configuration folder is the user's and only read. What is chosen on the
screen is remembered beside the log, in a file of the program's own.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from g221_tui.own_text import own_text

SETTINGS, REMEMBERED = "settings.toml", "remembered.json"
"""The names of the two files."""
SIGNS = ("auto", "ascii", "unicode")
"""What `signs` may be."""
KINDS: Mapping[str, type] = {"theme": str, "masked": bool, "signs": str, "lock": bool}
"""What may be set, and what each is."""


class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """What holds at the start."""

    theme: str = ""
    """The name of the theme; empty for the usual one."""
    masked: bool = False
    """Whether the dashboard begins masked."""
    signs: str = "auto"
    """`ascii`, `unicode`, or by what the terminal is."""
    lock: bool = True
    """Whether a change takes the file's lock; `false` is for disks that give none."""
    complaints: tuple[str, ...] = ()
    """What could not be read, a line each."""


class PreferenceFiles:
    """The two files; what can't be read or written is no reason not to start."""

    def __init__(self, config: Path, state: Path) -> None:
        self.settings = config / SETTINGS
        """The user's own file."""
        self.remembered = state / REMEMBERED
        """The program's."""

    def read(self) -> Preferences:
        """What was remembered, and over it what the user set."""
        kept, _ = _fitting(_json(self.remembered), str(self.remembered))
        try:
            wanted, complaints = self._wanted()
        except FileNotFoundError:
            wanted, complaints = {}, ()
        except OSError as problem:
            why = (problem.strerror or str(problem)).lower()
            wanted, complaints = {}, (f"{self.settings} can't be read: {why}.",)
        except (ValueError, RecursionError) as problem:  # it is not UTF-8, or no TOML
            wanted, complaints = {}, (f"{self.settings} can't be read: {problem}.",)
        return Preferences(**{**kept, **wanted}, complaints=complaints)

    def _wanted(self) -> tuple[dict[str, Any], tuple[str, ...]]:
        """What the user set, and what of it can't be.

        Raises:
            OSError: There are no settings, or they can't be read.
            ValueError: They are no TOML.
        """
        text = own_text(self.settings)
        import tomllib  # most users have no settings, and every change looks for them

        return _fitting(tomllib.loads(text), str(self.settings))

    def remember(self, **chosen: object) -> None:
        """Keep what was chosen on the screen; where that can't be, it holds for this time."""
        with suppress(OSError):
            now = {**_json(self.remembered), **chosen}
            self.remembered.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            new = self.remembered.with_suffix(f".{os.getpid()}")
            new.write_text(json.dumps(now), encoding="utf-8")
            new.replace(self.remembered)


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(own_text(path))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _fitting(found: Mapping[str, Any], where: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What can be taken of it, and what of the rest to say."""
    taken, complaints = {}, []
    for name, value in found.items():
        if name not in KINDS:
            complaints.append(f"{where}: '{name}' is no setting; known: {', '.join(KINDS)}.")
        elif not isinstance(value, KINDS[name]) or (name == "signs" and value not in SIGNS):
            may = ", ".join(SIGNS) if name == "signs" else KINDS[name].__name__
            complaints.append(f"{where}: '{name}' can't be {value!r}; it may be: {may}.")
        else:
            taken[name] = value
    return taken, tuple(complaints)
