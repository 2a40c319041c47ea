"""The road in one line, where the window has room for it."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from g221_tui.core.road_view import RoadView
from g221_tui.core.text.glyphs import HERE, THEN
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import Snapshot
from g221_tui.ui.render import cells
from g221_tui.ui.widgets.banner import LABEL_WIDTH

LABEL = "ROAD"


def parts(road: RoadView, width: int) -> tuple[str, str, str]:
    """What is behind, the present stage and what is ahead, in at most `width` cells.

    Where not all of it fits, the oldest stages are left out.
    """
    here, ahead = f"{HERE} {clean(road.here.name)}", ""
    if len(road.ahead) == 1:
        ahead = "".join(THEN + clean(stop.name) for stop in road.ahead[0].stops)
    elif road.ahead:
        ahead = f"{THEN}{len(road.ahead)} ways ahead: r shows them"
    behind = [clean(stop.name) + THEN for stop in road.behind]
    while behind and cells("".join(behind) + here + ahead) > width:
        behind.pop(0)
    if cells("".join(behind) + here + ahead) > width:
        ahead = ""
    return "".join(behind), here, ahead


class RoadLine(Widget):
    """Where the case is on its road."""

    snapshot: reactive[Snapshot | None] = reactive(None)
    """What to draw."""

    def render(self) -> Content:
        """The line for the present width."""
        if self.snapshot is None:
            return Content("")
        behind, here, ahead = parts(self.snapshot.road, self.size.width - LABEL_WIDTH)
        return Content.assemble(
            (LABEL.ljust(LABEL_WIDTH) + behind, "$muted"), here, (ahead, "$muted")
        )
