"""What asks for attention: the deadlines to name, whether the next step presses, what to mind."""

from collections.abc import Sequence
from datetime import date

from g221_tui.core.deadlines.all_deadlines import named, to_meet
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.snapshot.next.answers import Answer
from g221_tui.core.snapshot.next.next_step import AT_THE_END
from g221_tui.core.text.dates import distance, long_date
from g221_tui.core.views import AnsweredBy, AttentionView, DeadlineView, NextStep


def attention(
    rules: Rules,
    step: NextStep,
    deadlines: Sequence[DeadlineView],
    warnings: Sequence[str],
    notes: Sequence[str],
    answer: Answer | None = None,
) -> AttentionView:
    """What asks for attention.

    Args:
        rules: All rules.
        step: The next step.
        deadlines: Every deadline, soonest first.
        warnings: The warnings that speak of no deadline.
        notes: What is worth saying once.
        answer: What records the answer to the step.
    """
    due = _due(step, deadlines)
    return AttentionView(
        presses=step.kind in rules.next.pressing,
        due=due,
        remarks=(*warnings, *(notes if step.kind == AT_THE_END else ())),
        answered_by=_answered_by(answer),
    )


def _answered_by(answer: Answer | None) -> AnsweredBy:
    if answer is None:
        return AnsweredBy.NOTHING
    return AnsweredBy.EVENT if answer.event else AnsweredBy.FACT


def _due(step: NextStep, deadlines: Sequence[DeadlineView]) -> tuple[DeadlineView, ...]:
    """The soonest deadline that asks for something; one that has expired only where none is left.

    The one that is the next step is told there already: it is named only where there is no other.
    Where the next step speaks of the day of the soonest one, there is a place for the one after it.
    """
    live = [d for d in to_meet(deadlines) if not d.quiet]
    others = [d for d in live if d.id != step.subject]
    return tuple((others or live)[: 2 if others and others[0].date == step.date else 1])


def deadline_warnings(deadlines: Sequence[DeadlineView], today: date) -> tuple[str, ...]:
    """A sentence for each deadline that has reached one of its warnings."""
    return tuple(
        f"{d.title}: {long_date(d.date)}, {distance(d.date, today)}."
        for d in deadlines
        if d.level is not None
    )


def not_counted(day: CaseDay, deadlines: Sequence[DeadlineView]) -> tuple[DeadlineView, ...]:
    """The dates the user named that are no deadlines now, since the case has not begun or ended."""
    counted = {deadline.record for deadline in deadlines}
    return tuple(deadline for deadline in named(day) if deadline.record not in counted)
