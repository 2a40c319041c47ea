"""Read the file and compute its snapshots: all that a face needs to show a case."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from g221_tui.clock import Clock
from g221_tui.core.cases import find_case
from g221_tui.core.history.entries import HistoryEntry
from g221_tui.core.model import Book, Case
from g221_tui.core.progress.case_day import CaseDay, case_day
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.snapshot.build import answer, build
from g221_tui.core.views import NextStep, Snapshot
from g221_tui.store.conflict_copies import Stamp, copy_stamps
from g221_tui.store.repository import Repository

# Masking and backups are loaded where they are asked for: most readings need neither.
if TYPE_CHECKING:
    from g221_tui.core.privacy.masking import Masker
    from g221_tui.store.backups import Backup
    from g221_tui.store.merging.pending_copies import Copy


class View(msgspec.Struct, frozen=True, kw_only=True):
    """One case to draw: the records and the snapshot computed from them."""

    book: Book
    case: Case
    snapshot: Snapshot


class Reader:
    """Reads one file. Nothing here takes a lock, writes, or creates anything."""

    def __init__(self, repository: Repository, rules: Rules, clock: Clock) -> None:
        self.repository = repository
        self.rules = rules
        self.clock = clock

    def today(self) -> date:
        """The day everything is judged by."""
        return self.clock.today()

    def book(self) -> Book:
        """Everything in the file."""
        return self.repository.load()

    def changed(self) -> bool:
        """Whether the file changed since it was last read or written here."""
        return self.repository.changed()

    def history(self) -> tuple[HistoryEntry, ...]:
        """Every change ever made, oldest first."""
        return self.repository.history()

    def backups(self) -> tuple["Backup", ...]:
        """Every backup of the file, newest first, the pinned ones last."""
        return self.repository.backups()

    def good_backup(self) -> "Backup | None":
        """The newest backup that can be restored."""
        return self.repository.good_backup()

    def conflict_copies(self) -> tuple[Path, ...]:
        """What sync tools left beside the file because two machines changed it."""
        return self.repository.conflict_copies()

    def copy_stamps(self) -> tuple[Stamp, ...]:
        """What sync tools left beside the file, to be compared with a later look; cheap."""
        return copy_stamps(self.repository.path)

    def pending_copies(self) -> tuple["Copy", ...]:
        """The copies that hold what the file lacks.

        Raises:
            StoreError: when the file can't be read.
        """
        if not self.copy_stamps():
            return ()
        from g221_tui.store.merging.pending_copies import pending

        return pending(self.repository.path, self.repository.tables, self.rules)

    def export(self, *, full: bool) -> dict[str, object]:
        """The whole file: as it is, which `import` takes, or with every identifier masked."""
        from g221_tui.output import export

        tables = self.repository.tables()
        places = self.rules.posts.place_names
        return {**tables} if full else export.masked(tables, places)

    def masker(self) -> "Masker":
        """What masks every identifier of the file, also those that were corrected since."""
        from g221_tui.core.privacy.masking import Masker
        from g221_tui.output import export

        known = export.identifiers(self.repository.tables())
        return Masker(*known._replace(places=self.rules.posts.place_names))

    def view(
        self, case: str | None = None, on: date | None = None, *, book: Book | None = None
    ) -> View:
        """A case and its snapshot, today or as it was on another day.

        Args:
            case: The id of the case; none for the one in hand.
            on: The day; none for today.
            book: A book that was just read, so that the file is not read again.

        Raises:
            Refused: when the file holds no case, or not that one.
        """
        book = self.book() if book is None else book
        day = self.day(case, on, book=book)
        return View(book=book, case=day.case, snapshot=build(day, live=on is None))

    def next_step(self, case: str | None = None) -> NextStep:
        """The next step of a case today, which is less work than the whole of its snapshot.

        Raises:
            Refused: when the file holds no case, or not that one.
        """
        return answer(self.day(case))

    def backup_book(self, name: str) -> Book:
        """What a backup holds, to be looked at.

        Raises:
            Refused: when there is no such backup, or it can't be restored.
        """
        return self.repository.load_backup(name)

    def day(
        self, case: str | None = None, on: date | None = None, *, book: Book | None = None
    ) -> CaseDay:
        """A case on a day, for the rules; the arguments are those of `view`."""
        found = find_case(self.book() if book is None else book, case)
        return case_day(found, self.rules, on or self.today())
