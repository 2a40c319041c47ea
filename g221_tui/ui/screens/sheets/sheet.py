"""A sheet to read: headings, lines, and the keys that lead on."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from typing import ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, ItemGrid, VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches
from textual.widget import MountError, Widget
from textual.widgets import Button, Static

from g221_tui.core.text.sanitize import clean, clean_lines
from g221_tui.errors import G221Error
from g221_tui.ui.screens.dialogs.reading import BODY, Reading
from g221_tui.ui.widgets.box import Box


class Branch(NamedTuple):
    """A reason of a tree, and how deep it stands."""

    depth: int
    text: str


class Section(NamedTuple):
    """A heading and what stands below it."""

    heading: str
    lines: tuple[str | Branch | tuple[str, str], ...]
    """Texts, reasons of a tree, or pairs of a label and a text."""
    style: str = ""


STEP = 2
"""Cells that a reason stands further in than the one that it is a reason of."""


class Verb(StrEnum):
    """What a sheet may lead on to."""

    ANSWER = "answer"
    LOG = "log"
    LETTER = "letter"
    CORRECT = "correct"
    REMOVE = "remove"
    WAYS = "ways"
    TOPICS = "topics"
    GUIDE = "guide"
    DETAILS = "details"
    REQUESTED = "requested"
    READY = "ready"
    SUBMITTED = "submitted"
    RECEIVED = "received"
    RETURNED = "returned"
    WAIVED = "waived"


class Lead(NamedTuple):
    """What to do next, as a sheet answers."""

    verb: Verb
    about: str
    """The channel to log on, the record to change or remove, the topic; empty: none of them."""


LEADS = {
    Verb.ANSWER: ("Record it", "e"),
    Verb.LOG: ("Log it", "l"),
    Verb.LETTER: ("Letter", "w"),
    Verb.CORRECT: ("Correct", "c"),
    Verb.REMOVE: ("Remove", "d"),
    Verb.WAYS: ("Other ways", "a"),
    Verb.TOPICS: ("All topics", "t"),
    Verb.GUIDE: ("Guide", "h"),
}
"""The words and the key of each, in the order of the buttons."""

STATES = {
    Verb.REQUESTED: "1",
    Verb.READY: "2",
    Verb.SUBMITTED: "3",
    Verb.RECEIVED: "4",
    Verb.RETURNED: "5",
    Verb.WAIVED: "6",
    Verb.DETAILS: "s",
}
"""The key of each state of a document, and of the form that asks how it went in."""
STATE_CELLS = 17
"""The least cells of the button of a state."""


class Place(NamedTuple):
    """Where one was on a sheet."""

    focus: str
    """The id of the button in focus; empty for the body."""
    line: int
    """The first line in sight."""


class Sheet(Reading[Lead | None]):
    """Answers with what to do next, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close"),
        *(
            Binding(key, f"go({verb.value!r})", words, show=False)
            for verb, (words, key) in LEADS.items()
        ),
        *(
            Binding(key, f"go({verb.value!r})", verb.value, show=False)
            for verb, key in STATES.items()
        ),
    ]

    left: Place | None = None
    """Where one was when it led on; a sheet that is made anew begins there."""
    again: Callable[[], "Sheet"] | None = None
    """Makes the same sheet of what may be shown now; none where nothing of a case is in it."""

    def __init__(
        self,
        title: str,
        state: Content,
        sections: Sequence[Section],
        leads: Mapping[Verb, str] | None = None,
        states: Mapping[Verb, str] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._state = state
        self.sections = sections
        """What it says, in the order of the page."""
        self._leads = dict(leads or {})
        """What each verb is about, where it is offered."""
        self._states = dict(states or {})
        """The words for each state that can be set from here."""

    @property
    def first(self) -> Widget:
        """The place that one left, else the body."""
        found = self.query(f"Button#{self.left.focus}") if self.left and self.left.focus else ()
        return next(iter(found), super().first)

    def on_mount(self) -> None:
        """Show the lines that one left."""
        if self.left is not None:
            line, body = self.left.line, self.query_one(BODY)
            self.call_after_refresh(body.scroll_to, y=line, animate=False)

    def compose(self) -> ComposeResult:
        """The title, the body, the keys."""
        with Box():
            yield Static(Content(clean(self._title)), classes="dialog-title")
            with VerticalScroll(classes="sheet-body"):
                yield from self.body()
            if self._states:
                with ItemGrid(min_column_width=STATE_CELLS, classes="sheet-states"):
                    for verb, words in self._states.items():
                        label = Content.assemble((STATES[verb], "bold $primary"), f" {words}")
                        yield Button(label, id=verb, compact=True)
            with Horizontal(classes="dialog-buttons"):
                for verb, (words, key) in LEADS.items():
                    if verb in self._leads:
                        yield Button(Content(f"{words}  {key}"), id=verb, compact=True)
                yield Button(Content("Close  esc"), id="close", compact=True)

    def body(self) -> ComposeResult:
        """The state, and the sections that say something."""
        if self._state:
            yield Static(self._state, classes="sheet-state")
        for section in self.sections:
            if section.lines:
                yield from self._section(section)

    def offer(self, verb: Verb, about: str = "") -> None:
        """Lead on to that too, unless it is offered already; before the sheet is opened."""
        self._leads.setdefault(verb, about)

    def _section(self, section: Section) -> ComposeResult:
        if section.heading:
            yield Static(Content(section.heading), classes="sheet-heading")
        for line in section.lines:
            if isinstance(line, str):
                yield Static(_text(line, section.style), classes="sheet-line")
            elif isinstance(line, Branch):
                yield _branch(line)
            else:
                with Horizontal(classes="sheet-pair"):
                    yield Static(_text(line[0], "$muted"), classes="sheet-label")
                    yield Static(_text(line[1], section.style), classes="sheet-text")

    def redraw(self) -> None:
        """Say the same anew, or that its record went from the file meanwhile.

        It stays open: a key that is meant for it must not reach the dashboard.
        """
        if self.again is None:
            return
        try:
            self.take(self.again())
        except G221Error as problem:
            self._title, self.sections = "", ()
            self._state = Content.styled(f"! {clean(str(problem))}", "$caution")
        self._say_anew()

    @work(exclusive=True)
    async def _say_anew(self) -> None:
        # It may close meanwhile, and then there is nothing to say any more.
        with suppress(NoMatches, MountError), self.app.batch_update():
            body = self.query_one(".sheet-body")
            self.query_one(".dialog-title", Static).update(Content(clean(self._title)))
            await body.remove_children()
            await body.mount_compose(self.body())

    def take(self, other: "Sheet") -> None:
        """Say what another sheet says."""
        self._title, self._state, self.sections = other._title, other._state, other.sections

    def action_close(self) -> None:
        """Back to the dashboard."""
        self.dismiss(None)

    def action_go(self, name: str) -> None:
        """Lead on, where that is offered."""
        verb = Verb(name)
        if verb in self._leads:
            button = self.focused.id if isinstance(self.focused, Button) else None
            self.left = Place(button or "", round(self.query_one(BODY).scroll_y))
            self.dismiss(Lead(verb, self._leads[verb]))

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "close":
            self.action_close()
        elif event.button.id:
            self.action_go(event.button.id)


def _branch(branch: Branch) -> Horizontal:
    """A reason under the one that it is a reason of; what folds stays beside its sign."""
    sign = Static(Content.styled("-", "$muted"), classes="sheet-sign")
    text = Static(_text(branch.text, "" if not branch.depth else "$muted"), classes="sheet-text")
    row = Horizontal(sign, text, classes="sheet-branch")
    row.styles.padding = (0, 1, 0, STEP * (branch.depth + 1))
    return row


def _text(text: str, style: str) -> Content:
    return Content.styled(clean_lines(text), style)
