"""The pane of the ways to follow up: which is open today, which opens when."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import NamedTuple

from textual.content import Content
from textual.reactive import reactive

from g221_tui.core.fields.labels import IF_COMPLETE
from g221_tui.core.text.dates import near_date
from g221_tui.core.text.glyphs import CHANNEL, FOLDED, UNFOLDED
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import ChannelState, ChannelView, Snapshot
from g221_tui.ui.render import cells, cut, padded
from g221_tui.ui.row import Row
from g221_tui.ui.widgets.panes.pane import ROOMY, Pane

STYLES = {ChannelState.OPEN: "$primary", ChannelState.NEEDS: "$caution"}
"""How the states stand out; the others are quiet."""
GLYPHS = {state: (sign, STYLES.get(state, "$muted")) for state, sign in CHANNEL.items()}
"""The sign of each state, and its style; a word or its days always stand beside it."""
BRIEF = {
    ChannelState.UNAVAILABLE: "none for you",
    ChannelState.NEEDS: "needs a fact",
}
"""The words of some states where there is room for them."""
SHORT = {ChannelState.UNAVAILABLE: "none", ChannelState.NEEDS: "needs"}
"""The words of some states where there is little."""


def state_words(channel: ChannelView) -> str:
    """`locked 13d`, `open new`: the state in a word, and how long it lasts."""
    word = BRIEF.get(channel.state, channel.state.value)
    if channel.is_new:
        return f"{word} new"
    if channel.days_left is not None:
        return f"{word} {channel.days_left}d"
    return word


def short_words(channel: ChannelView) -> str:
    """The same where there is little room: the days alone, where the sign tells the state."""
    if channel.days_left is not None:
        return f"{channel.days_left}d"
    return SHORT.get(channel.state) or state_words(channel)


def date_words(channel: ChannelView, today: date) -> str:
    """The day on which a locked or resting channel opens, in short; no day that will move."""
    until = channel.waits_until
    if channel.if_complete:
        return IF_COMPLETE
    return near_date(until, today) if until is not None else ""


def ago_words(channel: ChannelView, today: date, *, roomy: bool) -> str:
    """Of one that is open, how long ago one last looked or asked: `7d`, `looked 7d ago`."""
    if channel.last_contact is None or channel.state is not ChannelState.OPEN:
        return ""
    days = (today - channel.last_contact).days
    if not roomy:
        return f"{days}d" if days else "today"
    did = "used" if channel.human else "looked"
    return f"{did} {days}d ago" if days else f"{did} today"


class Fold(NamedTuple):
    """The row that the further ways are folded under."""

    channels: tuple[ChannelView, ...]


class Columns(NamedTuple):
    """How wide the columns are, in cells; 0 leaves one out."""

    name: int
    state: int
    beside: int
    """The day on which it opens, else the last use."""
    roomy: bool
    """Whether the state stands in whole words."""


class ChannelsPane(Pane):
    """Six ways to follow up, a row each; the further ones are folded under a row of their own."""

    NAME = "Follow-up"
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
            top = place + 1 - self.scrollable_content_region.height
            if top > self.scroll_y:
                self.scroll_to(y=top, animate=False, immediate=True)

    def part(self, snapshot: Snapshot) -> object:
        """The channels, and the day from which the last use of each is counted."""
        return snapshot.channels, snapshot.further, snapshot.today, self.unfolded

    def searched(self, row: Row) -> str:
        """The name and the reasons."""
        channels = row.subject.channels if isinstance(row.subject, Fold) else (row.subject,)
        found = [channel for channel in channels if isinstance(channel, ChannelView)]
        reasons = [clean(text) for channel in found for text in (channel.name, *channel.because)]
        states = [channel.state.value for channel in found]
        return " ".join([row.words, *states, *reasons])

    def draw(self, snapshot: Snapshot, width: int) -> list[Row]:
        """Name, sign, state, date and last use in columns, as many as there is room for."""
        shown = (*snapshot.channels, *(snapshot.further if self.unfolded else ()))
        columns = _columns(shown, snapshot.today, width)
        rows = [_row(channel, snapshot.today, columns, width) for channel in snapshot.channels]
        if not snapshot.further:
            return rows
        rows.append(self._fold(snapshot.further, width))
        if self.unfolded:
            rows += [_row(channel, snapshot.today, columns, width) for channel in snapshot.further]
        return rows

    def _fold(self, channels: tuple[ChannelView, ...], width: int) -> Row:
        """The row to unfold."""
        sign = UNFOLDED if self.unfolded else FOLDED
        usable = sum(channel.state is ChannelState.OPEN for channel in channels)
        words = f"{sign} {len(channels)} further" + (f", {usable} open" if usable else "")
        draw = partial(Content.styled, cut(words, width), "$muted")
        return Row(self.FURTHER, draw, Fold(channels), words=words)


def _columns(channels: tuple[ChannelView, ...], today: date, width: int) -> Columns:
    """The columns for the present width: whole words first, then the day beside, are left out."""
    names = _widest(clean(channel.name) for channel in channels)
    gap, roomy, state, beside = 1, False, 0, 0
    for roomy in (True, False):
        state = _widest(_words(channel, roomy=roomy) for channel in channels)
        beside = _widest(_beside(channel, today, width) for channel in channels)
        gap = 2 if width >= ROOMY else 1
        if names + gap + 2 + state + gap + beside <= width:
            return Columns(names, state, beside, roomy)
    return Columns(min(names, width - gap - 2 - state), state, 0, roomy)


def _words(channel: ChannelView, *, roomy: bool) -> str:
    return state_words(channel) if roomy else short_words(channel)


def _beside(channel: ChannelView, today: date, width: int) -> str:
    if width < ROOMY:
        return ago_words(channel, today, roomy=False)
    return date_words(channel, today) or ago_words(channel, today, roomy=True)


def _widest(texts: Iterable[str]) -> int:
    return max(map(cells, texts), default=0)


def _row(channel: ChannelView, today: date, columns: Columns, width: int) -> Row:
    words = f"{_words(channel, roomy=columns.roomy)} {_beside(channel, today, width)}"
    return Row(channel.id, partial(_line, channel, today, columns, width), channel, words=words)


def _line(channel: ChannelView, today: date, columns: Columns, width: int) -> Content:
    glyph, style = GLYPHS[channel.state]
    usable = channel.state is ChannelState.OPEN
    gap = "  " if width >= ROOMY else " "
    words = _words(channel, roomy=columns.roomy)
    name = padded(cut(clean(channel.name), columns.name), columns.name)
    parts = [
        (name, "bold" if channel.is_new else "" if usable else "$muted"),
        (f"{gap}{glyph} ", style),
        (padded(words, columns.state), "" if usable else "$muted"),
    ]
    if columns.beside:
        parts.append((gap + _beside(channel, today, width), "$muted"))
    return Content.assemble(*parts)
