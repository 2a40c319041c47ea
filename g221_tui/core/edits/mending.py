"""A record that can't be read, mended: which of its fields a command gives a value.

What can't be read is no part of a case, so `correct` would not find it. Where a command gives each
faulty field a value that the record can have, the record is whole again with these.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import msgspec

from g221_tui.core.edits.command import Command
from g221_tui.core.edits.corrections import FIELDS, Correct
from g221_tui.core.edits.facts import SetFacts, fact_fields
from g221_tui.core.edits.finding import Correctable
from g221_tui.core.fields.table import NEW_POST
from g221_tui.core.fields.values import by_field, read_values
from g221_tui.core.model import (
    Contact,
    Document,
    DocumentState,
    Event,
    NamedDeadline,
    Problem,
    Record,
)
from g221_tui.core.progress.documents.step_changes import ASKER
from g221_tui.core.rulebook.all_rules import Rules
from g221_tui.errors import Refused

KINDS: Mapping[str, type[Correctable]] = MappingProxyType(
    {"events": Event, "documents": Document, "contacts": Contact, "deadlines": NamedDeadline}
)
"""The tables of a case's records, and what a row of each is."""


def given(command: Command) -> frozenset[str]:
    """The facts of the case that a command gives a value, as they are named in the file."""
    if not isinstance(command, SetFacts):
        return frozenset()
    fields = {f.name: f.attr for f in fact_fields()}
    return frozenset(fields[name] for name in by_field(fact_fields(), command.values))


def mended(
    command: Command, problems: tuple[Problem, ...], rules: Rules, today: date
) -> dict[str, object]:
    """What a correction gives the faulty fields of a record that can't be read.

    Args:
        command: The command; only a correction mends a record.
        problems: The records of the file that can't be read.
        rules: The rules.
        today: The day it is done.

    Returns:
        The values by the names of the fields in the file, none for a field that is emptied; nothing
        where the command names no record that can't be read.

    Raises:
        NotUnderstood: An unknown field, or a value that can't be read.
        Refused: Another field of the record is faulty too, or a date can't be.
    """
    if not isinstance(command, Correct):
        return {}
    found = [p for p in problems if p.record == command.record and p.table in KINDS]
    if len(found) != 1:
        return {}
    kind = KINDS[found[0].table]
    fields = {f.name: f for f in FIELDS[kind]()}
    texts = by_field(fields.values(), command.values)
    made = _in_file(kind, read_values(fields.values(), texts, rules, today))
    left = [name for name in found[0].fields if name not in made]
    if left:
        raise Refused(
            f"{command.record} needs attention as a whole ({'; '.join(found[0].faults)}): give"
            f" {', '.join(left)} a value that it can have, in one correction."
        )
    return made


PLACES = ("id", "case")
"""The fields that tell a record from others and which case it is of."""


def placed(
    command: Command, problems: tuple[Problem, ...]
) -> tuple[Problem, dict[str, object]] | None:
    """The record that a correction gives its id or its case, and these; none where it does not.

    The record is named by its id or its row, alone or after its table: `cases row 1`.

    Raises:
        Refused: Several records are meant.
    """
    if not isinstance(command, Correct):
        return None
    values: dict[str, object] = {n.strip(): v.strip() for n, v in command.values.items()}
    if not values or not values.keys() <= set(PLACES):
        return None
    word = " ".join(command.record.split())
    found = [
        p
        for p in problems
        if word in (p.record, f"{p.table} {p.record}")
        and (not p.fields or not values.keys().isdisjoint(p.fields))
    ]
    if not found:
        return None
    if len({(p.table, p.record) for p in found}) > 1:
        listed = ", ".join(f"'{p.table} {p.record}'" for p in found)
        raise Refused(f"'{word}' may be each of {listed}: name the table too.")
    return found[0], values


def _in_file(kind: type[Record], values: Mapping[str, object]) -> dict[str, object]:
    """The values as a row of the file keeps them."""
    names = {f.name: f.encode_name for f in msgspec.structs.fields(kind)}
    made = {names[a]: msgspec.to_builtins(v) for a, v in values.items() if a in names}
    if NEW_POST in made:
        made[NEW_POST] = {"post": made[NEW_POST]} if made[NEW_POST] else None
    if ASKER in values:
        made["requested_by"] = msgspec.to_builtins(values[ASKER]) or None
    days = {state: values[state] for state in DocumentState if isinstance(values.get(state), date)}
    if days:
        made["steps"] = [{"state": str(s), "on": msgspec.to_builtins(on)} for s, on in days.items()]
    return made
