"""Writing the whole file to another one, masked or in full."""

from collections.abc import Callable

from textual.app import ComposeResult

from g221_tui.errors import Refused
from g221_tui.service.done import Done
from g221_tui.service.outgoing_file import outgoing_path
from g221_tui.store.import_export import write_export
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.widgets.fields.choice import ChoiceField
from g221_tui.ui.widgets.fields.field import TextField

MASKED, FULL = "masked", "full"
CHOICES = (
    ("masked: names and numbers hidden, to show to others", MASKED),
    ("in full: to move to another machine", FULL),
)
"""What may be written."""
NAME = "g221-export.json"


class ExportDialog(Form):
    """Where to, and how much of it; an existing file is never overwritten."""

    HEADING = "Export everything as JSON"
    SAVE = "Write it"

    def fields(self) -> ComposeResult:
        """How much, and where."""
        yield ChoiceField("kind", "What", CHOICES, MASKED)
        yield TextField("path", "To the file", f"~/{NAME}", hint=f"~/{NAME}")

    async def prepare(self) -> Callable[[], Done] | None:
        """Read the two."""
        path, full = self.value("path").strip(), self.value("kind") == FULL
        if not path:
            raise Refused(f"Name a file to write, for example ~/{NAME}.")
        reader = self.session.tracker.reader

        def write() -> Done:
            target = outgoing_path(reader, path)
            saved_but = write_export(target, reader.export(full=full))
            what = "the whole file" if full else "a masked copy"
            return Done(sentence=f"Wrote {what} to {target}.", saved_but=saved_but)

        return write
