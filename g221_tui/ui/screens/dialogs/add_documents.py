"""Adding papers."""

from collections.abc import Callable
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from g221_tui.core.edits.documents.add_documents import AddDocuments, usual_request
from g221_tui.core.model import Requester
from g221_tui.core.progress.starters import OfferedView, starter_views
from g221_tui.core.text.lookup import comparable
from g221_tui.errors import Refused
from g221_tui.service.done import Done
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.widgets.fields.choice import ChoiceField
from g221_tui.ui.widgets.fields.field import DateField
from g221_tui.ui.widgets.fields.more import More
from g221_tui.ui.widgets.fields.offers import Offered, OfferField
from g221_tui.ui.widgets.fields.papers import PapersField, gone_in

MORE = "More: who asked, when, why, an act"
OFFERED = "The letter tells which; space ticks one."
TO_DO = "{}: to do"
"""Beside an act that is offered: who does it."""
EXTRA = "extra"
PAPER, TASK = "paper", "task"
WHAT = (("to send: a paper", PAPER), ("to do: an interview, say", TASK))
"""What tells an act from a paper."""
REQUESTERS = (
    ("the letter (221(g) slip)", Requester.SLIP.value),
    ("the post, later", Requester.POST.value),
    ("USCIS", Requester.USCIS.value),
    ("nobody: an extra of mine", EXTRA),
)
"""Who may ask for a paper, in words."""


class DocumentDialog(Form):
    """Papers that are asked for, or extras: one by name, several in a list, or some offered."""

    HEADING = "Add documents"
    SAVE = "Add"

    def fields(self) -> ComposeResult:
        """The names and what is offered; folded who asked, when, and why."""
        rules = self.session.tracker.rules
        reasons = [("not said", ""), *((title, code) for code, title in rules.reasons.items())]
        yield PapersField("name", "Names", gone_in(self.session.book, self.session.case))
        if found := self._offered():
            offered = [
                Offered(d.name, beside=TO_DO.format(d.who) if d.task else d.who) for d in found
            ]
            yield OfferField("offered", "Often asked for", offered, below=OFFERED)
        yield More(
            MORE,
            ChoiceField("by", "Who asked", REQUESTERS, self._by_rule()),
            DateField(
                "asked",
                "Asked on",
                "",
                self.dates(needed=False),
                hint="empty: the letter's day, or today",
                zero=self.day_zero,
            ),
            ChoiceField("reason", "For which reason", reasons),
            ChoiceField("task", "What it is", WHAT),
        )
        yield from self.also()

    def _by_rule(self, asked: date | None = None) -> str:
        """Who asks for something new where it is not said, as the command line has it."""
        session = self.session
        day = session.tracker.reader.day(session.case, book=session.book)
        by = usual_request(day, None, asked).by
        return EXTRA if by is None else by.value

    @on(Input.Changed, "#f-asked Input")
    def _asked_then(self) -> None:
        """The day that is said tells who asked, until another is chosen."""
        by = self.query_one("#f-by", ChoiceField)
        if not by.changed:
            by.put(self._by_rule(self.query_one("#f-asked", DateField).day()))

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
        names = list(self.query_one("#f-name", PapersField).names)
        typed = {comparable(name) for name in names}
        chosen = [name for field in self.query(OfferField) for name in field.chosen]
        names += [name for name in dict.fromkeys(chosen) if comparable(name) not in typed]
        by, reason, also = self.value("by"), self.value("reason"), self.shared_with()
        asked = self.day("asked", needed=False)
        if not names:
            raise Refused("The document needs a name, for example the words of the letter.")
        extra = by == EXTRA
        command = AddDocuments(
            names=tuple(names),
            task=self.value("task") == TASK,
            tasks=tuple(d.name for d in self._offered() if d.task and d.name in chosen),
            by=None if extra or by == self._by_rule(asked) else by,
            extra=extra,
            reason=reason,
            asked=asked,
        )
        tracker, case = self.session.tracker, self.session.case
        return lambda: tracker.apply(command, case=case, also=also)
