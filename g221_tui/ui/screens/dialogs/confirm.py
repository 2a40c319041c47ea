"""One question with two answers; escape gives neither."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from g221_tui.core.text.sanitize import clean_lines
from g221_tui.ui.screens.dialogs.dialog import Dialog
from g221_tui.ui.widgets.box import Box

DISCARD = "Give up what you have written here? It is not saved yet."


class Confirm(Dialog[bool | None]):
    """Shows what an answer would do, and asks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "answer('')", "Back"),
        Binding("y", "answer('yes')", "Yes"),
        Binding("n", "answer('no')", "No"),
        Binding("left,right", "other", "Other answer", show=False),
        Binding("down,j", "scroll(1)", "Down", show=False),
        Binding("up,k", "scroll(-1)", "Up", show=False),
    ]
    MASKS = True
    TYPE_AHEAD = False

    def __init__(
        self,
        text: str,
        *,
        yes: str = "Yes",
        no: str = "No",
        careful: bool = False,
        shown: Callable[[str], str] = str,
    ) -> None:
        super().__init__()
        self._text = text
        self._yes = yes
        self._no = no
        self._careful = careful
        self._shown = shown
        """What makes of the text what may be shown now."""

    def compose(self) -> ComposeResult:
        """The text and the two answers."""
        with Box(classes="dialog-box confirm-box"):
            with VerticalScroll(classes="dialog-fields", can_focus=False):
                yield Static(self._words, classes="confirm-text")
            with Horizontal(classes="dialog-buttons"):
                for words, key, name, meant in (
                    (self._yes, "y", "yes", not self._careful),
                    (self._no, "n", "no", self._careful),
                ):
                    style = "primary" if meant else ""
                    yield Button(Content(f"{words}  {key}"), id=name, classes=style, compact=True)

    @property
    def _words(self) -> Content:
        return Content(clean_lines(self._shown(self._text)))

    def redraw(self) -> None:
        """Say it as it may be shown now."""
        self.query_one(".confirm-text", Static).update(self._words)
        self.call_after_refresh(self.query_one(Box).fit)

    def on_mount(self) -> None:
        """Start on the answer that is meant; where care is due, on the other."""
        self.start_at(self.query_one("#no" if self._careful else "#yes"))

    def action_answer(self, answer: str) -> None:
        """Answer; an empty one is neither."""
        self.dismiss({"yes": True, "no": False}.get(answer))

    def action_other(self) -> None:
        """The other answer."""
        self.focus_next(Button)

    def action_scroll(self, lines: int) -> None:
        """Scroll a long question by a line."""
        self.query_one(".dialog-fields").scroll_relative(y=lines, animate=False)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_answer(event.button.id or "")


class GiveUp(Confirm):
    """Asks before what was written in a dialog is lost; the answer in front keeps it."""

    def __init__(self) -> None:
        super().__init__(DISCARD, yes="Give it up", no="Keep writing", careful=True)
