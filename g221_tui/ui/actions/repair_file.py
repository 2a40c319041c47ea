"""Looking after the file: restoring what is shown, taking in another one."""

from pathlib import Path

import msgspec

from g221_tui.errors import G221Error
from g221_tui.service.done import Done
from g221_tui.ui.actions.tools import ActionTools

COPY_STAYS = "The copy stays where it is; you may move it away. Nothing in it is missing here."


async def put_back(run: ActionTools, subject: object) -> str | None:
    """Make what is shown the file again, after saying what that does."""
    session, problem = run.session, run.session.file_problem
    if problem is None or not problem.can_put_back:
        return None
    text = problem.question(session.problem, session.tracker.reader.repository.pinned)
    if not await run.agreed(text, "Put it back", careful=True):
        return None
    return await run.tried(session.put_back())


async def take_in(run: ActionTools, subject: object) -> str | None:
    """Take in the copy that a sync tool left; where there is none, a file that is named."""
    if run.session.copies:
        return await _take_in_copy(run, run.session.copies[0].path)
    from g221_tui.ui.screens.dialogs.import_file import ImportDialog

    return run.told(await run.ask(ImportDialog(run.session)))


async def _take_in_copy(run: ActionTools, path: Path) -> str | None:
    """Take in a copy, after showing what it would change."""
    from g221_tui.ui.screens.dialogs.import_file import ONE_STEP, TAKE, preview

    archive = run.session.tracker.archive
    try:
        plan = archive.preview_import(path)
    except G221Error as problem:
        run.complain(problem)
        return None
    text = preview(path, plan, run.session.with_keys(ONE_STEP))
    if not await run.agreed(text, TAKE, careful=bool(plan.clashes)):
        return None

    def change() -> Done:
        done = archive.import_file(path, announced=plan)
        return msgspec.structs.replace(done, notes=(*done.notes, COPY_STAYS))

    return await run.record(change)
