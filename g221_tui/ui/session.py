"""What the screens share: the tracker, the case in hand, the day looked at, one write at a time."""

import asyncio
from collections.abc import Callable
from datetime import date, timedelta

from g221_tui.core.model import Book
from g221_tui.errors import G221Error, Refused, StoreError
from g221_tui.reader import View
from g221_tui.service import Done, Tracker

NOT_NOW = "You are looking at another day: nothing can be recorded. 0 goes back to today."

GONE = "The file is gone, or holds no case any more. What you see is what was read last."


class Session:
    """One run of the dashboard over one file."""

    def __init__(self, tracker: Tracker, *, case: str | None = None, demo: bool = False) -> None:
        self.tracker = tracker
        self.case = case
        """The id of the case that is shown; none means the file's current one, until it is read."""
        self.demo = demo
        """Whether the data is invented and the file thrown away."""
        self.looking: date | None = None
        """Another day to look at; none means today."""
        self.view: View | None = None
        """The last view that could be read; none while there is no case."""
        self.book: Book | None = None
        """The last book that could be read."""
        self.problem = ""
        """What is wrong with the file, in one line; empty while nothing is."""
        self._lock = asyncio.Lock()

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self.looking if self.looking is not None else self.tracker.today()

    @property
    def may_record(self) -> bool:
        """Whether anything can be recorded: not while another day is looked at."""
        return self.looking is None

    def load(self) -> None:
        """Read the file; what can't be read leaves the last view, and a line that says why."""
        try:
            book = self.tracker.book()
            view = (
                self.tracker.view(self._known_case(book), on=self.looking, book=book)
                if book.cases
                else None
            )
        except G221Error as problem:
            self.problem = str(problem)
            return
        if view is None and self.view is not None:
            self.problem = GONE
            return
        self.book, self.view = book, view
        if view is not None:
            self.case = view.case.id
        self.problem = _needs_attention(book)

    def _known_case(self, book: Book) -> str | None:
        """The case asked for, unless it went from the file meanwhile and another was shown."""
        gone = self.view is not None and all(case.id != self.case for case in book.cases)
        return None if gone else self.case

    def changed_outside(self) -> bool:
        """Whether the file or the day is no longer what is shown."""
        if self._lock.locked():
            return False  # the change is our own
        try:
            changed = self.tracker.changed()
        except StoreError as problem:
            changed = str(problem) != self.problem
        return changed or self._day_moved()

    def _day_moved(self) -> bool:
        return self.view is not None and self.view.snapshot.today != self.day

    def look(self, days: int) -> None:
        """Look at the day so many days from the one shown; today itself ends the looking."""
        day = self.day + timedelta(days=days)
        self.looking = None if day == self.tracker.today() else day
        self.load()

    def look_at_today(self) -> None:
        """End the looking."""
        self.looking = None
        self.load()

    async def record(self, change: Callable[[], Done]) -> Done:
        """Make one change in a thread, one at a time, then read the file anew.

        Raises:
            G221Error: what the change was refused for; a StoreError is also kept as the problem.
        """
        if not self.may_record:
            raise Refused(NOT_NOW)
        async with self._lock:
            try:
                done = await asyncio.to_thread(change)
            except StoreError as problem:
                self.problem = str(problem)
                raise
        self.case = done.case
        self.load()
        return done


def _needs_attention(book: Book) -> str:
    """One line about a file that may not be written, or records that could not be read."""
    if book.read_only:
        return book.read_only
    if not book.problems:
        return ""
    first = book.problems[0]
    where = f"{first.table} {first.record}: {'; '.join(first.faults)}"
    if len(book.problems) == 1:
        return f"A record needs attention, kept as it is in the file: {where}"
    return f"{len(book.problems)} records need attention, kept as they are in the file: {where} ..."
