"""What a face asks before it changes anything: previews, judgements, the fields of a form."""

from collections.abc import Sequence
from datetime import date

import msgspec

from g221_tui.core.cases import find_case
from g221_tui.core.edits import contacts, corrections, documents, events, facts, removals
from g221_tui.core.edits.contacts import Judgement
from g221_tui.core.edits.finding import find_record
from g221_tui.core.fields import labels
from g221_tui.core.fields.table import Field, Kind, choices_of, field_text
from g221_tui.core.model import Book, Case
from g221_tui.errors import ChangedSince, Difference
from g221_tui.service.reader import Reader

GONE = (
    "It was taken away meanwhile, in another window or by a command. Nothing was saved; what you"
    " wrote stands here until you leave."
)


LISTED = "the papers on your list say yes"
"""Where it is not recorded whether papers were asked for, and some are listed."""


class FieldValue(msgspec.Struct, frozen=True, kw_only=True):
    """A field of a record as editable text."""

    name: str
    label: str
    value: str
    known: tuple[str, ...]
    """The codes it may be; empty where it is free."""
    choices: tuple[tuple[str, str], ...]
    """Each of those codes, and the words a person reads for it."""
    words: str
    """The present value as a person reads it; dates as they are kept."""
    hint: str
    long: bool
    """Whether it holds several lines."""
    kind: Kind
    """How its text is read."""


class Adviser(Reader):
    """Answers about a change before it is made."""

    def judge(
        self,
        channel: str,
        *,
        on: date | None = None,
        purpose: str = "status",
        reply: bool = False,
        case: str | None = None,
    ) -> Judgement:
        """What the rules say of a contact, before it is logged."""
        day = self.case_day(find_case(self.book(), case), on)
        return contacts.judge(day, channel, purpose=purpose, reply=reply)

    def preview_tick(
        self, document: str, *, case: str | None = None, seen: str | None = None
    ) -> str:
        """What ticking or unticking a document would do to the wait; empty when nothing.

        Raises:
            ChangedSince: it is in another state than it was shown in.
        """
        return documents.tick(self.case_day(find_case(self.book(), case)), document, seen).effect

    def preview_remove(self, record: str, *, case: str | None = None) -> str:
        """What removing a record would do, in the words that would be said of it.

        Raises:
            Refused: It can't be removed.
        """
        book = self.book()
        day = self.case_day(find_case(book, case))
        edit = removals.remove_record(day, record, self.clock.stamp(), book.cases)
        return " ".join([edit.sentence, *edit.notes, *edit.warnings])

    def asks_visa(self, kind: str, *, case: str | None = None) -> bool:
        """Whether this event has to be asked if the visa is in the passport."""
        return events.must_ask_visa(self.case_day(find_case(self.book(), case)), kind)

    def fields(
        self, record: str, *, case: str | None = None, book: Book | None = None
    ) -> tuple[FieldValue, ...]:
        """What `correct` takes for a record, with the present values as text.

        Args:
            record: Its id.
            case: The id of its case.
            book: A book that was read before; none reads the file.
        """
        return self._fields_of(find_case(self.book() if book is None else book, case), record)

    def _fields_of(self, case: Case, record: str) -> tuple[FieldValue, ...]:
        found = find_record(case, record)
        shown = corrections.fields_shown(found, self.rules)
        return tuple(self._field(f, getattr(found, f.attr)) for f in shown)

    def name_of(self, record: str, *, case: str | None = None, book: Book | None = None) -> str:
        """What a person calls a record; the arguments are those of `fields`."""
        found = find_record(find_case(self.book() if book is None else book, case), record)
        return labels.record_name(found, self.rules)

    def fact_fields(self, *, case: str | None = None) -> tuple[FieldValue, ...]:
        """What `set` takes for the case, with the present values as text."""
        return self._facts_of(find_case(self.book(), case))

    def _facts_of(self, found: Case) -> tuple[FieldValue, ...]:
        standing = self.case_day(found).standing
        values = []
        for field in facts.fact_fields():
            owner = found.facts if hasattr(found.facts, field.attr) else standing.round.refusal
            if owner is not None and field.name != "documents_asked":
                values.append(self._field(field, getattr(owner, field.attr)))
        listed = standing.papers.asked is not standing.round.asked
        return tuple(
            msgspec.structs.replace(v, hint=LISTED) if v.name == "asked" and listed else v
            for v in values
        )

    def _field(self, field: Field, value: object) -> FieldValue:
        return FieldValue(
            name=field.name,
            label=field.label,
            value=field_text(value),
            known=choices_of(field, self.rules),
            choices=tuple(labels.choices(field, self.rules).items()),
            words=labels.value_words(field, value, self.rules),
            hint=field.hint,
            long=field.kind is Kind.LINES,
            kind=field.kind,
        )


def as_seen(seen: Sequence[FieldValue], now: Sequence[FieldValue]) -> None:
    """Make sure that a record is as it was shown.

    Raises:
        ChangedSince: it is not; the error tells what changed.
    """
    present = {field.name: field.value for field in now}
    found = [
        Difference(field.name, field.label, field.value, present.get(field.name, ""))
        for field in seen
        if field.value != present.get(field.name, "")
    ]
    if found:
        names = ", ".join(difference.label for difference in found)
        raise ChangedSince(f"Nothing was saved: changed meanwhile by another: {names}.", found)
