"""List documents that were asked for, or extras."""

from collections.abc import Mapping
from datetime import date

import msgspec

from g221_tui.core.edits.command import Command, Ids
from g221_tui.core.edits.document_checks import alike, read_details
from g221_tui.core.edits.edit import Edit, happened, wait_note
from g221_tui.core.fields.labels import ASKERS
from g221_tui.core.fields.values import apply
from g221_tui.core.model import Document, Requester
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.lookup import known
from g221_tui.errors import NotUnderstood, Refused


class AddDocuments(Command, frozen=True, kw_only=True):
    """List documents that were asked for, or extras.

    Without `asked`, a request counts from the round's refusal while the set was never complete,
    and from today after that. The details go to every one of them.
    """

    names: tuple[str, ...]
    """What the letter calls them."""
    by: str = "post"
    """Who asked: `slip`, `post` or `uscis`."""
    extra: bool = False
    """Whether nobody asked."""
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
            Refused: for a name that is on the list, or a request dated in the future.
        """
        if not self.names:
            raise NotUnderstood("A document needs a name.")
        requester = None if self.extra else Requester(known(self.by, tuple(Requester), "requester"))
        reason = known(self.reason, day.rules.reasons, "reason") if self.reason else ""
        case, standing = day.case, day.standing
        never_complete = standing.papers.last_completed is None and standing.refused_on is not None
        on = self.asked or (standing.refused_on if never_complete else day.today)
        if on is not None:
            happened(on, day, "A request")
        values = read_details(self.details, day)
        added: list[Document] = []
        taken = {d.name for d in case.listed}
        doubles: list[str] = []
        for name in self.names:
            if not name.strip():
                raise NotUnderstood("A document needs a name.")
            if name in {document.name for document in added}:
                raise Refused(f"'{name}' is named twice.")
            if name in taken:
                raise Refused(f"'{name}' is on the list already.")
            doubles += alike(name, taken)
            taken.add(name)
            document = Document(
                id=ids.new_id("d"),
                case=case.id,
                name=name,
                requested_by=requester,
                reason=reason,
                asked_on=None if self.extra else on,
            )
            added.append(apply(document, values))
        after = day.of(msgspec.structs.replace(case, documents=case.documents + tuple(added)))
        listed = ", ".join(self.names)
        words = "as an extra"
        if requester and on:
            words = f"asked for by {ASKERS[requester]} on {long_date(on)}"
        return Edit(
            case=after.case,
            done=f"Added {listed}, {words}.",
            effect=wait_note(day, after),
            on=on if requester and on else day.today,
            record=added[0].id if added else "",
            warnings=tuple(doubles),
        )
