"""Find a document, replace it, and make sure that it can be as it says."""

from collections.abc import Mapping
from datetime import date

import msgspec

from g221_tui.core.edits.edit import not_in_future
from g221_tui.core.fields.labels import REQUESTERS
from g221_tui.core.fields.table import document_fields
from g221_tui.core.fields.values import read_values
from g221_tui.core.model import Case, Document, DocumentState, Requester
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.steps import CHAIN, WENT_IN, Step, begun
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.lookup import did_you_mean, in_own_words, known, meant
from g221_tui.errors import NoRecord, NotUnderstood, Refused

NEVER_SENT = (
    "{} is marked as returned and was never marked as sent, so it counts as nothing you owe. If the"
    " post still wants it, set it back to requested."
)
UNDELIVERED = (
    "If {} came back because the post never had it, it did not go in: correct it, and clear both"
    " dates, submitted and returned."
)
LOST = ("lost", "undelivered", "not delivered", "returned to sender", "bounced")
"""What people say of a paper that went out and never arrived."""
NOT_ARRIVED = (
    "'{}' is no state: what never arrived did not go in. Clear that date: 'correct {} submitted='."
)
DETAILS = ("reason", "route", "receipt", "original", "expires", "note")
"""The fields that may be set together with a state, or when a document is listed."""


def find_document(case: Case, word: str, *, least: int = 1) -> Document:
    """A document by its id or name: exact, then case-folded, then a unique prefix.

    Args:
        case: The case in hand.
        word: What was typed.
        least: How many signs such a prefix needs.

    Raises:
        Refused: when none or several are meant; the message lists the documents.
    """
    listed = case.listed
    found = meant(word, listed, name=lambda d: d.name, identity=lambda d: d.id, least=least)
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(d.name for d in found)
        raise Refused(f"'{word}' names several documents: {names}.")
    names = ", ".join(d.name for d in listed) or "none yet"
    near = did_you_mean(word, dict.fromkeys(d.name for d in listed)) or " on the list:"
    raise NoRecord(f"No document is called '{word}';{near} {names}.")


def replace_document(case: Case, document: Document) -> Case:
    """The case with one of its documents changed."""
    changed = tuple(document if d.id == document.id else d for d in case.documents)
    return msgspec.structs.replace(case, documents=changed)


def read_details(texts: Mapping[str, str], day: CaseDay) -> dict[str, object]:
    """The values of the details, by attribute."""
    fields = [f for f in document_fields() if f.name in DETAILS]
    return read_values(fields, texts, day.rules, day.today)


def read_asker(word: str) -> Requester:
    """Who asked, as typed.

    Raises:
        NotUnderstood: for an unknown requester.
    """
    return Requester(known(word, tuple(Requester), "requester", REQUESTERS))


def came_back(document: Document, today: date) -> tuple[str, ...]:
    """What it means that a paper came back which the post is not known to have had."""
    course = document.course(today)
    if course.state is not DocumentState.RETURNED:
        return ()
    if not any(step.state in WENT_IN for step in document.steps):
        return (NEVER_SENT.format(document.name),)
    if document.task or any(step.state is DocumentState.RECEIVED for step in course.run):
        return ()
    return (UNDELIVERED.format(document.name),)


def must_have_arrived(word: str, document: Document) -> None:
    """That a word for a state does not say that the paper never arrived.

    Raises:
        NotUnderstood: it does; the message names how that is recorded.
    """
    if in_own_words(word, dict.fromkeys(LOST, word)) is not None:
        raise NotUnderstood(NOT_ARRIVED.format(word, document.id))


def check_document(document: Document, today: date) -> None:
    """That its dates can be, its steps given in the order in which they are meant.

    Raises:
        Refused: for a step in the future, before the request, or before an earlier step.
    """
    if not document.name.strip():
        raise Refused("A document needs a name.")
    course, last, latest = begun(document.requested_by), None, None
    for step in document.steps:
        not_in_future(step.on, today, document.name)
        former, course = course, course.after(step, document.requested_by)
        if step.state in CHAIN:
            if last is not None and step.on < last.on:
                raise Refused(_order(document, last, step))
            last = step
        elif course.asked is not None and step.on < course.asked.on:
            raise Refused(
                f"{document.name} was asked for on {long_date(course.asked.on)}; it can't have"
                f" been {step.state} on {long_date(step.on)}."
            )
        if course.asked is not former.asked and latest is not None and step.on < latest.on:
            raise Refused(_order(document, latest, step))
        latest = step if latest is None or step.on >= latest.on else latest


def _order(document: Document, earlier: Step, later: Step) -> str:
    """That a step can't lie before an earlier one."""
    asked = DocumentState.REQUESTED
    was = "asked for" if earlier.state is asked else earlier.state
    again = "asked for again" if later.state is asked else later.state
    return (
        f"{document.name} was {was} on {long_date(earlier.on)}; it can't have been {again} on"
        f" {long_date(later.on)}. Correct the earlier date first if it is wrong."
    )
