"""Find a document, replace it, and make sure that it can be as it says."""

from collections.abc import Collection, Mapping
from datetime import date

import msgspec

from g221_tui.core.edits.edit import not_in_future
from g221_tui.core.fields.table import document_fields
from g221_tui.core.fields.values import read_values
from g221_tui.core.model import Case, Document, DocumentState
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents import state_on, submission
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.lookup import comparable, meant
from g221_tui.errors import NoRecord, Refused

NEVER_SENT = (
    "{} is marked as returned and was never marked as sent, so it counts as nothing you owe. If the"
    " post still wants it, set it back to requested."
)
DETAILS = ("reason", "route", "receipt", "original", "expires", "note")
"""The fields that may be set together with a state, or when a document is listed."""


def find_document(case: Case, word: str) -> Document:
    """A document by its id or name: exact, then case-folded, then a unique prefix.

    Raises:
        Refused: when none or several are meant; the message lists the documents.
    """
    listed = case.listed
    found = meant(word, listed, name=lambda d: d.name, identity=lambda d: d.id)
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(d.name for d in found)
        raise Refused(f"'{word}' names several documents: {names}.")
    names = ", ".join(d.name for d in listed) or "none yet"
    raise NoRecord(f"No document is called '{word}'; on the list: {names}.")


def replace_document(case: Case, document: Document) -> Case:
    """The case with one of its documents changed."""
    changed = tuple(document if d.id == document.id else d for d in case.documents)
    return msgspec.structs.replace(case, documents=changed)


def read_details(texts: Mapping[str, str], day: CaseDay) -> dict[str, object]:
    """The values of the details, by attribute."""
    fields = [f for f in document_fields() if f.name in DETAILS]
    return read_values(fields, texts, day.rules, day.today)


def alike(name: str, taken: Collection[str]) -> list[str]:
    """That a name is nearly one of those on the list: likely the same paper twice."""
    same = sorted(other for other in taken if comparable(other) == comparable(name))
    return [
        f"'{name}' reads the same as '{other}': if it is the same paper, take one off the list."
        for other in same[:1]
    ]


def never_sent(document: Document, today: date) -> tuple[str, ...]:
    """That a paper that came back without having gone in counts as dealt with."""
    if state_on(document, today) is not DocumentState.RETURNED or submission(document):
        return ()
    return (NEVER_SENT.format(document.name),)


def check_document(document: Document, today: date) -> None:
    """That its dates can be.

    Raises:
        Refused: for a step in the future, before the request, or before an earlier step.
    """
    if not document.name.strip():
        raise Refused("A document needs a name.")
    steps: list[tuple[str, date | None]] = [
        ("asked for", document.asked_on),
        ("submitted", document.submitted_on),
        ("received", document.received_on),
        ("returned", document.returned_on),
    ]
    last: tuple[str, date] | None = None
    for words, day in steps:
        if day is None:
            continue
        not_in_future(day, today, document.name)
        if last is not None and day < last[1]:
            raise Refused(
                f"{document.name} was {last[0]} on {long_date(last[1])}; it can't have been"
                f" {words} on {long_date(day)}. Correct the earlier date first if it is wrong."
            )
        last = (words, day)
    for words, day in (("ready", document.ready_on), ("waived", document.waived_on)):
        if day is None:
            continue
        not_in_future(day, today, document.name)
        if document.asked_on is not None and day < document.asked_on:
            raise Refused(
                f"{document.name} was asked for on {long_date(document.asked_on)}; it can't have"
                f" been {words} on {long_date(day)}."
            )
