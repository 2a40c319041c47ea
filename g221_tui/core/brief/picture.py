"""Where the picture of a timeline puts what it shows: shares of its width, and rows of labels.

It is reckoned from a brief that is masked already, so that what a label cuts off was whole.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from g221_tui.core.brief.records import Brief, Moment
from g221_tui.core.text.dates import MONTHS, month_day, near_day
from g221_tui.core.text.phrases import counted, one_line, several, shortened
from g221_tui.core.text.sanitize import clean
from g221_tui.core.views import Origin

REACH = 2
"""What lies ahead is drawn within so many times the days so far; the rest stands in the list."""
LEAST_DAYS = 30
"""The picture spans at least so many days."""
MOST_LABEL = 34
"""Characters of a label; the whole words stand in the list."""
SIGN = 0.0092
"""How wide a character is, as a share of the picture's width: an estimate on the safe side."""
GAP = 0.012
"""What stays free between two labels in a row, as a share of the width."""
MOST_TICKS = 9
"""How many marks of months there are at most."""
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 1200)
"""Every how many months there may be a mark."""


Share = Callable[[date], float]
"""Where a day stands, from 0 to 1."""


class Shape(StrEnum):
    """How a mark is drawn; no meaning is told by a colour alone."""

    EVENT = "event"
    SENT = "sent"
    RECEIVED = "received"
    TALK = "talk"
    REPLY = "reply"
    RULE = "rule"
    DUE = "due"
    ESTIMATE = "estimate"


NAMES = {
    Shape.EVENT: "event",
    Shape.SENT: "document sent",
    Shape.RECEIVED: "document acknowledged",
    Shape.TALK: "the applicant asked, wrote or looked",
    Shape.REPLY: "an answer",
    Shape.RULE: "a day set by a rule",
    Shape.DUE: "a day not to miss",
    Shape.ESTIMATE: "an estimate",
}
"""What each shape stands for, for the legend."""


class Mark(NamedTuple):
    """Something on a day."""

    at: float
    """From 0 at the left to 1 at the right."""
    shape: Shape
    on: date


class Label(NamedTuple):
    """A mark that is named."""

    mark: Mark
    text: str
    row: int
    """How high it stands: 0 is nearest to the line."""
    end: bool
    """Whether its text ends at the mark, not begins there."""


class Tick(NamedTuple):
    """The first day of a month."""

    at: float
    text: str


class Picture(NamedTuple):
    """The picture."""

    start: date
    end: date
    today: float
    labels: tuple[Label, ...]
    papers: tuple[Mark, ...]
    """Days on which documents were sent or acknowledged."""
    talks: tuple[Mark, ...]
    """Days of contacts and answers."""
    ticks: tuple[Tick, ...]
    shapes: tuple[Shape, ...]
    """Those that it uses, for the legend."""
    told: str
    """What it shows, in a sentence, for who does not see it."""

    @property
    def rows(self) -> int:
        """How many rows of labels there are."""
        return max((label.row for label in self.labels), default=-1) + 1


def picture(brief: Brief) -> Picture | None:
    """The picture; none where nothing is recorded yet."""
    start = min((moment.on for moment in brief.behind), default=None)
    if start is None:
        return None
    so_far = max(brief.today - start, timedelta(LEAST_DAYS))
    reach = start + min(REACH * so_far, date.max - start)
    ahead = [moment for moment in brief.ahead if start <= moment.on <= reach]
    last = max([brief.today, start + timedelta(LEAST_DAYS), *(moment.on for moment in ahead)])

    def share(day: date) -> float:
        return (day - start).days / (last - start).days

    papers = tuple(_papers(brief, start, share))
    talks = tuple(
        Mark(share(on), Shape.REPLY if theirs else Shape.TALK, on)
        for on, theirs in sorted({(t.on, t.theirs) for t in brief.talks if t.on >= start})
    )
    named = [(Mark(share(m.on), _shape(m), m.on), m.what) for m in (*brief.behind, *ahead)]
    labels = tuple(_labels(named, brief.today))
    used = {mark.shape for mark in (*(label.mark for label in labels), *papers, *talks)}
    return Picture(
        start=start,
        end=last,
        today=share(brief.today),
        labels=labels,
        papers=papers,
        talks=talks,
        ticks=tuple(Tick(share(day), text) for day, text in _months(start, last)),
        shapes=tuple(shape for shape in Shape if shape in used),
        told=_told(brief, start, ahead, papers, talks),
    )


def _papers(brief: Brief, start: date, share: Share) -> Iterator[Mark]:
    days = {(on, Shape.SENT) for paper in brief.papers for on in paper.sent}
    days |= {(p.received_on, Shape.RECEIVED) for p in brief.papers if p.received_on is not None}
    for on, shape in sorted(days):
        if on >= start:
            yield Mark(share(on), shape, on)


def _shape(moment: Moment) -> Shape:
    if moment.origin is Origin.RECORDED:
        return Shape.EVENT
    if moment.origin is Origin.ESTIMATE:
        return Shape.ESTIMATE
    return Shape.DUE if moment.due else Shape.RULE


def _labels(named: Iterable[tuple[Mark, str]], today: date) -> Iterator[Label]:
    """Each mark with its text, in the lowest row in which it touches no other."""
    rows: list[list[tuple[float, float]]] = []
    for mark, what in sorted(named, key=lambda each: each[0].on):
        words = shortened(clean(one_line(what)), MOST_LABEL)
        text = f"{near_day(mark.on, today)} {words}"
        wide = len(text) * SIGN
        end = mark.at + wide > 1 and mark.at > 0.5
        left = mark.at - wide if end else mark.at
        span = (left - GAP, left + wide + GAP)
        row = next((n for n, taken in enumerate(rows) if _is_free(span, taken)), len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append(span)
        yield Label(mark=mark, text=text, row=row, end=end)


def _is_free(span: tuple[float, float], taken: Iterable[tuple[float, float]]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in taken)


def _months(start: date, end: date) -> list[tuple[date, str]]:
    """The first days of months, few enough to be read; January is told by its year."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    step = next((s for s in MONTH_STEPS if whole // s <= MOST_TICKS), MONTH_STEPS[-1])
    found = []
    for month in range(start.year * 12 + start.month, end.year * 12 + end.month):
        year, index = divmod(month, 12)
        if index % min(step, 12) == 0 and (step <= 12 or year % (step // 12) == 0):
            day = date(year, index + 1, 1)
            found.append((day, MONTHS[index] if index else str(year)))
    return found


def _told(
    brief: Brief,
    start: date,
    ahead: list[Moment],
    papers: tuple[Mark, ...],
    talks: tuple[Mark, ...],
) -> str:
    """The picture in words: the tables below hold each row of it."""
    parts = [
        counted(len(brief.behind), "event"),
        f"documents sent or acknowledged on {counted(len(papers), 'day')}",
        f"contacts and answers on {counted(len(talks), 'day')}",
        f"{counted(len(ahead), 'date')} ahead or due",
    ]
    days = (brief.today - start).days
    return (
        f"From {month_day(start)} {start.year} to today,"
        f" {month_day(brief.today)} {brief.today.year}, {counted(days, 'day')}: {several(parts)}."
        " The tables hold each of them."
    )
