"""That a document went in: when, by which way, with which number."""

from collections.abc import Callable

from textual.app import ComposeResult

from g221_tui.core.edits.documents.change_document import SetDocument
from g221_tui.core.fields.labels import step_word
from g221_tui.core.model import DocumentState
from g221_tui.core.text.phrases import sentence
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
    """The date, the way and the number of what went in; of an act only the date."""

    SAVE = "Record it"

    def __init__(self, session: Session, document: DocumentItem) -> None:
        super().__init__(session)
        self._document = document

    def heading(self) -> str:
        """What went in."""
        word = sentence(step_word(DocumentState.SUBMITTED, task=self._document.task))
        return f"{word}: {cut(clean(self._document.name), LONGEST_NAME)}"

    def fields(self) -> ComposeResult:
        """When; of a paper also how, and with which number."""
        yield DateField("on", "When", "today", self.dates(), zero=self.day_zero)
        if self._document.task:
            return
        known = dict.fromkeys((*ROUTES, *filter(None, [self._document.route])))
        routes = [("not said", ""), *((route, route) for route in known)]
        yield ChoiceField("route", "How", routes, self._document.route)
        yield TextField("receipt", "Number", self._document.receipt, hint="receipt or tracking")

    async def prepare(self) -> Callable[[], Done] | None:
        """Read the fields; where that starts or stops the wait, ask first."""
        details = {}
        if not self._document.task:
            before = {"route": self._document.route, "receipt": self._document.receipt}
            details = {key: v for key, was in before.items() if (v := self.value(key)) != was}
        command = SetDocument(
            document=self._document.id,
            state=DocumentState.SUBMITTED,
            on=self.day("on"),
            details=details,
        )
        tracker, case = self.session.tracker, self.session.case
        effect = tracker.preview(command, case=case).effect
        if effect:
            from g221_tui.ui.screens.dialogs.confirm import Confirm

            question = Confirm(effect, yes="Go on", no="Go back", shown=self.session.shown)
            if not await self.app.push_screen_wait(question):
                return None
        return lambda: tracker.apply(command, case=case)
