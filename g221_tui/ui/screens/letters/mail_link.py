"""The address that opens the letter in a mail program: shown, and copied where asked."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from g221_tui.core.text.sanitize import clean
from g221_tui.service.drafts import SURE_LENGTH
from g221_tui.ui.screens.dialogs.reading import Reading
from g221_tui.ui.screens.letters.in_hand import LetterInHand
from g221_tui.ui.widgets.box import Box

HOW = "Paste it where your web browser or your mail program takes an address. Nothing is opened"
HOW += " from here, and nothing is sent."
LONG = (
    "The link with the whole text has {:,} characters, and some mail programs cut it after {:,}"
    " without a word. So this one holds the address and the subject alone: copy the text with y on"
    " the page before, and paste it below."
)
NO_ADDRESS = (
    "No address is recorded: your mail program will ask for it. On the dashboard {facts} opens"
)
NO_ADDRESS += " the facts, and Post's e-mail is one."
COPIED = "Given to the terminal to copy. Whether it took it can't be known here: paste to see."


class MailLink(Reading[None]):
    """The link of the letter as it may be shown now."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,o", "close", "Close"),
        Binding("y", "copy", "Copy"),
    ]
    DEFAULT_CLASSES = "dialog letter"

    def __init__(self, hand: LetterInHand) -> None:
        super().__init__()
        self._hand = hand

    def compose(self) -> ComposeResult:
        """What to do with it, and the link."""
        with Box():
            yield Static(Content("A link for your mail program"), classes="dialog-title")
            with VerticalScroll(classes="sheet-body"):
                yield Static(id="mail-how")
                yield Static(id="mail-link", classes="letter-text")
            yield Static("", classes="dialog-remark")
            with Horizontal(classes="dialog-buttons"):
                yield Button(Content("Copy  y"), id="copy", classes="primary", compact=True)
                yield Button(Content("Close  esc"), id="close", compact=True)

    def on_mount(self) -> None:
        """Show the link."""
        self.redraw()

    def redraw(self) -> None:
        """Show the link as it may be shown now."""
        draft = self._hand.shown
        how = [HOW if draft is not None else clean(self._hand.session.shown(self._hand.why_none))]
        if draft is not None and draft.short_mailto:
            how.append(LONG.format(len(draft.mailto), SURE_LENGTH))
        if draft is not None and not draft.to:
            how.append(self._hand.session.with_keys(NO_ADDRESS))
        if draft is not None and draft.masked:
            how.append("Names and numbers in it are masked.")
        self.query_one("#mail-how", Static).update(Content("\n\n".join(how)))
        self.query_one("#mail-link", Static).update(Content(clean(self._link)))

    @property
    def _link(self) -> str:
        draft = self._hand.shown
        return (draft.short_mailto or draft.mailto) if draft is not None else ""

    def action_close(self) -> None:
        """Back to the letter."""
        self.dismiss(None)

    def action_copy(self) -> None:
        """Give the link to the clipboard of the terminal."""
        self.app.copy_to_clipboard(self._link)
        self.query_one(".dialog-remark", Static).update(Content(COPIED))

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "copy":
            self.action_copy()
        else:
            self.action_close()
