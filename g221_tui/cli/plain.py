"""The snapshot and the lists as plain text: one line a row, neither wrapped nor cut."""

from collections.abc import Iterable, Sequence

from g221_tui.core.dates import distance, long_date, short_date
from g221_tui.core.display import clean
from g221_tui.core.views import (
    ChannelState,
    ChannelView,
    DeadlineView,
    DocumentItem,
    Origin,
    Snapshot,
    TimelineRow,
)

HEAD = "bold"
DIM = "dim"
PLAIN = ""

Line = tuple[str, str]
"""A line and its style; the style only matters on a terminal."""


def status_lines(view: Snapshot) -> list[Line]:
    """The whole snapshot."""
    return [
        *_heading(view),
        ("", PLAIN),
        (f"NEXT  {clean(view.next.text)}", HEAD),
        ("", PLAIN),
        ("Follow-up", HEAD),
        *[(f"  {line}", PLAIN) for line in channel_rows(view.channels)],
        ("", PLAIN),
        (documents_title(view), HEAD),
        *[(f"  {line}", PLAIN) for line in document_rows(view.documents.items)],
        *_section("Deadlines", deadline_rows(view.deadlines, view)),
        *_section("Ahead", timeline_rows(r for r in view.timeline if r.date >= view.today)),
        *_section("Worth knowing", [clean(f"! {w}") for w in view.warnings] + list(view.notes)),
    ]


def documents_title(view: Snapshot) -> str:
    """`Documents 1/2`, or what is known where nothing is listed."""
    papers = view.documents
    if papers.requested:
        return f"Documents {papers.requested - papers.outstanding}/{papers.requested}"
    words = {
        "no": "Documents: none were asked for",
        "yes": "Documents: asked for, not listed yet",
        "unknown": "Documents: unknown whether any were asked for",
    }
    return words[papers.asked]


def _section(title: str, rows: list[str]) -> list[Line]:
    if not rows:
        return []
    return [("", PLAIN), (title, HEAD), *[(f"  {row}", PLAIN) for row in rows]]


def _heading(view: Snapshot) -> list[Line]:
    case, stage, wait = view.case, view.stage, view.wait
    number = case.case_number if case.case_number != case.label else ""
    named = " · ".join(clean(p) for p in (case.label, number) if p)
    lines = [(named, HEAD), (f"{long_date(view.today)} · {day_words(view)}", PLAIN)]
    since = f", since {long_date(stage.since)}" if stage.since else ""
    holder = f", with the {stage.holder}" if stage.holder == "post" else ""
    lines.append((f"{stage.name}{since}{holder}. {stage.meaning}", PLAIN))
    lines.append((wait.anchor_because, DIM))
    if stage.usual_until:
        usual = f"Usual end of this stage: {long_date(stage.usual_until)} ({stage.usual_source})."
        lines.append((usual, DIM))
    if wait.wait_until and wait.state_department_day_180:
        marks = f"Day {wait.wait_days}: {long_date(wait.wait_until)}"
        state = f"State's own figure: {long_date(wait.state_department_day_180)}"
        lines.append((f"{marks} · {state}", DIM))
    return lines


def day_words(view: Snapshot) -> str:
    """`Day 47 of 60`, or that the wait is over, or that there is none."""
    wait = view.wait
    if wait.elapsed_days is None:
        return view.stage.name
    if wait.days_left:
        return f"Day {wait.elapsed_days} of {wait.wait_days}"
    return f"Day {wait.elapsed_days}, the wait of {wait.wait_days} days is over"


def channel_rows(channels: Sequence[ChannelView]) -> list[str]:
    """A row a channel: glyph, state, name, and why."""
    return [
        f"{channel_glyph(c)} {channel_word(c):<12} {c.name:<12} {' '.join(c.because[:1])}".rstrip()
        for c in channels
    ]


def channel_glyph(channel: ChannelView) -> str:
    """The glyph of a state; the word stands beside it."""
    return {ChannelState.OPEN: "●", ChannelState.NEEDS: "?"}.get(channel.state, "○")


def channel_word(channel: ChannelView) -> str:
    """The state, with the days left where it has any."""
    left = f" {channel.days_left}d" if channel.days_left is not None else ""
    return f"{channel.state}{left}"


def channel_details(channels: Iterable[ChannelView]) -> list[Line]:
    """Every channel with all its reasons, cautions and words."""
    lines: list[Line] = []
    for c in channels:
        lines.append((f"{channel_glyph(c)} {c.name} · {channel_word(c)}", HEAD))
        lines += [(f"    {clean(text)}", PLAIN) for text in c.because]
        lines += [(f"  ! {clean(text)}", PLAIN) for text in c.cautions]
        if c.state is ChannelState.OPEN:
            lines.append((f"    At hand: {'; '.join(c.at_hand)}.", PLAIN))
            lines.append((f"    Ask: {' '.join(c.ask)}", PLAIN))
        if c.contact_details:
            lines.append((f"    Where: {clean(c.contact_details)}", PLAIN))
        if c.last_contact:
            lines.append((f"    Used {c.contacts}x, last {long_date(c.last_contact)}.", PLAIN))
        lines.append((f"    Source: {c.source}.", DIM))
    return lines


def document_rows(items: Sequence[DocumentItem]) -> list[str]:
    """A row a document: glyph, state, name, date, route, receipt, id."""
    width = max((len(item.state) for item in items), default=0)
    return [_document(item, width) for item in items]


def _document(item: DocumentItem, width: int) -> str:
    glyph = "□" if item.outstanding else "✔"
    if item.state == "waived":
        glyph = "–"
    day = {
        "ready": item.ready_on,
        "submitted": item.submitted_on,
        "received": item.received_on,
        "returned": item.returned_on,
        "waived": item.waived_on,
    }.get(item.state)
    parts = [clean(item.name)]
    if item.requested_by and item.asked_on and day is None:
        parts.append(f"asked by {item.requested_by} {long_date(item.asked_on)}")
    if item.requested_by is None:
        parts.append("extra")
    if day:
        parts.append(long_date(day))
    parts += [clean(p) for p in (item.route, item.receipt, item.note) if p]
    if item.expires_on:
        parts.append(f"expires {long_date(item.expires_on)}")
    return f"{glyph} {item.state:<{width}}  {' · '.join(parts)}  [{item.id}]"


def deadline_rows(deadlines: Iterable[DeadlineView], view: Snapshot) -> list[str]:
    """A row a deadline, soonest first."""
    return [
        f"{long_date(d.date)}  {clean(d.title)}, {distance(d.date, view.today)}"
        + (" (quiet: sent, not confirmed)" if d.quiet else "")
        + (" (estimate)" if d.estimate else "")
        for d in deadlines
    ]


def timeline_rows(rows: Iterable[TimelineRow]) -> list[str]:
    """A row a thing that happened or is ahead."""
    glyphs = {Origin.RECORDED: "●", Origin.RULE: "◇", Origin.ESTIMATE: "~"}
    return [
        f"{'!' if row.kind == 'deadline' else glyphs[row.origin]} {short_date(row.date)}"
        f"  {clean(row.title)}" + ("" if row.origin is Origin.RECORDED else f"  ({row.origin})")
        for row in rows
    ]
