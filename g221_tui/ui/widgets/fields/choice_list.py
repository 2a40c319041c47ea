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

from g221_tui.core.text.lookup import comparable, loose
from g221_tui.core.text.phrases import quoted
from g221_tui.core.text.sanitize import clean

NOTHING_FOUND = "Nothing has {} (backspace: a letter back)"
"""What stands in the place of the values where none has the letters."""
START, WORD, WITHIN = range(3)
"""Where letters are found: at the start of the words, of a later word, within one."""


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
        """The row on which it was unfolded, or on which the letters left the cursor."""
        self._moved = False
        """Whether the cursor was moved since."""
        self.values: list[str] = []
        """The values of the rows."""

    def begin(self, choices: Sequence[tuple[str, str]], value: str, typed: str) -> None:
        """Show the values, with the cursor on the chosen one, and look for what was typed."""
        self._choices, self._value, self._typed = choices, value, ""
        self._fill(choices, self._place(choices))
        if typed:
            self._look_for(typed)

    def _place(self, choices: Sequence[tuple[str, str]]) -> int:
        """The row of the value that is chosen; the first where it is none of these."""
        values = [value for _, value in choices]
        return values.index(self._value) if self._value in values else 0

    def _fill(self, choices: Sequence[tuple[str, str]], at: int = 0) -> None:
        """Show these, with the cursor on that row; where there are none, say so."""
        self.values = [value for _, value in choices]
        rows = [Option(Content(clean(words))) for words, _ in choices]
        none = Option(Content(NOTHING_FOUND.format(quoted(clean(self._typed)))), disabled=True)
        self.set_options(rows or [none])
        self._begun, self._moved = at, False
        self.highlighted = at if rows else None

    def _look_for(self, typed: str) -> None:
        """Leave the values with those letters."""
        self._typed = typed
        found = matching(self._choices, typed) if typed else self._choices
        self._fill(found, 0 if typed else self._place(found))
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

    def action_cursor_up(self) -> None:
        """To the row above; on the first one it stays."""
        if self.highlighted:
            self._moved = True
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """To the row below; on the last one it stays."""
        if self.highlighted is not None and self.highlighted < len(self.values) - 1:
            self._moved = True
            super().action_cursor_down()

    def action_fold(self) -> None:
        """Leave it as it is; where nothing is chosen yet, that is for the form to hear.

        Raises:
            SkipAction: nothing is chosen yet.
        """
        if not self._typed and all(value != self._value for _, value in self._choices):
            raise SkipAction
        self.let_go()
        self.post_message(self.Fold())

    def let_go(self) -> None:
        """Nothing more is meant: the row under the cursor was chosen, or is not to be."""
        self._typed, self._begun, self._moved = "", self.highlighted or 0, False

    @property
    def meant(self) -> str | None:
        """The value that was gone to, or is the only one with the letters; else none.

        The first of several with the letters was neither found nor chosen.
        """
        at = self.highlighted
        if not self.display or at is None:
            return None
        gone_to = self._moved or at != self._begun
        found = bool(self._typed) and (len(self.values) == 1 or self._whole)
        return self.values[at] if gone_to or found else None

    @property
    def _whole(self) -> bool:
        """Whether the letters are all the words of the first row."""
        words = next((words for words, value in self._choices if value == self.values[0]), "")
        return comparable(words) == comparable(self._typed)

    def on_blur(self) -> None:
        """Where the focus goes to another widget, the row that was found or gone to is meant."""
        self.call_later(self._left)

    def _left(self) -> None:
        if self.screen.focused in (None, self):
            return
        meant = self.meant
        self.post_message(self.Fold() if meant is None else self.Left(meant))


def matching(choices: Sequence[tuple[str, str]], typed: str) -> list[tuple[str, str]]:
    """The values whose words begin with what was typed, then those in which a word does.

    Where there are neither, those that have it within a word; else those that the command line
    calls so, or whose words read so without their signs (`221g`).
    """
    wanted = comparable(typed) + (" " if typed.endswith(" ") else "")
    ranked = [(_found_at(f"{comparable(choice[0])} ", wanted), choice) for choice in choices]
    ranked.sort(key=lambda each: each[0] if each[0] is not None else WITHIN)
    words = [choice for rank, choice in ranked if rank in (START, WORD)]
    within = words or [choice for rank, choice in ranked if rank == WITHIN]
    bare = "" if typed.endswith(" ") else loose(typed)
    codes = [c for c in choices if bare and any(loose(form).startswith(bare) for form in c)]
    return within or codes


def _found_at(text: str, wanted: str) -> int | None:
    """The best place at which a text has it; none where it has it nowhere."""
    places = [at for at in range(len(text)) if text.startswith(wanted, at)]
    ranks = [
        START if not at else WITHIN if text[at - 1].isalnum() and wanted[:1].isalnum() else WORD
        for at in places
    ]
    return min(ranks, default=None)
