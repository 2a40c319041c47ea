"""A field of things of which any may be ticked."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from g221_tui.core.text.glyphs import TICKED, UNTICKED
from g221_tui.core.text.sanitize import clean
from g221_tui.ui.widgets.fields.field import Field


class Offered(tuple[str, str, str]):
    """What is offered: its value, the words for it, and what stands beside them."""

    __slots__ = ()

    def __new__(cls, value: str, words: str = "", beside: str = "") -> "Offered":
        """The words are the value where they are not given."""
        return super().__new__(cls, (value, words or value, beside))


class OfferList(OptionList):
    """Space or a click ticks and unticks; enter goes on to the next field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", "Tick", show=False),
        Binding("enter", "next", "Next field", show=False),
    ]

    class Ticked(Message):
        """Something was ticked or unticked."""

    def __init__(self, offered: Sequence[Offered], chosen: Sequence[str] = ()) -> None:
        self._offered = tuple(offered)
        self._taken = {value for value, _, _ in offered if value in chosen}
        super().__init__(*[Option(self._row(i)) for i in range(len(offered))], compact=True)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is ticked, in the order in which it is offered."""
        return tuple(value for value, _, _ in self._offered if value in self._taken)

    def offer(self, offered: Sequence[Offered]) -> None:
        """Offer other things; what is ticked and still offered stays ticked."""
        if self._offered == tuple(offered):
            return
        self._offered = tuple(offered)
        self._taken &= {value for value, _, _ in offered}
        self.set_options([Option(self._row(place)) for place in range(len(offered))])

    def take(self, chosen: Sequence[str]) -> None:
        """Tick these, and no others."""
        self._taken = {value for value, _, _ in self._offered if value in chosen}
        for place in range(len(self._offered)):
            self.replace_option_prompt_at_index(place, self._row(place))

    def _row(self, place: int) -> Content:
        value, words, beside = self._offered[place]
        mark = (TICKED, "$primary") if value in self._taken else (UNTICKED, "$muted")
        return Content.assemble(mark, f" {clean(words)}", (f"  {clean(beside)}", "$muted"))

    def action_next(self) -> None:
        """Go on to the next field."""
        self.post_message(Field.Done(self))

    @on(OptionList.OptionSelected)
    def _tick(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._taken ^= {self._offered[event.option_index][0]}
        self.replace_option_prompt_at_index(event.option_index, self._row(event.option_index))
        self.post_message(self.Ticked())


class OfferField(Field):
    """A labelled list to tick from."""

    def __init__(
        self,
        key: str,
        label: str,
        offered: Sequence[Offered],
        chosen: Sequence[str] = (),
        *,
        below: str = "",
    ) -> None:
        super().__init__(key, label, below=below)
        self._offered = tuple(offered)
        self._start = tuple(filter(None, chosen))

    def compose(self) -> ComposeResult:
        """Label, list, line below."""
        yield Label(Content(clean(self._label)), classes="field-label")
        with Vertical(classes="field-body"):
            yield OfferList(self._offered, self._start)
            below = Static(Content(self._below), classes="field-below")
            below.display = bool(self._below)
            yield below

    @property
    def list(self) -> OfferList:
        """The list."""
        return self.query_one(OfferList)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is ticked."""
        return self.list.chosen

    @property
    def value(self) -> str:
        """What is ticked, with commas between, as a field of reasons is read."""
        return ", ".join(self.chosen if self.typed else self._start)

    def put(self, value: str) -> None:
        """Tick what these name."""
        self._start = tuple(filter(None, map(str.strip, value.split(","))))
        self.list.take(self._start)

    @property
    def typed(self) -> bool:
        """Whether something else is ticked than at first."""
        offered = {value for value, _, _ in self._offered}
        return set(self.chosen) != offered.intersection(self._start)
