"""Taking in another file: what it would change is shown before it is done."""

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult

from g221_tui.config import user_path
from g221_tui.errors import Refused
from g221_tui.service.done import Done
from g221_tui.store.merging.merge import Plan
from g221_tui.store.merging.words import counted
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.widgets.fields.field import TextField

BOTH = "Changed both here and in the copy; the later holds, the other stays in the history:"
ONE_STEP = "This is one step: u takes it back. The other file is not touched."
TAKE = "Take it in"
"""The answer that goes on."""


def preview(path: Path, plan: Plan) -> str:
    """What taking in a file would do, a line a record."""
    parts = [f"{path.name}: {counted(plan.added, plan.changed)}."]
    if plan.lines:
        parts.append("\n".join(plan.lines))
    if plan.clashes:
        parts.append("\n".join((BOTH, *plan.clashes)))
    return "\n\n".join((*parts, ONE_STEP))


class ImportDialog(Form):
    """The place of the file; it is only read."""

    HEADING = "Take in another file"
    SAVE = "Look at it"

    def fields(self) -> ComposeResult:
        """Where it lies."""
        yield TextField(
            "path", "File", hint="~/g221-export.json", below="An export, a backup, or a copy."
        )

    async def prepare(self) -> Callable[[], Done] | None:
        """Say what it would change, and ask."""
        typed = self.value("path").strip()
        if not typed:
            raise Refused("Name a file that g221 wrote, for example ~/g221-export.json.")
        path, archive = user_path(typed), self.session.tracker.archive
        plan = archive.preview_import(path)
        if plan.lines:
            from g221_tui.ui.screens.dialogs.confirm import Confirm

            question = Confirm(
                preview(path, plan),
                yes=TAKE,
                no="Leave it",
                careful=bool(plan.clashes),
                shown=self.session.shown,
            )
            if not await self.app.push_screen_wait(question):
                return None
        return lambda: archive.import_file(path, announced=plan)
