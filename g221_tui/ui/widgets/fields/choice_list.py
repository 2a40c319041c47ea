"""The list of the values of a choice, in which one is found by typing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from g221_tui.core.text.lookup import comparable
from g221_tui.core.text.sanitize import clean


class ChoiceList(OptionList):
    """The values; typed letters leave those that have them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "space", "Take", show=False),
        Binding("escape", "fold", "Fold", show=False),
        Binding("backspace", "shorter", "Fewer letters", show=False),
    ]

    @dataclass
    class Typed(Message):
        """Other letters are looked for."""

        text: str

    @dataclass
    class Fold(Message):
        """Nothing is chosen."""

    @dataclass
    class Left(Message):
        """The focus went elsewhere from a row that was found or gone to: it is meant."""

        value: str

    def __init__(self) -> None:
        super().__init__(compact=True)
        self._choices: Sequence[tuple[str, str]] = ()
        self._value = ""
        self._typed = ""
        self._begun = 0
        """The row on which it was unfolded."""
        self.values: list[str] = []
        """The values of the rows."""

    def begin(self, choices: Sequence[tuple[str, str]], value: str, typed: str) -> None:
        """Show the values, with the cursor on the chosen one, and look for what was typed."""
        self._choices, self._value, self._typed = choices, value, ""
        self._fill(choices)
        self._begun = self.values.index(value) if value in self.values else 0
        self.highlighted = self._begun
        if typed:
            self._look_for(typed)

    def _fill(self, choices: Sequence[tuple[str, str]]) -> None:
        self.values = [value for _, value in choices]
        self.set_options([Option(Content(clean(words))) for words, _ in choices])

    def _look_for(self, typed: str) -> None:
        """Leave the values with those letters; where there are none, nothing changes."""
        found = matching(self._choices, typed)
        if not found:
            return
        self._typed = typed
        self._fill(found)
        self.highlighted = 0
        self.post_message(self.Typed(typed))

    def on_key(self, event: events.Key) -> None:
        """A letter is looked for."""
        if event.character and event.is_printable and not event.character.isspace():
            event.stop()
            event.prevent_default()
            self._look_for(self._typed + event.character)

    def action_space(self) -> None:
        """Between two words a blank; else the row under the cursor is taken."""
        longer = f"{self._typed} "
        if self._typed and matching(self._choices, longer):
            self._look_for(longer)
        else:
            self.action_select()

    def action_shorter(self) -> None:
        """Take the last letter back."""
        self._look_for(self._typed[:-1])

    def action_fold(self) -> None:
        """Leave it as it is; where nothing is chosen yet, that is for the form to hear.

        Raises:
            SkipAction: nothing is chosen yet.
        """
        if not self._value and not self._typed:
            raise SkipAction
        self.post_message(self.Fold())

    @property
    def meant(self) -> str | None:
        """The value that was found by typing, or gone to; none where neither was done."""
        at = self.highlighted
        if not self.display or at is None or (not self._typed and at == self._begun):
            return None
        return self.values[at]

    def on_blur(self) -> None:
        """Where the focus goes to another widget, the row that was found or gone to is meant."""
        self.call_later(self._left)

    def _left(self) -> None:
        if self.screen.focused in (None, self):
            return
        meant = self.meant
        self.post_message(self.Fold() if meant is None else self.Left(meant))


def matching(choices: Sequence[tuple[str, str]], typed: str) -> list[tuple[str, str]]:
    """The values whose words begin with what was typed, else those in which a word does."""
    wanted = comparable(typed) + (" " if typed.endswith(" ") else "")
    words = [(f" {comparable(text)} ", (text, value)) for text, value in choices]
    for form in (f" {wanted}", wanted):
        if found := [choice for text, choice in words if form in text]:
            return sorted(found, key=lambda choice: not comparable(choice[0]).startswith(wanted))
    return []
