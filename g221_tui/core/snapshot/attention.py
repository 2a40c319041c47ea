"""What asks for attention: the deadlines to name, whether the next step presses, what to mind."""

from collections.abc import Sequence
from datetime import date

from g221_tui.core.deadlines.all_deadlines import named
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.snapshot.next.next_step import AT_THE_END
from g221_tui.core.text.dates import distance, long_date
from g221_tui.core.views import AttentionView, DeadlineView, NextStep


def attention(
    rules: Rules,
    step: NextStep,
    deadlines: Sequence[DeadlineView],
    warnings: Sequence[str],
    notes: Sequence[str],
) -> AttentionView:
    """What asks for attention.

    Args:
        rules: All rules.
        step: The next step.
        deadlines: Every deadline, soonest first.
        warnings: The warnings that speak of no deadline.
        notes: What is worth saying once.
    """
    due = _due(rules, step, deadlines)
    return AttentionView(
        presses=step.kind in rules.next.pressing,
        due=due,
        due_in_next={deadline.date for deadline in due} == {step.date},
        remarks=(*warnings, *(notes if step.kind == AT_THE_END else ())),
    )


def _due(
    rules: Rules, step: NextStep, deadlines: Sequence[DeadlineView]
) -> tuple[DeadlineView, ...]:
    """The soonest deadline that asks for something and has warned, or is always shown.

    The one that is the next step is told there already. Where the next step speaks of the day of
    the soonest one, there is a place for the one after it.
    """
    live = [
        d
        for d in deadlines
        if not d.quiet
        and d.id != step.subject
        and (d.level is not None or d.id in rules.deadlines.pressing.always_shown)
    ]
    return tuple(live[: 2 if live and live[0].date == step.date else 1])


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
