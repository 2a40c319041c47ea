"""A bug in the dashboard: one plain line, and a log file that holds nothing of the case.

Textual would print the values of the local variables, which are the user's case.
"""

import os
import sys
from pathlib import Path
from traceback import extract_tb


class Reporter:
    """Stands in for the console on which Textual prints what went wrong."""

    def __init__(self) -> None:
        self._places: list[str] = []

    def note(self, error: BaseException) -> None:
        """Remember the kind of an exception, and where in the code it passed."""
        self._places += places_of(error)

    def print(self, *things: object, **settings: object) -> None:
        """Say it in a line; keep the places in the code, and no value, in the log."""
        words = "g221 made a mistake and had to stop. Your file is as it was saved last."
        log = write_log(self._places)
        if log is not None:
            words += f" What is known of it is in {log}; it holds nothing of your case."
        sys.stderr.write(words + "\n")


def places_of(error: BaseException) -> list[str]:
    """The kind of an exception and the places it passed: no message, no value."""
    lines = [type(error).__name__]
    frames = extract_tb(error.__traceback__)
    return lines + [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]


def log_path() -> Path:
    """Where the log lies."""
    from platformdirs import user_log_path

    return user_log_path("g221", appauthor=False) / "mistake.log"


def write_log(lines: list[str]) -> Path | None:
    """Write the log, for its owner only; none where that is not possible."""
    path = log_path()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    except OSError:
        return None
    return path
