"""The calendar of the wait: what each day holds, the months it spans, and how long it was quiet."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from g221_tui.core.fields.labels import step_word
from g221_tui.core.followup.page_words import folded
from g221_tui.core.model import DocumentState, Purpose
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.snapshot.folding import is_behind
from g221_tui.core.snapshot.timeline import LOOKED, TASK, WAYS
from g221_tui.core.text.dates import month_day, near_day
from g221_tui.core.text.phrases import days_phrase
from g221_tui.core.views import RowKind, Snapshot, TimelineRow

REACH = 2
"""So many years ahead are drawn at most; what lies further off is told in a line."""
ADDED = "added"
"""The word of the step that puts a paper on the list which nobody asked for."""


class DayMark(StrEnum):
    """What a day holds, the most important first: of several the first one is drawn."""

    DEADLINE = "deadline"
    """A date that must not be missed."""
    EVENT = "event"
    """Something happened in the case, or with a paper."""
    ANSWERED = "answered"
    """The other side wrote, or a paper of theirs or yours came in or back."""
    CHANGED = "changed"
    """A page was seen with other words than before."""
    REQUESTED = "requested"
    """Papers were asked for."""
    SENT = "sent"
    """A paper was sent, or an act done."""
    ASKED = "asked"
    """The applicant turned to somebody."""
    UNLOCK = "unlock"
    """A way to follow up opens."""
    LOOKED = "looked"
    """A page was looked at, and told nothing new."""
    USUAL_END = "usual_end"
    """An estimate of when the stage ends."""


IMPORTANCE = tuple(DayMark)
"""The marks in their order."""
OF_ROWS: Mapping[str, DayMark] = MappingProxyType(
    {
        RowKind.DEADLINE: DayMark.DEADLINE,
        RowKind.UNLOCK: DayMark.UNLOCK,
        RowKind.USUAL_END: DayMark.USUAL_END,
    }
)
"""The marks of the rows that a rule or an estimate puts on a day."""
OF_STEPS: Mapping[str, DayMark] = MappingProxyType(
    {
        DocumentState.READY: DayMark.EVENT,
        DocumentState.SUBMITTED: DayMark.SENT,
        DocumentState.RECEIVED: DayMark.ANSWERED,
        DocumentState.RETURNED: DayMark.ANSWERED,
        DocumentState.WAIVED: DayMark.ANSWERED,
    }
)
"""The marks of the steps of a document; its requests have their own."""
NEWS = (DayMark.EVENT, DayMark.ANSWERED, DayMark.CHANGED, DayMark.REQUESTED)
"""The marks that may end a quiet stretch."""


class CalendarDay(NamedTuple):
    """A day that holds something."""

    marks: tuple[DayMark, ...]
    """Each kind once, the most important first."""
    rows: tuple[TimelineRow, ...]
    """In the order of the timeline."""


NOTHING = CalendarDay((), ())
"""A day that holds nothing."""


class Stretch(NamedTuple):
    """The days between two that brought something."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it lasted."""
        return (self.end - self.start).days


