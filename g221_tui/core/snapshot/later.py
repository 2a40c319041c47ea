"""Records that are dated after today: of a journey west, or of a clock that was set back."""

from datetime import date

from g221_tui.core.fields.labels import record_name
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.text.dates import long_date

FEW = 3
"""How many of them are named."""


def later_records(day: CaseDay) -> str:
    """The records that are dated after the day, in one sentence; empty where none is."""
    found = sorted(_later(day))
    if not found:
        return ""
    names = [name for _, name in found[:FEW]]
    more = f" and {len(found) - FEW} more" if len(found) > FEW else ""
    return day.rules.next.texts["later"].format(names="; ".join(names) + more)


def _later(day: CaseDay) -> list[tuple[date, str]]:
    case, today, rules = day.case, day.today, day.rules
    found = [(e.day, record_name(e, rules)) for e in case.events if e.day > today]
    found += [(c.on, record_name(c, rules)) for c in case.contacts if c.on > today]
    for document in case.listed:
        steps = [step for step in document.steps if step.on > today]
        found += [
            (step.on, f"{document.name}, {step.state} {long_date(step.on)}") for step in steps
        ]
    return found
