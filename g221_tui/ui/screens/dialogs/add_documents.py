"""Adding papers."""

from collections.abc import Callable

from textual.app import ComposeResult

from g221_tui.core.edits.documents.add_documents import AddDocuments, usual_request
from g221_tui.core.model import Requester
from g221_tui.core.progress.starters import OfferedView, starter_views
from g221_tui.errors import Refused
from g221_tui.service.done import Done
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.widgets.fields.field import ChoiceField, DateField, LinesField, TextField
from g221_tui.ui.widgets.fields.offers import OfferField

OFFERED = "The letter tells which; space ticks one."
TO_DO = "{}: to do"
"""Beside an act that is offered: who does it."""
EXTRA = "extra"
TASK = (("to be done, not sent", "an interview, say"),)
"""The one tick that tells an act from a paper."""
REQUESTERS = (
    ("the letter (221(g) slip)", Requester.SLIP.value),
    ("the post, later", Requester.POST.value),
    ("USCIS", Requester.USCIS.value),
    ("nobody: an extra of mine", EXTRA),
)
"""Who may ask for a paper, in words."""


class DocumentDialog(Form):
    """Papers that are asked for, or extras: one by name, several a line each, or some offered."""

    HEADING = "Add a document"
    SAVE = "Add it"

    def fields(self) -> ComposeResult:
        """Names, who asked, why, when."""
        tracker = self.session.tracker
        reasons = [
            ("not said", ""),
            *((title, code) for code, title in tracker.rules.reasons.items()),
        ]
        yield TextField("name", "Name", hint="as the letter calls it")
        if found := self._offered():
            offered = {d.name: TO_DO.format(d.who) if d.task else d.who for d in found}
            yield OfferField("offered", "Often asked for", list(offered.items()), below=OFFERED)
        yield LinesField("more", "Others", below="One a line.")
        yield OfferField("task", "A task", TASK)
        yield ChoiceField("by", "Asked for by", REQUESTERS, self._usual())
        yield ChoiceField("reason", "Reason", reasons)
        yield DateField(
            "asked",
            "Asked on",
            "",
            self.dates(needed=False),
            hint="empty: the letter's day, or today",
        )
        yield from self.also()

    def _usual(self) -> str:
        """Who asks, where it is not said."""
        tracker, case = self.session.tracker, self.session.case
        by = usual_request(tracker.reader.day(case), None, None).by
        return by.value if by is not None else EXTRA

    def _offered(self) -> list[OfferedView]:
        """What is often asked for under the case's reasons and is not on its list."""
        view, tracker = self.session.view, self.session.tracker
        if view is None:
            return []
        day = tracker.reader.day(view.case.id, self.session.day, book=view.book)
        starters = starter_views(view.case.facts.reasons, tracker.rules, day)
        return list(dict.fromkeys(d for s in starters for d in s.documents if not d.listed))

    async def prepare(self) -> Callable[[], Done] | None:
        """Read the fields."""
        typed = [self.value("name"), *self.value("more").split("\n")]
        ticked = {found.id: found.chosen for found in self.query(OfferField)}
        task = bool(ticked.pop("f-task", ()))
        names = [name for name in typed if name.strip()]
        chosen = [name for taken in ticked.values() for name in taken]
        names += [name for name in chosen if name not in names]
        by, reason, also = self.value("by"), self.value("reason"), self.shared_with()
        asked = self.day("asked", needed=False)
        if not names:
            raise Refused("The document needs a name, for example the words of the letter.")
        extra = by == EXTRA
        command = AddDocuments(
            names=tuple(names),
            task=task,
            tasks=tuple(d.name for d in self._offered() if d.task and d.name in chosen),
            by=None if extra or (by == self._usual() and asked is None) else by,
            extra=extra,
            reason=reason,
            asked=asked,
        )
        tracker, case = self.session.tracker, self.session.case
        return lambda: tracker.apply(command, case=case, also=also)
