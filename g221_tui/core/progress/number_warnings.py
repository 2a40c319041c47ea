"""What looks unusual about the case number: warned about, never refused."""

import re

from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.case_number import bare, year_of


def number_warnings(day: CaseDay) -> list[str]:
    """What looks unusual about the recorded case number."""
    number, known = day.facts.case_number, day.rules.case_numbers
    if not number:
        return []
    form = known.form_of(number)
    if form is None or form.warning:
        return [form.warning if form else known.unknown]
    if form.usual and not re.fullmatch(form.usual, bare(number), re.ASCII):
        return [known.unusual]
    first = next((e.day.year for e in day.standing.events), None)
    year = year_of(number) if form.year_first else first
    if year != first and first is not None:
        return [known.other_year.format(year=year, first=first)]
    return []
