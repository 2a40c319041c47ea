"""The road of the case as a chart: what is behind, where it is, and every way ahead."""

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from g221_tui.core.road_view import RoadBranch
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.glyphs import (
    BETWEEN,
    ESTIMATE,
    FORK,
    HERE,
    LAST_FORK,
    RAIL,
    ROAD_AHEAD,
    ROAD_BEHIND,
)
from g221_tui.core.text.phrases import days_phrase
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import Snapshot
from g221_tui.ui.render import cells, fold, padded

ROOM_FOR_LENGTHS = 84
"""From so many cells on, the usual length stands beside a stage, not below it."""
MOST = 6
"""The most lines of one text."""
END = "The road ends here."


def chart(snapshot: Snapshot, width: int) -> list[Content]:
    """The chart in lines of at most `width` cells."""
    road = snapshot.road
    days = [long_date(stop.since) if stop.since is not None else "" for stop in road.behind]
    column = max(map(cells, days), default=0)
    lines: list[Content] = []
    for day, stop in zip(days, road.behind, strict=True):
        lines += _behind(day, column, clean(stop.name), width)
    if lines:
        lines.append(Content.styled(RAIL, "$muted"))
    lines += _here(snapshot, width)
    names = max((cells(stop.name) for branch in road.ahead for stop in branch.stops), default=0)
    for place, branch in enumerate(road.ahead):
        lines.append(Content.styled(RAIL, "$muted"))
        lines += _branch(branch, names, width, last=place == len(road.ahead) - 1)
    if not road.ahead:
        lines.append(Content.styled(f"{LAST_FORK} {END}", "$muted"))
    return lines


def _behind(day: str, column: int, name: str, width: int) -> list[Content]:
    """A day and a stage; in a narrow chart the stage stands below its day."""
    beside = len(ROAD_BEHIND) + 2 + column + 2
    first = f"{padded(day, column)}  {name}" if beside + cells(name) <= width else day
    lines = [Content.assemble((f"{ROAD_BEHIND}  ", "$primary"), (first[: len(day)], "$muted"))]
    lines[0] += Content(first[len(day) :])
    if first == day:
        lines += _hanging(f"{RAIL}  ", name, "", width)
    return lines


def _here(snapshot: Snapshot, width: int) -> list[Content]:
    """The present stage, since when, with whom, and how long it usually takes."""
    stage, here = snapshot.stage, snapshot.road.here
    rail = RAIL if snapshot.road.ahead else " "
    words = "you are here"
    if here.since is not None:
        words += f" since {long_date(here.since)}"
    if stage.days:
        words += f", {days_phrase(stage.days)}"
    if stage.held:
        words += f"{BETWEEN}file {stage.held}"
    lines = _hanging(f"{HERE}  ", clean(here.name), "bold $primary", width, "bold $primary")
    lines += _hanging(f"{rail}  ", words, "", width)
    if here.usual:
        lines += _hanging(f"{rail}  {ESTIMATE} ", f"usually {here.usual}", "$muted", width)
    return lines


def _branch(branch: RoadBranch, names: int, width: int, *, last: bool) -> list[Content]:
    """The label of a way ahead, and its stages."""
    rail = " " if last else RAIL
    fork = LAST_FORK if last else FORK
    lines = [Content.assemble((f"{fork} ", "$muted"), (clean(branch.label), "bold"))]
    for stop in branch.stops:
        head = f"{rail}    {ROAD_AHEAD} "
        if width >= ROOM_FOR_LENGTHS and stop.usual:
            head += f"{padded(clean(stop.name), names)}   "
            first, *rest = _hanging(f"{ESTIMATE} ", stop.usual, "$muted", width - cells(head))
            lines.append(_railed(head, rail) + first)
            gap = rail + " " * (cells(head) - 1)
            lines += [Content.styled(gap, "$muted") + line for line in rest]
            continue
        lines += _hanging(head, clean(stop.name), "", width)
        if stop.usual:
            lines += _hanging(f"{rail}      {ESTIMATE} ", stop.usual, "$muted", width)
    return lines


def _railed(text: str, rail: str) -> Content:
    """A line whose rail is quiet and whose words are not."""
    return Content.styled(text[: len(rail)], "$muted") + Content(text[len(rail) :])


def _hanging(
    head: str, text: str, style: str, width: int, head_style: str = "$muted"
) -> list[Content]:
    """A text beside its head, its further lines below it; the rail goes on."""
    start = cells(head)
    folded = fold(clean(text), width - start, most=MOST)
    lines = [Content.assemble((head, head_style), (folded[0], style))]
    gap = (RAIL if head.startswith(RAIL) else "").ljust(start)
    return lines + [Content.assemble((gap, "$muted"), (line, style)) for line in folded[1:]]


class RoadChart(Widget):
    """The chart, drawn for the width it is given."""

    BORDER_TITLE = " The road "

    snapshot: reactive[Snapshot | None] = reactive(None, layout=True)
    """What to draw."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the chart needs at this width."""
        return len(chart(self.snapshot, width)) if self.snapshot is not None else 0

    def render(self) -> Content:
        """The lines."""
        if self.snapshot is None:
            return Content("")
        return Content("\n").join(chart(self.snapshot, self.size.width))
