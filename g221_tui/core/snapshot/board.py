"""All cases at a glance: each one's next step, by what is due."""

from datetime import date

import msgspec

from g221_tui.core.cases import label, links_of
from g221_tui.core.deadlines.all_deadlines import deadlines
from g221_tui.core.followup.channel_state import decide_all
from g221_tui.core.model import Book, Case, CaseLink
from g221_tui.core.progress.case_day import case_day, within_calendar
from g221_tui.core.progress.wait import wait_view
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.snapshot.next.channel_step import ASK
from g221_tui.core.snapshot.next.next_step import AT_THE_END, next_step
from g221_tui.core.views import NextStep


class BoardRow(msgspec.Struct, frozen=True, kw_only=True):
    """One case on the board."""

    id: str
    label: str
    current: bool
    """Whether it is the case in hand."""
    stage: str
    stage_name: str
    refused_on: date | None
    elapsed_days: int | None
    """Days of its wait; none when there is none."""
    next: NextStep
    due: date | None
    """The date of the next step, else its soonest deadline that is not quiet."""
    links: tuple[CaseLink, ...]

    def is_open(self, today: date) -> bool:
        """Whether its date lies behind, and a way to ask has been open since."""
        return self.next.kind == ASK and self.due is not None and self.due <= today


def board(book: Book, rules: Rules, today: date) -> tuple[BoardRow, ...]:
    """Every case: what is pressing first, then by date, ended ones last.

    Of each only what its row shows is computed, since there may be hundreds.

    Raises:
        Refused: a date is so far away that the days counted from it leave the calendar.
    """
    order, links = (*rules.next.order, AT_THE_END), links_of(book)
    with within_calendar():
        rows = [
            _row(case, rules, today, current=case.id == book.current, links=links[case.id])
            for case in book.cases
        ]
    return tuple(
        sorted(rows, key=lambda r: (order.index(r.next.kind), r.due or date.max, r.id.zfill(6)))
    )


def _row(
    case: Case, rules: Rules, today: date, *, current: bool, links: tuple[CaseLink, ...]
) -> BoardRow:
    day = case_day(case, rules, today)
    channels = decide_all(day)
    due = deadlines(day, channels)
    step = next_step(day, channels, due)
    soonest = min((d.date for d in due if not d.quiet), default=None)
    return BoardRow(
        id=case.id,
        label=label(day.facts),
        current=current,
        stage=day.standing.stage.id,
        stage_name=day.standing.stage.name,
        refused_on=day.standing.refused_on,
        elapsed_days=wait_view(day).elapsed_days,
        next=step,
        due=step.date or soonest,
        links=links,
    )
