"""The road of the case as a chart: what is behind, where it is, and every way ahead."""

from datetime import date

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from g221_tui.core.road_view import RoadBranch
from g221_tui.core.text.dates import WEEKDAYS, column_date, long_date
from g221_tui.core.text.glyphs import (
    BETWEEN,
    ELLIPSIS,
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
HERE_WORDS = "you are here"
GAP = 3
"""Cells of a sign and what parts it from its words."""
WEEKDAY = len("Mon ")
"""Cells of the weekday before a date."""


def chart(
    snapshot: Snapshot, width: int, *, spaced: bool = True, lengths: bool = True
) -> list[Content]:
    """The chart in lines of at most `width` cells.

    Args:
        snapshot: What is drawn.
        width: How wide.
        spaced: Whether the ways ahead stand apart.
        lengths: Whether the usual lengths of what lies ahead are told.
    """
    road = snapshot.road
    lines = [*_behind(snapshot, width), *_here(snapshot, width)]
    names = max((cells(stop.name) for branch in road.ahead for stop in branch.stops), default=0)
    for place, branch in enumerate(road.ahead):
        if spaced or not place:
            lines.append(Content.styled(RAIL, "$muted"))
        last = place == len(road.ahead) - 1
        lines += _branch(branch, names, width, last=last, lengths=lengths)
    if not road.ahead:
        lines.append(Content.styled(f"{LAST_FORK} {END}", "$muted"))
    return lines


def fitted(snapshot: Snapshot, width: int, height: int, rest: str) -> list[Content]:
    """The chart in so many lines, the least important ones left out; what is cut has a mark.

    Args:
        snapshot: What is drawn.
        width: How wide.
        height: The most lines.
        rest: Where the rest is.
    """
    lines: list[Content] = []
    for spaced, lengths in ((True, True), (False, True), (True, False), (False, False)):
        lines = chart(snapshot, width, spaced=spaced, lengths=lengths)
        if len(lines) <= height:
            return lines
    mark = fold(f"{ELLIPSIS} {rest}".rstrip(), width, most=1)
    return [*lines[: max(0, height - 1)], Content.styled(mark[0], "$muted")]


def line_of_here(snapshot: Snapshot, width: int) -> int:
    """The line of the chart with the present stage."""
    return len(_behind(snapshot, width))


def _behind(snapshot: Snapshot, width: int) -> list[Content]:
    """The stages behind in columns: the day, the stage, how long it lasted; then the bare rail.

    What there is no room for goes: the length first, then the weekday; last the stage stands
    below its day.
    """
    stops = snapshot.road.behind
    names = [clean(stop.name) for stop in stops]
    days = [_day(stop.since) for stop in stops]
    name, longest = max(map(cells, names), default=0), max(map(cells, days), default=0)
    if GAP + longest + 2 + name > width:
        days = [day[WEEKDAY:] for day in days]
        longest = max(map(cells, days), default=0)
    lasted = _lasted(snapshot)
    if GAP + longest + 2 + name + 2 + max(map(cells, lasted), default=0) > width:
        lasted = [""] * len(stops)
    lines: list[Content] = []
    for day, words, days_long in zip(days, names, lasted, strict=True):
        head = Content.assemble((f"{ROAD_BEHIND}  ", "$primary"), (padded(day, longest), "$muted"))
        if head.cell_length + 2 + cells(words) > width:
            lines += [head, *_hanging(f"{RAIL}  ", words, "", width)]
            continue
        head += Content(f"  {words}")
        if days_long:
            head += Content.styled(f"{' ' * (name - cells(words))}  {days_long}", "$muted")
        lines.append(head)
    return [*lines, Content.styled(RAIL, "$muted")] if lines else []


def _day(day: date | None) -> str:
    """`Sat  5 Sep 2026`: two digits for the day so that columns align."""
    return f"{WEEKDAYS[day.weekday()]} {column_date(day)}" if day is not None else ""


def _lasted(snapshot: Snapshot) -> list[str]:
    """How long each stage behind lasted, the numbers below each other; nothing within a day."""
    road = snapshot.road
    ends = [stop.since for stop in (*road.behind, road.here)][1:]
    spans = [
        (end - stop.since).days if end is not None and stop.since is not None else 0
        for stop, end in zip(road.behind, ends, strict=True)
    ]
    digits = max((len(str(span)) for span in spans), default=0)
    return [days_phrase(span).rjust(digits + len(" days")) if span > 0 else "" for span in spans]


def _here(snapshot: Snapshot, width: int) -> list[Content]:
    """The present stage, since when, with whom, and how long it usually takes."""
    here = snapshot.road.here
    rail = RAIL if snapshot.road.ahead else " "
    lines = _hanging(f"{HERE}  ", clean(here.name), "bold $primary", width, "bold $primary")
    for part in _standing(snapshot, width - GAP):
        lines += _hanging(f"{rail}  ", part, "", width)
    if here.usual:
        lines += _hanging(f"{rail}  {ESTIMATE} ", f"usually {here.usual}", "$muted", width)
    return lines


def _standing(snapshot: Snapshot, width: int) -> list[str]:
    """Since when one is here, and who has the file: on one line, else on two that break well."""
    stage, since = snapshot.stage, snapshot.road.here.since
    held = [f"file {stage.held}"] if stage.held else []
    days = [days_phrase(stage.days)] if stage.days else []
    if since is None:
        return [BETWEEN.join([HERE_WORDS, *held])]
    long = ", ".join([f"{HERE_WORDS} since {long_date(since)}", *days])
    short = f"{HERE_WORDS} since {column_date(since).strip()}"
    ways = ([BETWEEN.join([long, *held])], [long, *held], [short, BETWEEN.join([*days, *held])])
    fitting = (lines for lines in ways if all(cells(line) <= width for line in lines))
    return [line for line in next(fitting, ways[-1]) if line]


def _branch(
    branch: RoadBranch, names: int, width: int, *, last: bool, lengths: bool
) -> list[Content]:
    """The label of a way ahead, and its stages."""
    rail = " " if last else RAIL
    fork = LAST_FORK if last else FORK
    lines = [Content.assemble((f"{fork} ", "$muted"), (clean(branch.label), "bold"))]
    for stop in branch.stops:
        head = f"{rail}    {ROAD_AHEAD} "
        usual = stop.usual if lengths else ""
        if width >= ROOM_FOR_LENGTHS and usual:
            head += f"{padded(clean(stop.name), names)}   "
            first, *rest = _hanging(f"{ESTIMATE} ", usual, "$muted", width - cells(head))
            lines.append(_railed(head, rail) + first)
            gap = rail + " " * (cells(head) - 1)
            lines += [Content.styled(gap, "$muted") + line for line in rest]
            continue
        lines += _hanging(head, clean(stop.name), "", width)
        if usual:
            lines += _hanging(f"{rail}      {ESTIMATE} ", usual, "$muted", width)
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
    """The chart, drawn for the room it is given."""

    BORDER_TITLE = " The road "

    snapshot: reactive[Snapshot | None] = reactive(None, layout=True)
    """What to draw."""

    def __init__(self, rest: str = "") -> None:
        """Take what it says where it is cut.

        Args:
            rest: Where the rest is.
        """
        super().__init__()
        self._rest = rest

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the chart needs at this width."""
        return len(chart(self.snapshot, width)) if self.snapshot is not None else 0

    def render(self) -> Content:
        """The lines."""
        if self.snapshot is None:
            return Content("")
        return Content("\n").join(fitted(self.snapshot, *self.size, self._rest))
