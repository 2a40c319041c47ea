"""What the program remembers of its own beside the settings: small files, replaced in one step."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from g221_tui.errors import StoreError
from g221_tui.store import atomic, lock
from g221_tui.store.import_export import write_bytes

CALENDAR, REMINDERS = "calendar.json", "reminders.json"
"""The names of the files: what calendars were told, and what was reminded of."""
CASES = "cases"
"""Where a file keeps what it holds of each case."""
Kept = TypeVar("Kept")


class Memory:
    """One such file. It holds ids, dates and numbers, nothing that names somebody."""

    def __init__(self, path: Path) -> None:
        self.path = path
        """The file; it need not exist."""

    def read(self) -> tuple[dict[str, Any], bool]:
        """What is remembered, and whether it could be read; nothing where there is no file."""
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}, True
        except (OSError, ValueError, RecursionError):
            return {}, False
        return (found, True) if isinstance(found, dict) else ({}, False)

    def cases(self) -> tuple[dict[str, Any], bool]:
        """What is remembered of each case, by what tells it from every other; and as `read`."""
        known, readable = self.read()
        found = known.get(CASES)
        return (dict(found) if isinstance(found, dict) else {}), readable

    def write_cases(self, cases: Mapping[str, object]) -> None:
        """Remember this of each case; the errors are those of `write`."""
        self.write({CASES: cases})

    def write(self, value: Mapping[str, object]) -> None:
        """Remember this in place of what was; nothing is written where it is the same.

        Raises:
            StoreError: The disk did not take it; what was remembered stays.
        """
        if self.read() == (value, True):
            return
        atomic.make_folder(self.path.parent)
        write_bytes(self.path, json.dumps(value, indent=1).encode(), force=True)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else reads and writes it meanwhile.

        Raises:
            StoreError: Another process holds it, or there can be no lock.
        """
        atomic.make_folder(self.path.parent)
        with lock.held(self.path):
            yield


def understood(remembered: object, kind: type[Kept]) -> dict[str, Kept]:
    """What is remembered of a case; nothing where that can't be understood."""
    try:
        return msgspec.convert(remembered or {}, dict[str, kind])  # type: ignore[valid-type]
    except msgspec.ValidationError:
        return {}


def forgotten(error: StoreError, what: str) -> str:
    """That something could not be remembered, in a sentence."""
    return f"{what} could not be remembered: {error.fault.clause()}."
