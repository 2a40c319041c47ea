"""What a list holds of a row: its height is known at once, it is drawn when it comes into sight."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

if TYPE_CHECKING:
    from textual.css.styles import RulesMap


class DrawnLater(Visual):
    """Some lines for one width, which are not drawn before they are seen."""

    @property
    @abstractmethod
    def lines(self) -> Content:
        """The lines, drawn."""

    @property
    def height(self) -> int:
        """How many lines there are."""
        return 1

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines as the screen takes them."""
        return self.lines.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: "RulesMap", container_width: int) -> int:
        """As wide as the widest line."""
        return self.lines.get_optimal_width(rules, container_width)

    def get_height(self, rules: "RulesMap", width: int) -> int:
        """The lines; they are not folded anew."""
        return self.height

    def __str__(self) -> str:
        """The lines as text."""
        return self.lines.plain
