"""A row of a pane: its line is drawn when it comes into sight, and not before."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

if TYPE_CHECKING:
    from textual.css.styles import RulesMap


class Row:
    """One row, for one width."""

    def __init__(
        self,
        id: str,
        draw: Callable[[], Content],
        subject: object,
        *,
        words: str = "",
        heading: bool = False,
    ) -> None:
        self.id = id
        """Stays the same while the thing it shows stays the same."""
        self.subject = subject
        """The part of the snapshot it shows."""
        self.words = words
        """What stands in it, for the filter: not cut, and without its columns."""
        self.heading = heading
        """Whether it only names the rows below it: the cursor passes it by."""
        self._draw = draw
        self._content: Content | None = None

    @property
    def content(self) -> Content:
        """Its line."""
        if self._content is None:
            self._content = self._draw()
        return self._content


class RowLine(Visual):
    """The line of a row in a list: one line high, whatever stands in it."""

    def __init__(self, row: Row, margin: int) -> None:
        self._row = row
        self._margin = margin
        """Cells before it."""

    @property
    def _line(self) -> Content:
        return Content(" " * self._margin) + self._row.content

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The line, drawn."""
        return self._line.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: "RulesMap", container_width: int) -> int:
        """As wide as the line."""
        return self._line.get_optimal_width(rules, container_width)

    def get_height(self, rules: "RulesMap", width: int) -> int:
        """One line."""
        return 1

    def __str__(self) -> str:
        """The line as text."""
        return self._line.plain
