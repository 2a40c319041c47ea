"""A line to write in, which takes all that is pasted."""

import re

from textual import events
from textual.widgets import Input

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
"""Signs that are no text. All others stay as they are: what is typed is kept, and shown cleaned."""


class Line(Input):
    """A line without a frame whose cursor does not blink; several pasted lines become one."""

    def __init__(
        self, value: str = "", *, placeholder: str = "", select_on_focus: bool = True
    ) -> None:
        super().__init__(
            value, placeholder=placeholder, compact=True, select_on_focus=select_on_focus
        )
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted, in place of Textual, which takes its first line alone."""
        event.prevent_default()
        event.stop()
        self._take(event.text)

    def action_paste(self) -> None:
        """Take what was copied here."""
        self._take(self.app.clipboard)

    def _take(self, text: str) -> None:
        if taken := one_line(text):
            self.replace(taken, *self.selection)


def one_line(text: str) -> str:
    """All the lines of a text in one, with a space where one ended."""
    lines = text.splitlines()
    if len(lines) > 1:
        lines = [line.strip() for line in lines]
    return CONTROL.sub(" ", " ".join(filter(None, lines)))
