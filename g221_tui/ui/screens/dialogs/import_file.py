"""Taking in another file: what it would change is shown before it is done."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from g221_tui.config import user_path
from g221_tui.errors import Refused
from g221_tui.service.done import Done
from g221_tui.store.import_export import is_table
from g221_tui.store.merging.merge import Plan
from g221_tui.store.merging.words import counted
from g221_tui.ui.screens.dialogs.form import Form
from g221_tui.ui.widgets.fields.field import TextField

if TYPE_CHECKING:
    from g221_tui.service.tables import TablePlan

BOTH = "Changed both here and in the copy; the later holds, the other stays in the history:"
ONE_STEP = "This is one step: {undo} takes it back. The other file is not touched."
TAKE = "Take it in"
"""The answer that goes on."""
WHAT = "An export, a backup, a copy; or a table (.csv, .tsv) of contacts or documents."
"""What can be taken in."""


def preview(path: Path, plan: Plan, one_step: str) -> str:
    """What taking in a file would do, a line a record.

    Args:
        path: The file.
        plan: What it would do.
        one_step: `ONE_STEP`, with the key in force.
    """
    parts = [f"{path.name}: {counted(plan.added, plan.changed)}."]
    if plan.lines:
        parts.append("\n".join(plan.lines))
    if plan.clashes:
        parts.append("\n".join((BOTH, *plan.clashes)))
    return "\n\n".join((*parts, one_step))


def table_preview(name: str, plan: "TablePlan", one_step: str) -> str:
    """What taking in a table would do to the case."""
    return "\n\n".join(filter(None, (f"{name}: {plan.told}.", plan.effect, one_step)))


class ImportDialog(Form):
    """The place of the file; it is only read."""

    HEADING = "Take in another file"
    SAVE = "Look at it"

    def fields(self) -> ComposeResult:
        """Where it lies."""
        yield TextField("path", "File", hint="~/g221-export.json", below=WHAT)

    async def prepare(self) -> Callable[[], Done] | None:
        """Say what it would change, and ask."""
        typed = self.value("path").strip()
        if not typed:
            raise Refused("Name a file that g221 wrote, for example ~/g221-export.json.")
        path, archive = user_path(typed), self.session.tracker.archive
        if is_table(path):
            return await self._prepare_table(path)
        plan = archive.preview_import(path)
        text = preview(path, plan, self.session.with_keys(ONE_STEP))
        if plan.lines and not await self._agreed(text, careful=bool(plan.clashes)):
            return None
        return lambda: archive.import_file(path, announced=plan)

    async def _prepare_table(self, path: Path) -> Callable[[], Done] | None:
        """Say how many rows of a table would be taken into the case, and ask."""
        from g221_tui.service.tables import table_plan, table_to_import

        tracker, case = self.session.tracker, self.session.case
        command = table_to_import(path)
        plan = table_plan(command, tracker.reader.day(case))
        text = table_preview(path.name, plan, self.session.with_keys(ONE_STEP))
        if plan.anything and not await self._agreed(text):
            return None
        return lambda: tracker.apply(command, case=case)

    async def _agreed(self, text: str, *, careful: bool = False) -> bool:
        """Whether it is to be taken in."""
        from g221_tui.ui.screens.dialogs.confirm import Confirm

        shown = self.session.shown
        question = Confirm(text, yes=TAKE, no="Leave it", careful=careful, shown=shown)
        answer = await self.app.push_screen_wait(question)
        return bool(answer)
