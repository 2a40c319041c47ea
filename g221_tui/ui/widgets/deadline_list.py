"""The dates that must not be missed, one a line, where the window has room for a list of them."""

from collections.abc import Callable

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from g221_tui.core.text.dates import distance, long_date
from g221_tui.core.text.glyphs import DEADLINE, ESTIMATE
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import DeadlineView, Snapshot
from g221_tui.ui.render import cells, cut, padded

NONE = "No date that must not be missed. {deadline} names one."


class DeadlineList(Widget):
    """Soonest first: name, date, how far off."""

    BORDER_TITLE = " Dates not to miss "

    snapshot: reactive[Snapshot | None] = reactive(None)
    """What to draw."""

    def __init__(self, with_keys: Callable[[str], str]) -> None:
        """Take what it says of the keys.

        Args:
            with_keys: Puts the keys in force into a text that names actions.
        """
        super().__init__()
        self._with_keys = with_keys

    def render(self) -> Content:
        """The lines for the present width."""
        found = self.snapshot.deadlines if self.snapshot is not None else ()
        if not found or self.snapshot is None:
            return Content.styled(self._with_keys(NONE), "$muted")
        width, today = self.size.width, self.snapshot.today
        dates = [long_date(each.date) for each in found]
        ways = [distance(each.date, today) for each in found]
        column, way_column = max(map(cells, dates)), max(map(cells, ways))
        lines = []
        for each, day, way in zip(found, dates, ways, strict=True):
            sign = ESTIMATE if each.estimate else DEADLINE
            head = Content.assemble(
                (f"{sign} ", _style(each)),
                padded(day, column),
                (f"  {padded(way, way_column)}  ", "$muted"),
            )
            lines.append(head + Content(cut(clean(each.title), width - head.cell_length)))
        return Content("\n").join(lines)


def _style(deadline: DeadlineView) -> str:
    """Quiet where nothing is left to do."""
    return "$muted" if deadline.quiet else "bold $caution"
