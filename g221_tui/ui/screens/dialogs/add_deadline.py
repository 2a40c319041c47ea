"""Naming a date that must not be missed."""

from collections.abc import Callable

from textual.app import ComposeResult

from g221_tui.core.edits.named_dates import AddDeadline
from g221_tui.core.text.dates_near import Towards
from g221_tui.errors import Refused
from g221_tui.service.done import Done
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.widgets.fields.field import DateField, TextField


class DeadlineDialog(Form):
    """A name and a date; naming it again moves it."""

    HEADING = "A date not to miss"
    SAVE = "Note it"

    def fields(self) -> ComposeResult:
        """What, and when."""
        yield TextField("name", "What", hint="Flight, Job starts, Lease ends")
        yield DateField(
            "on",
            "Last good day",
            "",
            self.dates(towards=Towards.COMING),
            hint="14 Feb 2027",
            zero=self.day_zero,
        )

    def begin(self) -> None:
        """No complaint before anything is typed."""
        super().begin()
        self.query_one("#f-on", DateField).say("")

    async def prepare(self) -> Callable[[], Done] | None:
        """Read the two."""
        name, on = self.value("name").strip(), self.day("on")
        if not name:
            raise Refused("The date needs a name, for example Flight.")
        assert on is not None
        command = AddDeadline(name=name, on=on)
        tracker, case = self.session.tracker, self.session.case
        return lambda: tracker.apply(command, case=case)
