"""Looking after the file: putting back what is shown, taking in what a sync tool left."""

import msgspec
from textual.screen import Screen

from g221_tui.service.archive import counted, refuse_unsettled
from g221_tui.service.done import Done
from g221_tui.store.merging import Plan
from g221_tui.ui.screens.dialogs.confirm import Confirm
from g221_tui.ui.session import Session

STAYS = "The copy stays where it is; you may move it away. {}"
ALL_HERE = "Nothing in it is missing here."
BUT_BOTH = "All of it is here, but for what was changed here too."
ONE_STEP = "This is one step: u takes it back. The copy itself is not touched."
BOTH = "Changed both here and in the copy; what stands here stays:"


async def mend(screen: Screen[None], session: Session) -> Done | None:
    """Make what is shown the file again, after saying what that does.

    Raises:
        G221Error: the file is whole by now, or could not be written.
    """
    rescue = session.rescue
    if rescue is None or not rescue.can_put_back:
        return None
    text = rescue.question(session.problem, session.tracker.reader.repository.pinned)
    question = Confirm(text, yes="Put it back", no="Leave it", careful=True, shown=session.shown)
    if not await screen.app.push_screen_wait(question):
        return None
    return await session.mend()


async def take_in(screen: Screen[None], session: Session) -> Done | None:
    """Take in the first copy that a sync tool left, after showing what it would change.

    Raises:
        G221Error: it can't be taken in.
    """
    if not session.copies:
        return None
    path, tracker = session.copies[0].path, session.tracker
    plan = tracker.archive.preview_import(path)
    refuse_unsettled(plan, path, keep_ours=True)
    question = Confirm(
        _preview(path.name, plan),
        yes="Take it in",
        no="Leave it",
        careful=bool(plan.clashes),
        shown=session.shown,
    )
    if not await screen.app.push_screen_wait(question):
        return None
    done = await session.record(
        lambda: tracker.archive.import_file(path, keep_ours=bool(plan.clashes), announced=plan)
    )
    stays = STAYS.format(BUT_BOTH if plan.clashes else ALL_HERE)
    return msgspec.structs.replace(done, notes=(*done.notes, stays))


def _preview(name: str, plan: Plan) -> str:
    """What taking in a copy would do, a line a record."""
    parts = [f"{name}: {counted(plan)}."]
    if plan.lines:
        parts.append("\n".join(plan.lines))
    if plan.clashes:
        parts.append("\n".join((BOTH, *plan.clashes)))
    return "\n\n".join((*parts, ONE_STEP))
