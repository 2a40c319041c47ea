"""A bug, in either face: one plain message, and a log file that holds nothing of the case.

An error's own words may repeat what the user typed, and a path may hold a name: the log has the
kind of each error and the places in the code, nothing else.
"""

import os
import platform
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from g221_tui import __version__
from g221_tui.clock import SystemClock
from g221_tui.config import state_path

LOG = "fault.log"
"""The log of the last bug, in the user's state folder."""
PACKAGE = Path(__file__).parent
"""Where the program lies."""
PRIVATE = 0o600
"""The log is for its owner alone."""


def reported(error: BaseException | None) -> str:
    """Writes the log, and gives what to say to the person; none is an error that got lost."""
    where = _log(error)
    log = (
        f"What happened is in {where}, without anything of your case."
        if where
        else "No log could be written."
    )
    what = f" ({_last(error)})" if error is not None else ""
    return f"g221 has a bug{what}. Your file is whole: a save is done or not done. {log}"


def _log(error: BaseException | None) -> Path | None:
    """Where the log was written; none when that failed too."""
    text = "\n".join(_lines(error)) + "\n"
    with suppress(OSError, RuntimeError):  # a user without a home has no state folder
        folder = state_path()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / LOG
        path.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(path, flags, PRIVATE)
        try:
            os.write(handle, text.encode())
        finally:
            os.close(handle)
        return path
    return None


def _lines(error: BaseException | None) -> Iterator[str]:
    """The log: versions, and each error of the chain with its places, innermost last."""
    yield f"g221 {__version__}, {SystemClock().stamp()}"
    yield f"Python {platform.python_version()} on {platform.system()}"
    here = error
    seen: list[BaseException] = []
    while here is not None and here not in seen:
        seen.append(here)
        yield ""
        yield f"{type(here).__module__}.{type(here).__qualname__}"
        for frame in traceback.extract_tb(here.__traceback__):
            yield f"  {_place(frame)} in {frame.name}"
        here = here.__cause__ or here.__context__


def _last(error: BaseException) -> str:
    """The kind of the error and the last of our own places on its way."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)]
    place = f" at {_place(ours[-1])}" if ours else ""
    return f"{type(error).__name__}{place}"


def _place(frame: traceback.FrameSummary) -> str:
    """File and line; of others' code the name of the file alone, since a path may name a user."""
    path = Path(frame.filename)
    shown = path.relative_to(PACKAGE.parent) if path.is_relative_to(PACKAGE) else path.name
    return f"{shown}:{frame.lineno}"
