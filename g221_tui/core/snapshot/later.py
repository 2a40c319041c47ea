"""Records that are dated after today: of a journey west, or of a clock that was set back."""

from datetime import date

from g221_tui.core.fields.labels import record_name, step_word
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.phrases import few


def later_records(day: CaseDay) -> str:
    """The records that are dated after the day, in one sentence; empty where none is."""
    names = [name for _, name in sorted(_later(day))]
    return day.rules.next.texts["later"].format(names=few(names, "; ")) if names else ""


def _later(day: CaseDay) -> list[tuple[date, str]]:
    """Each with its day."""
    case, today, rules = day.case, day.today, day.rules
    found = [(e.day, record_name(e, rules)) for e in case.events if e.day > today]
    found += [(c.on, record_name(c, rules)) for c in case.contacts if c.on > today]
    for document in case.listed:
        for step in document.steps:
            if step.on > today:
                word = step_word(step.state, task=document.task)
                found.append((step.on, f"{document.name}, {word} {long_date(step.on)}"))
    return found
