"""The board: every case with its next step, by what is due."""

import asyncio
from datetime import date
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from g221_tui.core.cases import FAMILY
from g221_tui.core.snapshot.board import BoardRow, board
from g221_tui.core.text.sanitize import clean
from g221_tui.errors import G221Error, Refused
from g221_tui.service.done import Done
from g221_tui.ui.keyboard.order import CHANGES
from g221_tui.ui.render import cells
from g221_tui.ui.screens.dialogs.list_dialog import ListDialog
from g221_tui.ui.screens.head import NO_CASE
from g221_tui.ui.session import Session
from g221_tui.ui.widgets.board_rows import draw
from g221_tui.ui.widgets.box import Box

PARALLEL = "parallel"
"""Another way to a visa beside the pending one."""

SELF = "That is the case in hand: highlight the one to link with it."
BUTTONS = {
    "use": ("Take it", "enter"),
    FAMILY: ("Family", "f"),
    PARALLEL: ("Parallel", "p"),
    "close": ("Close", "esc"),
}
"""The words and the key of each button."""
USUAL = ("use", "close")
"""Whose keys any list has: they are left out first."""
ROOM_FOR_KEYS = 54
"""From so many columns on, every button tells its key."""
ROOM_FOR_AIR = 62
"""From so many columns on, a cell is free on both sides of its words."""

LOOKING = "Looking through the cases."


class Board(ListDialog[Done]):
    """The cases of the file; enter takes one in hand, two keys link it with the one in hand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", f"link('{FAMILY}')", "Family", show=False),
        Binding("p", f"link('{PARALLEL}')", "Parallel", show=False),
    ]
    DEFAULT_CLASSES = "dialog wide-box board"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._rows: tuple[BoardRow, ...] = ()
        self._drawn = 0
        """The width the rows are drawn for; 0 before the first."""
        self._told = ""
        self._of: tuple[int, date] | None = None
        """Of which reading of the file, and of which day, the rows are."""

    def compose(self) -> ComposeResult:
        """The list, a line for what happened, the keys."""
        some = self.session.book is not None and bool(self.session.book.cases)
        with Box():
            yield Static(Content("Cases, by what is due"), classes="dialog-title")
            if some:
                yield OptionList(compact=True)
            yield Static(
                Content(LOOKING if some else self.session.with_keys(NO_CASE)),
                classes="dialog-remark",
            )
            yield Static("", classes="dialog-error")
            with Horizontal(classes="dialog-buttons"):
                for does, (words, key) in BUTTONS.items():
                    if some or does == "close":
                        yield Button(Content(f"{words}  {key}"), id=does, compact=True)

    def on_mount(self) -> None:
        """Compute the rows beside the screen: there may be hundreds."""
        self.query_one(".dialog-error").display = False
        for listed in self.query(OptionList):
            self.start_at(listed)
        if self.session.book is not None and self.session.book.cases:
            self._look(self.session.case or "", "")

    @work(exclusive=True)
    async def _look(self, case: str, told: str) -> None:
        """Compute the rows, and stand on a case."""
        # A worker spells out what it is given: a book would take longer to spell than to compute.
        book, rules, day = self.session.book, self.session.tracker.rules, self.session.day
        if book is None:
            return
        self._of = self.session.loads, day
        self._rows = await asyncio.to_thread(board, book, rules, day)
        self._drawn = 0
        self._say(told)
        self._draw(case)
        self.call_after_refresh(self._draw, case)

    def redraw(self) -> None:
        """Draw anew what holds and may be shown now."""
        book, of = self.session.book, (self.session.loads, self.session.day)
        if self._rows and book is not None and of != self._of:
            self._look(self._highlighted, self._told)
            return
        self._drawn = 0
        self._draw(None)
        self._complain(None)
        if self._rows:
            self._say(self._told)

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new width."""
        self._fit_buttons(event.size.width)
        self.call_after_refresh(self._draw, None)

    def _fit_buttons(self, width: int) -> None:
        """In a narrow window the air around the words goes first, then the keys of any list."""
        airy = width >= ROOM_FOR_AIR
        for button in self.query(Button):
            words, key = BUTTONS[button.id or ""]
            if width >= ROOM_FOR_KEYS:
                words = f"{words}  {key}"
            elif button.id not in USUAL:
                words = f"{words} {key}"
            button.label = Content(words)
            # A button reckons with the air even where there is none.
            button.styles.line_pad = int(airy)
            button.styles.width = "auto" if airy else cells(words)

    def _draw(self, case: str | None) -> None:
        for listed in self.query(OptionList):
            # A cell is left for the scroll bar, so that nothing is folded anew when it comes.
            width = listed.outer_size.width - 1
            if not self._rows or width <= 0 or width == self._drawn:
                return
            self._drawn = width
            kept = case or self._highlighted
            rows = self.session.shown(self._rows)
            lines = draw(rows, self.session.case, self.session.day, width)
            listed.set_options(
                [Option(line, id=row.id) for line, row in zip(lines, self._rows, strict=True)]
            )
            ids = [row.id for row in self._rows]
            listed.highlighted = ids.index(kept) if kept in ids else 0

    @property
    def _highlighted(self) -> str:
        """The id of the case under the cursor; empty where there is none."""
        rows = (listed.highlighted_option for listed in self.query(OptionList))
        return next((row.id or "" for row in rows if row is not None), "")

    def _say(self, text: str) -> None:
        self._told = text
        line = self.query_one(".dialog-remark", Static)
        line.update(Content.styled(clean(self.session.shown(text)), "$muted"))
        line.display = bool(text)
        self.call_after_refresh(self._fit)

    def _complain(self, problem: G221Error | str | None) -> None:
        line = self.query_one(".dialog-error", Static)
        words = clean(self.session.shown(str(problem)))
        line.update(Content.styled(f"! {words}", "$caution"))
        line.display = problem is not None
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Give the list the room that is left; the cursor's row stays in sight, all of it."""
        self.query_one(Box).fit()
        for listed in self.query(OptionList):
            self.call_after_refresh(listed.scroll_to_highlight)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._use(event.option.id or "")

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "use":
                self._use(self._highlighted)
            case "close":
                self.action_close()
            case kind:
                self.action_link(kind or "")

    @work(group=CHANGES)
    async def _use(self, case: str) -> None:
        if self.session.looking is None and not self.session.may_record:
            self.session.show_case(case)
            self.dismiss(None)
            return
        try:
            done = await self.session.record(lambda: self.session.tracker.use_case(case))
        except G221Error as problem:
            self._complain(problem)
        else:
            self.dismiss(done)

    @work(group=CHANGES)
    async def action_link(self, kind: str) -> None:
        """Note that the highlighted case belongs with the one in hand."""
        other, hand = self._highlighted, self.session.case
        if not other:
            return
        self._complain(None)
        try:
            if other == hand:
                raise Refused(SELF)
            tracker = self.session.tracker
            done = await self.session.record(lambda: tracker.link_case(other, kind, case=hand))
        except G221Error as problem:
            self._complain(problem)
        else:
            self._look(other, done.sentence)
            if done.saved_but:
                self._complain(done.saved_but)
