"""The tracker of one file: what the command line and the dashboard call to change its cases.

Each change reads the file, lets the pure rules decide, and saves in one transaction: done or not
done.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from g221_tui.clock import Clock
from g221_tui.core.model import Book
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.service.reader import Reader
from g221_tui.store.repository import Repository

# What changes the file or looks after it is loaded where it is asked for: a dashboard that is only
# read needs none of it.
if TYPE_CHECKING:
    from g221_tui.core.edits.cases.opening import OpenCase
    from g221_tui.core.edits.command import Command
    from g221_tui.core.edits.edit import Edit
    from g221_tui.service.archive import Archive
    from g221_tui.service.changes import Changes
    from g221_tui.service.done import Done


class Tracker:
    """Changes the cases of one file; has what reads it and what looks after it."""

    def __init__(
        self, repository: Repository, rules: Rules, clock: Clock, *, begins: int = 0
    ) -> None:
        """Take the file, and what it is judged by.

        Args:
            repository: The file.
            rules: All rules.
            clock: What says which day it is.
            begins: The number of the last entry of the history that nobody did: undo ends there.
        """
        self._begins = begins
        self.reader = Reader(repository, rules, clock)
        """Answers about the cases."""
        self.rules = rules
        """All rules."""

    @cached_property
    def archive(self) -> "Archive":
        """Takes steps back, restores backups, takes in other files."""
        from g221_tui.service.archive import Archive

        return Archive(self.reader, begins=self._begins)

    def apply(
        self, command: "Command", *, case: str | None = None, also: Sequence[str] = ()
    ) -> "Done":
        """Change one case, and what it shares with others; the arguments are those of `Changes`.

        Raises:
            G221Error: it can't be done; nothing is.
        """
        return self._done(lambda changes: changes.apply(command, case=case, also=also))

    def preview(
        self, command: "Command", *, case: str | None = None, book: Book | None = None
    ) -> "Edit":
        """What a command would do; nothing is changed.

        Args:
            command: What to do.
            case: The id or title of the case; none means the current one.
            book: A book that was read before; none reads the file.

        Raises:
            G221Error: it can't be done.
        """
        from g221_tui.service.forms import NoIds

        return command.apply(self.reader.day(case, book=book), NoIds())

    def open_case(self, command: "OpenCase") -> "Done":
        """Open a case; it becomes the current one."""
        return self._done(lambda changes: changes.open_case(command))

    def use_case(self, word: str) -> "Done":
        """Make another case the current one."""
        return self._done(lambda changes: changes.use_case(word))

    def link_case(self, other: str, kind: str, *, case: str | None = None) -> "Done":
        """Note that another case belongs with one."""
        return self._done(lambda changes: changes.link_case(other, kind, case=case))

    def _done(self, change: "Callable[[Changes], Done]") -> "Done":
        """Make a change in a transaction of its own, and say what the save could not promise."""
        from g221_tui.service.changes import Changes

        with self.reader.repository.transaction() as transaction:
            done = change(Changes(transaction, self.rules, self.reader.today()))
        return msgspec.structs.replace(done, saved_but=transaction.saved_but)
