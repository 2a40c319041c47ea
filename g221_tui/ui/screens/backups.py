"""The backups of the file, newest first; enter makes one the file again, after a question."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from g221_tui.core.text.sanitize import clean
from g221_tui.service.archive import backup_line
from g221_tui.store.backups import Backup
from g221_tui.ui.screens.dialogs.list_dialog import ListDialog
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.box import Box
from g221_tui.ui.widgets.hint import CLOSES, Hint

NONE = "There is no backup yet: one is made with each change."
PUTS_BACK = ("enter", "puts one back, after a question")
"""The key that chooses one, and what follows."""


class Backups(ListDialog[str]):
    """Answers with the name of the backup to put back; nothing where none is chosen."""

    DEFAULT_CLASSES = "dialog wide-box"

    def __init__(self, session: Session, found: Sequence[Backup]) -> None:
        super().__init__()
        self._session = session
        self._found = tuple(found)

    def compose(self) -> ComposeResult:
        """A row a backup: when, what it holds, the last change in it."""
        with Box():
            yield Static(Content("Backups"), classes="dialog-title")
            if self._found:
                yield OptionList(*self._options(), compact=True)
            else:
                yield Static(Content(NONE), classes="sheet-line")
            yield Hint(*([PUTS_BACK] if self._found else []), CLOSES)

    def _options(self) -> list[Option]:
        return [
            Option(
                Content(clean(self._session.shown(backup_line(b)))),
                id=b.name,
                disabled=bool(b.fault),
            )
            for b in self._found
        ]

    def on_mount(self) -> None:
        """Start on the newest."""
        self.begin_in(0)

    def redraw(self) -> None:
        """Tell the rows as they may be shown now."""
        for listed in self.query(OptionList):
            at = listed.highlighted
            listed.set_options(self._options())
            listed.highlighted = at

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option.id)
