"""The user's own keys: `keymap.toml` beside the settings gives actions other keys, by their ids.

    log = "g"
    event = ["v", "f2"]

What can't be taken is refused with a line that says why; the rest works.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from textual.binding import Binding, InvalidBinding
from textual.keys import Keys

from g221_tui.own_text import own_text

FILE_NAME = "keymap.toml"
MODIFIERS = frozenset({"ctrl", "alt", "shift", "super"})
NAMES = frozenset(key.value for key in Keys)
"""The keys that Textual knows by a name and that write nothing."""
PLAIN_NAMES = frozenset({"slash", "backslash", "at", "minus", "plus", "underscore"})
"""Signs that it calls by other names than Unicode does."""
KEPT = frozenset({"ctrl+q", "ctrl+p", "ctrl+c", "escape", "up", "down", "home", "end", "j", "k"})
"""Keys that leave, move or open the palette everywhere."""
ALSO_KEPT = frozenset({"pageup", "pagedown", "g"})
"""Keys that move in a list."""


class Keymap(NamedTuple):
    """What the file gives."""

    keys: Mapping[str, str]
    """The keys of an action by its id, with commas, as Textual calls them."""
    problems: tuple[str, ...] = ()
    """What was refused, a line each."""


def read_keymap(folder: Path, actions: Mapping[str, str]) -> Keymap:
    """The keys of the file in that folder; none where there is no file.

    Args:
        folder: The user's configuration folder.
        actions: The keys of all actions by their ids.
    """
    path = folder / FILE_NAME
    try:
        text = own_text(path)
    except FileNotFoundError:
        return Keymap({})
    except OSError as problem:
        return Keymap({}, (f"{FILE_NAME} can't be read: {problem.strerror}",))
    except UnicodeDecodeError:
        return Keymap({}, (f"{FILE_NAME} can't be read: it is not UTF-8",))
    import tomllib  # most users have no keymap

    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as problem:
        return Keymap({}, (f"{FILE_NAME} can't be read: {problem}",))
    return _checked(text, table, actions)


def _checked(text: str, table: Mapping[str, object], actions: Mapping[str, str]) -> Keymap:
    """What of the table can be taken."""
    taken: dict[str, str] = {}
    problems: list[str] = []

    def refuse(action: str, why: str) -> None:
        problems.append(f"{FILE_NAME}{_line(text, action)}: {why}")

    for action, value in table.items():
        keys = [value] if isinstance(value, str) else value
        if action not in actions:
            refuse(action, f"no action is called {action!r}")
        elif not isinstance(keys, list) or not keys:
            refuse(action, f"{action} needs a key, or several in brackets")
        else:
            names, why = _names(keys)
            if why:
                refuse(action, f"{action}: {why}")
            else:
                taken[action] = ",".join(names)
    while twice := _twice(taken, actions):
        action, key, other = twice
        refuse(action, f"{action}: {_shown(key)} is the key of {other} already")
        del taken[action]
    return Keymap(taken, tuple(problems))


def _names(keys: Collection[object]) -> tuple[list[str], str]:
    """The names of the keys, and why one can't be taken."""
    names: list[str] = []
    for key in keys:
        if not isinstance(key, str) or not key.strip():
            return names, "a key is a text, for example 'g' or 'ctrl+g'"
        try:
            made = [each.key for each in Binding.make_bindings([Binding(key, "")])]
        except InvalidBinding:
            made = []
        for name in made:
            if why := _wrong(name):
                return names, why
        if not made:
            return names, f"{key!r} is no key"
        names += made
    return names, ""


def _wrong(name: str) -> str:
    *modifiers, last = name.split("+")
    if name in KEPT or name in ALSO_KEPT:
        return f"{name} has its own meaning everywhere"
    if len(last) == 1 and last != last.lower():
        return f"{last} is a capital: with Caps Lock it would be another key"
    known = len(last) == 1 or last in NAMES or last in PLAIN_NAMES or bool(_sign(last))
    return "" if known and MODIFIERS.issuperset(modifiers) else f"{name!r} is no key"


def _sign(name: str) -> str:
    """The sign of that name; empty where there is none."""
    try:
        return unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""


def _twice(taken: Mapping[str, str], actions: Mapping[str, str]) -> tuple[str, str, str] | None:
    """An action of the file whose key another action has too: its id, the key, the other."""
    force = {**actions, **taken}
    count = Counter(key for keys in force.values() for key in keys.split(",") if key)
    for action in reversed(list(taken)):
        for key in taken[action].split(","):
            if count[key] > 1:
                others = [o for o, keys in force.items() if o != action and key in keys.split(",")]
                return action, key, others[0] if others else action
    return None


def _line(text: str, action: str) -> str:
    """Where the file names it."""
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(rf"""\s*["']?{re.escape(action)}["']?\s*=""", line):
            return f", line {number}"
    return ""


def _shown(key: str) -> str:
    """A key as it is written: a sign by itself."""
    *modifiers, last = key.split("+")
    sign = {"slash": "/", "backslash": "\\", "at": "@", "minus": "-", "plus": "+"}.get(last)
    sign = sign or {"underscore": "_"}.get(last) or ("" if last == "space" else _sign(last))
    return "+".join((*modifiers, sign if sign.isprintable() and sign else last))


def shown(keys: str) -> str:
    """Several keys as they are written."""
    return " ".join(_shown(key) for key in keys.split(","))
