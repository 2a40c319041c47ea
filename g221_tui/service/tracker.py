"""The use cases that the command line and the dashboard both call.

Each reads the file, lets the pure rules decide, and saves in one transaction: done or not done.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from g221_tui.core.edits import contacts, corrections, documents, events, facts, removals
from g221_tui.core.edits.edit import Edit
from g221_tui.core.edits.finding import has_record
from g221_tui.core.model import Contact, Direction, Purpose
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.text.lookup import known
from g221_tui.errors import ChangedSince
from g221_tui.service.archive import Done as Done  # the faces take it from here
from g221_tui.service.case_list import Caseload
from g221_tui.service.forms import GONE, FieldValue, as_seen
from g221_tui.store.transaction import Transaction


class Tracker(Caseload):
    """The tracker of one file: reads it, answers about it, and changes it."""

    def add_documents(
        self,
        names: Sequence[str],
        *,
        by: str = "post",
        extra: bool = False,
        reason: str = "",
        asked: date | None = None,
        details: Mapping[str, str] | None = None,
        also: Sequence[str] = (),
        case: str | None = None,
    ) -> Done:
        """List documents that were asked for, or extras; `also` names other cases they are for."""

        def edit(day: CaseDay, change: Transaction) -> Edit:
            return documents.add_documents(
                day,
                names,
                [change.new_id("d") for _ in names],
                by=by,
                extra=extra,
                reason=reason,
                asked=asked,
                details=details,
            )

        return self._edit(case, edit, also)

    def remove_document(self, name: str, *, case: str | None = None) -> Done:
        """Take a document off the list; its record stays."""
        stamp = self.clock.stamp()
        return self._edit(
            case,
            lambda day, _: documents.remove_document(day, name, stamp),
        )

    def set_document(
        self,
        name: str,
        state: str | None = None,
        on: date | None = None,
        details: Mapping[str, str] | None = None,
        *,
        case: str | None = None,
    ) -> Done:
        """Set a document's state on a day, and its details."""
        return self._edit(
            case,
            lambda day, _: documents.set_document(day, name, state=state, on=on, details=details),
        )

    def tick(self, document: str, *, case: str | None = None, seen: str | None = None) -> Done:
        """Mark a document as submitted today, or take that mark back.

        Args:
            document: Its id or name.
            case: Its case.
            seen: The state in which it was shown; none where it was not.

        Raises:
            ChangedSince: it is in another state by now.
        """
        return self._edit(case, lambda day, _: documents.tick(day, document, seen))

    def add_event(
        self,
        kind: str,
        *,
        on: date | None = None,
        learned: date | None = None,
        due: date | None = None,
        note: str = "",
        visa_inside: str = "",
        case: str | None = None,
    ) -> Done:
        """Record something that happened."""

        def edit(day: CaseDay, change: Transaction) -> Edit:
            return events.add_event(
                day,
                change.new_id("e"),
                kind,
                on=on,
                learned=learned,
                due=due,
                note=note,
                visa_inside=visa_inside,
            )

        return self._edit(case, edit)

    def log(
        self,
        channel: str,
        *,
        on: date | None = None,
        purpose: str = "status",
        reply: bool = False,
        note: str = "",
        answer: str = "",
        status: str = "",
        ref: str = "",
        with_whom: str = "",
        page_created: date | None = None,
        page_updated: date | None = None,
        anyway: bool = False,
        also: Sequence[str] = (),
        case: str | None = None,
    ) -> Done:
        """Log a contact or a reply; `also` names other cases it was for."""

        def edit(day: CaseDay, change: Transaction) -> Edit:
            contact = Contact(
                id=change.new_id("c"),
                case=day.case.id,
                channel=contacts.find_channel(channel, self.rules),
                on=on or self.today(),
                purpose=Purpose(known(purpose, tuple(Purpose), "purpose")),
                direction=Direction.IN if reply else Direction.OUT,
                note=note,
                answer=answer,
                status=status,
                ref=ref,
                with_whom=with_whom,
                page_created=page_created,
                page_updated=page_updated,
            )
            for other in self._others(change.book, day.case, also):
                contacts.must_be_open(self.case_day(other), contact, anyway=anyway)
            return contacts.log_contact(day, contact, anyway=anyway)

        return self._edit(case, edit, also)

    def set_facts(
        self,
        values: Mapping[str, str],
        *,
        case: str | None = None,
        seen: Sequence[FieldValue] | None = None,
    ) -> Done:
        """Set facts of the case.

        Args:
            values: The texts by the names of the facts.
            case: The case.
            seen: The facts as they were shown; they must still be so.

        Raises:
            ChangedSince: they are not.
        """

        def edit(day: CaseDay, change: Transaction) -> Edit:
            if seen is not None:
                as_seen(seen, self._facts_of(day.case))
            return facts.set_facts(day, values)

        return self._edit(case, edit)

    def add_deadline(self, name: str, on: date, *, case: str | None = None) -> Done:
        """Name a date that must not be missed."""
        return self._edit(
            case,
            lambda day, change: events.add_deadline(day, change.new_id("x"), name, on),
        )

    def remove(
        self,
        record: str,
        *,
        kind: str = "",
        case: str | None = None,
        seen: Sequence[FieldValue] | None = None,
    ) -> Done:
        """Remove a record by its id, with its copies in other cases; undo brings it back.

        Args:
            record: The id, or a unique prefix of it.
            kind: `event` or `contact` where it has to be one; empty for any record.
            case: The id of its case; none for the one in hand.
            seen: The record as it was shown; it must still be so.

        Raises:
            ChangedSince: it is not.
        """
        stamp = self.clock.stamp()

        def edit(day: CaseDay, change: Transaction) -> Edit:
            made = removals.remove_record(day, record, stamp, change.book.cases, kind)
            if seen is not None:
                as_seen(seen, self._fields_of(day.case, record))
            return made

        return self._edit(case, edit)

    def remove_deadline(self, name: str, *, case: str | None = None) -> Done:
        """Remove a date the user named, by its name or id; it stays in the file."""
        stamp = self.clock.stamp()
        return self._edit(case, lambda day, _: removals.remove_deadline(day, name, stamp))

    def correct(
        self,
        record: str,
        values: Mapping[str, str],
        *,
        case: str | None = None,
        seen: Sequence[FieldValue] | None = None,
    ) -> Done:
        """Correct a record; the old value stays in the history.

        Args:
            record: Its id.
            values: The texts by the names of the fields.
            case: Its case.
            seen: The record as it was shown; it must still be so.

        Raises:
            ChangedSince: it is not, or is gone.
        """

        def edit(day: CaseDay, change: Transaction) -> Edit:
            if seen is not None:
                if not has_record(day.case, record):
                    raise ChangedSince(GONE)
                as_seen(seen, self._fields_of(day.case, record))
            return corrections.correct(day, record, values, change.book.cases)

        return self._edit(case, edit)
