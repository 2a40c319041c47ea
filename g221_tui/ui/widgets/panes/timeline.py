"""The pane of the days: what happened, today, and what the rules put ahead."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from textual.content import Content
from textual.reactive import reactive

from g221_tui.core.snapshot.folding import Entry, ahead, behind, folded
from g221_tui.core.text import glyphs
from g221_tui.core.text.dates import WEEKDAYS, month_day
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import Origin, RowKind, Snapshot, TimelineRow
from g221_tui.ui.render import cut
from g221_tui.ui.row import Row
from g221_tui.ui.widgets.panes.pane import ROOMY, Pane

TODAY = "today"
"""The id of the row of the day that is shown."""

STYLES = {Origin.RECORDED: "$primary"}
"""How the origins stand out; the others are quiet."""
GLYPHS = {origin: (sign, STYLES.get(origin, "$muted")) for origin, sign in glyphs.ORIGIN.items()}
"""The sign of each origin, and its style."""

DEADLINE_GLYPH = (glyphs.DEADLINE, "bold $caution")
TODAY_GLYPH = (glyphs.HERE, "bold $primary")

NEARBY = 3
"""How many rows before today stay in sight when the pane opens, where it is high enough."""
ROOM_FOR_WEEKDAYS = 46
"""From so many cells on a day is told with its weekday."""
DAY_WIDTH = 6
"""Cells of a day without its year."""


class Today(NamedTuple):
    """What the row of the day that is shown stands for."""

    day: date


class TimelinePane(Pane):
    """The days of the case, a row each; the year stands in a heading where it changes."""

    NAME = "Timeline"
    EMPTY = "Nothing is recorded yet."
    STAYS = TODAY

    looking: reactive[bool] = reactive(False)
    """Whether the day shown is not today."""
    notes: reactive[Mapping[str, str]] = reactive(dict)
    """The user's own words in each record, which the filter looks in too."""

    def watch_notes(self) -> None:
        """The filter looks in these."""
        self.forget_texts()
        self.refresh_rows()

    def watch_looking(self) -> None:
        """The row of the day says so."""
        self.refresh_rows()

    def part(self, snapshot: Snapshot) -> object:
        """The timeline, the day, and what the row of today says."""
        outstanding = snapshot.documents.outstanding
        days = snapshot.wait.elapsed_days
        return snapshot.timeline, snapshot.today, days, outstanding, self.looking

    def noted(self) -> object:
        """The notes, while there is a filter."""
        return self.notes if self.needle else None

    def start(self, rows: tuple[Row, ...]) -> int:
        """Today."""
        return next((i for i, row in enumerate(rows) if row.id == TODAY), 0)

    def searched(self, row: Row) -> str:
        """The whole title of each thing in the row."""
        parts = row.subject.rows if isinstance(row.subject, Entry) else ()
        text = row.subject.text if isinstance(row.subject, Entry) else ""
        titles = [clean(part.title) for part in parts]
        notes = [self.notes.get(part.record or "", "") for part in parts]
        return " ".join([row.words, clean(text), *titles, *notes])

    def draw(self, snapshot: Snapshot, width: int) -> list[Row]:
        """Sign, date and words; today in its place, the years above their days."""
        return list(self._with_years(self._days(snapshot, width)))

    def _days(self, snapshot: Snapshot, width: int) -> Iterator[tuple[date, Row]]:
        taken: set[str] = set()
        for entry in folded(behind(snapshot), snapshot):
            yield entry.first.date, _row(entry, width, taken)
        yield snapshot.today, _today(snapshot, width, looking=self.looking)
        for entry in folded(ahead(snapshot), snapshot):
            yield entry.first.date, _row(entry, width, taken)

    def _with_years(self, days: Iterator[tuple[date, Row]]) -> Iterator[Row]:
        year = None
        for day, row in days:
            if day.year != year:
                year = day.year
                draw = partial(Content.styled, f"{year:04}", "$muted")
                yield Row(f"year {year}", draw, None, heading=True)
            yield row

    def reveal(self) -> None:
        """Scroll so that today and what comes next can be seen, unless the cursor is elsewhere."""
        row = self.row
        if row is not None and row.id == TODAY:
            nearby = min(NEARBY, self.scrollable_content_region.height // 4)
            top = max(0, self.rows.index(row) - nearby)
            self.scroll_to(y=top, animate=False, immediate=True)
        super().reveal()


def _head(sign: tuple[str, str], day: date, width: int, style: str) -> Content:
    return Content.assemble((f"{sign[0]} ", sign[1]), (f"{_day_words(day, width)} ", style))


def _day_words(day: date, width: int) -> str:
    words = f"{month_day(day):>{DAY_WIDTH}}"
    if width >= ROOM_FOR_WEEKDAYS:
        words = f"{WEEKDAYS[day.weekday()]} {words}"
    return f"{words} " if width >= ROOMY else words


def _row(entry: Entry, width: int, taken: set[str]) -> Row:
    first = entry.first
    words = _day_words(first.date, width)
    return Row(_unique_id(first, taken), partial(_line, entry, width), entry, words=words)


def _line(entry: Entry, width: int) -> Content:
    first = entry.first
    sign = DEADLINE_GLYPH if first.kind == RowKind.DEADLINE else GLYPHS[first.origin]
    head = _head(sign, first.date, width, "$muted")
    style = "$muted" if first.origin is Origin.ESTIMATE else ""
    return head + Content.styled(cut(clean(entry.text), width - head.cell_length), style)


def _unique_id(row: TimelineRow, taken: set[str]) -> str:
    base = "|".join((row.kind, row.record or row.subject or "", row.date.isoformat()))
    name, count = base, 1
    while name in taken:
        count += 1
        name = f"{base}|{count}"
    taken.add(name)
    return name


def _today(snapshot: Snapshot, width: int, *, looking: bool) -> Row:
    elapsed = snapshot.wait.elapsed_days
    parts = ["that day" if looking and elapsed is None else "" if looking else "today"]
    parts += [f"day {elapsed}"] * (elapsed is not None)
    said = ", ".join(filter(None, parts))
    day = snapshot.today
    return Row(TODAY, partial(_today_line, day, said, width), Today(day), words=said)


def _today_line(day: date, said: str, width: int) -> Content:
    head = _head(TODAY_GLYPH, day, width, "bold $primary")
    return head + Content.styled(cut(said, width - head.cell_length), "bold $primary")
