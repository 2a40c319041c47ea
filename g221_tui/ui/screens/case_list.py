"""Switching to another case."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from g221_tui.core.display import clean
from g221_tui.errors import G221Error
from g221_tui.service import Done
from g221_tui.ui.render import cut
from g221_tui.ui.screens.dialog import Dialog
from g221_tui.ui.screens.head import NO_CASE
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.box import Box
from g221_tui.ui.widgets.header import day_words

LONGEST = 40
"""Cells of a case's name in the list."""


class CaseList(Dialog[Done | None]):
    """The cases of the file; enter takes one in hand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close"),
        Binding("j", "move(1)", "Down", show=False),
        Binding("k", "move(-1)", "Up", show=False),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """The list."""
        cases = self.session.book.cases if self.session.book is not None else ()
        with Box():
            yield Static(Content("Cases"), classes="dialog-title")
            if cases:
                yield OptionList(
                    *[Option(self._row(case.id), id=case.id) for case in cases], compact=True
                )
            else:
                yield Static(Content(NO_CASE))
            yield Static("", classes="dialog-error")

    def on_mount(self) -> None:
        """Start on the case that is shown."""
        self.query_one(".dialog-error").display = False
        for found in self.query(OptionList):
            ids = [option.id for option in found.options]
            if self.session.case in ids:
                found.highlighted = ids.index(self.session.case)
            found.focus()

    def _row(self, case: str) -> Content:
        snapshot = self.session.tracker.view(case).snapshot
        mark = "▶ " if case == self.session.case else "  "
        name = cut(clean(snapshot.case.label), LONGEST)
        return Content.assemble(
            (mark, "$primary"),
            (f"{case}  ", "$muted"),
            name,
            (f"  {day_words(snapshot, LONGEST)}", "$muted"),
        )

    def action_close(self) -> None:
        """Stay with the case that is shown."""
        self.dismiss(None)

    def action_move(self, rows: int) -> None:
        """A row down or up."""
        for found in self.query(OptionList):
            if rows > 0:
                found.action_cursor_down()
            else:
                found.action_cursor_up()

    @on(OptionList.OptionSelected)
    @work
    async def _use(self, event: OptionList.OptionSelected) -> None:
        case = event.option.id or ""
        try:
            done = await self.session.record(lambda: self.session.tracker.use_case(case))
        except G221Error as problem:
            line = self.query_one(".dialog-error", Static)
            line.update(Content(clean(str(problem))))
            line.display = True
        else:
            self.dismiss(done)
