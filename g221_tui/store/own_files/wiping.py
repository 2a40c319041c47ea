"""Taking away everything of the program's own, and nothing else.

What is not plainly its own is left and named: a link (it may lead anywhere), a file of another
user, a file that g221 did not write, and what the user wrote in its folders.
"""

import os
import re
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
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
LATE = "it was written while the rest went: wipe once more"
"""Why something is there at the end."""
OF_THE_FILE = "the file that it belongs to is still there"
"""Why a lock is there at the end."""
ELSEWHERE = "it has another name elsewhere, which keeps what it holds"
"""What is said of a file that goes by one of its names."""
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
    place = own_place(_real(file).parent)
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
    return Wipe(own=tuple(_with_other_names(own)), left=tuple(left))


class Removed(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a wipe."""

    own: int
    """How many files and folders there were to take away."""
    failed: tuple[Left, ...]
    """What is there all the same."""


def removed(look: Callable[[], Wipe], file: Path) -> Removed:
    """Take it away; what could not be.

    Args:
        look: Tells what is to go. It is asked once nobody else writes: the writer that had to
            finish first has left one more copy.
        file: The file of the cases: nobody writes to it meanwhile.

    Raises:
        LockTimeout: Another process is writing to it; nothing was removed.
    """
    note = _lock_of(file)
    locked = _is_plain(file) and _foreign(note) is None
    with lock.held(file) if locked else nullcontext():
        wipe = look()
        failed = [*_gone([own for own in wipe.own if not own.folder and own.path != note])]
    if _foreign(note) is None and not _is_plain(file):
        failed += _gone([Own(path=note, what="lock")])
    failed += _gone([own for own in wipe.own if own.folder])
    known = {each.path for each in failed}
    late = [own for own in look().own if own.path not in known]
    stuck = _is_plain(file) and file in known
    failed += [
        Left(path=own.path, why=OF_THE_FILE if stuck and own.path == note else LATE) for own in late
    ]
    return Removed(own=len({own.path for own in (*wipe.own, *late)}), failed=tuple(failed))


def _with_other_names(own: Sequence[Own]) -> Iterator[Own]:
    """The same; of a file that has more names than go, this is said."""
    names: Counter[tuple[int, int]] = Counter()
    found: list[tuple[Own, os.stat_result | None]] = []
    for each in own:
        there = None
        with suppress(OSError):
            there = os.lstat(each.path)
            names[there.st_dev, there.st_ino] += 1
        found.append((each, there))
    for each, there in found:
        more = there is not None and there.st_nlink > names[there.st_dev, there.st_ino]
        said = f"{each.what}; {ELSEWHERE}" if more and not each.folder else each.what
        yield msgspec.structs.replace(each, what=said)


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


def _real(file: Path) -> Path:
    """The file itself; of a chain of links that has no end, or a name too long, the name."""
    return Path(os.path.realpath(file))


def _lock_of(file: Path) -> Path:
    return file.with_name(f".{file.name}.lock")


def _of_cases(file: Path) -> Iterator[Own | Left]:
    """The file of the cases, its backups, its lock, and what killed writers left."""
    why = _foreign(file) or (LINK if _foreign(file.parent) == LINK else None)
    shelf = Shelf(file)
    beside = _is_plain(_lock_of(file)) or _is_folder(shelf.folder)
    if why is None and _is_plain(file) and not _is_ours(file, beside=beside):
        why = NOT_OURS
    if why is not None:
        yield Left(path=file, why=why)
        return
    if _is_plain(file):
        yield Own(path=file, what="the cases")
    strange = _foreign(shelf.folder)
    for folder in (shelf.folder,) if strange else (shelf.pinned, shelf.folder):
        if why := _foreign(folder):
            yield Left(path=folder, why=why)
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
    real = _real(file)
    place = own_place(real.parent)
    yield from _plain([place / SAID, place / f"{real.name}.lock"], "of its folder")


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
