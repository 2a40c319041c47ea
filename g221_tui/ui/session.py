"""What the screens share: the tracker, the case in hand, the day looked at, one write at a time."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

import msgspec

from g221_tui.clock import local_moment
from g221_tui.core.model import Book
from g221_tui.core.steps import STILL_HERE
from g221_tui.errors import DamagedFile, G221Error, Refused, StoreError
from g221_tui.service.done import Done
from g221_tui.service.reader import View
from g221_tui.service.tracker import Tracker
from g221_tui.ui.file_problem import FileProblem, Kind, needs_attention, read_only
from g221_tui.ui.keyboard.acts import Acts
from g221_tui.ui.keyboard.named_keys import NamedKeys

if TYPE_CHECKING:
    from g221_tui.core.privacy.masking import Masker
    from g221_tui.store.merging.pending_copies import Copy

NOT_NOW = "You are looking at another day: nothing can be recorded. {today} goes back to today."

T = TypeVar("T")


class Session(NamedKeys):
    """One run of the dashboard over one file."""

    def __init__(self, tracker: Tracker, *, case: str | None = None, demo: bool = False) -> None:
        super().__init__()
        self.tracker = tracker
        self.case = case
        """The id of the case that is shown; none means the file's current one, until it is read."""
        self.demo = demo
        """Whether the data is invented and the file thrown away."""
        self.acts = Acts()
        """What was done at the keyboard and with the mouse."""
        self.looking: date | None = None
        """Another day to look at; none means today."""
        self._masker: Masker | None = None
        self._plain: View | None = None
        self._drawn: View | None = None
        self.book: Book | None = None
        """The last book that could be read."""
        self.problem = ""
        """What is wrong with the file, in one line; empty while nothing is."""
        self.file_problem: FileProblem | None = None
        """What is shown in the place of a file that can't be; none while it can."""
        self.copies: tuple[Copy, ...] = ()
        """What sync tools left beside the file and holds something that it lacks."""
        self.marked: frozenset[str] = frozenset()
        """The ids of the documents that are marked, to be sent together."""
        self.moment_ago: dict[str, str] = {}
        """The former states of papers that another changed just now: a key may still mean them."""
        self.left_out: frozenset[tuple[str, str]] = frozenset()
        """Case and fact, where a letter asked for it and it was left empty: not asked again."""
        self.loads = 0
        """How often the file was read: another number means that there may be news to draw."""
        self._stamps: tuple[object, ...] = ()
        self._version = b""
        self._lock = asyncio.Lock()

    @property
    def view(self) -> View | None:
        """The last view that could be read, masked while that is asked for; none without a case.

        Only what is drawn is masked: the book in it stays as it is.
        """
        if self._drawn is None and self._plain is not None:
            case, snapshot = self.shown(self._plain.case), self.shown(self._plain.snapshot)
            self._drawn = msgspec.structs.replace(self._plain, case=case, snapshot=snapshot)
        return self._drawn

    @view.setter
    def view(self, view: View | None) -> None:
        self._plain, self._drawn = view, None
        if self.masked:
            self.mask(True)

    @property
    def masker(self) -> "Masker | None":
        """What masks everything that is shown; none while it is shown in full."""
        return self._masker

    @property
    def masked(self) -> bool:
        """Whether identifiers are masked in everything that is shown."""
        return self._masker is not None

    def mask(self, on: bool) -> None:
        """Mask the identifiers in everything that is shown, or show them again."""
        self._drawn = None
        if not on:
            self._masker = None
            return
        from g221_tui.core.privacy.masking import Masker, identifiers

        cases = self._plain.book.cases if self._plain is not None else ()
        known = identifiers(*cases)
        # Where the file can't be read now, what was read last is still shown, and its names known.
        with suppress(G221Error):
            known = known.also(self.tracker.reader.masker().known)
        for copy in self.copies:
            with suppress(G221Error):
                known = known.also(self.tracker.archive.identifiers_in(copy.path))
        if self._masker is None or self._masker.known != known:
            self._masker = Masker(*known)

    def shown(self, value: T) -> T:
        """A text, or records of texts, as they may be shown now."""
        return value if self._masker is None else self._masker.over(value)

    def shown_field(self, name: str, text: str) -> str:
        """The text of a field of a record as it may be shown now."""
        return text if self._masker is None else self._masker.field(name, text)

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self.looking if self.looking is not None else self.tracker.reader.today()

    @property
    def may_record(self) -> bool:
        """Whether anything can be recorded now."""
        return not self.why_not

    @property
    def why_not(self) -> str:
        """Why nothing can be recorded, in a line; empty while it can."""
        if self.file_problem is not None:
            return self.file_problem.refusal(self.key("restore"))
        if self.book is not None and self.book.read_only is not None:
            why = read_only(self.book.read_only, self.tracker.reader.repository.path)
            return f"Nothing can be recorded: {why}"
        return self.with_keys(NOT_NOW) if self.looking is not None else ""

    def load(self) -> None:
        """Read the file; what can't be read leaves the last view, and a line that says why."""
        try:
            book = self.tracker.reader.book()
        except StoreError as problem:
            damaged = isinstance(problem, DamagedFile)
            self._not_shown(Kind.DAMAGED if damaged else Kind.UNREADABLE, problem)
        else:
            if book.cases or not self._has_case:
                self.file_problem, self.book = None, book
                self.problem = needs_attention(book, self.tracker.reader.repository.path)
            else:
                there = self.tracker.reader.repository.path.exists()
                self._not_shown(Kind.EMPTY if there else Kind.GONE)
        self._version = self.tracker.reader.repository.version
        self._look_at_copies()
        self._draw()
        self.loads += 1

    @property
    def _has_case(self) -> bool:
        return self.book is not None and bool(self.book.cases)

    def _not_shown(self, kind: Kind, error: StoreError | None = None) -> None:
        """Keep what is shown; at the start show the newest good backup."""
        former, now = (
            self.file_problem,
            FileProblem(kind, self.tracker.reader.repository.path, error),
        )
        self.file_problem, self.problem = now, now.told
        if former is not None and former.shown:
            self.file_problem = former._replace(kind=kind, error=error)
        elif self._has_case:
            self.file_problem = now._replace(shown="What was read last")
        else:
            with suppress(G221Error):  # a backup that another process takes away meanwhile
                self._show_backup(now)

    def _show_backup(self, problem: FileProblem) -> None:
        backup = self.tracker.reader.good_backup()
        if backup is not None:
            self.book = self.tracker.reader.backup_book(backup.name)
            self.file_problem = problem._replace(
                shown=f"Backup {backup.name} of {local_moment(backup.saved_at)}",
                backup=backup.name,
                last=backup.last,
            )

    def _draw(self) -> None:
        """Compute the view of the book in hand."""
        book = self.book
        if book is None or not book.cases:
            self.view = None
            return
        try:
            self.view = self.tracker.reader.view(self._known_case(book), on=self.looking, book=book)
        except G221Error as problem:
            self.problem = str(problem)
        else:
            self.case = self.view.case.id
            self._forget_marks(self.view)

    def _forget_marks(self, view: View) -> None:
        """Keep the marks of what can still be sent; another day that is looked at changes none."""
        if self.looking is None:
            items = view.snapshot.documents.items
            self.marked &= {item.id for item in items if item.state in STILL_HERE}

    def _look_at_copies(self) -> None:
        """Find out which copies beside the file hold something that it lacks."""
        self._stamps = self.tracker.reader.copy_stamps()
        self.copies = ()
        if self._stamps and self.file_problem is None:
            with suppress(StoreError):
                self.copies = self.tracker.reader.pending_copies()

    def _known_case(self, book: Book) -> str | None:
        """The case asked for, unless it went from the file meanwhile and another was shown."""
        gone = self.view is not None and all(case.id != self.case for case in book.cases)
        return None if gone else self.case

    def look_outside(self) -> bool:
        """Read the file again where it is another; whether a paper's state changed with it."""
        if not self.changed_outside():
            return False
        before = self._states()
        self.load()
        now = self._states()
        other = {name: was for name, was in before.items() if now.get(name, was) != was}
        self.moment_ago = other | self.moment_ago
        return bool(other)

    def forget_moment(self) -> None:
        """What is shown has been seen by now."""
        self.moment_ago = {}

    def _states(self) -> dict[str, str]:
        items = self.view.snapshot.documents.items if self.view is not None else ()
        return {item.id: item.state for item in items}

    def changed_outside(self) -> bool:
        """Whether the file or the day is no longer what is shown."""
        if self._lock.locked():
            return False  # the change is our own
        if self.file_problem is not None and self.file_problem.kind is Kind.UNREADABLE:
            return True  # it may be again, and be the same
        return (
            self.tracker.reader.changed()
            # A form may have read a newer file than the one that is shown.
            or self.tracker.reader.repository.version != self._version
            or self._day_moved()
            or self.tracker.reader.copy_stamps() != self._stamps
        )

    def book_at_hand(self) -> Book | None:
        """The last book, while it is what the file holds; none where the file must be read."""
        if self._lock.locked() or self.file_problem is not None or self.changed_outside():
            return None
        return self.book

    def _day_moved(self) -> bool:
        return self.view is not None and self.view.snapshot.today != self.day

    def look(self, days: int) -> None:
        """Look at the day so many days from the one shown; today itself ends the looking.

        At either end of the calendar the day stays.
        """
        try:
            day = self.day + timedelta(days=days)
        except OverflowError:
            return
        self.looking = None if day == self.tracker.reader.today() else day
        self.load()

    def show_case(self, case: str) -> None:
        """Show another case of a book that can't be changed; the file keeps its own in hand."""
        self.case, self.marked = case, frozenset()
        self._draw()
        self.loads += 1

    def look_at_today(self) -> None:
        """End the looking."""
        self.looking = None
        self.load()

    def must_record(self) -> None:
        """Make sure, by what the file is at this moment, that something can be recorded.

        Raises:
            Refused: it can't; the message says why.
        """
        if self.why_not or self.changed_outside():
            self.load()  # it may be whole by now, or gone
        if self.why_not:
            raise Refused(self.why_not)

    async def record(self, change: Callable[[], Done]) -> Done:
        """Make one change in a thread, one at a time, then read the file anew.

        Raises:
            G221Error: what the change was refused for; a StoreError is also kept as the problem.
        """
        self.must_record()
        async with self._lock:
            try:
                done = await asyncio.to_thread(change)
            except StoreError as problem:
                self.load()
                self.problem = self.problem or str(problem)
                raise
            except G221Error:
                self.load()
                raise
        if done.case and done.case != self.case:
            self.case, self.marked = done.case, frozenset()
        self.load()
        return done

    async def write(self, writing: Callable[[], Done]) -> Done:
        """Write something that leaves the program, in a thread; no case is changed by it.

        Raises:
            G221Error: what it was refused for.
        """
        async with self._lock:
            return await asyncio.to_thread(writing)

    async def put_back(self) -> Done:
        """Make what is shown the file again.

        Raises:
            G221Error: the file is whole, or it could not be done.
        """
        backup = self.file_problem.backup if self.file_problem is not None else ""
        async with self._lock:
            try:
                return await asyncio.to_thread(self.tracker.archive.put_back, backup)
            finally:
                self.load()
