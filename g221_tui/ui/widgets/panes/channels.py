"""The pane of the ways to follow up: which is open today, which opens when."""

from typing import NamedTuple

from textual.content import Content
from textual.reactive import reactive

from g221_tui.core.text.dates import day_date
from g221_tui.core.text.glyphs import CHANNEL, FOLDED, UNFOLDED
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import ChannelState, ChannelView, Snapshot
from g221_tui.ui.render import Row, cells, cut, padded
from g221_tui.ui.widgets.panes.pane import ROOMY, Pane

STYLES = {ChannelState.OPEN: "$primary", ChannelState.NEEDS: "$caution"}
"""How the states stand out; the others are quiet."""
GLYPHS = {state: (sign, STYLES.get(state, "$muted")) for state, sign in CHANNEL.items()}
"""The sign of each state, and its style; the word always stands beside it."""


def state_words(channel: ChannelView) -> str:
    """`locked 13d`, `open new`: the state in a word, and how long it lasts."""
    if channel.is_new:
        return f"{channel.state.value} new"
    if channel.days_left is not None:
        return f"{channel.state.value} {channel.days_left}d"
    return channel.state.value


def date_words(channel: ChannelView) -> str:
    """The day on which a locked or resting channel opens, in short."""
    return day_date(channel.waits_until) if channel.waits_until is not None else ""


class Fold(NamedTuple):
    """The row that the further ways are folded under."""

    channels: tuple[ChannelView, ...]


class ChannelsPane(Pane):
    """Six ways to follow up, a row each; the further ones are folded under a row of their own."""

    EMPTY = "No channels."
    FURTHER = "further"
    """The id of the row that folds and unfolds."""

    unfolded: reactive[bool] = reactive(False)
    """Whether the further ways are shown."""

    def watch_unfolded(self) -> None:
        """Draw them, or take them away."""
        self.refresh_rows()

    def opened(self, row: Row) -> None:
        """The row of the further ways unfolds; the others are opened."""
        if isinstance(row.subject, Fold):
            self.unfolded = not self.unfolded
            self.call_after_refresh(self._show_first, self.rows.index(self.row or row) + 1)
        else:
            super().opened(row)

    def _show_first(self, place: int) -> None:
        """Scroll as far as the first of the unfolded ways needs."""
        if self.unfolded:
            lines = sum(row.lines for row in self.rows[: place + 1])
            top = lines - self.scrollable_content_region.height
            if top > self.scroll_y:
                self.scroll_to(y=top, animate=False, immediate=True)

    def part(self, snapshot: Snapshot) -> object:
        """The channels."""
        return snapshot.channels, snapshot.further, self.unfolded

    def heading(self, snapshot: Snapshot) -> Content:
        """The title in the frame."""
        return Content("Follow-up")

    def margins(self, snapshot: Snapshot, width: int) -> tuple[int, int]:
        """Where the longest words would not fit, the free cell before them goes."""
        states = max((cells(state_words(channel)) for channel in snapshot.channels), default=0)
        names = max((cells(clean(channel.name)) for channel in snapshot.channels), default=0)
        before, after = super().margins(snapshot, width)
        return (before if before + 2 + states + 1 + names <= width else 0), after

    def searched(self, row: Row) -> str:
        """The name and the reasons."""
        channels = row.subject.channels if isinstance(row.subject, Fold) else (row.subject,)
        found = [channel for channel in channels if isinstance(channel, ChannelView)]
        reasons = [clean(text) for channel in found for text in (channel.name, *channel.because)]
        return " ".join([row.content.plain, *reasons])

    def draw(self, snapshot: Snapshot, width: int) -> list[Row]:
        """State, date where there is room, and name, in columns."""
        channels = snapshot.channels
        states = [state_words(channel) for channel in channels]
        column = max((cells(words) for words in states), default=0)
        dates = [date_words(channel) for channel in channels]
        date_column = max((cells(words) for words in dates), default=0)
        name_column = max((cells(clean(channel.name)) for channel in channels), default=0)
        gap = 2 if width >= ROOMY else 1
        spare = width - 2 - column - date_column - name_column
        if date_column and spare < 2 * gap:
            # A day is worth more than a second cell between the columns.
            gap, date_column = (1, date_column) if spare >= 2 else (gap, 0)
        rows = []
        for channel, state, day in zip(channels, states, dates, strict=True):
            glyph, style = GLYPHS[channel.state]
            usable = channel.state is ChannelState.OPEN
            parts = [
                Content.styled(f"{glyph} ", style),
                Content.styled(padded(state, column), "" if usable else "$muted"),
            ]
            if date_column:
                parts.append(Content.styled(" " * gap + padded(day, date_column), "$muted"))
            used = sum(part.cell_length for part in parts) + gap
            name = cut(clean(channel.name), width - used)
            parts.append(Content.styled(" " * gap + name, "bold" if channel.is_new else ""))
            rows.append(Row(channel.id, Content.assemble(*parts), 1, channel))
        return rows + self._further(snapshot.further, width)

    def _further(self, channels: tuple[ChannelView, ...], width: int) -> list[Row]:
        """The row to unfold, and below it what it holds."""
        if not channels:
            return []
        sign = UNFOLDED if self.unfolded else FOLDED
        words = f"{sign} {len(channels)} further ways"
        usable = sum(channel.state is ChannelState.OPEN for channel in channels)
        if cells(more := f"{words}, {usable} open") <= width and usable:
            words = more
        rows = [Row(self.FURTHER, Content.styled(words, "$muted"), 1, Fold(channels))]
        if self.unfolded:
            column = max(cells(state_words(channel)) for channel in channels)
            names = max(cells(clean(channel.name)) for channel in channels)
            wide = 2 + column + 1 + names <= width
            rows += [_further_row(channel, column if wide else 0) for channel in channels]
        return rows


def _further_row(channel: ChannelView, column: int) -> Row:
    """State and name in columns; without a column, the name and below it the state."""
    glyph, style = GLYPHS[channel.state]
    words, name = state_words(channel), clean(channel.name)
    state = "" if channel.state is ChannelState.OPEN else "$muted"
    mark = Content.styled(f"{glyph} ", style)
    if column:
        beside = Content.styled(f"{padded(words, column)} ", state) + Content(name)
        return Row(channel.id, mark + beside, 1, channel)
    below = Content("\n  ") + Content.styled(words, state)
    return Row(channel.id, mark + Content(name) + below, 2, channel)
