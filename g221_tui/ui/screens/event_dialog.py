"""Recording something that happened in the case."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Select

from g221_tui.service import Done
from g221_tui.ui.screens.form import Form
from g221_tui.ui.widgets.fields import ChoiceField, DateField, Field, TextField

NOTICES = ("noir", "noid")
"""Kinds with two dates: the printed one, and the day it was learned of."""
WITH_DUE = (*NOTICES, "interview_scheduled")
"""Kinds that set a date."""
INSIDE = "Is the visa in the passport?"


class EventDialog(Form):
    """One dated fact."""

    HEADING = "Record an event"

    def fields(self) -> ComposeResult:
        """What, when, until when, a note."""
        kinds = [(kind.title, kind.id) for kind in self.session.tracker.rules.event_kinds]
        later = self.dates(needed=False)
        yield ChoiceField("kind", "What", kinds, "note")
        yield DateField("on", "Date", "today", later)
        yield DateField("learned", "You learned", "today", later)
        yield DateField("due", "Date it sets", "", later, hint="2027-02-14 or 14 Feb 2027")
        yield TextField("note", "Note", hint="your own words")

    def on_mount(self) -> None:
        """Show the fields of the kind."""
        self._kind_chosen()

    @on(Select.Changed)
    def _kind_chosen(self) -> None:
        """Only the dates that this kind has; below it, what it is."""
        chosen = self.value("kind")
        kind = self.session.tracker.rules.kind(chosen)
        self.query_one("#f-kind", Field).say(kind.hint if kind is not None else "")
        self.query_one("#f-learned", Field).display = chosen in NOTICES
        self.query_one("#f-due", Field).display = chosen in WITH_DUE
        self.remark(
            "Date: the one printed on the notice; leave it empty when you do not know it."
            if chosen in NOTICES
            else ""
        )

    async def prepare(self) -> Callable[[], Done] | None:
        """Read the fields; of a returned passport ask once what is in it."""
        chosen, note = self.value("kind"), self.value("note")
        on_day = self.day("on", needed=chosen not in NOTICES)
        learned = self.day("learned", needed=False) if chosen in NOTICES else None
        due = self.day("due", needed=False) if chosen in WITH_DUE else None
        inside = await self._visa_inside(chosen)
        if inside is None:
            return None
        return lambda: self.session.tracker.add_event(
            chosen,
            on=on_day,
            learned=learned,
            due=due,
            note=note,
            visa_inside=inside,
            case=self.session.case,
        )

    async def _visa_inside(self, chosen: str) -> str | None:
        """`yes` or `no` where the kind asks for it in this stage, else empty; none: went back."""
        if not self.session.tracker.asks_visa(chosen, case=self.session.case):
            return ""
        from g221_tui.ui.screens.confirm import Confirm

        answer = await self.app.push_screen_wait(Confirm(INSIDE))
        return None if answer is None else "yes" if answer else "no"
