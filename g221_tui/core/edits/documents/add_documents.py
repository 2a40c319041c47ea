"""List documents that were asked for, or extras; ask again for what is on the list."""

from collections.abc import Mapping
from datetime import date

import msgspec

from g221_tui.core.edits.command import Command, Ids
from g221_tui.core.edits.documents.document_checks import (
    check_document,
    read_asker,
    read_details,
    replace_document,
)
from g221_tui.core.edits.edit import Edit, happened, wait_note
from g221_tui.core.fields.labels import ASKERS
from g221_tui.core.model import Document, DocumentState, Requester, YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.progress.documents.step_changes import asked_again
from g221_tui.core.steps import COUNTED, Step
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.lookup import comparable, known
from g221_tui.core.text.phrases import sentence
from g221_tui.core.with_values import with_values
from g221_tui.errors import NotUnderstood, Refused


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Who asked for something, and when."""

    by: Requester | None
    """None of an extra."""
    on: date

    @property
    def words(self) -> str:
        """`asked for by the post on Mon 16 Feb 2026`."""
        if self.by is None:
            return "as an extra"
        return f"asked for by {ASKERS[self.by]} on {long_date(self.on)}"


class AddDocuments(Command, frozen=True, kw_only=True):
    """List documents that were asked for, or extras.

    What is on the list and went in, or was waived, is asked for again. Who asked and when follows
    from the set where it is not said (`usual_request`). The details go to every one of them.
    """

    names: tuple[str, ...]
    """What the letter calls them."""
    task: bool = False
    """Whether they are acts, not papers."""
    tasks: tuple[str, ...] = ()
    """Those of the names that are acts, where not all of them are."""
    by: str | None = None
    """Who asked: `slip`, `post` or `uscis`, as typed."""
    extra: bool = False
    """Whether nobody asked."""
    further_slip: bool = False
    """Whether a further letter names them: what is still to be sent may be among them."""
    reason: str = ""
    """The reason they belong to, as typed."""
    asked: date | None = None
    """The day they were asked for."""
    details: Mapping[str, str] = msgspec.field(default_factory=dict)
    """The texts of further fields, by the names of `DETAILS`."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with the documents listed.

        Raises:
            NotUnderstood: for an empty name, an unknown requester or reason, or an unreadable
                detail.
            Refused: for a name that is on the list and still to be sent, or a request dated in
                the future.
        """
        if not self.names or not all(name.strip() for name in self.names):
            raise NotUnderstood("A document needs a name.")
        by = None if self.by is None or self.extra else read_asker(self.by)
        reasons = day.rules.reasons
        reason = known(self.reason, reasons, "reason", reasons) if self.reason else ""
        if self.asked is not None:
            happened(self.asked, day, "A request")
        new = usual_request(day, by, self.asked)
        if self.extra:
            new = Request(by=None, on=day.today)
        values = read_details(self.details, day)
        case, said, on, record = day.case, dict[str, list[str]](), day.today, ""
        listed = {comparable(document.name): document for document in case.listed}
        taken: set[str] = set()
        for name in self.names:
            key = comparable(name)
            if key in taken:
                raise Refused(f"'{name}' is named twice.")
            taken.add(key)
            old = listed.get(key)
            if old is None:
                request, words = new, f"Added {{}}, {new.words}"
                document = self._new(name, request, reason, day, ids)
                case = msgspec.structs.replace(case, documents=(*case.documents, document))
            else:
                request = self._further(old, by, day)
                words = f"{sentence(request.words.replace('for', 'for again', 1))}: {{}}"
                document = self._again(old, request, reason, task=self._is_task(name))
            document = with_values(document, values)
            check_document(document, day.today)
            case = replace_document(case, document)
            said.setdefault(words, []).append(old.name if old is not None else name)
            on, record = request.on, record or document.id
        after = day.of(case)
        done = " ".join(f"{words.format(', '.join(names))}." for words, names in said.items())
        return Edit(case=case, done=done, effect=wait_note(day, after), on=on, record=record)

    def _new(self, name: str, request: Request, reason: str, day: CaseDay, ids: Ids) -> Document:
        steps = (Step(state=DocumentState.REQUESTED, on=request.on),) if request.by else ()
        return Document(
            id=ids.new_id("d"),
            case=day.case.id,
            name=name,
            task=self._is_task(name),
            requested_by=request.by,
            reason=reason,
            steps=steps,
        )

    def _further(self, old: Document, by: Requester | None, day: CaseDay) -> Request:
        """The further request of what is on the list.

        Raises:
            Refused: it is still to be sent, or something is recorded of it after that day.
        """
        course, to_do = old.course(), "done" if old.task else "sent"
        asker = by or Requester.POST
        if self.extra:
            raise Refused(f"'{old.name}' is on the list already.")
        out = course.here and course.asker is not None and (course.owed or asker not in COUNTED)
        if out and not self.further_slip:
            raise Refused(
                f"'{old.name}' is on the list already and still to be {to_do}. Nothing was changed."
            )
        on = self.asked or day.today
        last = old.in_order[-1] if old.steps else None
        if last is not None and last.on > on:
            raise Refused(
                f"'{old.name}' is on the list already, {last.state} on {long_date(last.on)}: it"
                f" can't have been asked for again on {long_date(on)}."
            )
        return Request(by=asker, on=on)

    def _is_task(self, name: str) -> bool:
        return self.task or name in self.tasks

    def _again(self, old: Document, request: Request, reason: str, *, task: bool) -> Document:
        again = asked_again(old, request.on, request.by or Requester.POST)
        return msgspec.structs.replace(again, task=old.task or task, reason=reason or old.reason)


def usual_request(day: CaseDay, by: Requester | None, asked: date | None) -> Request:
    """Who asks for something new, and when, where it is not said.

    The latest slip on its day while it is not known what that asks for, or nothing of it is
    listed; else the slip on the day of the refusal while the set was never complete, and the post
    today once it was.

    Args:
        day: The day.
        by: Who asked; none where it is not said.
        asked: The day of it; none where it is not said.
    """
    standing = day.standing
    slips = {slip.day for slip in standing.round.slips}
    open_slip = standing.papers.asked is YesNo.UNKNOWN or standing.papers.unlisted
    latest = standing.round.latest
    slip = latest.day if open_slip and latest is not None else standing.refused_on
    if by is None:
        first = open_slip or not standing.papers.was_complete
        by_slip = first if asked is None else asked in slips
        by = Requester.SLIP if slip is not None and by_slip else Requester.POST
    if asked is None:
        asked = slip if by is Requester.SLIP and slip is not None else day.today
    return Request(by=by, on=asked)
