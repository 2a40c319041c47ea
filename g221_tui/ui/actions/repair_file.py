"""Looking after the file: restoring what is shown, importing what a sync tool left."""

import msgspec

from g221_tui.errors import G221Error
from g221_tui.service.done import Done
from g221_tui.store.merging.merge import Plan
from g221_tui.store.merging.words import counted
from g221_tui.ui.actions.tools import ActionTools

COPY_STAYS = "The copy stays where it is; you may move it away. {}"
ALL_HERE = "Nothing in it is missing here."
ONE_STEP = "This is one step: u takes it back. The copy itself is not touched."
BOTH = "Changed both here and in the copy; the later holds, the other stays in the history:"


async def put_back(run: ActionTools, subject: object) -> str | None:
    """Make what is shown the file again, after saying what that does."""
    session, problem = run.session, run.session.file_problem
    if problem is None or not problem.can_put_back:
        return None
    text = problem.question(session.problem, session.tracker.reader.repository.pinned)
    if not await run.agreed(text, "Put it back", careful=True):
        return None
    return await run.tried(session.put_back())


async def import_copy(run: ActionTools, subject: object) -> str | None:
    """Take in the first copy that a sync tool left, after showing what it would change."""
    session = run.session
    if not session.copies:
        return None
    path, tracker = session.copies[0].path, session.tracker
    try:
        plan = tracker.archive.preview_import(path)
    except G221Error as problem:
        run.complain(problem)
        return None
    both = bool(plan.clashes)
    if not await run.agreed(_preview(path.name, plan), "Take it in", careful=both):
        return None

    def change() -> Done:
        done = tracker.archive.import_file(path, announced=plan)
        stays = COPY_STAYS.format(ALL_HERE)
        return msgspec.structs.replace(done, notes=(*done.notes, stays))

    return await run.record(change)


def _preview(name: str, plan: Plan) -> str:
    """What taking in a copy would do, a line a record."""
    parts = [f"{name}: {counted(plan.added, plan.changed)}."]
    if plan.lines:
        parts.append("\n".join(plan.lines))
    if plan.clashes:
        parts.append("\n".join((BOTH, *plan.clashes)))
    return "\n\n".join((*parts, ONE_STEP))
