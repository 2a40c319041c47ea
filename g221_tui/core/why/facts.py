"""The facts of a case as nodes, each with the command that changes it."""

from collections.abc import Iterable, Mapping
from datetime import date

from g221_tui.core.fields.labels import NOT_SAID, value_words
from g221_tui.core.fields.table import Field, Kind, case_fields, choices_of
from g221_tui.core.model import UsLink, YesNo
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.text.dates import long_date
from g221_tui.core.why.node import Kind as Of
from g221_tui.core.why.node import Node

LIKELY = {"us_link": UsLink.PETITIONER.value}
"""What a command says for an example, where the first of the known words is a rare one."""
PLACES = {
    Kind.DATE: "DATE",
    Kind.EMERGENCY: "DATE",
    Kind.DAYS: "DAYS",
    Kind.YEAR: "YEAR",
    Kind.US_STATE: "XX",
}
"""What stands in a command for a value that only the person knows."""
PLACE = "TEXT"
BY_CLASS = ", by the class of the visa"
"""What is said of a fact that nobody recorded."""
NOTHING = ("", YesNo.UNKNOWN.value)
"""The values of a fact that is not known."""


def fact_node(day: CaseDay, name: str) -> Node:
    """A fact as it is recorded, and how to change it."""
    field = field_of(name)
    value = getattr(day.known, field.attr)
    words = long_date(value) if isinstance(value, date) else value_words(field, value, day.rules)
    by_class = BY_CLASS if value != getattr(day.facts, field.attr) else ""
    return Node(
        kind=Of.FACT,
        text=f"{field.label}: {words or NOT_SAID}{by_class}.",
        date=value if isinstance(value, date) else None,
        fact=name,
        change=set_command({name: example(day, name)}),
    )


def field_of(name: str) -> Field:
    """The field of a fact that is kept in the case itself."""
    return next(field for field in case_fields() if field.name == name)


def example(day: CaseDay, name: str, other_than: str = "") -> str:
    """A value that the fact may be given instead, or what stands for one."""
    field = field_of(name)
    now = str(getattr(day.known, field.attr))
    without = {*NOTHING, UsLink.NONE.value, now, other_than}
    known = [choice for choice in choices_of(field, day.rules) if choice not in without]
    likely = LIKELY.get(name, "")
    if likely in known:
        return likely
    return known[0] if known else PLACES.get(field.kind, PLACE)


def set_command(values: Mapping[str, str]) -> str:
    """The command that records these facts."""
    return " ".join(["g221 set", *(f"{name}={value}" for name, value in values.items())])


def with_facts(day: CaseDay, values: Mapping[str, str]) -> CaseDay:
    """The same day of the case, had it these facts."""
    return day.of(day.with_facts({field_of(name).attr: value for name, value in values.items()}))


def fact_nodes(day: CaseDay, names: Iterable[str]) -> list[Node]:
    """Several facts, each once."""
    return [fact_node(day, name) for name in dict.fromkeys(names)]
