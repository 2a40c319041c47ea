"""Take a table in: add what is new, correct what was changed, pass over what is as it was."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import msgspec

from g221_tui.core.edits.command import Command, Ids
from g221_tui.core.edits.contacts import LogContact
from g221_tui.core.edits.corrections import Correct
from g221_tui.core.edits.documents.add_documents import AddDocuments
from g221_tui.core.edits.edit import Edit, wait_note
from g221_tui.core.edits.imported.table import CONTACTS, Table, TableRow
from g221_tui.core.fields.table import Field, contact_fields, document_fields
from g221_tui.core.fields.values import read_values
from g221_tui.core.model import Case, Contact, Direction
from g221_tui.core.outgoing.sheets import contact_texts, document_texts
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.snapshot.documents_view import documents_view
from g221_tui.core.text.lookup import comparable
from g221_tui.core.text.phrases import counted
from g221_tui.errors import G221Error, Refused

SHORTENED = re.compile(r"[0-9](?:[.,][0-9]+)?E\+(?:1[1-9]|[2-9][0-9])", re.ASCII)
"""What a spreadsheet makes of a number of twelve digits and more."""
NUMBERS = ("receipt", "ref")
"""The columns that may hold such a number."""
NUMBERED_DAY = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})", re.ASCII)
"""A date in numbers, the year last."""
OF_REQUEST = ("name", "by", "asked", "task", "reason")
"""What listing a document takes; the other fields are set on it afterwards."""
OF_USE = ("purpose", "direction")
"""The columns of a contact that may be left empty, and then say what is usual."""
DONE = ("added", "changed", "as it was", "taken out here before")
"""What becomes of a row."""
ADDED, CHANGED, SAME, REMOVED = DONE


class TakeTable(Command, frozen=True, kw_only=True):
    """Take in contacts or documents from a table."""

    table: Table
    source: str
    """What the table is called: the name of its file."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with all of it.

        Raises:
            Refused: A row can't be taken; the message names it, and nothing is done.
        """
        case, told = self._taken(day, ids)
        if case == day.case:
            sentence = f"Nothing to take in: {self.source} holds nothing that is not here."
        else:
            sentence = f"Took in {self.source}: {told}."
        return Edit(case=case, done=sentence, effect=wait_note(day, day.of(case)), on=day.today)

    def told(self, day: CaseDay, ids: Ids) -> str:
        """What becomes of its rows, counted; the errors are those of `apply`."""
        return self._taken(day, ids)[1]

    def _taken(self, day: CaseDay, ids: Ids) -> tuple[Case, str]:
        """The case with all of it, and what became of its rows, counted."""
        case, count = day.case, dict.fromkeys(DONE, 0)
        take = _contact if self.table.kind == CONTACTS else _document
        matched: set[str] = set()
        for row in self.table.rows:
            try:
                _must_be_whole(row)
                case, done = take(day.of(case), row, ids, day.case, matched)
            except G221Error as problem:
                raise Refused(f"Nothing was imported: row {row.number}: {problem}") from problem
            count[done] += 1
        noun = self.table.kind.removesuffix("s")
        parts = [f"{counted(n, noun)} {done}" for done, n in count.items() if n and done != SAME]
        if count[SAME]:
            parts.append(f"{counted(count[SAME], noun)} as before")
        return case, ", ".join(parts)


def _must_be_whole(row: TableRow) -> None:
    """That no spreadsheet shortened a number in it.

    Raises:
        Refused: One did.
    """
    for name, text in row.texts.items():
        if name in NUMBERS and SHORTENED.fullmatch(text.strip()):
            raise Refused(
                f"{name}: '{text}' is what a spreadsheet makes of a long number; write all of it."
            )


def _contact(
    day: CaseDay, row: TableRow, ids: Ids, before: Case, matched: set[str]
) -> tuple[Case, str]:
    """The case with a contact; the arguments are those of every row.

    Args:
        day: The case as the rows before left it.
        row: The row.
        ids: Gives new records their ids.
        before: The case as it was before the first row.
        matched: The ids of the records that a row spoke of.
    """
    if any(record.id == row.id for record in before.removed):
        return day.case, REMOVED
    row = msgspec.structs.replace(
        row, texts={n: t for n, t in row.texts.items() if t.strip() or n not in OF_USE}
    )
    fields = _fields(row, contact_fields())
    old = next((c for c in before.contacts if c.id == row.id), None)
    values: dict[str, object] = {}
    if old is None:
        values = read_values(fields, row.texts, day.rules, day.today)
        same = (c for c in before.contacts if c.id not in matched and _holds(c, values))
        old = next(same, None)
    if old is not None:
        matched.add(old.id)
        return _corrected(day, old.id, contact_texts(old), row, fields, ids)
    missing = [name for name in ("channel", "on") if not row.texts.get(name, "").strip()]
    if missing:
        raise Refused(f"a contact needs {' and '.join(missing)}.")
    given = {attr: str(v) if isinstance(v, StrEnum) else v for attr, v in values.items()}
    way = given.pop("direction", None)
    theirs = {"reply": way == Direction.IN, "automatic": way == Direction.AUTO}
    logged = msgspec.convert({**given, **theirs, "anyway": True}, LogContact)
    return logged.apply(day, ids).case, ADDED


def _document(
    day: CaseDay, row: TableRow, ids: Ids, before: Case, matched: set[str]
) -> tuple[Case, str]:
    """The case with a document."""
    if any(d.id == row.id and d.removed_at for d in before.documents):
        return day.case, REMOVED
    fields = _fields(row, document_fields())
    name = row.texts.get("name", "")
    items = {item.id: item for item in documents_view(day).items}
    alike = [i.id for i in items.values() if comparable(i.name) == comparable(name)]
    known = {document.id for document in before.documents}
    old = row.id if row.id in items.keys() & known else next(iter(alike), None)
    if old is not None:
        if old in matched:
            raise Refused(f"'{name}' is there twice.")
        matched.add(old)
        return _corrected(day, old, document_texts(items[old]), row, fields, ids)
    if not name.strip():
        raise Refused("a document needs a name.")
    values = read_values(fields, row.texts, day.rules, day.today)
    by, asked = row.texts.get("by"), values.get("requested")
    added = AddDocuments(
        names=(name,),
        task=bool(values.get("task")),
        by=by.strip() or None if by is not None else None,
        extra=by is not None and not by.strip(),
        reason=row.texts.get("reason", ""),
        asked=asked if isinstance(asked, date) else None,
    ).apply(day, ids)
    matched.add(added.record)
    rest = {n: t for n, t in row.texts.items() if n not in OF_REQUEST and t.strip()}
    if not rest:
        return added.case, ADDED
    return Correct(record=added.record, values=rest).apply(day.of(added.case), ids).case, ADDED


def _fields(row: TableRow, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    return tuple(field for field in fields if field.name in row.texts)


def _holds(contact: Contact, values: Mapping[str, object]) -> bool:
    """Whether a contact says what a row says."""
    return all(getattr(contact, attr) == value for attr, value in values.items())


def _corrected(
    day: CaseDay,
    record: str,
    texts: Mapping[str, str],
    row: TableRow,
    fields: tuple[Field, ...],
    ids: Ids,
) -> tuple[Case, str]:
    """The case with what the row changes of a record."""
    changed = {
        field.name: row.texts[field.name]
        for field in fields
        if not _same(field, row.texts[field.name], texts[field.name], day)
    }
    if not changed:
        return day.case, SAME
    return Correct(record=record, values=changed).apply(day, ids).case, CHANGED


def _same(field: Field, text: str, before: str, day: CaseDay) -> bool:
    """Whether a cell says what the record says, however a spreadsheet has spelled it."""
    if text == before or text.strip() == before.strip() == "":
        return True
    if text.isdecimal() and before.isdecimal() and text == before.lstrip("0"):
        return True  # a spreadsheet takes the zeros in front away
    if before in _in_either_order(text):
        return True  # a spreadsheet writes days in its country's order
    name, rules, today = field.name, day.rules, day.today
    new, old = (read_values([field], {name: each}, rules, today) for each in (text, before))
    return new == old


def _in_either_order(text: str) -> tuple[str, ...]:
    """The days that a date in numbers may mean, the year last, as the file writes days."""
    found = NUMBERED_DAY.fullmatch(text.strip())
    if found is None:
        return ()
    one, two, year = int(found[1]), int(found[3]), found[4]
    return (f"{year}-{two:02}-{one:02}", f"{year}-{one:02}-{two:02}")
