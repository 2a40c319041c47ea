"""That documents went in: when, by which way, with which number."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult

from g221_tui.core.edits.command import Command
from g221_tui.core.edits.documents.change_document import SetDocument
from g221_tui.core.edits.documents.send_documents import SendDocuments
from g221_tui.core.fields.labels import step_word
from g221_tui.core.model import DocumentState
from g221_tui.core.text.phrases import counted, sentence, several
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import DocumentItem
from g221_tui.service.done import Done
from g221_tui.ui.render import cut
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.fields.choice import ChoiceField
from g221_tui.ui.widgets.fields.field import DateField, TextField

LONGEST_NAME = 50
"""Cells of a name in the title."""
ROUTES = (
    "e-mail",
    "upload to the portal",
    "by mail",
    "drop-off",
    "courier",
    "in person",
    "employer sends",
)
"""The ways in which papers go in."""


class SubmittedDialog(Form):
    """The date, the way and the number of what went in; of an act only the date.

    Of several that went in together there is one of each.
    """

    SAVE = "Record it"

    def __init__(self, session: Session, documents: Sequence[DocumentItem]) -> None:
        """Make the form.

        Args:
            session: What the screens share.
            documents: What went in, one or several.
        """
        super().__init__(session)
        self._documents = tuple(documents)
        self._acts = all(document.task for document in documents)

    def heading(self) -> str:
        """What went in."""
        word = sentence(step_word(DocumentState.SUBMITTED, task=self._acts))
        count = len(self._documents)
        together = f" together, {counted(count, 'document')}" if count > 1 else ""
        names = several([document.name for document in self._documents])
        return f"{word}{together}: {cut(clean(names), LONGEST_NAME)}"

    def _known(self, key: str) -> str:
        """What is recorded of one document; of several nothing stands there at first."""
        first, *others = self._documents
        return "" if others else str(getattr(first, key))

    def fields(self) -> ComposeResult:
        """When; of a paper also how, and with which number."""
        yield DateField("on", "When", "today", self.dates(), zero=self.day_zero)
        if self._acts:
            return
        known = dict.fromkeys((*ROUTES, *filter(None, [self._known("route")])))
        routes = [("not said", ""), *((route, route) for route in known)]
        yield ChoiceField("route", "How", routes, self._known("route"))
        yield TextField("receipt", "Number", self._known("receipt"), hint="receipt or tracking")

    async def prepare(self) -> Callable[[], Done] | None:
        """Read the fields; where that starts or stops the wait, ask first."""
        command = self._command()
        tracker, case = self.session.tracker, self.session.case
        effect = tracker.preview(command, case=case).effect
        if effect:
            from g221_tui.ui.screens.dialogs.confirm import Confirm

            question = Confirm(effect, yes="Go on", no="Go back", shown=self.session.shown)
            if not await self.app.push_screen_wait(question):
                return None
        return lambda: tracker.apply(command, case=case)

    def _command(self) -> Command:
        """What records it.

        Raises:
            NotUnderstood: the date can't be read.
        """
        details = {}
        if not self._acts:
            before = {key: self._known(key) for key in ("route", "receipt")}
            details = {key: v for key, was in before.items() if (v := self.value(key)) != was}
        first, *others = self._documents
        if others:
            ids = tuple(document.id for document in self._documents)
            return SendDocuments(documents=ids, on=self.day("on"), details=details)
        return SetDocument(
            document=first.id, state=DocumentState.SUBMITTED, on=self.day("on"), details=details
        )
