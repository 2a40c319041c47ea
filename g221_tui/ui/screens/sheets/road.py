"""The road of the case: what is behind, where it is, every way ahead, and what else is open."""

from textual.app import ComposeResult
from textual.content import Content

from g221_tui.core.text import glyphs
from g221_tui.core.views import Snapshot
from g221_tui.guide import Page
from g221_tui.ui.screens.sheets.sheet import Section, Sheet, Verb
from g221_tui.ui.widgets.box import Box
from g221_tui.ui.widgets.road_chart import RoadChart, line_of_here

OTHER_WAYS = "parallel"
"""What the page on the ways beside the pending case is about."""

TITLE = "The road"
LENGTHS = "Lengths marked ~ are estimates of those named beside them, never promises."
PARAGRAPH = "\n\n"
LEADS_ON = "Press a for the page."
NEARBY = 2
"""So many lines of the road behind stay in sight above the present stage, and the rail."""
HIGH = 4
"""The present stage begins at most so deep: in the first quarter of the window."""


class RoadSheet(Sheet):
    """The chart, and below it the ways that stay open beside the pending case."""

    DEFAULT_CLASSES = "dialog wide-box"

    def __init__(self, snapshot: Snapshot, ways: Page | None) -> None:
        lines = (f"{ways.text.partition(PARAGRAPH)[0]} {LEADS_ON}",) if ways else ()
        super().__init__(
            f"{TITLE}{glyphs.BETWEEN}{snapshot.case.label}",
            Content(""),
            (
                Section(ways.title if ways else "", lines),
                Section("Lengths", (LENGTHS,), "$muted"),
            ),
            {Verb.WAYS: ways.id, Verb.GUIDE: ""} if ways else {Verb.GUIDE: ""},
        )
        self._snapshot = snapshot

    def take(self, other: Sheet) -> None:
        """Draw the other's road too."""
        super().take(other)
        if isinstance(other, RoadSheet):
            self._snapshot = other._snapshot

    def body(self) -> ComposeResult:
        """The chart first."""
        road = RoadChart()
        road.snapshot = self._snapshot
        yield road
        yield from super().body()

    def on_mount(self) -> None:
        """Where the road behind is long, the present stage comes in sight first."""
        self.watch(self.query_one(".sheet-body"), "show_vertical_scrollbar", self._scrolls)

    def _scrolls(self, shown: bool) -> None:
        """Once it is known that not all is in sight, and how much is."""
        if shown:
            self.query_one(Box).fit()
            self.call_after_refresh(self._show_here)

    def _show_here(self) -> None:
        body, road = self.query_one(".sheet-body"), self.query_one(RoadChart)
        here = line_of_here(self._snapshot, road.size.width)
        if here > self.size.height // HIGH:
            body.scroll_to(y=here - NEARBY - 1, animate=False, force=True)
