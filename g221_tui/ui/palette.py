"""What the palette finds: every action by name; each channel, document and case by its own."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from g221_tui.core.cases import label
from g221_tui.core.text.phrases import sentence
from g221_tui.core.text.sanitize import clean
from g221_tui.errors import G221Error
from g221_tui.ui.actions import show
from g221_tui.ui.actions.all_actions import ACTIONS
from g221_tui.ui.actions.tools import ActionTools

if TYPE_CHECKING:
    from g221_tui.ui.screens.dashboard import Dashboard

PAGE = "A page of the guide"
CHANNEL, DOCUMENT, CASE = "A way to follow up: open it", "A document: open it", "Show this case"
"""What is said below each name."""


def commands(board: "Dashboard") -> Iterator[SystemCommand]:
    """Everything that can be done or opened now."""
    for action in ACTIONS:
        if action.palette and board.may_do(action):
            run = partial(board.run_action, action.call)
            yield SystemCommand(sentence(action.label), action.tooltip, run)
    yield from _objects(board)
    from g221_tui.guide import load_pages

    for page in load_pages():
        yield SystemCommand(f"Guide: {clean(page.title)}", PAGE, _read(board, page.id))


def _objects(board: "Dashboard") -> Iterator[SystemCommand]:
    snapshot, book = board.snapshot, board.session.book
    if snapshot is None:
        return
    for channel in (*snapshot.channels, *snapshot.further):
        run = partial(board.take_turn, show.open_row, channel)
        yield SystemCommand(clean(channel.name), CHANNEL, run)
    for item in snapshot.documents.items:
        run = partial(board.take_turn, show.open_row, item)
        yield SystemCommand(clean(item.name), DOCUMENT, run)
    for case in book.cases if book is not None else ():
        if case.id != board.session.case:
            name = clean(board.session.shown(label(case.facts)))
            yield SystemCommand(f"Case {case.id}: {name}", CASE, _use(board, case.id))


def _read(board: "Dashboard", topic: str) -> partial[None]:
    return partial(board.take_turn, partial(show.guide_page, topic=topic), None)


def _use(board: "Dashboard", case: str) -> partial[None]:
    return partial(board.take_turn, partial(_take_in_hand, case=case), None)


async def _take_in_hand(run: ActionTools, subject: object, *, case: str) -> str | None:
    """Make another case the current one; of a file that can't be changed only show it."""
    session = run.session
    if session.looking is None and not session.may_record:
        session.show_case(case)
        return None
    try:
        return run.told(await session.record(lambda: session.tracker.use_case(case)))
    except G221Error as problem:
        run.complain(problem)
        return None
