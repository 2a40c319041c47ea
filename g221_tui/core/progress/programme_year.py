"""The programme year of a Diversity Visa: no visa of it can be issued after its last day."""

from datetime import date

import msgspec

from g221_tui.core.model import CaseRecord, Event
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.case_number import year_of
from g221_tui.core.rulebook.deadline import Expiry
from g221_tui.core.rulebook.stage import VisaClass

NUMBER = "case_number"
"""The fact that begins with the year."""


class ProgrammeEnd(msgspec.Struct, frozen=True, kw_only=True):
    """The last day of the programme year."""

    day: date
    estimate: bool = False
    """Whether the year is taken from the day of the refusal."""
    fact: str = ""
    """The fact that tells the year, as `set` takes it."""
    ends_case: bool = True
    """Whether nothing can be issued after it: it is a Diversity Visa by its class."""


def programme_end(
    facts: CaseRecord, rules: Rules, found: VisaClass | None, refusal: Event | None
) -> ProgrammeEnd | None:
    """The last day; none where the visa belongs to no programme year, and none is recorded.

    The year is that of the case number, else the one recorded, else the one in which the first
    refusal lies.

    Args:
        facts: The facts of the case.
        rules: All rules.
        found: The class of the visa.
        refusal: The first refusal.
    """
    rule = programme_rule(rules)
    if rule is None:
        return None
    of_class = found is not None and found.programme_year
    of_number = of_class and _of_number(facts.case_number, rules)
    year = of_number or getattr(facts, rule.fact)
    if year:
        fact = NUMBER if of_number else rule.fact
        return ProgrammeEnd(day=date(year, rule.month, rule.day), fact=fact, ends_case=of_class)
    if refusal is None or not of_class:
        return None
    last = date(refusal.day.year, rule.month, rule.day)
    if last < refusal.day:
        last = last.replace(year=last.year + 1)
    return ProgrammeEnd(day=last, estimate=True)


def programme_rule(rules: Rules) -> Expiry | None:
    """The expiry that is the last day of a year."""
    return next((expiry for expiry in rules.deadlines.expiries if expiry.month), None)


def _of_number(number: str, rules: Rules) -> int | None:
    """The programme year that a case number begins with."""
    form = rules.case_numbers.form_of(number) if number else None
    return year_of(number) if form is not None and form.programme_year else None
