"""What a list holds of a row: its height is known at once, it is drawn when it comes into sight."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

if TYPE_CHECKING:
    from textual.css.styles import RulesMap


class DrawnLater(Visual):
    """Some lines for one width, which are not drawn before they are seen."""

    # There may be ten thousand.
    __slots__ = ("_content", "_draw", "_height")

    def __init__(self, draw: Callable[[], Content], height: int = 1) -> None:
        self._draw = draw
        self._height = height
        self._content: Content | None = None

    @property
    def content(self) -> Content:
        """The lines."""
        if self._content is None:
            self._content = self._draw()
        return self._content

    @property
    def lines(self) -> Content:
        """The lines as they stand in the list."""
        return self.content

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines as the screen takes them."""
        return self.lines.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: "RulesMap", container_width: int) -> int:
        """As wide as the widest line."""
        return self.lines.get_optimal_width(rules, container_width)

    def get_height(self, rules: "RulesMap", width: int) -> int:
        """How many lines there are; they are not folded anew."""
        return self._height

    def __str__(self) -> str:
        """The lines as text."""
        return self.lines.plain
