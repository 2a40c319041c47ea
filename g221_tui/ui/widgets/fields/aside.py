"""What may be done before a form is saved and need not be: lines, and a button below them."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Static

from g221_tui.core.text.glyphs import CAUTION
from g221_tui.core.text.sanitize import clean


class AsideButton(Button):
    """Tab comes to it; enter, which goes from field to field, passes it over."""


class Aside(Vertical):
    """Shown only while there is something to be done."""

    DEFAULT_CLASSES = "aside"

    def __init__(self, words: str, *, id: str) -> None:
        super().__init__(id=id)
        self._words = words
        self.display = False

    def compose(self) -> ComposeResult:
        """The lines, and the button."""
        yield Static("", classes="aside-line")
        yield AsideButton(Content(self._words), compact=True)

    def say(self, lines: Sequence[str], *, can: bool) -> None:
        """Say what it is about, and whether it can be done now; no line hides it."""
        text = Content("\n").join(
            Content.assemble((f"{CAUTION} ", "bold"), clean(line)) for line in lines
        )
        self.query_one(".aside-line", Static).update(text)
        self.query_one(AsideButton).display = can
        self.display = bool(lines)
