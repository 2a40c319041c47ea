"""What is due in the cases of a file and was not said before."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import msgspec

from g221_tui.core.outgoing.calendar_entries import case_key
from g221_tui.core.outgoing.reminders import Said, due
from g221_tui.errors import LockTimeout, StoreError
from g221_tui.rules.outgoing import load_outgoing
from g221_tui.service.reader import Reader
from g221_tui.store.own_files.memory import Memory, understood


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be said."""

    lines: tuple[str, ...]
    """One for each thing, names and numbers masked."""
    said: dict[str, Any]
    """What to remember of each case once it was said."""
    readable: bool
    """Whether what was said before could be read; else all of it is said once more."""


class Reminders:
    """Tells what is due, and remembers what was told."""

    def __init__(self, reader: Reader, memory: Memory) -> None:
        self._reader = reader
        self._memory = memory

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else tells meanwhile; where there can be no lock, it is done without.

        Raises:
            LockTimeout: Another process holds it.
        """
        with ExitStack() as stack:
            try:
                stack.enter_context(self._memory.held())
            except LockTimeout:
                raise
            except StoreError:
                pass  # to be reminded matters more than to be alone
            yield

    def due(self, case: str | None = None) -> Due:
        """What is due today and was not said; nothing is remembered yet.

        Args:
            case: The id of a case; none for all of the file.

        Raises:
            Refused: There is no such case.
        """
        book, by_case, readable = self._reader.book(), *self._memory.cases()
        ids = [each.id for each in book.cases] if case is None else [case]
        if not ids:
            return Due(lines=(), said=by_case, readable=True)
        masker, rules = self._reader.masker(), load_outgoing().reminders
        lines: list[str] = []
        for identity in ids:
            view = self._reader.view(identity, book=book)
            shown = masker.over(view.snapshot)
            key = case_key(view.case, by_case)
            said, after = due(shown, understood(by_case.get(key), Said), rules)
            name = f"{shown.case.label} (case {view.case.id}): " if len(book.cases) > 1 else ""
            lines += [f"{name}{line}" for line in said]
            by_case[key] = msgspec.to_builtins(after)
        return Due(lines=tuple(lines), said=by_case, readable=readable)

    def remember(self, told: Due) -> None:
        """Remember what was said.

        Raises:
            StoreError: The disk did not take it.
        """
        self._memory.write_cases(told.said)
