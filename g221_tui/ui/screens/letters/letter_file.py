"""Saving a letter to a file of its own."""

from collections.abc import Callable

from textual.app import ComposeResult

from g221_tui.core.text.sanitize import clean
from g221_tui.errors import Refused
from g221_tui.service.done import Done
from g221_tui.service.drafts import Draft
from g221_tui.service.outgoing_file import outgoing_path
from g221_tui.store.import_export import write_text
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.fields.field import TextField

NAME = "~/g221-{}.txt"
"""Where it goes unless another place is named, with the channel in it."""
OVER = "Something lies at {} already. Write the letter over it? What is there is lost."


class LetterFile(Form):
    """Where to; what lies there is written over only when that is meant."""

    HEADING = "Save the letter to a file"
    SAVE = "Write it"
    RECORDS = False

    def __init__(self, session: Session, draft: Draft) -> None:
        super().__init__(session)
        self._draft = draft

    def fields(self) -> ComposeResult:
        """Where."""
        path = NAME.format(self._draft.channel)
        below = "Masked, as it is shown." if self._draft.masked else "In full; for your eyes alone."
        yield TextField("path", "To the file", path, hint=path, below=below)

    async def prepare(self) -> Callable[[], Done] | None:
        """Read it; ask before something is written over."""
        typed = self.value("path").strip()
        if not typed:
            raise Refused(f"Name a file to write, for example {NAME.format(self._draft.channel)}.")
        path, text = outgoing_path(self.session.tracker.reader, typed), self._draft.whole
        force = path.is_file()
        if force:
            from g221_tui.ui.screens.dialogs.confirm import Confirm

            question = Confirm(
                OVER.format(clean(str(path))), yes="Write over it", no="Go back", careful=True
            )
            if not await self.app.push_screen_wait(question):
                return None

        def write() -> Done:
            saved_but = write_text(path, f"{text}\n", force=force)
            what = "the letter, masked," if self._draft.masked else "the letter"
            return Done(sentence=f"Wrote {what} to {path}.", saved_but=saved_but)

        return write
