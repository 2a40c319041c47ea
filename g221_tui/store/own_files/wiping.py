"""Taking away everything of the program's own, and nothing else.

What is not plainly its own is left and named: a link (it may lead anywhere), a file of another
user, a file that g221 did not write, and what the user wrote in its folders.
"""

import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext, suppress
from pathlib import Path

import msgspec

from g221_tui.errors import StoreError
from g221_tui.records import META
from g221_tui.store import codec, lock, signature
from g221_tui.store.backups import NAMES, Shelf
from g221_tui.store.own_files.memory import CALENDAR, REMINDERS
from g221_tui.store.places.own_place import SAID, own_place

SETTINGS = ("settings.toml", "keymap.toml")
"""The settings, in the configuration folder."""
REMEMBERED = re.compile(r"fault\.log|remembered\.(?:json|[0-9]+)", re.ASCII)
"""The log, and what the dashboard remembers, in the state folder."""
LINK, OTHERS, NOT_OURS = (
    "a link: where it leads is not touched",
    "it belongs to another user",
    "g221 did not write it",
)
"""Why something is left."""
OF_OTHERS = "it holds what other files of cases need"
"""Why a folder for several files stays."""


class Own(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is to go."""

    path: Path
    what: str
    """What it is, in a word or two."""
    folder: bool = False
    """Whether it is a folder, which goes once it is empty."""


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """Something that stays."""

    path: Path
    why: str


class Wipe(msgspec.Struct, frozen=True, kw_only=True):
    """What is to go, files before their folders, and what stays."""

    own: tuple[Own, ...]
    left: tuple[Left, ...]


def planned(file: Path, config: Path, state: Path, folders: Sequence[Path]) -> Wipe:
    """Everything of the program's own; nothing is touched yet.

    Args:
        file: The file of the cases, as the user named it.
        config: The configuration folder.
        state: The folder of the log.
        folders: The folders that the program makes for itself: each goes once it is empty.
    """
    own: list[Own] = []
    left: list[Left] = []
    for found in (*_of_cases(file), *_of_config(config), *_of_state(state), *_of_place(file)):
        if isinstance(found, Own):
            own.append(found)
        else:
            left.append(found)
    going = {each.path for each in own}
    place = own_place(file.resolve().parent)
    for folder in (place, place.parent):
        inside = _inside(folder)
        if inside and going.issuperset(inside):
            own.append(Own(path=folder, what="folder", folder=True))
            going.add(folder)
        elif inside:
            left.append(Left(path=folder, why=OF_OTHERS))
    for folder in dict.fromkeys(folders):
        inside = _inside(folder)
        stays = [path for path in inside if path not in going]
        named = {each.path for each in left}
        left += [
            Left(path=path, why="not g221's own")
            for path in stays
            if path not in named and folder != file.parent
        ]
        if inside and not stays:
            own.append(Own(path=folder, what="folder", folder=True))
    return Wipe(own=tuple(own), left=tuple(left))


def removed(wipe: Wipe, file: Path) -> tuple[Left, ...]:
    """Take it away; what could not be.

    Args:
        wipe: What is to go.
        file: The file of the cases: nobody writes to it meanwhile.

    Raises:
        LockTimeout: Another process is writing to it; nothing was removed.
    """
    note = _lock_of(file)
    files = [each for each in wipe.own if not each.folder and each.path != note]
    folders = [each for each in wipe.own if each.folder]
    locked = _is_plain(file) and _foreign(note) is None
    with lock.held(file) if locked else nullcontext():
        failed = [*_gone(files)]
    if _foreign(note) is None and not _is_plain(file):
        failed += _gone([Own(path=note, what="lock")])
    return (*failed, *_gone(folders))


def _gone(own: Sequence[Own]) -> Iterator[Left]:
    """Take these away; what could not be."""
    for each in own:
        try:
            if each.folder:
                each.path.rmdir()
            else:
                each.path.unlink(missing_ok=True)
        except OSError as error:
            yield Left(path=each.path, why=(error.strerror or str(error)).lower())


def _lock_of(file: Path) -> Path:
    return file.with_name(f".{file.name}.lock")


def _of_cases(file: Path) -> Iterator[Own | Left]:
    """The file of the cases, its backups, its lock, and what killed writers left."""
    why = _foreign(file) or (LINK if file.parent.is_symlink() else None)
    shelf = Shelf(file)
    beside = _is_plain(_lock_of(file)) or _is_folder(shelf.folder)
    if why is None and _is_plain(file) and not _is_ours(file, beside=beside):
        why = NOT_OURS
    if why is not None:
        yield Left(path=file, why=why)
        return
    if _is_plain(file):
        yield Own(path=file, what="the cases")
    for folder in (shelf.pinned, shelf.folder):
        if _foreign(folder) or _foreign(shelf.folder):
            yield Left(path=folder, why=_foreign(folder) or LINK)
        elif _is_folder(folder):
            yield from _backups(folder, shelf)
    yield from _plain([_lock_of(file)], "lock")
    yield from _plain(_half_written(file), "half a save")


def _backups(folder: Path, shelf: Shelf) -> Iterator[Own | Left]:
    """The backups of a folder; others' files in it stay, and so does the folder then."""
    others = False
    for path in _inside(folder):
        known = NAMES.fullmatch(path.name) or _is_half(path)
        if path == shelf.pinned and _is_folder(path):
            continue
        if known and _is_plain(path):
            yield Own(path=path, what="backup")
        else:
            others = True
            yield Left(path=path, why="not g221's own")
    if not others:
        yield Own(path=folder, what="folder of backups", folder=True)


def _of_config(config: Path) -> Iterator[Own | Left]:
    """The settings, and what is remembered beside them; what the user wrote stays."""
    if why := _foreign(config):
        yield Left(path=config, why=why)
        return
    yield from _plain([config / name for name in SETTINGS], "settings")
    for name in (CALENDAR, REMINDERS):
        path = config / name
        yield from _plain([path, _lock_of(path), *_half_written(path)], "memory")


def _of_state(state: Path) -> Iterator[Own | Left]:
    """The log, and what the dashboard remembers."""
    if why := _foreign(state):
        yield Left(path=state, why=why)
        return
    yield from _plain([p for p in _inside(state) if REMEMBERED.fullmatch(p.name)], "log or theme")


def _of_place(file: Path) -> Iterator[Own | Left]:
    """What the state folder holds for the file where its own folder could not be trusted."""
    place = own_place(file.resolve().parent)
    yield from _plain([place / SAID, place / f"{file.resolve().name}.lock"], "of its folder")


def _plain(paths: Sequence[Path], what: str) -> Iterator[Own | Left]:
    """Those of the paths that are there, a link among them as what stays."""
    for path in paths:
        if why := _foreign(path):
            yield Left(path=path, why=why)
        elif _is_plain(path):
            yield Own(path=path, what=what)


def _half_written(file: Path) -> list[Path]:
    return [p for p in _inside(file.parent) if _is_half(p) and p.name.startswith(f".{file.name}.")]


def _is_half(path: Path) -> bool:
    """Whether it is what a killed writer left."""
    return re.fullmatch(r"\..+\.[0-9a-f]{8}\.tmp", path.name, re.ASCII) is not None


def _inside(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(folder.iterdir()) if _is_folder(folder) else []
    return []


def _foreign(path: Path) -> str | None:
    """Why what lies there is not to be touched; none where nothing does, or it is the user's."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    if stat.S_ISLNK(found.st_mode):
        return LINK
    if sys.platform != "win32" and found.st_uid != os.geteuid():
        return OTHERS
    return None


def _is_plain(path: Path) -> bool:
    with suppress(OSError):
        return stat.S_ISREG(os.lstat(path).st_mode)
    return False


def _is_folder(path: Path) -> bool:
    with suppress(OSError):
        return stat.S_ISDIR(os.lstat(path).st_mode)
    return False


def _is_ours(file: Path, *, beside: bool) -> bool:
    """Whether g221 wrote the file; a damaged one is its own where its backups lie beside it."""
    try:
        found = signature.read(file)
        return found is not None and META in codec.decode(found[0])
    except StoreError:
        return beside
