"""The fields of the dialogs: a label, a control, and below it a line where that helps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label, Static, TextArea

from g221_tui.core.text.dates import MONTHS
from g221_tui.core.text.glyphs import BETWEEN, UNFOLDED
from g221_tui.core.text.sanitize import clean, clean_lines
from g221_tui.errors import NotUnderstood
from g221_tui.ui.widgets.fields.date_text import DateText
from g221_tui.ui.widgets.line import Line

Asks = Callable[[str], str]
"""A question about what was typed; empty where there is none."""


class Field(Horizontal):
    """One labelled control; its value is a text."""

    DEFAULT_CLASSES = "field"

    @dataclass
    class Done(Message):
        """The field was answered: the next one is to be."""

        left: Widget
        """What has the focus."""

    def __init__(self, key: str, label: str, *, below: str = "") -> None:
        super().__init__(id=f"f-{key}")
        self.key = key
        """The name of the value."""
        self._label = label
        self._below = below

    def control(self) -> Widget:
        """Build the control."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Label, control, line below."""
        yield Label(Content(clean(self._label)), classes="field-label")
        with Vertical(classes="field-body"):
            yield self.control()
            below = Static(Content(self._below), classes="field-below")
            below.display = bool(self._below)
            yield below

    @property
    def stands(self) -> bool:
        """Whether its parts are made: not where its dialog is closed before."""
        return bool(self.query("Input, TextArea, Choice, OfferList"))

    @property
    def label(self) -> str:
        """What stands before the control."""
        return self._label

    def rename(self, label: str) -> None:
        """Give it another label."""
        self._label = label
        self.query_one(".field-label", Label).update(Content(clean(label)))

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Write the line below; an empty one goes."""
        below = self.query_one(".field-below", Static)
        below.update(Content(clean(text)))
        below.display = bool(text)
        below.set_class(wrong, "-wrong")

    @property
    def value(self) -> str:
        """What is entered now."""
        raise NotImplementedError

    def put(self, value: str) -> None:
        """Let it hold this value, as if it had from the first."""
        raise NotImplementedError

    @property
    def typed(self) -> bool:
        """Whether something was written here that would be lost."""
        return False


class TextField(Field):
    """A line of text."""

    def __init__(
        self, key: str, label: str, value: str = "", *, hint: str = "", below: str = ""
    ) -> None:
        super().__init__(key, label, below=below)
        self._start = value
        self._shown = clean(value)
        self._hint = hint

    REPLACE: ClassVar[bool] = False
    """Whether the first key replaces what stands there."""

    def control(self) -> Widget:
        """A line that takes all that is pasted."""
        return Line(self._shown, placeholder=self._hint, select_on_focus=self.REPLACE)

    @property
    def value(self) -> str:
        """The text; as it was in the record when it was not touched."""
        text = self.query_one(Input).value
        return self._start if text == self._shown else text

    def put(self, value: str) -> None:
        """Write this in it."""
        self._start, self._shown = value, clean(value)
        self.query_one(Input).value = self._shown

    @property
    def typed(self) -> bool:
        """Whether the text is another than at first."""
        return self.value != self._start


class WordsField(TextField):
    """A line in which words are offered: they stand there, and the first key replaces them."""

    REPLACE = True

    def __init__(
        self, key: str, label: str, value: str = "", *, hint: str = "", asks: Asks | None = None
    ) -> None:
        super().__init__(key, label, value, hint=hint)
        self._told = ""
        """Where the offered words come from."""
        self._asks = asks
        """Whether other words are meant; none asks nothing."""

    def offer(self, words: str, told: str) -> None:
        """Let these words stand there, and say where they come from."""
        self.put(words)
        self._told = told
        self.say(told)

    @on(Input.Changed)
    def _own(self) -> None:
        """Say where the words come from while they stand there; of others, what may be meant."""
        own = self._asks(self.value) if self.typed and self._asks is not None else ""
        self.say(own if self.typed else self._told)


class OwnWordsField(WordsField):
    """The same for words that are recorded: keys change them, and don't replace them."""

    REPLACE = False


