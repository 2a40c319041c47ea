"""Texts for fields become values of a record."""

from collections.abc import Iterable, Mapping
from datetime import date

from g221_tui.core.fields.labels import choices, value_words
from g221_tui.core.fields.table import Field, read_field
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.rulebook.span import within
from g221_tui.core.text.dates import long_date
from g221_tui.core.text.glyphs import THEN
from g221_tui.core.text.lookup import known
from g221_tui.errors import NotUnderstood, UnreadField


def by_field(fields: Iterable[Field], texts: Mapping[str, str]) -> dict[str, str]:
    """The texts by the whole names of the fields that were typed.

    Raises:
        NotUnderstood: for an unknown field, or one that is given twice.
    """
    labels = {field.name: field.label for field in fields}
    # Two names of one fact have one label: it stands for the first.
    spoken = {label: name for name, label in reversed(labels.items())}
    names = {name: label for label, name in spoken.items()}
    found: dict[str, str] = {}
    for typed, text in texts.items():
        name = known(typed, labels, "field", names)
        if name in found:
            raise NotUnderstood(f"'{typed}' is the field {name}, which is given twice.")
        found[name] = text
    return found


def read_values(
    fields: Iterable[Field], texts: Mapping[str, str], rules: Rules, today: date
) -> dict[str, object]:
    """The values by attribute.

    Raises:
        NotUnderstood: for an unknown field or an unreadable value; nothing is half read.
        Refused: for a date outside its span.
    """
    by_name = {field.name: field for field in fields}
    values: dict[str, object] = {}
    for name, text in texts.items():
        field = by_name.get(name)
        if field is None:
            raise NotUnderstood(f"'{name}' is not a known field; known: {', '.join(by_name)}.")
        try:
            value = read_field(field, text, rules, today, choices(field, rules))
        except NotUnderstood as problem:
            raise UnreadField(field.name, field.label, str(problem)) from problem
        if isinstance(value, date):
            within(value, rules.spans[field.span], today, field.label)
        values[field.attr] = value
    return values


def said(field: Field, before: object, after: object, rules: Rules) -> str:
    """One change in words: `Post: Mumbai -> Delhi`."""
    return f"{field.label}: {_shown(field, before, rules)}{THEN}{_shown(field, after, rules)}"


def _shown(field: Field, value: object, rules: Rules) -> str:
    if isinstance(value, date):
        return long_date(value)
    return value_words(field, value, rules) or "nothing"
