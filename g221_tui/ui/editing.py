"""The user's own editor in the terminal of the dashboard, which sleeps meanwhile."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from textual.app import App, SuspendNotSupported

from g221_tui.errors import G221Error, Refused
from g221_tui.service.editor import edited, editor

NO_TERMINAL = "The terminal can't be given to an editor here."


def edit_text(app: App[None], text: str) -> str:
    """The text as the user left it in the editor.

    Raises:
        Refused: There is no editor, it failed, or there is no terminal to give.
    """
    editor()
    problem: G221Error | None = None
    words = text
    try:
        with app.suspend(), _keys_are_the_editors():
            # Textual takes the terminal back only where nothing breaks in between.
            try:
                words = edited(text)
            except G221Error as failed:
                problem = failed
    except SuspendNotSupported:
        raise Refused(NO_TERMINAL) from None
    if problem is not None:
        raise problem
    return words


@contextmanager
def _keys_are_the_editors() -> Iterator[None]:
    """ctrl+c is heard by the editor alone; ctrl+z stops the whole job, so that fg goes on."""
    # A handler that does nothing, since what is ignored here would be ignored by the editor too.
    former = {signal.SIGINT: signal.signal(signal.SIGINT, _nothing)}
    if hasattr(signal, "SIGTSTP"):
        former[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def _nothing(number: int, frame: FrameType | None) -> None:
    """The editor hears it."""
