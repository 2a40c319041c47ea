"""What a form shows: the fields of a record with their present values, and what would be done."""

from collections.abc import Mapping, Sequence

import msgspec

from g221_tui.core.edits.corrections import shown_fields
from g221_tui.core.edits.edit import Edit
from g221_tui.core.edits.facts import known_facts
from g221_tui.core.edits.finding import find_record
from g221_tui.core.fields import labels
from g221_tui.core.fields.table import Field, Kind, choices_of, field_text
from g221_tui.core.progress.case_day import CaseDay
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.core.text.dates_near import Towards

ASKED = "asked"
"""The fact that the list of papers may answer."""
LISTED = "the papers on your list say yes"
"""Where it is not recorded whether papers were asked for, and some are listed."""


class FieldValue(msgspec.Struct, frozen=True, kw_only=True):
    """A field of a record as editable text."""

    name: str
    label: str
    value: str
    known: tuple[str, ...]
    """The codes it may be; empty where it is free."""
    choices: tuple[tuple[str, str], ...]
    """Each of those codes, and the words a person reads for it."""
    words: str
    """The present value as a person reads it; dates as they are kept."""
    hint: str
    long: bool
    """Whether it holds several lines."""
    kind: Kind
    """How its text is read."""
    towards: Towards
    """Of a date: where it is looked for when its year is not typed."""


class NoIds:
    """Stands in for the ids and the moment of a change that is only looked at."""

    stamp = ""
    """No moment."""

    def new_id(self, letter: str) -> str:
        """No id of a record."""
        return f"{letter}-"

    def new_case_id(self) -> str:
        """No id of a case."""
        return ""


def record_fields(day: CaseDay, record: str) -> tuple[FieldValue, ...]:
    """What `correct` takes for a record, with the present values as text.

    Raises:
        NoRecord: there is no such record.
    """
    return tuple(_shown(field, value, day.rules) for field, value in shown_fields(day, record))


def fact_fields(day: CaseDay) -> tuple[FieldValue, ...]:
    """What `set` takes for the case, with the present values as text."""
    values = [_shown(field, value, day.rules) for field, value in known_facts(day)]
    slip = day.standing.round.latest
    listed = slip is not None and day.standing.papers.asked is not slip.asked
    return tuple(
        msgspec.structs.replace(v, hint=LISTED) if v.name == ASKED and listed else v for v in values
    )


def name_of(day: CaseDay, record: str) -> str:
    """What a person calls a record.

    Raises:
        NoRecord: there is no such record.
    """
    return labels.record_name(find_record(day.case, record), day.rules)


def as_shown(fields: Sequence[FieldValue]) -> Mapping[str, str]:
    """The texts of the fields by their names, for a command that changes what was shown."""
    return {field.name: field.value for field in fields}


def announced(edit: Edit) -> str:
    """What a change would do, in the words that would be said of it."""
    return " ".join([edit.sentence, *edit.notes, *edit.warnings])


def _shown(field: Field, value: object, rules: Rules) -> FieldValue:
    return FieldValue(
        name=field.name,
        label=field.label,
        value=field_text(value),
        known=choices_of(field, rules),
        choices=tuple(labels.choices(field, rules).items()),
        words=labels.value_words(field, value, rules),
        hint=field.hint,
        long=field.kind is Kind.LINES,
        kind=field.kind,
        towards=rules.spans[field.span].towards,
    )
