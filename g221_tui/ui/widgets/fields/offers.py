"""A field of things that are offered: each may be ticked, none is at first."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from g221_tui.core.text.glyphs import TICKED, UNTICKED
from g221_tui.core.text.sanitize import clean
from g221_tui.ui.widgets.fields.field import Field


class OfferList(OptionList):
    """Ticks and unticks with space, enter or a click."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", "Tick", show=False)]

    def __init__(self, offered: Sequence[tuple[str, str]]) -> None:
        self._offered = tuple(offered)
        self._taken: set[int] = set()
        super().__init__(*[Option(self._row(i)) for i in range(len(offered))], compact=True)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is ticked, in the order in which it is offered."""
        return tuple(self._offered[place][0] for place in sorted(self._taken))

    def _row(self, place: int) -> Content:
        name, beside = self._offered[place]
        mark = (TICKED, "$primary") if place in self._taken else (UNTICKED, "$muted")
        return Content.assemble(mark, f" {clean(name)}", (f"  {clean(beside)}", "$muted"))

    @on(OptionList.OptionSelected)
    def _tick(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._taken ^= {event.option_index}
        self.replace_option_prompt_at_index(event.option_index, self._row(event.option_index))


class OfferField(Field):
    """A labelled list to tick from."""

    def __init__(
        self, key: str, label: str, offered: Sequence[tuple[str, str]], *, below: str = ""
    ) -> None:
        super().__init__(key, label, below=below)
        self._offered = tuple(offered)

    def compose(self) -> ComposeResult:
        """Label, list, line below."""
        yield Label(Content(clean(self._label)), classes="field-label")
        with Vertical(classes="field-body"):
            yield OfferList(self._offered)
            yield Static(Content(self._below), classes="field-below")

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is ticked."""
        return self.query_one(OfferList).chosen

    @property
    def value(self) -> str:
        """What is ticked, a line each."""
        return "\n".join(self.chosen)

    @property
    def typed(self) -> bool:
        """Whether something is ticked."""
        return bool(self.chosen)
