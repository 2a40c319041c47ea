"""A row of a pane: its line is drawn when it comes into sight, and not before."""

from collections.abc import Callable

from textual.content import Content

from g221_tui.ui.drawn_later import DrawnLater

MARGIN = 1
"""Cells before each row, so that the ground of the one under the cursor begins before its words."""


class Row(DrawnLater):
    """One row, for one width; one line high, whatever stands in it."""

    __slots__ = ("heading", "id", "subject", "words")

    def __init__(
        self,
        id: str,
        draw: Callable[[], Content],
        subject: object,
        *,
        words: str = "",
        heading: bool = False,
    ) -> None:
        super().__init__(draw)
        self.id = id
        """Stays the same while the thing it shows stays the same."""
        self.subject = subject
        """The part of the snapshot it shows."""
        self.words = words
        """What stands in it, for the filter: not cut, and without its columns."""
        self.heading = heading
        """Whether it only names the rows below it: the cursor passes it by."""

    @property
    def lines(self) -> Content:
        """Its line with the margin before it."""
        return Content(" " * MARGIN) + self.content