class DateLine(Line):
    """The line of a date; one key opens the calendar."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "calendar", "Calendar", show=False),
    ]

    class Calendar(Message):
        """The calendar is asked for."""

    def action_calendar(self) -> None:
        """Ask for the calendar."""
        self.post_message(self.Calendar())


class CalendarSign(Static):
    """The sign at the end of the line; a click on it opens the calendar."""

    def on_click(self, event: events.Click) -> None:
        """As the key does."""
        event.stop()
        self.post_message(DateLine.Calendar())


class DateField(TextField):
    """A date as the command line takes it; below stands what was understood."""

    REPLACE = True

    @dataclass
    class Calendar(Message):
        """The calendar is to be opened for a date."""

        field: "DateField"

    def __init__(
        self,
        key: str,
        label: str,
        value: str,
        reader: DateText,
        *,
        hint: str = "",
        zero: date | None = None,
        begins: bool = False,
    ) -> None:
        super().__init__(key, label, value, hint=hint)
        self.reader = reader
        """What reads it."""
        self._zero = zero
        """The day from which days are counted; none where none are."""
        self._begins = begins
        """Whether days are counted from this date itself."""
        self._below = self._echo(value)[0]

    def control(self) -> Widget:
        """The line, and the sign that opens the calendar."""
        line = DateLine(self._shown, placeholder=self._hint, select_on_focus=self.REPLACE)
        return Horizontal(
            line, CalendarSign(UNFOLDED, classes="calendar-sign"), classes="field-date"
        )

    @property
    def typed(self) -> bool:
        """A date is quickly typed again."""
        return False

    def day(self) -> date | None:
        """The date that stands there; none where it is none, or can't be read."""
        try:
            return self.reader.read(self.value)
        except NotUnderstood:
            return None

    def begin_day(self, today: date) -> None:
        """Read what stands there anew: another day has begun."""
        self.reader = self.reader.on_day(today)
        for line in self.query(DateLine):
            line.post_message(Input.Changed(line, line.value))

    def choose(self, day: date) -> None:
        """Write this date in it."""
        self.query_one(Input).value = f"{day.day} {MONTHS[day.month - 1]} {day.year:04}"

    def _echo(self, text: str) -> tuple[str, bool]:
        """What was understood, with the number of that day; or what is wrong, and that it is."""
        said, wrong = self.reader.echo(text)
        day = None if wrong else self.reader.read(text)
        zero = day if self._begins else self._zero
        if day is None or zero is None:
            return said, wrong
        number = (day - zero).days
        return (f"{said}{BETWEEN}day {number}" if number >= 0 else said), False

    @on(Input.Changed)
    def _understand(self, event: Input.Changed) -> None:
        text, wrong = self._echo(event.value)
        self.say(text, wrong=wrong)

    @on(DateLine.Calendar)
    def _calendar(self, event: DateLine.Calendar) -> None:
        event.stop()
        self.post_message(self.Calendar(self))


class LinesField(Field):
    """Several lines of text."""

    def __init__(self, key: str, label: str, value: str = "", *, below: str = "") -> None:
        super().__init__(key, label, below=below)
        self._start = value
        self._shown = clean_lines(value)

    def control(self) -> Widget:
        """A small area; tab leaves it."""
        made = TextArea(self._shown, compact=True, tab_behavior="focus", soft_wrap=True)
        made.cursor_blink = False
        return made

    @property
    def value(self) -> str:
        """The text; as it was in the record when it was not touched."""
        text = self.query_one(TextArea).text
        return self._start if text == self._shown else text

    def put(self, value: str) -> None:
        """Write this in it."""
        self._start, self._shown = value, clean_lines(value)
        self.query_one(TextArea).text = self._shown

    @property
    def typed(self) -> bool:
        """Whether the text is another than at first."""
        return self.value != self._start
