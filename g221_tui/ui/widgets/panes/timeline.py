"""The pane of the days: what happened, today, and what the rules put ahead."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from textual.content import Content
from textual.reactive import reactive

from g221_tui.core.snapshot.folding import Entry, ahead, behind, folded
from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import WEEKDAYS, short_date
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import Origin, RowKind, Snapshot, TimelineRow
from g221_tui.ui.render import Row, cells, hanging
from g221_tui.ui.widgets.panes.pane import ROOMY, Pane

TODAY = "today"
"""The id of the row of the day that is shown."""

STYLES = {Origin.RECORDED: "$primary"}
"""How the origins stand out; the others are quiet."""
GLYPHS = {origin: (sign, STYLES.get(origin, "$muted")) for origin, sign in glyphs.ORIGIN.items()}
"""The sign of each origin, and its style."""

DEADLINE_GLYPH = (glyphs.DEADLINE, "$caution")
TODAY_GLYPH = (glyphs.HERE, "bold $primary")

NEARBY = 3
"""How many rows before today stay in sight when the pane opens, where it is high enough."""


class Today(NamedTuple):
    """What the row of the day that is shown stands for."""

    day: date


class TimelinePane(Pane):
    """The days of the case, a row each; rows of one day and kind are told as one."""

    EMPTY = "Nothing is recorded yet."

    looking: reactive[bool] = reactive(False)
    """Whether the day shown is not today."""
    notes: reactive[Mapping[str, str]] = reactive(dict)
    """The user's own words in each record, which the filter looks in too."""

    def watch_looking(self) -> None:
        """The row of the day says so."""
        self.refresh_rows()

    def part(self, snapshot: Snapshot) -> object:
        """The timeline, the day, and what the row of today says."""
        notes = self.notes if self.needle else {}
        return snapshot.timeline, snapshot.today, snapshot.wait.elapsed_days, self.looking, notes

    def heading(self, snapshot: Snapshot) -> Content:
        """The title in the frame."""
        return Content("Timeline")

    def start(self, rows: tuple[Row, ...]) -> int:
        """Today."""
        return next((i for i, row in enumerate(rows) if row.id == TODAY), 0)

    def searched(self, row: Row) -> str:
        """The whole title of each thing in the row."""
        parts = row.subject.rows if isinstance(row.subject, Entry) else ()
        titles = [clean(part.title) for part in parts]
        notes = [self.notes.get(part.record or "", "") for part in parts]
        return " ".join([row.content.plain, *titles, *notes])

    def keeps(self, row: Row) -> bool:
        """Today stays: it tells what is behind and what ahead."""
        return row.id == TODAY or super().keeps(row)

    def draw(self, snapshot: Snapshot, width: int) -> list[Row]:
        """Sign, date and words; today in its place."""
        taken: set[str] = set()
        rows = [_row(entry, width, taken) for entry in folded(behind(snapshot), snapshot)]
        rows.append(_today(snapshot, width, looking=self.looking))
        rows += [_row(entry, width, taken) for entry in folded(ahead(snapshot), snapshot)]
        return rows

    def reveal(self) -> None:
        """Scroll so that today and what comes next can be seen, unless the cursor is elsewhere."""
        row = self.row
        if row is not None and row.id == TODAY:
            at = self.rows.index(row)
            nearby = min(NEARBY, self.scrollable_content_region.height // 4)
            top = sum(before.lines for before in self.rows[: max(0, at - nearby)])
            self.scroll_to(y=top, animate=False, immediate=True)
        super().reveal()


def _date_words(day: date, width: int) -> str:
    if width < ROOMY:
        return short_date(day)
    return f"{WEEKDAYS[day.weekday()]} {short_date(day)}"


def _row(entry: Entry, width: int, taken: set[str]) -> Row:
    first = entry.first
    glyph, style = DEADLINE_GLYPH if first.kind == RowKind.DEADLINE else GLYPHS[first.origin]
    day = _date_words(first.date, width)
    gap = "  " if width >= ROOMY else " "
    head = Content.assemble((f"{glyph} ", style), (f"{day}{gap}", "$muted"))
    text_style = "$muted" if first.origin is Origin.ESTIMATE else ""
    indent = head.cell_length if width >= ROOMY else 2
    content, lines = hanging(head, clean(entry.text), width, indent, text_style, 3)
    return Row(_unique_id(first, taken), content, lines, entry)


def _unique_id(row: TimelineRow, taken: set[str]) -> str:
    base = "|".join((row.kind, row.record or row.subject or "", row.date.isoformat()))
    name, count = base, 1
    while name in taken:
        count += 1
        name = f"{base}|{count}"
    taken.add(name)
    return name


def _today(snapshot: Snapshot, width: int, *, looking: bool) -> Row:
    glyph, style = TODAY_GLYPH
    elapsed = snapshot.wait.elapsed_days
    parts = ["that day" if looking and elapsed is None else "" if looking else "today"]
    parts += [f"day {elapsed}"] * (elapsed is not None)
    words = ", ".join(filter(None, parts))
    gap = "  " if width >= ROOMY else " "
    head = Content.assemble(
        (f"{glyph} ", style), (f"{_date_words(snapshot.today, width)}{gap}", "$primary")
    )
    if cells(words) > width - head.cell_length:
        words = parts[-1] if looking else parts[0]
    content, lines = hanging(head, words, width, 2, style)
    return Row(TODAY, content, lines, Today(snapshot.today))
