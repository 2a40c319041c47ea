"""The fields of the dialogs: a label, a control, and below it a line where that helps."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Label, Select, Static, TextArea

from g221_tui.core.text.sanitize import clean, clean_lines
from g221_tui.ui.widgets.fields.date_text import DateText
from g221_tui.ui.widgets.line import Line


class Field(Horizontal):
    """One labelled control; its value is a text."""

    DEFAULT_CLASSES = "field"

    def __init__(self, key: str, label: str, *, below: str = "") -> None:
        super().__init__(id=f"f-{key}")
        self.key = key
        """The name of the value."""
        self._label = label
        self._below = below

    def control(self) -> Input | Select[str] | TextArea:
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

    def control(self) -> Input:
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


class DateField(TextField):
    """A date as the command line takes it; below stands what was understood."""

    REPLACE = True

    def __init__(
        self, key: str, label: str, value: str, reader: DateText, *, hint: str = ""
    ) -> None:
        super().__init__(key, label, value, hint=hint, below=reader.echo(value)[0])
        self.reader = reader
        """What reads it."""

    @property
    def typed(self) -> bool:
        """A date is quickly typed again."""
        return False

    @on(Input.Changed)
    def _understand(self, event: Input.Changed) -> None:
        text, wrong = self.reader.echo(event.value)
        self.say(text, wrong=wrong)


class LinesField(Field):
    """Several lines of text."""

    def __init__(self, key: str, label: str, value: str = "", *, below: str = "") -> None:
        super().__init__(key, label, below=below)
        self._start = value
        self._shown = clean_lines(value)

    def control(self) -> TextArea:
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
    ) -> None:
        super().__init__(key, label, below=below)
        # Texts of Rich: typed letters are looked for in these, and not in Content.
        self._choices = [(Text(clean(words)), choice) for words, choice in choices]
        known = [choice for _, choice in self._choices]
        self._start = value if value in known else known[0]

    def control(self) -> Select[str]:
        """A list that unfolds with enter, space or the arrows."""
        return Select[str](self._choices, value=self._start, allow_blank=False, compact=True)

    @property
    def value(self) -> str:
        """The chosen value."""
        return self.query_one(Select).selection or ""

    def put(self, value: str) -> None:
        """Choose this value, also where it is none of the choices."""
        select = self.query_one(Select)
        if value not in [choice for _, choice in self._choices]:
            self._choices.append((Text(clean(value)), value))
            select.set_options(self._choices)
        select.value = self._start = value
