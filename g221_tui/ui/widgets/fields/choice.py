"""A field of one of several values: a line that shows it, and a list that unfolds below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Label, OptionList, Static

from g221_tui.core.text.glyphs import UNFOLDED
from g221_tui.core.text.sanitize import clean
from g221_tui.ui.render import cells, cut
from g221_tui.ui.widgets.fields.choice_list import ChoiceList
from g221_tui.ui.widgets.fields.field import Field

SIGN_CELLS = 2
"""Cells of the sign at the end of the line, with the blank before it."""


class Choice(Widget, can_focus=True):
    """Shows the chosen words; keys choose another, or unfold the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "Next field", show=False),
        Binding("space,down,up", "unfold", "Choose", show=False),
        Binding("left", "step(-1)", "The one before", show=False),
        Binding("right", "step(1)", "The next one", show=False),
    ]
    ALLOW_SELECT = False

    value: reactive[str] = reactive("")
    """What is chosen."""
    typed: reactive[str] = reactive("")
    """What was typed to find another, while the list is unfolded."""

    @dataclass
    class Changed(Message):
        """Another value is chosen."""

        choice: "Choice"

    @dataclass
    class Unfold(Message):
        """The list is asked for."""

        typed: str

    def __init__(self, choices: Sequence[tuple[str, str]], value: str, unchosen: str) -> None:
        super().__init__()
        self.choices = list(choices)
        """Each value with its words before it."""
        self._unchosen = unchosen
        self.set_reactive(Choice.value, value)

    def watch_value(self, old: str, new: str) -> None:
        """Tell of another value."""
        if self.is_mounted and old != new:
            self.post_message(self.Changed(self))

    def render(self) -> Content:
        """The words, or what was typed; at the end the sign that there are others."""
        width = max(1, self.content_size.width - SIGN_CELLS)
        words = next((words for words, value in self.choices if value == self.value), None)
        text, style = (self._unchosen, "$muted") if words is None else (words, "")
        if self.typed:
            text, style = self.typed, "bold $primary"
        shown = cut(clean(text), width)
        gap = " " * max(1, width - cells(shown) + 1)
        return Content.assemble((shown, style), gap, (UNFOLDED, "$muted"))

    def take(self, value: str) -> None:
        """Choose a value, and go on to the next field."""
        self.value = value
        # From here, and not from the list: Textual stops what a parent sends through its child.
        self.call_later(self.action_next)

    def action_next(self) -> None:
        """Go on; where something must be chosen and is not, unfold the list."""
        if self._unchosen and not self.value:
            self.action_unfold()
        else:
            self.post_message(Field.Done(self))

    def action_unfold(self, typed: str = "") -> None:
        """Unfold the list."""
        self.post_message(self.Unfold(typed))

    def action_step(self, by: int) -> None:
        """The value before or after the chosen one, where there is one."""
        values = [value for _, value in self.choices]
        place = values.index(self.value) + by if self.value in values else 0
        if 0 <= place < len(values):
            self.value = values[place]

    def on_key(self, event: events.Key) -> None:
        """A letter begins to look for a value."""
        if event.character and event.is_printable and not event.character.isspace():
            event.stop()
            event.prevent_default()
            self.action_unfold(event.character)

    def on_click(self, event: events.Click) -> None:
        """A click unfolds the list."""
        event.stop()
        self.action_unfold()


class ChoiceField(Field):
    """One of several values, each with its words."""

    def __init__(
        self,
        key: str,
        label: str,
        choices: Sequence[tuple[str, str]],
        value: str = "",
        *,
        below: str = "",
        unchosen: str = "",
    ) -> None:
        """Make the field.

        Args:
            key: The name of the value.
            label: What stands before it.
            choices: The words of each value, and the value.
            value: What is chosen at first; else the first one.
            below: A line below it.
            unchosen: What stands there while nothing is chosen, where something has to be.
        """
        super().__init__(key, label, below=below)
        self._choices = list(choices)
        known = [choice for _, choice in choices]
        self._start = value if value in known else "" if unchosen else known[0]
        self._unchosen = unchosen

    def compose(self) -> ComposeResult:
        """Label, line, list, line below."""
        yield Label(Content(clean(self._label)), classes="field-label")
        with Vertical(classes="field-body"):
            yield Choice(self._choices, self._start, self._unchosen)
            unfolded = ChoiceList()
            unfolded.display = False
            yield unfolded
            below = Static(Content(self._below), classes="field-below")
            below.display = bool(self._below)
            yield below

    @property
    def choice(self) -> Choice:
        """The line."""
        return self.query_one(Choice)

    @property
    def value(self) -> str:
        """The chosen value."""
        return self.choice.value

    @property
    def changed(self) -> bool:
        """Whether it is another value than stood there at first."""
        return self.value != self._start

    def put(self, value: str) -> None:
        """Choose this value, also where it is none of the choices."""
        if value not in [choice for _, choice in self._choices]:
            self._choices.append((value, value))
            self.choice.choices = self._choices
        self._start = self.choice.value = value

    def unfold_here(self) -> None:
        """Unfold the list, unless the focus has gone on to another field by now."""
        if self.screen.focused is self.choice:
            self.unfold()

    def unfold(self, typed: str = "") -> None:
        """Unfold the list, and go there."""
        unfolded = self.query_one(ChoiceList)
        if unfolded.display and not typed:
            return  # letters may have been typed in it by now
        unfolded.display = True
        unfolded.begin(self._choices, self.value, typed)
        self.screen.set_focus(unfolded)
        self.call_after_refresh(unfolded.scroll_visible, animate=False)

    def _fold(self) -> None:
        """Fold the list; where it has the focus, the line takes that, and then it is folded.

        A list that is hidden while it still takes itself for focused would take the focus away
        from whatever has it by then.
        """
        unfolded = self.query_one(ChoiceList)
        self.choice.typed = ""
        if self.screen.focused is unfolded:
            self.screen.set_focus(self.choice)
        else:
            unfolded.display = False

    @on(Choice.Unfold)
    def _asked(self, event: Choice.Unfold) -> None:
        event.stop()
        self.unfold(event.typed)

    @on(ChoiceList.Typed)
    def _typed(self, event: ChoiceList.Typed) -> None:
        event.stop()
        self.choice.typed = event.text

    @on(ChoiceList.Fold)
    def _left(self, event: ChoiceList.Fold) -> None:
        event.stop()
        self._fold()

    @on(ChoiceList.Left)
    def _meant(self, event: ChoiceList.Left) -> None:
        event.stop()
        self.choice.value = event.value
        self._fold()

    def settle(self) -> None:
        """Choose what was found or gone to in the list and not taken yet."""
        meant = self.query_one(ChoiceList).meant
        if meant is not None:
            self.choice.value = meant
            self._fold()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        unfolded = self.query_one(ChoiceList)
        value = unfolded.values[event.option_index]
        unfolded.let_go()
        self._fold()
        self.choice.take(value)
