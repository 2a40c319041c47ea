"""The frame of a dialog: its body scrolls, its buttons and its error line stay on the screen."""

from functools import partial

from textual import events
from textual.containers import Vertical

LAID_OUT = 0.05
"""Seconds after which a part that was just shown has its size."""


class Box(Vertical):
    """Gives its one scrolling part the height that the others leave."""

    DEFAULT_CLASSES = "dialog-box"

    def on_mount(self) -> None:
        """Fit once the parts have their sizes."""
        self.call_after_refresh(self.fit)

    def on_resize(self, event: events.Resize) -> None:
        """Fit anew when a part grew."""
        self.call_after_refresh(self.fit)

    def fit(self, *, again: bool = True) -> None:
        """Leave the body what the screen has beyond the other parts.

        Args:
            again: Whether to look once more where a part has no size yet, as one that is shown
                at the moment when the dialog above goes.
        """
        bodies = self.query_children("VerticalScroll, OptionList")
        if not bodies:
            return
        body = bodies.first()
        if self.styles.height is not None and not self.styles.height.is_auto:
            body.styles.max_height = None  # the box fills the window, and the body the box
            return
        taken = self.gutter.height
        for part in self.children:
            if part.display and part is not body:
                if again and not part.outer_size.height:
                    self.set_timer(LAID_OUT, partial(self.fit, again=False))
                taken += part.outer_size.height + part.styles.margin.height
        room = max(1, self.screen.size.height - taken)
        if body.styles.max_height is None or body.styles.max_height.value != room:
            body.styles.max_height = room
