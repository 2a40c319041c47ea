"""Fields that are seldom needed, folded under one line."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from g221_tui.core.text.glyphs import FOLDED, UNFOLDED
from g221_tui.ui.widgets.fields.field import Field


class MoreLine(Widget, can_focus=True):
    """The line that names what is folded; enter, space or a click folds and unfolds it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "turn", "Fold or unfold", show=False),
        Binding("right", "unfold", "Unfold", show=False),
        Binding("left", "fold", "Fold", show=False),
    ]
    ALLOW_SELECT = False

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    @property
    def more(self) -> "More":
        """What it folds."""
        assert isinstance(self.parent, More)
        return self.parent

    def render(self) -> Content:
        """The sign, and what is folded."""
        sign = UNFOLDED if self.more.unfolded else FOLDED
        return Content.assemble((f"{sign} ", "$primary"), self._text)

    def action_turn(self) -> None:
        """Fold, or unfold and go to the first field."""
        self._turn(unfolded=not self.more.unfolded)

    def action_unfold(self) -> None:
        """Unfold."""
        self._turn(unfolded=True)

    def action_fold(self) -> None:
        """Fold."""
        self._turn(unfolded=False)

    def _turn(self, *, unfolded: bool) -> None:
        self.more.unfolded = unfolded
        if unfolded:
            self.post_message(Field.Done(self))

    def on_click(self, event: events.Click) -> None:
        """A click is as good as a key."""
        event.stop()
        self.action_turn()


class More(Vertical):
    """A line, and below it the fields that it folds."""

    DEFAULT_CLASSES = "more"

    def __init__(self, text: str, *fields: Widget) -> None:
        self._line = MoreLine(text)
        self._body = Vertical(*fields, classes="more-body")
        self._body.display = False
        super().__init__(self._line, self._body)

    @property
    def unfolded(self) -> bool:
        """Whether its fields are shown."""
        return bool(self._body.display)

    @unfolded.setter
    def unfolded(self, unfolded: bool) -> None:
        self._body.display = unfolded
        self._line.refresh()
        if unfolded:
            self.call_after_refresh(self._show)

    def _show(self) -> None:
        """Scroll so that the line and what is below it are seen."""
        self.scroll_visible(animate=False, top=True)
