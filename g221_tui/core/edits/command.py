"""What a command is: one change of a case as the user means it, and what it is applied with.

The command line, the dialogs, the demo and the tests build the same commands.
"""

from typing import Protocol

import msgspec

from g221_tui.core.edits.edit import Edit
from g221_tui.core.progress.case_day import CaseDay


class Ids(Protocol):
    """Gives a new record its id, and tells the moment at which records are written."""

    def new_id(self, letter: str) -> str:
        """An id that no record of the file has or had; `letter` tells the kind of the record."""
        ...

    def new_case_id(self) -> str:
        """The number of the next case."""
        ...

    @property
    def stamp(self) -> str:
        """The moment of writing: a UTC timestamp, ISO 8601."""
        ...


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """One change of a case. Nothing is done before it is applied."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The changed case, and what to say about it.

        Raises:
            G221Error: it can't be done; nothing is.
        """
        raise NotImplementedError

    def check_other(self, day: CaseDay) -> None:
        """Make sure that it may be done for another case as well; nothing to check by default.

        Raises:
            G221Error: it may not.
        """
