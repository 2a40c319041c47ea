"""A bug in the dashboard: what is said of it, once the terminal is restored.

Textual would print the values of the local variables, which are the user's case.
"""

import sys
from contextlib import suppress

from g221_tui.core.text.sanitize import clean

TOOLKIT = "textual"
"""The package of the toolkit."""


def _within_toolkit(error: BaseException) -> bool:
    """Whether it was raised by the toolkit's own code."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    name = str(frame.tb_frame.f_globals.get("__name__", "")) if frame is not None else ""
    return name.partition(".")[0] == TOOLKIT


class Reporter:
    """Stands in for the console on which Textual prints what went wrong."""

    def __init__(self) -> None:
        self.told = False
        """Whether there was something to tell."""
        self.leaving = False
        """Whether the app was asked to leave."""
        self._error: BaseException | None = None
        self._half = False

    def note(self, error: BaseException) -> None:
        """Keep the first exception: later ones mostly follow from it.

        What was being put up or searched when the app was asked to leave finds its widgets gone:
        an exception within the toolkit from then on is no bug.
        """
        if self._error is None and self.leaving and _within_toolkit(error):
            self._half = True
        else:
            self._error = self._error or error

    def print(self, *things: object, **settings: object) -> None:
        """Say it in a line, and no more than that of what Textual has to print."""
        if not self.told and not (self._half and self._error is None):
            self.told = True
            from g221_tui.crash_report import reported

            with suppress(OSError):  # the terminal may be what went wrong
                sys.stderr.write(clean(reported(self._error)) + "\n")
