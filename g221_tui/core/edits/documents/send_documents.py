"""Several documents that went in together, in one step."""

from collections.abc import Mapping
from datetime import date

import msgspec

from g221_tui.core.edits.command import Command, Ids
from g221_tui.core.edits.documents.change_document import SetDocument
from g221_tui.core.edits.documents.document_checks import find_document
from g221_tui.core.edits.edit import Edit, wait_note
from g221_tui.core.model import DocumentState
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import counted, several
from g221_tui.errors import Refused


class SendDocuments(Command, frozen=True, kw_only=True):
    """Mark documents as submitted on one day; those that went in meanwhile stay as they are."""

    documents: tuple[str, ...]
    """Their ids or names."""
    on: date | None = None
    """The day on which they went in; none means today."""
    details: Mapping[str, str] = msgspec.field(default_factory=dict)
    """How the papers among them travelled: the texts of further fields, by the names of `DETAILS`;
    an act travels nowhere."""

    def apply(self, day: CaseDay, ids: Ids) -> Edit:
        """The case with all of them submitted.

        Raises:
            Refused: none of them is still here, or one is not on the list.
        """
        found = [find_document(day.case, name) for name in self.documents]
        here = [document for document in found if document.course(day.today).here]
        if not here:
            raise Refused("None of the marked documents is still to be sent.")
        now, warnings = day, list[str]()
        for document in here:
            command = SetDocument(
                document=document.id,
                state=DocumentState.SUBMITTED,
                on=self.on,
                details={} if document.task else self.details,
            )
            one = command.apply(now, ids)
            now = now.of(one.case)
            warnings += one.warnings
        names = several([document.name for document in here])
        what = counted(len(here), "document")
        return Edit(
            case=now.case,
            done=f"Sent {what} together on {long_date(self.on or day.today)}: {names}.",
            effect=wait_note(day, now),
            on=self.on or day.today,
            record=here[0].id,
            warnings=tuple(dict.fromkeys(warnings)),
        )
