"""Changes of a document: tick it, set its state and details, take it off the list."""

from collections.abc import Mapping
from datetime import date

import msgspec

from g221_tui.core.edits.command import Command, Ids
from g221_tui.core.edits.documents.document_checks import (
    came_back,
    check_document,
    find_document,
    must_have_arrived,
    read_asker,
    read_details,
    replace_document,
)
from g221_tui.core.edits.edit import Edit, happened, wait_note
from g221_tui.core.fields.labels import ASKERS, PAPER_WORDS, STATE_ALSO, TASK_WORDS, step_word
from g221_tui.core.model import Document, DocumentState, Requester
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.step_changes import (
    asked_again,
    with_asker,
    with_day,
    with_step,
    without,
    without_later_ready,
    without_submission,
)
from g221_tui.core.steps import STILL_HERE, WENT_IN
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.lookup import ENOUGH, known
from g221_tui.core.with_values import with_values
from g221_tui.errors import ChangedSince, NotUnderstood, Refused, RefusedWithWay

REQUESTED, READY, WAIVED = DocumentState.REQUESTED, DocumentState.READY, DocumentState.WAIVED


class SetDocument(Command, frozen=True, kw_only=True):
    """Set a document's state on a day, and what is known about how it travelled.

    Without `on` another state is dated today, and the state it has keeps its date. What went in or
    was waived and is set to requested is asked for again from that day; dated the day it went in,
    that is taken back.
    """

    document: str
    """Its id or name, as typed."""
    state: str | None = None
    """The new state; none leaves it."""
    on: date | None = None
    """The day of it."""
    by: str | None = None
    """Who made the latest request, as typed; none leaves it."""
    asked: date | None = None
    """The day of the latest request; none leaves it."""
    details: Mapping[str, str] = msgspec.field(default_factory=dict)
    """The texts of further fields, by the names of `DETAILS`."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with the document changed.

        Raises:
            NotUnderstood: for an unknown state or field, or when there is nothing to set.
            Refused: when no such document is listed, or the date can't be.
        """
        today = day.today
        document = find_document(day.case, self.document)
        when = happened(self.on or self.asked or today, day, document.name)
        if self.state is None and not self.details and self.by is None and self.asked is None:
            raise NotUnderstood(f"Say what to set: one of {', '.join(DocumentState)}, or a detail.")
        by = read_asker(self.by) if self.by is not None else None
        after, said = document, list[str]()
        if self.state is not None:
            must_have_arrived(self.state, document)
            words = TASK_WORDS if document.task else PAPER_WORDS
            named = DocumentState(
                known(self.state, tuple(DocumentState), "state", words, STATE_ALSO)
            )
            new = named is REQUESTED and not document.course().here
            dated = self.on or (self.asked if new else None)
            after, said = _set(document, named, dated, by, today)
        if self.asked is not None and after.last(REQUESTED) != self.asked:
            after = with_day(after, REQUESTED, happened(self.asked, day, "A request"))
            said.append(f"asked for on {long_date(self.asked)}")
        if by is not None and after.asker is not by:
            after = with_asker(after, by)
            said.append(f"asked for by {ASKERS[by]}")
        if self.details:
            after = with_values(after, read_details(self.details, day))
            said += [_noted(name, text, after) for name, text in self.details.items()]
        check_document(after, today)
        changed = day.of(replace_document(day.case, after))
        return Edit(
            case=changed.case,
            done=f"{document.name}: {', '.join(said or ['as it was'])}.",
            effect=wait_note(day, changed),
            on=when,
            record=document.id,
            warnings=came_back(after, today),
        )


class TickDocument(Command, frozen=True, kw_only=True):
    """Mark a document as submitted today, or take today's last step back to the former state."""

    document: str
    """Its id or name."""
    seen: str | None = None
    """The state in which it was shown; none where it was not."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with the document ticked or unticked.

        Raises:
            Refused: when its last step is not of today.
            ChangedSince: when it is in another state than it was shown in, or off the list.
        """
        case, today = day.case, day.today
        if self.seen is not None and all(d.id != self.document for d in case.listed):
            raise ChangedSince(
                "That document was taken off the list meanwhile. Nothing was changed."
            )
        document = find_document(case, self.document)
        course = document.course(today)
        if self.seen is not None and course.state != self.seen:
            raise ChangedSince(_meanwhile(document, today))
        if course.here:
            return SetDocument(document=document.id, state=DocumentState.SUBMITTED).apply(day, ids)
        word = step_word(course.state, task=document.task)
        last = course.last(course.state) or course.run[-1]
        if last.on != today:
            raise RefusedWithWay(
                f"{document.name}: {word} on {long_date(last.on)}, not today; nothing is taken"
                " back.",
                in_dashboard="{correct} corrects that date; an empty one clears it.",
            )
        after = without(document, last)
        former = step_word(after.course(today).state, task=document.task)
        changed = day.of(replace_document(case, after))
        return Edit(
            case=changed.case,
            done=f"{document.name}: {former} again, no longer {word}.",
            effect=wait_note(day, changed),
            on=today,
            record=document.id,
        )


