"""A transaction: the book under the file's lock, and the saves that change it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import msgspec
from tinydb.table import Document

from g221_tui import contents, records
from g221_tui.clock import Clock
from g221_tui.core.history import undo
from g221_tui.core.history.entries import HistoryEntry, RecordChange, RowChange
from g221_tui.core.history.order import following
from g221_tui.core.model import Book, Problem
from g221_tui.errors import Refused
from g221_tui.store import diff, rows
from g221_tui.store.new_ids import NewIds
from g221_tui.store.table import CaseDatabase
from g221_tui.store.working_copy import CaseStorage

NOTHING_GIVEN: Mapping[str, Collection[str]] = MappingProxyType({})
"""For a save in which every change shows by itself."""
NO_NUMBERS: Mapping[records.Key, int] = MappingProxyType({})
"""For changes of records that can all be read."""


class Transaction:
    """The file under its lock: a book to change, and the saves that change it."""

    def __init__(self, storage: CaseStorage, clock: Clock) -> None:
        self.saved_but = ""
        """What its save could not make sure of, in a sentence, once it is over; nearly always
        empty."""
        self._storage = storage
        self._database = CaseDatabase(storage)
        self._clock = clock
        self._read: contents.Reading | None = None
        self._new_ids = NewIds(storage)

    @property
    def book(self) -> Book:
        """The records as they are in this transaction."""
        return self._reading.book

    @property
    def entries(self) -> tuple[HistoryEntry, ...]:
        """The history as it is in this transaction, oldest first."""
        return records.read_history(self._storage.whole())[0]

    @property
    def tables(self) -> records.RawTables:
        """Every row of the file as it is in this transaction."""
        return self._storage.whole()

    @property
    def _reading(self) -> contents.Reading:
        """The working copy as records, read again after a save."""
        if self._read is None:
            self._read = contents.read(self._storage.as_it_lies())
        return self._read

    @property
    def stamp(self) -> str:
        """The moment of writing: a UTC timestamp, ISO 8601."""
        return self._clock.stamp()

    def new_id(self, letter: str) -> str:
        """An id that no record of the file has or had, such as "d-k7m2qx"."""
        return self._new_ids.of_record(letter)

    def new_case_id(self) -> str:
        """The number after the highest that a case of this file ever had."""
        return self._new_ids.of_case()

    def admit(self, name: str, values: Mapping[str, object]) -> bool:
        """Reads a record that can't be read as one with these values, until it is saved so.

        Args:
            name: Its id.
            values: The values by the names of the fields in the file; none for an empty one.

        Returns:
            Whether it can be read so; otherwise nothing is different.
        """
        read = contents.read(self._storage.as_it_lies(), admitted={name: values})
        if all(problem.record != name for problem in read.book.problems):
            self._read = read
            return True
        return False

    def save(
        self,
        book: Book,
        sentence: str,
        on: date,
        *,
        given: Mapping[str, Collection[str]] = NOTHING_GIVEN,
    ) -> None:
        """Makes the file's records those of the book, and notes it in the history.

        Nothing is noted when nothing differs. The disk is written at the end of the transaction.

        Args:
            book: The new book, made from `book` of this transaction.
            sentence: What the change does, in words.
            on: The day the thing happened.
            given: The fields that were given a value, by the ids of their records: one of them
                that can't be read is written though the book never held what stands there.

        Raises:
            SaveFailed: A record holds what the file can't; nothing of this save is done.
            ValueError: Two records of the book have one id, or one lies in another's case.
        """
        stamp = self._clock.stamp()
        book = diff.stamped(book, self._reading.rows, stamp)
        known = {records.META_KEY: records.new_meta()} | self._reading.rows
        made = diff.diff(self.book, book, known, given)
        unread = {problem.record for problem, _ in self._reading.troubled}
        unread -= {name for _, name in self._reading.rows}
        if any(change.id in unread for change in made):
            raise ValueError("a record has the id of one that can't be read")
        if made:
            step = HistoryEntry(n=0, at=stamp, on=on, sentence=sentence, changes=tuple(made))
            self._put_records(made)
            self._note(step)

    def place(
        self, problem: Problem, values: Mapping[str, object], sentence: str, on: date
    ) -> records.Row:
        """Gives a record that can't be placed another id or case, and notes it in the history.

        Args:
            problem: The record, as the book of this transaction names it.
            values: The fields of its row that get another value.
            sentence: What it does, in words.
            on: The day it is done.

        Returns:
            Its row.

        Raises:
            Refused: It can't be placed so; the message says why.
        """
        tables = self.tables
        number = next(n for found, n in self._reading.troubled if found == problem)
        made = rows.placed(tables, problem.table, number, values)
        if not made:
            raise Refused(f"Nothing was changed: {problem.where}, and g221 can't mend that.")
        self._storage.become(rows.put(tables, made))
        self._read = None
        last = made[-1]
        for found, place in self._reading.troubled:
            if (found.table, place) == (last.table, last.number) and (
                not found.fields or not values.keys().isdisjoint(found.fields)
            ):
                raise Refused(f"Nothing was changed: it would still need attention: {found.where}.")
        self._note(
            HistoryEntry(n=0, at=self._clock.stamp(), on=on, sentence=sentence, rows=tuple(made))
        )
        row = last.after[0]
        return row if isinstance(row, dict) else {}

    def turn(self, step: HistoryEntry, sentence: str, on: date) -> None:
        """Takes a step of the history back or again, and notes it.

        Args:
            step: The step to take, `before` being what the file must hold; its `undoes` or
                `redoes` names the entry.
            sentence: What it does, in words.
            on: The day it is done.

        Raises:
            Refused: A record is not as the step left it; the message names each.
        """
        step = rows.with_meta(step)
        own = {change.id for change in step.changes}
        unread = {
            key: found
            for key, found in diff.unread(self.tables, self._reading.rows)
            if key[1] in own
        }
        known = {records.META_KEY: records.new_meta()} | self._reading.rows
        known |= {key: row for key, (_, row) in unread.items()}
        found = undo.clashes(step, known, records.with_meta(self.tables))
        problems = self.book.problems
        if found:
            raise Refused(
                f"Nothing was changed: {', '.join(found)} changed since"
                f" ({sentence.rstrip('.')}). Look at it, and correct it by hand."
            )
        self._put_records(step.changes, {key: number for key, (number, _) in unread.items()})
        if step.rows:
            self._storage.become(rows.put(self.tables, step.rows))
        self._read = None
        # A record that was mended needs attention again.
        # A case in hand that is not there stops nobody: the last one is taken for it.
        left = [
            p
            for p in self.book.problems
            if p not in problems and p.record not in own and p.table != records.META
        ]
        if rows.only_placed(step):  # what was there before it needs attention again
            added = undo.added_since(step, self.entries)
            left = [problem for problem in left if problem.record in added]
        if left:
            names = ", ".join(f"{problem.table} {problem.record}" for problem in left)
            raise Refused(
                f"Nothing was changed: {names} was added since and would be left without"
                f" its case ({sentence.rstrip('.')})."
            )
        self._note(
            HistoryEntry(
                n=0,
                at=self._clock.stamp(),
                on=on,
                sentence=sentence,
                changes=step.changes,
                rows=step.rows,
                undoes=step.undoes,
                redoes=step.redoes,
            )
        )

    def differs(self, tables: records.Tables) -> bool:
        """Whether another file holds other records than this one; the history does not count."""
        return bool(rows.diff(self.tables, tables))

    def become(
        self,
        tables: records.Tables,
        sentence: str,
        on: date,
        *,
        before: str,
        fresh: bool = False,
    ) -> None:
        """Makes the file's tables these in one step; the former file is pinned.

        The history is never replaced: what only theirs holds is added to ours, with the numbers
        that follow, and is no step that could be taken back.

        Args:
            tables: All tables of another file.
            sentence: What it does, in words.
            on: The day it is done.
            before: What the file is pinned before.
            fresh: Whether there is no file that could be understood: the other's steps are then
                those of this one, and this is none.
        """
        ours, former = records.with_meta(self.tables), diff.last_entry(self.tables)
        tables = records.with_meta(tables)
        made = rows.diff(ours, tables)
        taken = dict(tables.get(records.HISTORY, {}))
        if former:
            taken = rows.missing_as_rows(ours, tables, former + 1)
        self._replace(made, taken, before)
        self._note(
            HistoryEntry(
                n=0,
                at=self._clock.stamp(),
                on=on,
                sentence=sentence,
                rows=() if fresh else tuple(made),
                taken=0 if fresh else diff.last_entry(self.tables) - former,
            )
        )

    def merge(
        self,
        tables: records.Tables,
        entries: Mapping[str, object],
        sentence: str,
        on: date,
        *,
        renamed: Mapping[str, str],
    ) -> None:
        """Makes the file one with a copy, in one step; the former file is pinned.

        Args:
            tables: All tables of both but the history.
            entries: What the copy's history adds to ours, by the numbers it gets.
            sentence: What it does, in words.
            on: The day it is done.
            renamed: The cases that get another number.
        """
        former = diff.last_entry(self.tables)
        made = rows.diff(records.with_meta(self.tables), tables)
        self._replace(made, entries, "import")
        self._note(
            HistoryEntry(
                n=0,
                at=self._clock.stamp(),
                on=on,
                sentence=sentence,
                rows=tuple(made),
                taken=diff.last_entry(self.tables) - former,
                merge=True,
                renamed=dict(renamed),
            )
        )

    def _replace(
        self, made: Sequence[RowChange], entries: Mapping[str, object], before: str
    ) -> None:
        """Changes the rows, and adds entries of another history; the former file is pinned."""
        whole = rows.put(records.with_meta(self.tables), made)
        if entries:
            whole[records.HISTORY] = {**whole.get(records.HISTORY, {}), **entries}
        self._storage.become(whole)
        self._storage.pin = before
        self._read = None
        self._new_ids.forget()

    def _note(self, step: HistoryEntry) -> None:
        """Adds an entry to the history under the next number; no file goes without its layout."""
        tables = self._storage.as_it_lies()
        if records.META_ROW not in tables.get(records.META, {}):
            self._storage.become(tables := records.with_meta(tables))
        now = following(diff.last_moment(tables), step.at)
        step = msgspec.structs.replace(
            step, place=now.place, moment=now.at if now.at != step.at else ""
        )
        row = records.encode(step) | {"n": diff.last_entry(tables) + 1}
        self._database.table(records.HISTORY).insert(row)
        self._read = None

    def _put_records(
        self, made: Sequence[RecordChange], unread: Mapping[records.Key, int] = NO_NUMBERS
    ) -> None:
        """The rows of the changes; new ones come last, in their order, with the next numbers.

        Args:
            made: The changes.
            unread: The numbers of rows among them that can't be read.

        Raises:
            ValueError: A row to change is not where it was read: TinyDB would pass it over.
        """
        if not made:
            return
        if records.META_KEY not in self._reading.rows:
            self._database.table(records.META).insert(Document(records.new_meta(), doc_id=1))
        numbers = {records.META_KEY: 1} | self._reading.numbers | dict(unread)
        self._database.put(made, numbers)
        self._read = None
