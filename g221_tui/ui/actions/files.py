"""The actions on the file as a whole: where it is, its backups, writing it elsewhere."""

from g221_tui.errors import Refused
from g221_tui.ui.actions.tools import ActionTools

RESTORE = (
    "This backup becomes the file again:\n\n{}\n\nThe present file is not lost: it is kept among"
    " the backups."
)
"""What putting a backup back does."""
OF_TODAY = (
    "You are looking at another day, and what is written is of today: {today} goes back to it."
)


async def about(run: ActionTools, subject: object) -> None:
    """Where the file is, and whose rules apply."""
    from g221_tui.ui.screens.sheets.about_file import about_file

    await run.ask(about_file(run.session))


async def backups(run: ActionTools, subject: object) -> str | None:
    """Every backup; one may be put back, after a question."""
    from g221_tui.service.archive import backup_line
    from g221_tui.ui.screens.backups import Backups

    session = run.session
    found = session.tracker.reader.backups()
    chosen = await run.ask(Backups(session, found))
    backup = next((each for each in found if each.name == chosen), None)
    if backup is None:
        return None
    text = RESTORE.format(backup_line(backup))
    if not await run.agreed(text, "Put it back", careful=True):
        return None
    return await run.record(lambda: session.tracker.archive.restore(backup.name))


async def export(run: ActionTools, subject: object) -> str | None:
    """Write something to hand to somebody, or everything, to a file of its own."""
    if run.session.looking is not None:
        run.complain(Refused(run.session.with_keys(OF_TODAY)))
        return None
    from g221_tui.ui.screens.dialogs.export_file import ExportDialog

    return run.told(await run.ask(ExportDialog(run.session)))