class RemoveDocument(Command, frozen=True, kw_only=True):
    """Take a document off the list; the record stays in the file."""

    document: str
    """Its id or name, as typed."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with the document off its list."""
        document = find_document(day.case, self.document, least=ENOUGH)
        after = day.of(
            replace_document(day.case, msgspec.structs.replace(document, removed_at=ids.stamp))
        )
        return Edit(
            case=after.case,
            done=f"Took {document.name} off the list; its record is kept.",
            effect=wait_note(day, after),
            on=day.today,
            record=document.id,
        )


def _set(
    document: Document,
    state: DocumentState,
    on: date | None,
    by: Requester | None,
    today: date,
) -> tuple[Document, list[str]]:
    """The document in that state from that day on, and what to say of it.

    Raises:
        Refused: for what can't be asked for, or did not come to pass so.
    """
    course, word = document.course(today), step_word(state, task=document.task)
    when = on or today
    if state is REQUESTED and (by or course.asker) is None:
        raise Refused(f"{document.name} is an extra: nobody asked for it.")
    stands = course.last(state)
    if state is course.state and stands is not None and (on is None or on == stands.on):
        return document, [f"{word} since {long_date(stands.on)} already, and that date stands"]
    said = [f"{word} on {long_date(when)}"]
    if state in WENT_IN:
        before, document = document, without_later_ready(document, when)
        said += _taken_back(before, document)
    if stands is not None and when < stands.on and (state is not REQUESTED or course.here):
        return with_day(document, state, when), [*said, f"no longer on {long_date(stands.on)}"]
    if state is REQUESTED and course.here and by in (None, course.asker):
        after = _not_ready(document, when)
        return after, _taken_back(document, after) or said
    if state not in STILL_HERE:
        after = with_step(document, state, when)
        return after, said + _taken_back(document, after)
    if not course.here and course.submission == when:
        after = without_submission(document, when)
        if after.course(today).here and state is not READY:
            return after, said + _taken_back(document, after)
        document, said = after, said + _taken_back(document, after)
    if state is REQUESTED:
        _must_be_last(document, when)
        after = asked_again(document, when, by or Requester.POST)
        again = f"asked for again by {ASKERS[by or Requester.POST]} on {long_date(when)}"
        return after, [again if course.asker else again.replace(" again", ""), *said[1:]]
    sent = course.submission
    if not document.course(today).here and course.state is not WAIVED and sent and sent <= when:
        raise Refused(
            f"{document.name} went in on {long_date(sent)}. If it was asked for again, set it to"
            f" requested; if it did not go in, clear that date: correct {document.id}"
            f" {DocumentState.SUBMITTED}=."
        )
    return with_step(document, READY, when), said


def _not_ready(document: Document, when: date) -> Document:
    """The document still asked for, and not ready after all.

    Raises:
        Refused: when it is only asked for; its day is another matter.
    """
    course = document.course()
    ready = course.last(READY)
    if course.asked is None:
        return with_day(document, REQUESTED, when)
    if ready is not None and ready.on == when:
        return without(document, ready)
    if course.state is REQUESTED:
        raise RefusedWithWay(
            f"{document.name} was asked for on {long_date(course.asked.on)} and is still to be"
            " sent.",
            typed="The option --asked corrects that day.",
            in_dashboard="{correct} corrects that day.",
        )
    return with_step(document, REQUESTED, when)


def _must_be_last(document: Document, when: date) -> None:
    """That nothing is recorded of a document after the day on which it is asked for again."""
    steps = document.in_order
    if steps and steps[-1].on > when:
        word = step_word(steps[-1].state, task=document.task)
        raise Refused(
            f"{document.name} was {word} on {long_date(steps[-1].on)}; it can't have been asked"
            f" for again on {long_date(when)}. Correct the earlier date first if it is wrong."
        )


def _noted(name: str, text: str, after: Document) -> str:
    """That a detail was set or emptied, in words."""
    if name == "original" and after.original is not None:
        return "the original" if after.original else "a copy"
    return f"{name} noted" if text.strip() else f"{name}: nothing"


def _meanwhile(document: Document, today: date) -> str:
    """That somebody else was first, in a sentence."""
    course = document.course(today)
    day, word = course.submission, step_word(course.state, task=document.task)
    if course.state is DocumentState.SUBMITTED and day is not None:
        when = "today" if day == today else f"on {long_date(day)}"
        return f"{document.name} was already marked as {word} {when}."
    return f"{document.name} is {word} by now, changed elsewhere. Nothing was changed here."


def _taken_back(before: Document, after: Document) -> list[str]:
    """The steps that are gone, in words."""
    left = list(after.steps)
    gone = []
    for step in before.in_order:
        if step in left:
            left.remove(step)
        else:
            gone.append(step)
    return [
        f"no longer {step_word(step.state, task=before.task)} on {long_date(step.on)}"
        for step in gone
    ]
