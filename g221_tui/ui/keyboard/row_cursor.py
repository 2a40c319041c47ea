"""Where the terminal's own cursor belongs: on the row in focus, where screen readers follow it."""

from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import OptionList

from g221_tui.ui.widgets.panes.pane import Pane


def row_offset(focused: Widget | None) -> Offset | None:
    """The place of the row, or of the button, that is in focus; none where text is written.

    A field of text tells the place of its own cursor.
    """
    if focused is None or hasattr(focused, "cursor_screen_offset"):
        return None
    region = focused.content_region
    if not isinstance(focused, OptionList) or focused.highlighted is None:
        return region.offset
    shown = focused.scrollable_content_region
    line = line_of(focused, focused.highlighted) - round(focused.scroll_y)
    return Offset(shown.x, shown.y + min(max(line, 0), max(shown.height - 1, 0)))


def line_of(rows: OptionList, place: int) -> int:
    """The line on which a row begins; the rows of a pane take one each."""
    if isinstance(rows, Pane):
        return place
    return sum(str(option.prompt).count("\n") + 1 for option in rows.options[:place])
