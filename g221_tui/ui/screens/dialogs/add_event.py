"""Recording something that happened in the case."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Select

from g221_tui.core.edits.events import AddEvent, must_ask_visa
from g221_tui.core.rulebook.stage import EventKind
from g221_tui.errors import Refused
from g221_tui.service.done import Done
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.widgets.fields.field import ChoiceField, DateField, Field, TextField

INTERVIEW = "interview"
"""The deadline that an appointment sets."""
TODAY_WORD = "today"
"""What stands in a date at first."""
PRINTED = (
    "Printed date: the one printed on the notice as its own. Answer due: the last day printed on "
    "it. Leave empty what you do not know, and ask the petitioner, whom the notice went to."
)
CHOOSE = "choose: enter unfolds the list"
NOT_CHOSEN = "What happened is not chosen yet: enter unfolds the list."
INSIDE = "Is the visa in the passport?"


class EventDialog(Form):
    """One dated fact."""

    HEADING = "Record an event"

    def fields(self) -> ComposeResult:
        """What, when, until when, a note."""
        kinds = [(kind.title, kind.id) for kind in self.session.tracker.rules.event_kinds]
        later = self.dates(needed=False)
        yield ChoiceField("kind", "What", [(CHOOSE, ""), *kinds])
        yield DateField("on", "Date", TODAY_WORD, later)
        yield DateField("learned", "You learned", TODAY_WORD, later)
        yield DateField("due", "Answer due", "", later, hint="2027-02-14 or 14 Feb 2027")
        yield TextField("note", "Note", hint="your own words")

    def on_mount(self) -> None:
        """Show the fields of the kind."""
        super().on_mount()
        self._kind_chosen()

    @property
    def _kind(self) -> EventKind | None:
        """The chosen kind."""
        return self.session.tracker.rules.kind(self.value("kind"))

    @on(Select.Changed)
    def _kind_chosen(self) -> None:
        """Only the dates that this kind has; below it, what it is."""
        kind = self._kind
        notice, sets = kind is not None and kind.notice, kind.sets if kind is not None else ""
        self.query_one("#f-kind", Field).say(kind.hint if kind is not None else "")
        on_field, due = self.query_one("#f-on", DateField), self.query_one("#f-due", DateField)
        self.query_one("#f-learned", Field).display = notice
        due.display = notice or bool(sets)
        due.rename("Appointment" if sets == INTERVIEW else "Answer due")
        on_field.rename("Printed date" if notice else "Told on" if sets == INTERVIEW else "Date")
        # The printed date has no default: only the notice tells it.
        if notice and on_field.value == TODAY_WORD:
            on_field.put("")
        elif not notice and not on_field.value:
            on_field.put(TODAY_WORD)
        self.remark(PRINTED if notice else "")

    async def prepare(self) -> Callable[[], Done] | None:
        """Read the fields; of a returned passport ask once what is in it."""
        chosen, note, kind = self.value("kind"), self.value("note"), self._kind
        if kind is None:
            self.query_one("#f-kind Select").focus()
            raise Refused(NOT_CHOSEN)
        notice, sets = kind.notice, bool(kind.sets)
        on_day = self.day("on", needed=not notice)
        learned = self.day("learned", needed=False) if notice else None
        due = self.day("due", needed=False) if notice or sets else None
        inside = await self._visa_inside(chosen)
        if inside is None:
            return None
        command = AddEvent(
            kind=chosen, on=on_day, learned=learned, due=due, note=note, visa_inside=inside
        )
        tracker, case = self.session.tracker, self.session.case
        return lambda: tracker.apply(command, case=case)

    async def _visa_inside(self, chosen: str) -> str | None:
        """`yes` or `no` where the kind asks for it in this stage, else empty; none: went back."""
        day = self.session.tracker.reader.day(self.session.case)
        if not must_ask_visa(day, chosen):
            return ""
        from g221_tui.ui.screens.dialogs.confirm import Confirm

        answer = await self.app.push_screen_wait(Confirm(INSIDE))
        return None if answer is None else "yes" if answer else "no"
