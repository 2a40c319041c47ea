"""The snapshot and the lists as plain text: one line a row, neither wrapped nor cut."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from g221_tui.cli.document_rows import (
    USCIS_TITLE,
    document_rows,
    documents_title,
    set_rows,
)
from g221_tui.core.fields.labels import IF_COMPLETE
from g221_tui.core.snapshot.day_words import day_words
from g221_tui.core.snapshot.documents_view import for_the_post, for_uscis
from g221_tui.core.snapshot.folding import ahead, moves, recorded
from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import column_date, distance, long_date
from g221_tui.core.text.sanitize import clean
from g221_tui.core.text.status_words import page_lines
from g221_tui.core.views import (
    ChannelState,
    ChannelView,
    DeadlineView,
    NextStep,
    Origin,
    RowKind,
    Snapshot,
    StageView,
    TimelineRow,
)

if TYPE_CHECKING:
    from g221_tui.core.snapshot.board import BoardRow

HEAD = "bold"
DIM = "dim"
PLAIN = ""

LATELY = 5
"""How many of the last things that happened the status shows."""

Line = tuple[str, str]
"""A line and its style; the style only matters on a terminal."""


def next_words(step: NextStep) -> str:
    """The next step, and the command that records its answer where that is not plain."""
    return clean(f"{step.text} ({step.command})" if step.command else step.text)


def status_lines(view: Snapshot) -> list[Line]:
    """The whole snapshot."""
    asked = for_the_post(view.documents)
    warnings = (f"{glyphs.CAUTION} {words}" for words in view.warnings)
    return [
        *_heading(view),
        ("", PLAIN),
        (f"NEXT  {next_words(view.next)}", HEAD),
        ("", PLAIN),
        ("Follow-up", HEAD),
        *[(f"  {line}", PLAIN) for line in channel_rows(view.channels)],
        ("", PLAIN),
        (documents_title(view), HEAD),
        *[(f"  {line}", PLAIN) for line in [*set_rows(view), *document_rows(asked)]],
        *_section(USCIS_TITLE, document_rows(for_uscis(view.documents))),
        *_section("Status page", [clean(row) for row in page_lines(view.status)]),
        *_section("The post itself", [clean(line) for line in view.post.lines]),
        *_section("Deadlines", deadline_rows(view.deadlines, view)),
        *_section(
            "Lately (g221 timeline has all)",
            timeline_rows(recorded(view, LATELY), view),
        ),
        *_section(
            "Ahead",
            timeline_rows(ahead(view), view),
        ),
        *_section(
            "Worth knowing",
            [clean(words) for words in (*warnings, *view.notes)],
        ),
    ]


def _section(title: str, rows: list[str]) -> list[Line]:
    if not rows:
        return []
    return [("", PLAIN), (title, HEAD), *[(f"  {row}", PLAIN) for row in rows]]


def _heading(view: Snapshot) -> list[Line]:
    case, stage, wait = view.case, view.stage, view.wait
    number = case.case_number if case.case_number != case.label else ""
    named = glyphs.BETWEEN.join(clean(p) for p in (case.label, number) if p)
    lines = [(named, HEAD), (f"{long_date(view.today)}{glyphs.BETWEEN}{day_words(view)[0]}", PLAIN)]
    since = f", since {long_date(stage.since)}" if stage.since else ""
    holder = f"; the file is {stage.held}" if stage.held else ""
    lines.append((f"{stage.name}{since}{holder}. {stage.meaning}", PLAIN))
    lines.append((wait.anchor_because, DIM))
    if stage.usual_until:
        usual = f"Usual end of this stage, an estimate: {_span(stage)} ({stage.usual_source})."
        lines.append((usual, DIM))
    if wait.wait_until and wait.state_department_day_180:
        marks = f"Day {wait.wait_days}: {long_date(wait.wait_until)}"
        state = f"State's own figure: {long_date(wait.state_department_day_180)}"
        lines.append((f"{marks}{glyphs.BETWEEN}{state}", DIM))
    return lines


def _span(stage: StageView) -> str:
    """`Thu 31 Dec 2026`, or `between` two days."""
    until = long_date(stage.usual_until) if stage.usual_until else ""
    begins = stage.usual_from
    return f"between {long_date(begins)} and {until}" if begins else until


def channel_rows(channels: Sequence[ChannelView]) -> list[str]:
    """A row a channel: glyph, state, name, and why."""
    return [
        f"{channel_glyph(c)} {channel_word(c):<12} {c.name:<12} {short_because(c)}".rstrip()
        for c in channels
    ]


def short_because(channel: ChannelView) -> str:
    """The first reason; where a fact decides, as it is set too: `(us_link=, us_state=)`."""
    facts = channel.ruled_out_by
    if channel.state is ChannelState.NEEDS:
        facts = tuple(f"{name}=" for name in channel.missing)
    beside = f"({', '.join(facts)})" if facts else ""
    return " ".join([*channel.because[:1], *filter(None, [beside])])


def settings(channel: ChannelView) -> tuple[str, ...]:
    """The facts that rule a channel out, or that it lacks, as this face records them."""
    words = []
    if channel.ruled_out_by:
        words.append(f"Recorded: {', '.join(channel.ruled_out_by)}.")
    if channel.missing:
        words.append(
            f"To record it: g221 set {' '.join(f'{name}=VALUE' for name in channel.missing)}"
        )
    return tuple(words)


def with_settings(channels: Iterable[ChannelView]) -> tuple[ChannelView, ...]:
    """The channels, their reasons told with the names that `set` takes."""
    return tuple(msgspec.structs.replace(c, because=(*c.because, *settings(c))) for c in channels)


def channel_glyph(channel: ChannelView) -> str:
    """The glyph of a state; the word stands beside it."""
    return glyphs.CHANNEL[channel.state]


def channel_word(channel: ChannelView) -> str:
    """The state, with the days left where it has any."""
    left = f" {channel.days_left}d" if channel.days_left is not None else ""
    return f"{channel.state}{left}"


def channel_details(channels: Iterable[ChannelView]) -> list[Line]:
    """Every channel with all its reasons, cautions and words."""
    lines: list[Line] = []
    for c in channels:
        lines.append((f"{channel_glyph(c)} {c.name}{glyphs.BETWEEN}{channel_word(c)}", HEAD))
        lines += [(f"    {clean(text)}", PLAIN) for text in c.because]
        lines += [(f"    {words}", PLAIN) for words in settings(c)]
        lines += [(f"  {glyphs.CAUTION} {clean(text)}", PLAIN) for text in c.cautions]
        if c.state is ChannelState.OPEN:
            lines.append((f"    At hand: {'; '.join(c.at_hand)}.", PLAIN))
            lines.append((f"    Ask: {' '.join(c.ask)}", PLAIN))
        if c.contact_details:
            lines.append((f"    Where: {clean(c.contact_details)}", PLAIN))
        if c.last_contact:
            lines.append((f"    Used {c.contacts}x, last {long_date(c.last_contact)}.", PLAIN))
        lines.append((f"    Source: {c.source}.", DIM))
    return lines


def deadline_rows(deadlines: Iterable[DeadlineView], view: Snapshot) -> list[str]:
    """A row a deadline, soonest first."""
    return [
        f"{long_date(d.date)}  {clean(d.title)}, {distance(d.date, view.today)}"
        + (" (quiet: sent, not confirmed)" if d.quiet else "")
        + (" (estimate)" if d.estimate else "")
        for d in deadlines
    ]


def due_words(row: "BoardRow", today: date) -> str:
    """`next date: Sun 11 Apr 2027, in 120 days`; empty where nothing is due."""
    if row.due is None:
        return ""
    if row.is_open(today):
        return f"open since {long_date(row.due)}"
    name = "date passed" if row.due < today else "next date"
    return f"{name}: {long_date(row.due)}, {distance(row.due, today)}"


def timeline_rows(rows: Iterable[TimelineRow], view: Snapshot) -> list[str]:
    """A row a thing that happened or is ahead; a contact says who turned to whom.

    Args:
        rows: The rows.
        view: The case whose rows they are.
    """
    return [
        f"{glyphs.DEADLINE if row.kind == RowKind.DEADLINE else glyphs.ORIGIN[row.origin]}"
        f" {column_date(row.date)}  {clean(row.title)}{_beside(row, view)}"
        for row in rows
    ]


def _beside(row: TimelineRow, view: Snapshot) -> str:
    """What stands behind a row: the way of a contact, or that a rule or an estimate put it."""
    word = row.way if row.origin is Origin.RECORDED else row.origin
    if moves(row, view):
        word = f"{word}, {IF_COMPLETE}"
    return f"  ({word})" if word else ""