class WaitCalendar(NamedTuple):
    """Every day of the wait, drawn by months."""

    first: date
    """The first day of the first month."""
    last: date
    """The last day of the last month."""
    today: date
    days: Mapping[date, CalendarDay]
    """The days that hold something."""
    later: tuple[TimelineRow, ...]
    """What lies beyond the last month, soonest first."""
    longest: Stretch | None
    """The longest quiet stretch that is over; of two that are as long the later one."""
    present: Stretch | None
    """The quiet stretch up to today; none where nothing is waited for."""

    def on(self, day: date) -> CalendarDay:
        """What a day holds."""
        return self.days.get(day, NOTHING)

    def within(self, day: date) -> date:
        """The day, or the nearest one that is drawn."""
        return min(max(day, self.first), self.last)

    @property
    def used(self) -> tuple[DayMark, ...]:
        """The kinds of marks that are drawn on some day, the most important first."""
        drawn = {day.marks[0] for day in self.days.values()}
        return tuple(mark for mark in IMPORTANCE if mark in drawn)

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month."""
        start, end = _month(self.first), _month(self.last)
        return tuple(date(n // 12, n % 12 + 1, 1) for n in range(start, end + 1))


def wait_calendar(snapshot: Snapshot, rules: Rules) -> WaitCalendar:
    """The calendar of a case: from its first record to the last mark ahead that is near enough."""
    marks = _marks(snapshot)
    far = _month(snapshot.today) + REACH * 12
    near = [(row, mark) for row, mark in marks if _month(row.date) <= far]
    first = min([row.date for row, _ in near] + [snapshot.today])
    last = max([row.date for row, _ in near] + [snapshot.today])
    longest, present = _quiet(snapshot, rules, marks)
    return WaitCalendar(
        first=first.replace(day=1),
        last=last.replace(day=monthrange(last.year, last.month)[1]),
        today=snapshot.today,
        days=_days(near),
        later=tuple(row for row, _ in marks if _month(row.date) > far),
        longest=longest,
        present=present,
    )


def _month(day: date) -> int:
    """The months since the year 0."""
    return day.year * 12 + day.month - 1


def _days(marks: Iterable[tuple[TimelineRow, DayMark]]) -> dict[date, CalendarDay]:
    found: dict[date, list[tuple[TimelineRow, DayMark]]] = {}
    for row, mark in marks:
        found.setdefault(row.date, []).append((row, mark))
    return {
        day: CalendarDay(
            tuple(mark for mark in IMPORTANCE if mark in {each for _, each in held}),
            tuple(row for row, _ in held),
        )
        for day, held in found.items()
    }


def _marks(snapshot: Snapshot) -> list[tuple[TimelineRow, DayMark]]:
    """Every row of the timeline with its mark."""
    seen: dict[str | None, str] = {}
    return [(row, _mark(row, seen)) for row in snapshot.timeline]


def _mark(row: TimelineRow, seen: dict[str | None, str]) -> DayMark:
    """The mark of a row; `seen` keeps the last words of each page."""
    if row.kind in OF_ROWS:
        return OF_ROWS[row.kind]
    if row.kind == RowKind.DOCUMENT:
        return _of_step(row)
    if row.kind != RowKind.CONTACT:
        return DayMark.EVENT
    if row.way == LOOKED:
        return _of_look(row, seen)
    if row.way == WAYS[Purpose.DOCUMENTS]:
        return DayMark.SENT
    return DayMark.ASKED if row.way in WAYS.values() else DayMark.ANSWERED


def _of_step(row: TimelineRow) -> DayMark:
    for state, mark in OF_STEPS.items():
        if row.words == step_word(state, task=row.way == TASK):
            return mark
    return DayMark.EVENT if row.words == ADDED else DayMark.REQUESTED


def _of_look(row: TimelineRow, seen: dict[str | None, str]) -> DayMark:
    """Whether a page showed other words than when it was last looked at; the first look is none."""
    words = folded(row.words)
    before = seen.get(row.subject, "")
    if words:
        seen[row.subject] = words
    return DayMark.CHANGED if words and before and words != before else DayMark.LOOKED


def _quiet(
    snapshot: Snapshot, rules: Rules, marks: Iterable[tuple[TimelineRow, DayMark]]
) -> tuple[Stretch | None, Stretch | None]:
    """The longest stretch that is over, and the present one.

    What counts is what happened in the case and what came from the other side: events, answers,
    requests, other words on a page. What the applicant did alone (sent, asked, looked, prepared,
    noted) is no news of the case.
    """
    news = sorted({row.date for row, mark in marks if _is_news(row, mark, snapshot, rules)})
    over = [Stretch(*pair) for pair in pairwise(news)]
    longest = max(over, key=lambda stretch: (stretch.days, stretch.end), default=None)
    stage = rules.stages.get(snapshot.stage.id)
    ended = stage is not None and stage.end
    present = Stretch(news[-1], snapshot.today) if news and not ended else None
    return longest, present


def _is_news(row: TimelineRow, mark: DayMark, snapshot: Snapshot, rules: Rules) -> bool:
    if mark not in NEWS or not is_behind(row, snapshot.today):
        return False
    if mark is not DayMark.EVENT:
        return True
    kind = rules.kind(row.kind)
    return row.kind != RowKind.DOCUMENT and not (kind is not None and kind.title_from_note)


def quiet_words(found: WaitCalendar) -> tuple[str, ...]:
    """How long it was quiet at the longest, and how long it is now; empty where nothing is told.

    The longest words come first: a face takes the first that it has room for.
    """
    longest, present = found.longest, found.present
    most = longest.days if longest is not None else 0
    now = ""
    if present is not None and present.days:
        since = _dated(present.start, found.today)
        now = f"Quiet since {since}: {days_phrase(present.days)}."
        if present.days >= most:
            days = f"{days_phrase(present.days)}, since {since}"
            return (f"The longest quiet stretch is the present one: {days}.", now)
    if longest is None or not most:
        return ()
    words = f"{days_phrase(most)}, {_span(longest, found.today)}"
    if present is None:
        return (f"The longest quiet stretch: {words}.", f"Longest quiet: {words}.")
    lasts = days_phrase(present.days)
    return (
        f"The longest quiet stretch: {words}; the present one: {lasts}.",
        f"Longest quiet: {words}; now: {lasts}.",
        *filter(None, [now]),
    )


def _span(stretch: Stretch, today: date) -> str:
    """`8 Nov to 9 Dec`, with its years where they are not the present one."""
    start, end = stretch
    begins = month_day(start) if start.year == end.year else f"{month_day(start)} {start.year}"
    ends = _dated(end, today) if start.year == end.year else f"{month_day(end)} {end.year}"
    return f"{begins} to {ends}"


def _dated(day: date, today: date) -> str:
    return near_day(day, today) if day.year == today.year else f"{month_day(day)} {day.year}"


def day_of_wait(snapshot: Snapshot, day: date, *, today: str = "today", short: bool = False) -> str:
    """Which day of the wait it is: `today, day 47 of the wait`; empty before the refusal.

    Args:
        snapshot: The case.
        day: The day.
        today: What the day of the snapshot is called; another word while another day is looked at.
        short: Whether there is room for few words only.
    """
    wait, refused = snapshot.wait, snapshot.case.refused_on
    words = [today] if day == snapshot.today else []
    if wait.anchor is not None and day >= wait.anchor:
        words.append(f"day {(day - wait.anchor).days}{'' if short else ' of the wait'}")
    elif refused is not None and day >= refused:
        since = f"{(day - refused).days}"
        words.append(f"{since} since refusal" if short else f"day {since} since the refusal")
    return ", ".join(words)
