"""The line in which words are typed that the rows of the panes must hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label

from g221_tui.core.model import Case
from g221_tui.core.text.sanitize import clean_lines
from g221_tui.ui.widgets.line import Line
from g221_tui.ui.widgets.panes.pane import Pane

PLACEHOLDER = "words of a row or a note"


def notes_of(case: Case) -> dict[str, str]:
    """The user's own words in each contact and event, by the id of the record."""
    said: dict[str, tuple[str, ...]]
    said = {c.id: (c.note, c.answer, c.status, c.ref, c.with_whom) for c in case.contacts}
    said |= {event.id: (event.note,) for event in case.events}
    return {
        record: " ".join(clean_lines(text) for text in words if text)
        for record, words in said.items()
    }


class Find(Horizontal):
    """Shown while a filter is typed or holds; enter goes back to the rows, escape ends it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "end", "End the filter", show=False),
        Binding("down,tab", "leave", "To the rows", show=False),
    ]

    class Changed(Message):
        """Other words stand in the line."""

    @dataclass
    class Left(Message):
        """The user goes back to the rows; the filter holds, or has ended."""

        typing: bool
        """Whether that was said in the line itself."""

    def __init__(self) -> None:
        super().__init__()
        self._before: Pane | None = None
        """Where the user was before the filter."""
        self._from: Pane | None = None
        """Where the user was before typing in it last."""
        self._aside: Pane | None = None
        """Another pane that the user was sent to, since nothing was found in that one."""

    def compose(self) -> ComposeResult:
        """`FIND`, the line, how it ends."""
        yield Label(Content("FIND"), classes="find-label")
        yield Line(placeholder=PLACEHOLDER)
        yield Label(Content("esc ends"), classes="find-end")

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self.has_class("-open")

    @property
    def words(self) -> str:
        """What is typed."""
        return self.query_one(Input).value

    def begin(self, pane: Pane | None) -> None:
        """Show it and type in it; words from before are replaced by the first key."""
        self._from = pane or self._from
        if not self.is_open:
            self._before = self._from
        self.add_class("-open")
        line = self.query_one(Input)
        line.focus()
        line.action_select_all()

    def action_end(self) -> None:
        """No filter any more."""
        typing = self.query_one(Input).has_focus
        self.query_one(Input).value = ""
        self.remove_class("-open")
        self.post_message(self.Left(typing))

    def action_leave(self) -> None:
        """Back to the rows that are left; an empty line goes."""
        if self.words.strip():
            self.post_message(self.Left(typing=True))
        else:
            self.action_end()

    def send(self, panes: Sequence[Pane], now: Pane | None, *, typing: bool) -> None:
        """Put the focus in the pane that the user came from, or found something in."""
        if self.is_open:
            came = self._from or panes[0]
            found = [pane for pane in (came, *panes) if pane.row is not None]
            to = (found or [came])[0]
            self._aside = to if to is not came else None
        elif typing:
            for pane in panes:
                pane.go_back()
            to = self._before or panes[0]
        else:
            for pane in panes:
                pane.stay()
            stays = now if now is not self._aside else None
            to = stays or self._before or panes[0]
        to.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_leave()
