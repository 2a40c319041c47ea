"""Which letter: a channel may have one that asks, and others that only bring something."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from g221_tui.core.fields.labels import PURPOSES
from g221_tui.core.model import Purpose
from g221_tui.core.text.sanitize import clean
from g221_tui.ui.screens.dialogs.list_dialog import ListDialog
from g221_tui.ui.screens.letters.in_hand import LetterInHand
from g221_tui.ui.widgets.box import Box
from g221_tui.ui.widgets.hint import CLOSES, Hint


class PurposeList(ListDialog[Purpose]):
    """The letters of a channel; enter takes one."""

    def __init__(self, hand: LetterInHand) -> None:
        super().__init__()
        self._hand = hand

    def compose(self) -> ComposeResult:
        """A row each."""
        options = [
            Option(Content(f"{PURPOSES[each]}: {clean(self._hand.title(each))}"))
            for each in self._hand.purposes
        ]
        with Box():
            yield Static(Content("Which letter?"), classes="dialog-title")
            yield OptionList(*options, compact=True)
            yield Hint(("enter", "drafts it"), CLOSES)

    def on_mount(self) -> None:
        """Start on the present one."""
        self.begin_in(self._hand.purposes.index(self._hand.purpose))

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._hand.purposes[event.option_index])
