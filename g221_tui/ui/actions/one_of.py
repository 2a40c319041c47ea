"""A row of the timeline that stands for several records: which of them is meant."""

from g221_tui.core.snapshot.folding import Entry
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.glyphs import BETWEEN
from g221_tui.core.text.phrases import sentence
from g221_tui.core.views import Snapshot
from g221_tui.ui.actions.tools import ActionTools


def is_several(subject: object) -> bool:
    """Whether a row stands for more than one record."""
    return (
        isinstance(subject, Entry)
        and len(subject.rows) > 1
        and all(row.record is not None for row in subject.rows)
    )


async def one_of(
    run: ActionTools, several: Entry, then: Snapshot, does: str, at: str = ""
) -> Entry | None:
    """Ask for one of the records; none where it is left.

    Args:
        run: What asks.
        several: The row that stands for them.
        then: What was shown when the row was chosen.
        does: What is done with the one that is chosen.
        at: The record to begin on; empty for the first.
    """
    from g221_tui.ui.screens.sheets.entry_list import EntryList
    from g221_tui.ui.screens.sheets.of_row import each_now

    def now() -> Snapshot:
        return run.session.view.snapshot if run.session.view is not None else then

    def entries() -> tuple[Entry, ...]:
        return each_now(several, then, now())

    def title() -> str:
        text, day = sentence(run.session.shown(several.text)), several.first.date
        apart = any(row.date != day for row in several.rows)
        return text if apart else f"{text}{BETWEEN}{long_date(day)}"

    return await run.ask(EntryList(title, entries, does=does, at=at)) if entries() else None
