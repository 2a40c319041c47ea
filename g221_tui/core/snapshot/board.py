"""All cases at a glance: each one's next step, by what is due."""

from datetime import date

import msgspec

from g221_tui.core.cases import linked
from g221_tui.core.model import Book, CaseLink
from g221_tui.core.progress.case_day import case_day
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.snapshot.build import build
from g221_tui.core.snapshot.next.channel_step import ASK
from g221_tui.core.snapshot.next.next_step import AT_THE_END
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
    """Every case: what is pressing first, then by date, ended ones last."""
    order = (*rules.next.order, AT_THE_END)
    rows = [_row(book, index, rules, today) for index in range(len(book.cases))]
    return tuple(
        sorted(rows, key=lambda r: (order.index(r.next.kind), r.due or date.max, r.id.zfill(6)))
    )


def _row(book: Book, index: int, rules: Rules, today: date) -> BoardRow:
    case = book.cases[index]
    view = build(case_day(case, rules, today))
    soonest = min((d.date for d in view.deadlines if not d.quiet), default=None)
    return BoardRow(
        id=case.id,
        label=view.case.label,
        current=case.id == book.current,
        stage=view.stage.id,
        stage_name=view.stage.name,
        refused_on=view.case.refused_on,
        elapsed_days=view.wait.elapsed_days,
        next=view.next,
        due=view.next.date or soonest,
        links=linked(book, case),
    )
